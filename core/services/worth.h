// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/order.h"
#include "core/storage/journal.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;
struct BookedOrder;

/// What a payment that is not money takes besides: the part of a sale, and of taking it back, that
/// is about gift cards and invoices. The ledger is booked by the payments themselves. All functions
/// throw StorageFailure; call them inside a verb.

/// Finds the gift cards of settled payments by the codes that were typed, checks that they may be
/// spent here, and puts their id and last characters in place of the code. Refuses with
/// bad_gift_code, unknown_gift_card, gift_card_blocked, gift_card_ended, card_not_here,
/// gift_card_short (fact: the balance), mixed_currency; `where` names the tender.
Result<void> findGiftCards(Counter& counter, std::vector<SettledTender>& payments);
/// Takes what the payments take from their gift cards, as part of an act.
void spendGiftCards(Counter& counter, Journal::Act& act, OrderId order,
                    std::vector<SettledTender>& payments);

/// Whether what of a sale is not paid by money may be taken: findGiftCards(), and of an invoice
/// Permission::Reserve and what it needs. Refuses as that does, and with customer_needed,
/// not_permitted, and as checkTerms does.
Result<void> checkWorth(Counter& counter, const SaleRequest& request,
                        std::vector<SettledTender>& payments);
/// Issues the invoice of a sale, as part of its act, after the order and before its payments, and
/// puts its id and number into the payment. Refuses as CustomerDirectory::sealFor does.
Result<void> issueInvoice(Counter& counter, Journal::Act& act, OrderId order, CustomerId customer,
                          const InvoiceTerms& terms, std::vector<SettledTender>& payments);

/// Gives worth that an order was paid with back as it came, as part of an act: onto the gift card
/// (the one that took its place, where it was replaced), or off the invoice by a credit note; does
/// nothing for other methods. `amount` is in minor units, above zero. Returns the subject that the
/// booking of the giving back belongs to (see accountSubject). What was paid of
/// an invoice already is then a credit, see giveInvoiceMoneyBack(). Refuses with unknown_invoice,
/// invoice_credited (fact: how much of it was not taken back yet).
Result<Uuid> giveBackWorth(Counter& counter, Journal::Act& act, OrderId order, PaymentMethod method,
                           const Uuid& subject, std::int64_t amount, const std::string& reason);
/// Ends the gift cards that an order sold, as part of the act that takes the order back. Refuses
/// with gift_card_used (a card is not worth what it was sold for any more), card_not_here.
Result<void> cancelGiftCards(Counter& counter, Journal::Act& act, OrderId order,
                             const std::string& reason);

/// Both of a whole order: its payments go back, its gift cards end. The booked payments then name
/// what they went back to.
Result<void> giveWorthBack(Counter& counter, Journal::Act& act, BookedOrder& booked,
                           const std::string& reason);

} // namespace foyer
