// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/worth_store.h"

#include "core/domain/journal/entry.h"

#include <algorithm>

namespace foyer {
namespace {

Currency currencyOf(const std::string& code)
{
    const auto currency = Currency::fromCode(code);
    if (!currency) {
        throw StorageFailure{storageError("bad_row",
                                          "A row is damaged. Run foyer-cli rebuild to make the "
                                          "tables again from the journal.")};
    }
    return *currency;
}

/// The history of a card, and what it makes of the card. A block is undone by a later unblocking;
/// nothing undoes the other two.
void readMoves(Database& database, OrganizerId organizer, GiftCard& card)
{
    bool isBlocked = false;
    database.each(
        "SELECT move.at, kind, move.amount, sale_order.code, note FROM gift_card_move AS move "
        "LEFT JOIN sale_order ON sale_order.organizer = move.organizer AND "
        "sale_order.id = move.sale_order WHERE move.organizer = ? AND card = ? "
        "ORDER BY move.at, move.replica, move.entry",
        {organizer, card.id}, [&](const DbRow& row) {
            const auto kind = giftMoveNamed(row.text(1)).value_or(GiftMoveKind::Redeemed);
            const Money amount{row.integer(2), card.balance.currency()};
            card.balance += amount;
            card.moves.push_back({HlcTime{row.integer(0)}.instant(), kind, amount,
                                  row.isNull(3) ? std::string{} : row.text(3), row.text(4)});
            if (kind == GiftMoveKind::Blocked || kind == GiftMoveKind::Unblocked) {
                isBlocked = kind == GiftMoveKind::Blocked;
            }
            const GiftCardState ended = kind == GiftMoveKind::Cancelled ? GiftCardState::Cancelled
                : kind == GiftMoveKind::Replaced                        ? GiftCardState::Replaced
                                                                        : GiftCardState::Active;
            card.state = std::max(card.state, ended);
        });
    card.state = std::max(card.state, isBlocked ? GiftCardState::Blocked : GiftCardState::Active);
}

void readInvoicePayments(Database& database, OrganizerId organizer, Invoice& invoice)
{
    const Currency currency = invoice.amount.currency();
    database.each("SELECT at, method, amount, reference FROM invoice_payment "
                  "WHERE organizer = ? AND invoice = ? ORDER BY at, id",
                  {organizer, invoice.id}, [&](const DbRow& row) {
                      const Money amount{row.integer(2), currency};
                      invoice.open -= amount;
                      invoice.payments.push_back(
                          {HlcTime{row.integer(0)}.instant(),
                           paymentMethodNamed(row.text(1)).value_or(PaymentMethod::Transfer),
                           amount, row.text(3)});
                  });
    database.each("SELECT amount FROM invoice WHERE organizer = ? AND cancels = ?",
                  {organizer, invoice.id}, [&](const DbRow& row) {
                      invoice.credited += Money{row.integer(0), currency};
                  });
    invoice.open -= invoice.credited;
}

constexpr const char* kInvoiceColumns =
    "SELECT invoice.id, series, number, sale_order, "
    "(SELECT code FROM sale_order AS sold WHERE sold.organizer = invoice.organizer AND "
    "sold.id = invoice.sale_order), customer, at, due_at, currency, amount, cancels, replica, "
    "recipient FROM invoice ";

StoredInvoice invoiceIn(const DbRow& row)
{
    const Money amount{row.integer(9), currencyOf(row.text(8))};
    StoredInvoice stored{.invoice = {.id = row.id<InvoiceId>(0),
                                     .number = invoiceNumber(row.text(1), row.integer(2)),
                                     .order = row.id<OrderId>(3),
                                     .orderCode = row.isNull(4) ? std::string{} : row.text(4),
                                     .customer = row.id<CustomerId>(5),
                                     .issuedAt = HlcTime{row.integer(6)}.instant(),
                                     .dueAt = Instant{row.integer(7)},
                                     .amount = amount,
                                     .open = amount,
                                     .credited = Money{0, amount.currency()},
                                     .cancels = {},
                                     .recipient = std::nullopt,
                                     .payments = {}},
                         .home = row.id<ReplicaId>(11),
                         .cancels = row.optionalId<InvoiceId>(10).value_or(InvoiceId{}),
                         .recipient = {}};
    const auto recipient = row.bytes(12);
    stored.recipient.assign(recipient.begin(), recipient.end());
    return stored;
}

template <typename IdType>
std::vector<IdType> readIds(Database& database, std::string_view sql, Params params)
{
    std::vector<IdType> ids;
    database.each(sql, params, [&](const DbRow& row) { ids.push_back(row.id<IdType>(0)); });
    return ids;
}

template <typename IdType>
std::optional<IdType> readId(Database& database, std::string_view sql, Params params)
{
    const auto ids = readIds<IdType>(database, sql, params);
    return ids.empty() ? std::nullopt : std::optional{ids.front()};
}

} // namespace

std::optional<StoredGiftCard> readGiftCard(Database& database, OrganizerId organizer, GiftCardId id)
{
    std::optional<StoredGiftCard> found;
    database.each(
        "SELECT tail, gift_card.currency, worth, gift_card.at, gift_card.replica, code FROM "
        "gift_card LEFT JOIN sale_order ON sale_order.organizer = gift_card.organizer "
        "AND sale_order.id = gift_card.sale_order "
        "WHERE gift_card.organizer = ? AND gift_card.id = ?",
        {organizer, id}, [&](const DbRow& row) {
            const Money worth{row.integer(2), currencyOf(row.text(1))};
            found =
                StoredGiftCard{.card = {.id = id,
                                        .tail = row.text(0),
                                        .worth = worth,
                                        .balance = worth,
                                        .issuedAt = HlcTime{row.integer(3)}.instant(),
                                        .orderCode = row.isNull(5) ? std::string{} : row.text(5),
                                        .moves = {}},
                               .home = row.id<ReplicaId>(4),
                               .replacedBy = std::nullopt};
        });
    if (found) {
        readMoves(database, organizer, found->card);
        found->replacedBy = readId<GiftCardId>(
            database,
            "SELECT id FROM gift_card WHERE organizer = ? AND replaces = ? ORDER BY at, id LIMIT 1",
            {organizer, id});
    }
    return found;
}

std::optional<GiftCardId> readGiftCardByHash(Database& database, OrganizerId organizer,
                                             const Bytes& codeHash)
{
    return readId<GiftCardId>(
        database, "SELECT id FROM gift_card WHERE organizer = ? AND code_hash = ? ORDER BY id",
        {organizer, codeHash});
}

std::vector<GiftCardId> readGiftCards(Database& database, OrganizerId organizer,
                                      const std::string& tail, std::size_t limit)
{
    const auto most = static_cast<std::int64_t>(limit);
    return tail.empty()
        ? readIds<GiftCardId>(database,
                              "SELECT id FROM gift_card WHERE organizer = ? "
                              "ORDER BY at DESC, id DESC LIMIT ?",
                              {organizer, most})
        : readIds<GiftCardId>(database,
                              "SELECT id FROM gift_card WHERE organizer = ? AND tail = ? "
                              "ORDER BY at DESC, id DESC LIMIT ?",
                              {organizer, tail, most});
}

std::vector<GiftCardId> readGiftCardsOf(Database& database, OrganizerId organizer, OrderId order)
{
    return readIds<GiftCardId>(
        database, "SELECT id FROM gift_card WHERE organizer = ? AND sale_order = ? ORDER BY id",
        {organizer, order});
}

std::optional<std::int64_t> readLeftAfter(Database& database, OrganizerId organizer, OrderId order,
                                          GiftCardId card)
{
    return database.integer("SELECT balance_left FROM gift_card_move WHERE organizer = ? AND "
                            "sale_order = ? AND card = ? AND kind = 'redeemed' "
                            "ORDER BY at DESC LIMIT 1",
                            {organizer, order, card});
}

std::int64_t readGiftCardLiability(Database& database, OrganizerId organizer, Currency currency)
{
    const auto sum = [&](std::string_view sql) {
        return database.integer(sql, {organizer, currency.code()}).value_or(0);
    };
    return sum("SELECT sum(worth) FROM gift_card WHERE organizer = ? AND currency = ?") +
        sum("SELECT sum(amount) FROM gift_card_move WHERE organizer = ? AND currency = ?");
}

std::optional<StoredInvoice> readInvoice(Database& database, OrganizerId organizer, InvoiceId id)
{
    static const std::string kSql =
        std::string{kInvoiceColumns} + "WHERE invoice.organizer = ? AND invoice.id = ?";
    std::optional<StoredInvoice> found;
    database.each(kSql, {organizer, id}, [&](const DbRow& row) { found = invoiceIn(row); });
    if (!found) {
        return found;
    }
    if (found->cancels.isNil()) {
        readInvoicePayments(database, organizer, found->invoice);
        return found;
    }
    found->invoice.open = Money{0, found->invoice.amount.currency()};
    database.each("SELECT series, number FROM invoice WHERE organizer = ? AND id = ?",
                  {organizer, found->cancels}, [&](const DbRow& row) {
                      found->invoice.cancels = invoiceNumber(row.text(0), row.integer(1));
                  });
    return found;
}

std::optional<InvoiceId> readInvoiceByNumber(Database& database, OrganizerId organizer,
                                             const std::string& series, std::int64_t number)
{
    return readId<InvoiceId>(
        database,
        "SELECT id FROM invoice WHERE organizer = ? AND series = ? AND number = ? ORDER BY at, id",
        {organizer, series, number});
}

std::vector<InvoiceId> readInvoicesOf(Database& database, OrganizerId organizer, OrderId order)
{
    return readIds<InvoiceId>(database,
                              "SELECT id FROM invoice WHERE organizer = ? AND sale_order = ? "
                              "ORDER BY at, id",
                              {organizer, order});
}

std::vector<InvoiceId> readInvoices(Database& database, OrganizerId organizer, bool onlyOpen,
                                    std::size_t limit)
{
    const auto most = static_cast<std::int64_t>(limit);
    if (!onlyOpen) {
        return readIds<InvoiceId>(
            database, "SELECT id FROM invoice WHERE organizer = ? ORDER BY at DESC, id LIMIT ?",
            {organizer, most});
    }
    return readIds<InvoiceId>(
        database,
        "SELECT id FROM invoice WHERE organizer = ? AND cancels IS NULL AND amount <> "
        "(SELECT coalesce(sum(amount), 0) FROM invoice_payment AS paid WHERE "
        "paid.organizer = invoice.organizer AND paid.invoice = invoice.id) + "
        "(SELECT coalesce(sum(amount), 0) FROM invoice AS note WHERE "
        "note.organizer = invoice.organizer AND note.cancels = invoice.id) "
        "ORDER BY due_at, id LIMIT ?",
        {organizer, most});
}

bool isInvoicePaymentKnown(Database& database, OrganizerId organizer, PaymentId payment)
{
    return database
        .integer("SELECT 1 FROM invoice_payment WHERE organizer = ? AND id = ?",
                 {organizer, payment})
        .has_value();
}

std::int64_t readLastInvoiceNumber(Database& database, OrganizerId organizer, ReplicaId replica,
                                   const std::string& series)
{
    return database
        .integer("SELECT number FROM invoice WHERE organizer = ? AND series = ? AND replica = ? "
                 "ORDER BY number DESC LIMIT 1",
                 {organizer, series, replica})
        .value_or(0);
}

} // namespace foyer
