// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"

#include <optional>
#include <string>

namespace foyer {

/// How a customer is to transfer money.
struct TransferDetails {
    std::string holder;
    std::string iban; ///< without spaces
    std::string bic;  ///< may be empty
    Money amount;
    std::string reference; ///< a creditor reference, without spaces
};

/// What the QR code of a transfer holds (EPC069-12, version 002, UTF-8), which banks' apps read.
/// Nothing where it cannot say it: it knows euros only, up to 999,999,999.99.
std::optional<std::string> giroCodeText(const TransferDetails& details);

} // namespace foyer
