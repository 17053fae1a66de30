// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/provider_payment_store.h"

#include "core/domain/journal/entry.h"

#include <algorithm>
#include <string>

namespace foyer {
namespace {

constexpr const char* kColumns =
    "SELECT id, sale_order, replica, epoch, sequence, asked_at, way, provider, reader, currency, "
    "amount, expires_at, cancel_asked_at, settled_at, settled_amount, reference, ended_at, ended, "
    "reason FROM provider_payment ";

std::optional<Instant> momentIn(const DbRow& row, int column)
{
    const auto at = row.optionalInteger(column);
    return at ? std::optional{HlcTime{*at}.instant()} : std::nullopt;
}

ProviderPayment paymentIn(const DbRow& row)
{
    // The currency of what was not asked for yet is that of nothing.
    const auto currency = row.isNull(9) ? std::nullopt : Currency::fromCode(row.text(9));
    ProviderPayment payment{.currency = currency.value_or(*Currency::fromCode("EUR"))};
    payment.id = row.id<PaymentId>(0);
    payment.order = row.id<OrderId>(1);
    if (!row.isNull(2)) {
        payment.asked = {row.id<ReplicaId>(2), row.integer(3), row.integer(4),
                         HlcTime{row.integer(5)}.instant()};
        payment.way = paymentWayNamed(row.text(6)).value_or(PaymentWay::Link);
        payment.provider = row.text(7);
        payment.reader = row.text(8);
        payment.amount = row.integer(10);
        payment.expiresAt = Instant{row.integer(11)};
    }
    payment.cancelAskedAt = momentIn(row, 12);
    payment.settledAt = momentIn(row, 13);
    if (payment.settledAt) {
        payment.settledAmount = row.integer(14);
        payment.reference = row.text(15);
    }
    payment.endedAt = momentIn(row, 16);
    if (payment.endedAt) {
        payment.end = paymentEndNamed(row.text(17)).value_or(PaymentEnd::Failed);
        payment.reason = row.text(18);
    }
    return payment;
}

/// What the other tables say of it.
void complete(Database& database, OrganizerId organizer, ProviderPayment& payment)
{
    database.each("SELECT refund, at, amount, outcome, reason FROM provider_refund "
                  "WHERE organizer = ? AND payment = ? ORDER BY at, entry",
                  {organizer, payment.id}, [&](const DbRow& row) {
                      ProviderRefund refund{
                          row.id<PaymentId>(0), HlcTime{row.integer(1)}.instant(), row.integer(2),
                          refundOutcomeNamed(row.text(3)).value_or(RefundOutcome::Failed),
                          row.text(4)};
                      std::erase_if(payment.refunds, [&](const ProviderRefund& earlier) {
                          return earlier.refund == refund.refund;
                      });
                      payment.refunds.push_back(std::move(refund));
                  });
    payment.awaited = readAwaited(database, organizer, payment.id);
}

void completeAll(Database& database, OrganizerId organizer, std::vector<ProviderPayment>& payments)
{
    for (ProviderPayment& payment : payments) {
        complete(database, organizer, payment);
    }
}

} // namespace

std::int64_t readAwaited(Database& database, OrganizerId organizer, PaymentId payment)
{
    return database
        .integer("SELECT sum(amount) FROM ledger_line WHERE organizer = ? AND subject = ? AND "
                 "account = 'awaited'",
                 {organizer, payment})
        .value_or(0);
}

std::optional<ProviderPayment> readProviderPayment(Database& database, OrganizerId organizer,
                                                   PaymentId payment)
{
    static const std::string kSql = std::string{kColumns} + "WHERE organizer = ? AND id = ?";
    std::optional<ProviderPayment> found;
    database.each(kSql, {organizer, payment}, [&](const DbRow& row) { found = paymentIn(row); });
    if (found) {
        complete(database, organizer, *found);
    }
    return found;
}

std::vector<ProviderPayment> readProviderPaymentsOf(Database& database, OrganizerId organizer,
                                                    OrderId order)
{
    static const std::string kSql =
        std::string{kColumns} + "WHERE organizer = ? AND sale_order = ? ORDER BY id";
    std::vector<ProviderPayment> found;
    database.each(kSql, {organizer, order},
                  [&](const DbRow& row) { found.push_back(paymentIn(row)); });
    completeAll(database, organizer, found);
    return found;
}

std::vector<ProviderPayment> readOpenProviderPayments(Database& database, OrganizerId organizer,
                                                      std::optional<ReplicaId> replica,
                                                      std::size_t limit)
{
    static const std::string kOpen =
        std::string{kColumns} + "WHERE organizer = ? AND settled_at IS NULL AND ended_at IS NULL ";
    static const std::string kAll = kOpen + "AND replica IS NOT NULL ORDER BY id LIMIT ?";
    static const std::string kHere = kOpen + "AND replica = ? ORDER BY id LIMIT ?";
    std::vector<ProviderPayment> found;
    const auto most = static_cast<std::int64_t>(limit);
    const auto take = [&](const DbRow& row) { found.push_back(paymentIn(row)); };
    if (replica) {
        database.each(kHere, {organizer, *replica, most}, take);
    } else {
        database.each(kAll, {organizer, most}, take);
    }
    completeAll(database, organizer, found);
    return found;
}

std::map<PaymentId, std::int64_t> readPaidInstead(Database& database, OrganizerId organizer,
                                                  OrderId order)
{
    std::map<PaymentId, std::int64_t> paid;
    database.each("SELECT instead, amount FROM payment_instead WHERE organizer = ? AND "
                  "sale_order = ?",
                  {organizer, order},
                  [&](const DbRow& row) { paid[row.id<PaymentId>(0)] += row.integer(1); });
    return paid;
}

std::map<std::string, std::int64_t> readAwaitedByOrder(Database& database, OrganizerId organizer)
{
    std::map<std::string, std::int64_t> awaited;
    database.each(
        "SELECT sale_order.code, sum(ledger_line.amount) FROM provider_payment "
        "JOIN sale_order ON sale_order.organizer = provider_payment.organizer AND "
        "sale_order.id = provider_payment.sale_order "
        "JOIN ledger_line ON ledger_line.organizer = provider_payment.organizer AND "
        "ledger_line.subject = provider_payment.id AND ledger_line.account = 'awaited' "
        "WHERE provider_payment.organizer = ? AND provider_payment.settled_at IS NULL "
        "GROUP BY sale_order.code, provider_payment.id HAVING sum(ledger_line.amount) > 0 "
        "ORDER BY sale_order.code",
        {organizer}, [&](const DbRow& row) { awaited[row.text(0)] += row.integer(1); });
    return awaited;
}

std::vector<PaymentOffer> readPaymentOffers(Database& database, OrganizerId organizer)
{
    std::vector<PaymentOffer> offers;
    database.each(
        "SELECT provider, way, reader, name, wait_ms FROM payment_offer WHERE organizer = ? "
        "ORDER BY provider, way, name, reader",
        {organizer}, [&](const DbRow& row) {
            if (offers.empty() || offers.back().provider != row.text(0)) {
                offers.push_back({row.text(0), false, {}, row.integer(4)});
            }
            if (row.text(1) == paymentWayName(PaymentWay::Link)) {
                offers.back().takesLinks = true;
            } else {
                offers.back().readers.push_back({row.text(2), row.text(3)});
            }
        });
    return offers;
}

void storePaymentOffers(Database& database, OrganizerId organizer,
                        const std::vector<PaymentOffer>& offers)
{
    const auto keep = [&](const PaymentOffer& offer, PaymentWay way,
                          const PaymentOffer::Reader& reader) {
        database.run("INSERT INTO payment_offer (organizer, provider, way, reader, name, "
                     "wait_ms) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                     {organizer, offer.provider, paymentWayName(way), reader.id, reader.name,
                      offer.waitMs});
    };
    database.run("DELETE FROM payment_offer WHERE organizer = ?", {organizer});
    for (const PaymentOffer& offer : offers) {
        if (offer.takesLinks) {
            keep(offer, PaymentWay::Link, {});
        }
        for (const PaymentOffer::Reader& reader : offer.readers) {
            keep(offer, PaymentWay::Reader, reader);
        }
    }
}

} // namespace foyer
