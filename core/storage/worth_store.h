// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/gift_card.h"
#include "core/domain/sales/invoice.h"
#include "core/domain/sales/worth_entries.h"
#include "core/storage/database.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads gift cards and invoices. All functions throw StorageFailure.

/// A card with its history, without `isHome`; nothing where it is not known.
struct StoredGiftCard {
    GiftCard card;
    ReplicaId home;
    std::optional<GiftCardId> replacedBy;
};
std::optional<StoredGiftCard> readGiftCard(Database& database, OrganizerId organizer,
                                           GiftCardId id);
std::optional<GiftCardId> readGiftCardByHash(Database& database, OrganizerId organizer,
                                             const Bytes& codeHash);
/// Those whose code ends so; all of them where `tail` is empty. The latest first.
std::vector<GiftCardId> readGiftCards(Database& database, OrganizerId organizer,
                                      const std::string& tail, std::size_t limit);
/// Those that were sold with an order, in the order of their ids.
std::vector<GiftCardId> readGiftCardsOf(Database& database, OrganizerId organizer, OrderId order);
/// What was left on a card after it paid for an order; nothing where it did not.
std::optional<std::int64_t> readLeftAfter(Database& database, OrganizerId organizer, OrderId order,
                                          GiftCardId card);
/// The sum of all balances: what the house owes the holders of its cards, in minor units.
std::int64_t readGiftCardLiability(Database& database, OrganizerId organizer, Currency currency);

/// An invoice or a credit note, its recipient still sealed.
struct StoredInvoice {
    Invoice invoice; ///< without recipient
    ReplicaId home;
    InvoiceId cancels; ///< of a credit note; else nil
    Bytes recipient;
};
std::optional<StoredInvoice> readInvoice(Database& database, OrganizerId organizer, InvoiceId id);
std::optional<InvoiceId> readInvoiceByNumber(Database& database, OrganizerId organizer,
                                             const std::string& series, std::int64_t number);
/// The invoices and credit notes of an order, in the order they were issued.
std::vector<InvoiceId> readInvoicesOf(Database& database, OrganizerId organizer, OrderId order);
/// The latest first; `onlyOpen`: those that are still to be paid, or of which money is to be given
/// back, the longest due first.
std::vector<InvoiceId> readInvoices(Database& database, OrganizerId organizer, bool onlyOpen,
                                    std::size_t limit);
/// Whether money for an invoice was recorded under this id.
bool isInvoicePaymentKnown(Database& database, OrganizerId organizer, PaymentId payment);
/// The last number used of a series of invoices at a replica.
std::int64_t readLastInvoiceNumber(Database& database, OrganizerId organizer, ReplicaId replica,
                                   const std::string& series);

} // namespace foyer
