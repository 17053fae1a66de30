// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer {

/// Creditor references (ISO 11649): what a customer types into a transfer, so that the money finds
/// its payment. "RF", two check digits, and up to 21 characters of ours.

/// Of a payment: 16 characters, four groups of four. Twelve of them are 60 random bits of its id,
/// in an alphabet without look-alikes; so it need not be kept anywhere to be the same again.
std::string creditorReference(PaymentId payment);
/// Whether a text is one, in capitals and without spaces, with the right check digits.
bool isCreditorReference(std::string_view text);
/// Those of ours that stand in what a customer wrote, in the order they stand there, each once:
/// whatever the case, spaces and signs between, and where the "RF" was lost.
std::vector<std::string> creditorReferencesIn(std::string_view text);

/// Invoice numbers that stand in what a customer wrote ("INV-AB-00017", "inv ab 17"), each once:
/// the series and the count.
std::vector<std::pair<std::string, std::int64_t>> invoiceNumbersIn(std::string_view text);

} // namespace foyer
