// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/giro_code.h"

namespace foyer {

std::optional<std::string> giroCodeText(const TransferDetails& details)
{
    constexpr std::int64_t kMost = 99'999'999'999;
    constexpr std::size_t kHolderBytes = 70;
    const Money& amount = details.amount;
    if (amount.currency().code() != "EUR" || amount.minor() <= 0 || amount.minor() > kMost ||
        details.holder.size() > kHolderBytes || details.holder.find('\n') != std::string::npos) {
        return std::nullopt;
    }
    // Service tag, version, UTF-8, transfer; then a line for each field, the last one that is
    // filled last: purpose (none) and creditor reference.
    return "BCD\n002\n1\nSCT\n" + details.bic + "\n" + details.holder + "\n" + details.iban +
        "\nEUR" + toPlainText(amount) + "\n\n" + details.reference;
}

} // namespace foyer
