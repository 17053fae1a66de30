// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/invoice.h"
#include "core/domain/sales/order.h"
#include "core/services/gift_cards.h"

#include <string>
#include <vector>

namespace foyer {
class Counter;
struct GiftCardPage;
struct ReceiptPage;
} // namespace foyer

namespace foyer::app {

/// What gift cards say when they are printed. Throws StorageFailure.
std::vector<GiftCardPage> giftCardPagesOf(Counter& counter, const std::vector<NewGiftCard>& cards);
/// What an invoice or a credit note says. Errors of findOrder and invoicePage.
Result<ReceiptPage> invoicePageOf(Counter& counter, const Invoice& invoice);

/// Writes cards as one PDF "gift-cards-….pdf" into a folder (made if missing) and returns its path.
/// Needs a QGuiApplication. Storage errors of the writer.
Result<std::string> writeGiftCards(Counter& counter, const std::vector<NewGiftCard>& cards,
                                   const std::string& folder);
/// Writes an invoice as a PDF named after its number into a folder and returns its path. Errors as
/// before, and of invoicePageOf.
Result<std::string> writeInvoice(Counter& counter, const Invoice& invoice,
                                 const std::string& folder);

} // namespace foyer::app
