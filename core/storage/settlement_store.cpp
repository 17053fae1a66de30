// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/settlement_store.h"

#include <algorithm>

namespace foyer {
namespace {

Money moneyOf(const std::string& currency, std::int64_t minor)
{
    return {minor, Currency::fromCode(currency).value_or(*Currency::fromCode("EUR"))};
}

SettlementCase caseIn(const DbRow& row)
{
    const std::string currency = row.text(5);
    const auto ended = row.optionalInteger(9);
    return {.organizer = row.id<OrganizerId>(0),
            .provider = row.text(1),
            .kind = row.text(2),
            .subject = row.text(3),
            .payment = row.optionalId<PaymentId>(4),
            .here = moneyOf(currency, row.integer(6)),
            .there = moneyOf(currency, row.integer(7)),
            .openedAt = Instant{row.integer(8)},
            .endedAt = ended ? std::optional{Instant{*ended}} : std::nullopt,
            .endedBy = row.optionalId<UserId>(10).value_or(UserId{}),
            .note = row.text(11)};
}

} // namespace

void storeSettlementLine(Database& database, const SettlementRow& line)
{
    database.run("INSERT INTO settlement_line (organizer, provider, reference, type, payment, "
                 "payment_reference, currency, gross, fee, net, at, payout, is_test) VALUES "
                 "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, provider, "
                 "reference) DO UPDATE SET type = excluded.type, payment = excluded.payment, "
                 "payment_reference = excluded.payment_reference, currency = excluded.currency, "
                 "gross = excluded.gross, fee = excluded.fee, net = excluded.net, "
                 "at = excluded.at, payout = excluded.payout",
                 {line.organizer, line.provider, line.reference, line.type, line.payment,
                  line.paymentReference, line.gross.currency().code(), line.gross.minor(),
                  line.fee.minor(), line.net.minor(), line.at.ms, line.payout,
                  line.isTest ? 1 : 0});
}

std::vector<SettlementRow> readSettlementLines(Database& database, OrganizerId organizer,
                                               std::string_view provider, Instant from, Instant to)
{
    std::vector<SettlementRow> lines;
    database.each("SELECT organizer, provider, reference, type, payment, payment_reference, "
                  "currency, gross, fee, net, at, payout FROM settlement_line WHERE "
                  "organizer = ? AND provider = ? AND at >= ? AND at < ? ORDER BY at, reference",
                  {organizer, provider, from.ms, to.ms}, [&](const DbRow& row) {
                      const std::string currency = row.text(6);
                      lines.push_back({row.id<OrganizerId>(0), row.text(1), row.text(2),
                                       row.text(3), row.optionalId<PaymentId>(4), row.text(5),
                                       moneyOf(currency, row.integer(7)),
                                       moneyOf(currency, row.integer(8)),
                                       moneyOf(currency, row.integer(9)), Instant{row.integer(10)},
                                       row.text(11)});
                  });
    return lines;
}

std::int64_t sumOfLines(Database& database, OrganizerId organizer, PaymentId payment,
                        std::string_view type)
{
    return database
        .integer("SELECT sum(gross) FROM settlement_line WHERE organizer = ? AND payment = ? AND "
                 "type = ?",
                 {organizer, payment, type})
        .value_or(0);
}

std::int64_t netOfPayout(Database& database, OrganizerId organizer, std::string_view provider,
                         std::string_view payout)
{
    return database
        .integer("SELECT sum(net) FROM settlement_line WHERE organizer = ? AND provider = ? AND "
                 "payout = ? AND payout <> '' AND type <> 'payout'",
                 {organizer, provider, payout})
        .value_or(0);
}

std::vector<MissingLine> readPaymentsWithoutLine(Database& database, OrganizerId organizer,
                                                 std::string_view provider, Instant from,
                                                 Instant to)
{
    std::vector<MissingLine> missing;
    database.each("SELECT id, reference, currency, settled_amount FROM provider_payment WHERE "
                  "organizer = ? AND settled_at >= ? AND settled_at < ? AND provider = ? AND "
                  "currency IS NOT NULL AND NOT "
                  "EXISTS (SELECT 1 FROM settlement_line WHERE settlement_line.organizer = "
                  "provider_payment.organizer AND settlement_line.payment = provider_payment.id "
                  "AND settlement_line.type = 'payment') ORDER BY settled_at, id",
                  {organizer, from.ms << 16, to.ms << 16, provider}, [&](const DbRow& row) {
                      missing.push_back({row.id<PaymentId>(0), row.text(1),
                                         moneyOf(row.text(2), row.integer(3))});
                  });
    return missing;
}

std::int64_t readRefunded(Database& database, OrganizerId organizer, PaymentId payment)
{
    return database
        .integer("SELECT sum(CASE outcome WHEN 'done' THEN amount WHEN 'bounced' THEN -amount "
                 "ELSE 0 END) FROM provider_refund WHERE organizer = ? AND payment = ?",
                 {organizer, payment})
        .value_or(0);
}

void storeAccountCompared(Database& database, const SettlementAccount& account)
{
    database.run("INSERT INTO settlement_account (organizer, provider, compared_at, problem) "
                 "VALUES (?, ?, ?, '') ON CONFLICT (organizer, provider) DO UPDATE SET "
                 "compared_at = excluded.compared_at, problem = ''",
                 {account.organizer, account.provider, account.comparedAt->ms});
}

void storeAccountProblem(Database& database, const SettlementAccount& account)
{
    database.run("INSERT INTO settlement_account (organizer, provider, problem) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer, provider) DO UPDATE SET problem = excluded.problem",
                 {account.organizer, account.provider, account.problem});
}

std::vector<SettlementAccount> readAccounts(Database& database, OrganizerId organizer)
{
    std::vector<SettlementAccount> accounts;
    database.each("SELECT provider, compared_at, problem FROM settlement_account WHERE "
                  "organizer = ? ORDER BY provider",
                  {organizer}, [&](const DbRow& row) {
                      const auto at = row.optionalInteger(1);
                      accounts.push_back({organizer, row.text(0),
                                          at ? std::optional{Instant{*at}} : std::nullopt,
                                          row.text(2)});
                  });
    return accounts;
}

void storeCase(Database& database, const SettlementCase& found)
{
    database.run("INSERT INTO settlement_case (organizer, provider, kind, subject, payment, "
                 "currency, here, there, opened_at, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '') "
                 "ON CONFLICT (organizer, provider, kind, subject) DO UPDATE SET "
                 "payment = excluded.payment, currency = excluded.currency, "
                 "here = excluded.here, there = excluded.there, "
                 "opened_at = CASE WHEN settlement_case.ended_at IS NULL "
                 "THEN settlement_case.opened_at ELSE excluded.opened_at END, "
                 "ended_at = NULL, ended_by = NULL, note = '' "
                 "WHERE settlement_case.ended_at IS NULL OR settlement_case.ended_by IS NULL OR "
                 "settlement_case.here <> excluded.here OR settlement_case.there <> excluded.there",
                 {found.organizer, found.provider, found.kind, found.subject, found.payment,
                  found.there.currency().code(), found.here.minor(), found.there.minor(),
                  found.openedAt.ms});
}

void endCase(Database& database, OrganizerId organizer, std::string_view provider,
             std::string_view kind, std::string_view subject, Instant at)
{
    database.run("UPDATE settlement_case SET ended_at = ? WHERE organizer = ? AND provider = ? "
                 "AND kind = ? AND subject = ? AND ended_at IS NULL",
                 {at.ms, organizer, provider, kind, subject});
}

bool endCaseWithNote(Database& database, const SettlementCase& ended)
{
    return database.run("UPDATE settlement_case SET ended_at = ?, ended_by = ?, note = ? WHERE "
                        "organizer = ? AND provider = ? AND kind = ? AND subject = ? AND "
                        "ended_at IS NULL",
                        {ended.endedAt->ms, ended.endedBy, ended.note, ended.organizer,
                         ended.provider, ended.kind, ended.subject}) > 0;
}

std::vector<SettlementCase> readOpenCases(Database& database, OrganizerId organizer)
{
    std::vector<SettlementCase> cases;
    database.each("SELECT organizer, provider, kind, subject, payment, currency, here, there, "
                  "opened_at, ended_at, ended_by, note FROM settlement_case WHERE organizer = ? "
                  "AND ended_at IS NULL ORDER BY opened_at, provider, kind, subject",
                  {organizer}, [&](const DbRow& row) { cases.push_back(caseIn(row)); });
    return cases;
}

} // namespace foyer
