// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/payment_work_store.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::string_view kColumns =
    "organizer, payment, sale_order, provider, way, reader, currency, amount, expires_at, made_at, "
    "token, cancel_asked, state, reference, money_reference, page, is_presented, is_settled, "
    "is_ended, unanswered, problem, held";

constexpr auto kRefundStates =
    std::to_array<std::string_view>({"made", "in_transit", "done", "failed", "given_up"});

Money moneyIn(const DbRow& row, int currency, int amount)
{
    const auto known = Currency::fromCode(row.text(currency));
    return {row.integer(amount), known.value_or(*Currency::fromCode("EUR"))};
}

PaymentWork workIn(const DbRow& row)
{
    return {.organizer = row.id<OrganizerId>(0),
            .payment = row.id<PaymentId>(1),
            .order = row.id<OrderId>(2),
            .provider = row.text(3),
            .way = paymentWayNamed(row.text(4)).value_or(PaymentWay::Link),
            .reader = row.text(5),
            .amount = moneyIn(row, 6, 7),
            .expiresAt = Instant{row.integer(8)},
            .madeAt = Instant{row.integer(9)},
            .token = row.uuid(10),
            .isCancelAsked = row.integer(11) != 0,
            .state = row.text(12),
            .reference = row.isNull(13) ? std::string{} : row.text(13),
            .moneyReference = row.isNull(14) ? std::string{} : row.text(14),
            .page = row.text(15),
            .isPresented = row.integer(16) != 0,
            .isSettled = row.integer(17) != 0,
            .isEnded = row.integer(18) != 0,
            .unanswered = row.integer(19),
            .problem = row.text(20),
            .held = row.text(21)};
}

constexpr std::string_view kRefundColumns =
    "organizer, refund, payment, currency, amount, made_at, state, reference, reason";

RefundWork refundIn(const DbRow& row)
{
    const auto* const state = std::ranges::find(kRefundStates, row.text(6));
    return {row.id<OrganizerId>(0),
            row.id<PaymentId>(1),
            row.id<PaymentId>(2),
            moneyIn(row, 3, 4),
            Instant{row.integer(5)},
            static_cast<RefundWorkState>(state - kRefundStates.begin()),
            row.text(7),
            row.text(8)};
}

std::optional<std::string> orNull(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

std::string selecting(std::string_view where)
{
    return "SELECT " + std::string{kColumns} + " FROM provider_payment_work WHERE " +
        std::string{where};
}

std::optional<PaymentWork> readOne(Database& database, const std::string& sql, Params params)
{
    std::optional<PaymentWork> work;
    database.each(sql, params, [&](const DbRow& row) { work = workIn(row); });
    return work;
}

} // namespace

bool addPaymentWork(Database& database, const PaymentWork& work)
{
    return database.run(
               "INSERT INTO provider_payment_work (organizer, payment, sale_order, provider, way, "
               "reader, currency, amount, expires_at, made_at, token, cancel_asked, state, page, "
               "is_presented, is_settled, is_ended, unanswered, problem, held) VALUES "
               "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '', 0, 0, 0, 0, '', '') "
               "ON CONFLICT (organizer, payment) DO NOTHING",
               {work.organizer, work.payment, work.order, work.provider, paymentWayName(work.way),
                work.reader, work.amount.currency().code(), work.amount.minor(), work.expiresAt.ms,
                work.madeAt.ms, work.token, work.state}) > 0;
}

void storePaymentWork(Database& database, const PaymentWork& work)
{
    database.run(
        "UPDATE provider_payment_work SET state = ?, reference = ?, money_reference = ?, page = ?, "
        "is_presented = ?, is_settled = ?, is_ended = ?, unanswered = ?, problem = ?, "
        "held = ? WHERE organizer = ? AND payment = ?",
        {work.state, orNull(work.reference), orNull(work.moneyReference), work.page,
         std::int64_t{work.isPresented}, std::int64_t{work.isSettled}, std::int64_t{work.isEnded},
         work.unanswered, work.problem, work.held, work.organizer, work.payment});
}

void noteCancelAsked(Database& database, OrganizerId organizer, PaymentId payment)
{
    database.run("UPDATE provider_payment_work SET cancel_asked = 1 WHERE organizer = ? AND "
                 "payment = ?",
                 {organizer, payment});
}

std::optional<PaymentWork> readPaymentWork(Database& database, OrganizerId organizer,
                                           PaymentId payment)
{
    static const std::string kSql = selecting("organizer = ? AND payment = ?");
    return readOne(database, kSql, {organizer, payment});
}

std::optional<PaymentWork> readPaymentWorkByToken(Database& database, const Uuid& token)
{
    static const std::string kSql = selecting("token = ?");
    return readOne(database, kSql, {token});
}

std::optional<PaymentWork> readPaymentWorkByReference(Database& database, std::string_view provider,
                                                      std::string_view reference)
{
    static const std::string kByOwn = selecting("provider = ? AND reference = ?");
    static const std::string kByMoney = selecting("provider = ? AND money_reference = ?");
    auto work = readOne(database, kByOwn, {provider, reference});
    return work ? work : readOne(database, kByMoney, {provider, reference});
}

std::optional<PaymentWork> readPaymentWorkOf(Database& database, std::string_view provider,
                                             PaymentId payment)
{
    static const std::string kSql = selecting("payment = ? AND provider = ?");
    return readOne(database, kSql, {payment, provider});
}

std::vector<PaymentWork> readHeldPayments(Database& database, OrganizerId organizer)
{
    static const std::string kSql = selecting("organizer = ? AND held <> '' ORDER BY payment");
    std::vector<PaymentWork> held;
    database.each(kSql, {organizer}, [&](const DbRow& row) { held.push_back(workIn(row)); });
    return held;
}

std::vector<PaymentWork> readPartlyPaid(Database& database, OrganizerId organizer,
                                        std::string_view provider)
{
    static const std::string kSql =
        selecting("organizer = ? AND provider = ? AND is_ended = 1 AND is_settled = 0 AND EXISTS "
                  "(SELECT 1 FROM bank_share WHERE bank_share.organizer = "
                  "provider_payment_work.organizer AND bank_share.target = "
                  "provider_payment_work.payment) ORDER BY payment");
    std::vector<PaymentWork> ended;
    database.each(kSql, {organizer, provider},
                  [&](const DbRow& row) { ended.push_back(workIn(row)); });
    return ended;
}

void addProviderCall(Database& database, const ProviderCallRow& call)
{
    database.run("INSERT INTO provider_call (organizer, idempotency_key, payment, what, refund, "
                 "content, made_at, sent, answer) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '')",
                 {call.organizer, call.key, call.payment, call.what, call.refund, call.content,
                  call.madeAt.ms});
}

void noteCallSent(Database& database, const ProviderCallRow& call)
{
    database.run("UPDATE provider_call SET sent = sent + 1 WHERE organizer = ? AND "
                 "idempotency_key = ?",
                 {call.organizer, call.key});
}

void noteCallAnswered(Database& database, const ProviderCallRow& call, Instant at,
                      std::string_view answer)
{
    database.run("UPDATE provider_call SET answered_at = ?, answer = ? WHERE organizer = ? AND "
                 "idempotency_key = ?",
                 {at.ms, answer, call.organizer, call.key});
}

std::optional<Instant> readLastAnswer(Database& database, OrganizerId organizer, PaymentId payment,
                                      std::string_view what)
{
    const auto at = database.integer("SELECT max(answered_at) FROM provider_call WHERE "
                                     "organizer = ? AND payment = ? AND what = ?",
                                     {organizer, payment, what});
    return at ? std::optional{Instant{*at}} : std::nullopt;
}

std::int64_t countCalls(Database& database, OrganizerId organizer, PaymentId payment,
                        std::string_view what)
{
    return database
        .integer("SELECT count(*) FROM provider_call WHERE organizer = ? AND payment = ? AND "
                 "what = ?",
                 {organizer, payment, what})
        .value_or(0);
}

std::optional<std::string> readRefundAnswer(Database& database, OrganizerId organizer,
                                            PaymentId refund)
{
    std::optional<std::string> answer;
    database.each("SELECT answer FROM provider_call WHERE organizer = ? AND payment = (SELECT "
                  "payment FROM provider_refund_work WHERE organizer = ? AND refund = ?) AND "
                  "refund = ? AND answered_at IS NOT NULL ORDER BY answered_at DESC LIMIT 1",
                  {organizer, organizer, refund, refund},
                  [&](const DbRow& row) { answer = row.text(0); });
    return answer;
}

std::optional<ProviderCallRow> readOpenCall(Database& database, OrganizerId organizer,
                                            PaymentId payment)
{
    std::optional<ProviderCallRow> call;
    database.each("SELECT organizer, idempotency_key, payment, what, refund, content, made_at, "
                  "sent FROM provider_call WHERE organizer = ? AND payment = ? AND "
                  "answered_at IS NULL ORDER BY made_at, idempotency_key LIMIT 1",
                  {organizer, payment}, [&](const DbRow& row) {
                      call = {row.id<OrganizerId>(0),       row.text(1),
                              row.id<PaymentId>(2),         row.text(3),
                              row.optionalId<PaymentId>(4), row.bytes(5),
                              Instant{row.integer(6)},      row.integer(7)};
                  });
    return call;
}

void storeRefundWork(Database& database, const RefundWork& refund)
{
    database.run("INSERT INTO provider_refund_work (organizer, refund, payment, currency, amount, "
                 "made_at, state, reference, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (organizer, refund) DO UPDATE SET state = excluded.state, "
                 "reference = excluded.reference, reason = excluded.reason",
                 {refund.organizer, refund.refund, refund.payment, refund.amount.currency().code(),
                  refund.amount.minor(), refund.madeAt.ms,
                  kRefundStates.at(static_cast<std::size_t>(refund.state)), refund.reference,
                  refund.reason});
}

std::vector<RefundWork> readRefundWork(Database& database, OrganizerId organizer, PaymentId payment)
{
    static const std::string kSql = "SELECT " + std::string{kRefundColumns} +
        " FROM provider_refund_work WHERE organizer = ? AND payment = ? ORDER BY made_at, refund";
    std::vector<RefundWork> refunds;
    database.each(kSql, {organizer, payment},
                  [&](const DbRow& row) { refunds.push_back(refundIn(row)); });
    return refunds;
}

std::vector<RefundWork> readFailedRefunds(Database& database, OrganizerId organizer)
{
    static const std::string kSql = "SELECT " + std::string{kRefundColumns} +
        " FROM provider_refund_work WHERE organizer = ? AND state = 'failed' "
        "ORDER BY made_at, refund";
    std::vector<RefundWork> refunds;
    database.each(kSql, {organizer}, [&](const DbRow& row) { refunds.push_back(refundIn(row)); });
    return refunds;
}

bool storeDispute(Database& database, const DisputeRow& dispute)
{
    return database.run(
               "INSERT INTO provider_dispute (organizer, provider, reference, payment, currency, "
               "amount, state, reason, due_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (organizer, provider, reference) DO UPDATE SET state = excluded.state, "
               "reason = excluded.reason, due_by = excluded.due_by "
               "WHERE provider_dispute.state <> excluded.state",
               {dispute.organizer, dispute.provider, dispute.reference, dispute.payment,
                dispute.amount.currency().code(), dispute.amount.minor(), dispute.state,
                dispute.reason, dispute.dueBy ? std::optional{dispute.dueBy->ms} : std::nullopt}) >
        0;
}

std::vector<DisputeRow> readDisputes(Database& database, OrganizerId organizer)
{
    std::vector<DisputeRow> disputes;
    database.each("SELECT organizer, provider, reference, payment, currency, amount, state, "
                  "reason, due_by FROM provider_dispute WHERE organizer = ? "
                  "ORDER BY provider, reference",
                  {organizer}, [&](const DbRow& row) {
                      const auto due = row.optionalInteger(8);
                      disputes.push_back({row.id<OrganizerId>(0), row.text(1), row.text(2),
                                          row.id<PaymentId>(3), moneyIn(row, 4, 5), row.text(6),
                                          row.text(7),
                                          due ? std::optional{Instant{*due}} : std::nullopt});
                  });
    return disputes;
}

bool addProviderEvent(Database& database, const ProviderEvent& event)
{
    return database.run("INSERT INTO provider_event (organizer, provider, event, received_at, "
                        "reference, body) VALUES (?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (organizer, provider, event) DO NOTHING",
                        {event.organizer, event.provider, event.event, event.receivedAt.ms,
                         event.reference, event.body}) > 0;
}

std::optional<Instant> readLastEventAt(Database& database, std::string_view provider)
{
    const auto at =
        database.integer("SELECT max(received_at) FROM provider_event WHERE provider = ?",
                         {provider});
    return at ? std::optional{Instant{*at}} : std::nullopt;
}

std::int64_t forgetProviderEvents(Database& database, std::string_view provider, Instant before)
{
    return database.run("DELETE FROM provider_event WHERE provider = ? AND received_at < ?",
                        {provider, before.ms});
}

} // namespace foyer
