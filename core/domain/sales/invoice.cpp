// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/invoice.h"

#include <array>

namespace foyer {
namespace {

constexpr std::size_t kTextMax = 200;
constexpr std::size_t kAddressMax = 500;
constexpr std::size_t kDigits = 5;

Error badRecipient(const char* where, std::string message)
{
    return badInput("bad_recipient", std::move(message), std::string{"invoice."} + where);
}

} // namespace

Result<void> checkTerms(const InvoiceTerms& terms)
{
    const InvoiceRecipient& recipient = terms.recipient;
    if (recipient.address.find_first_not_of(" \n\t") == std::string::npos) {
        return badRecipient("address", "Type the address that the invoice goes to.");
    }
    if (recipient.address.size() > kAddressMax) {
        return badRecipient("address", "This address is too long for an invoice. Shorten it.");
    }
    for (const auto& [text, where] :
         {std::pair{&recipient.name, "name"}, std::pair{&recipient.taxNumber, "tax_number"},
          std::pair{&recipient.reference, "reference"}}) {
        if (text->size() > kTextMax) {
            return badRecipient(where, "This is too long for an invoice. Shorten it.");
        }
    }
    if (terms.days < 0 || terms.days > kInvoiceDaysMax) {
        return badInput("bad_due",
                        "An invoice is due in 0 to " + std::to_string(kInvoiceDaysMax) + " days.",
                        "invoice.days");
    }
    return {};
}

std::string invoiceNumber(std::string_view series, std::int64_t count)
{
    std::string digits = std::to_string(count);
    if (digits.size() < kDigits) {
        digits.insert(0, kDigits - digits.size(), '0');
    }
    return "INV-" + std::string{series} + "-" + digits;
}

std::string_view invoiceStateName(InvoiceState state)
{
    constexpr auto kNames =
        std::to_array<std::string_view>({"open", "paid", "cancelled", "credit"});
    return kNames.at(static_cast<std::size_t>(state));
}

} // namespace foyer
