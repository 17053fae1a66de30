// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/bank_store.h"

namespace foyer {
namespace {

Money moneyIn(const DbRow& row, int currency, int amount)
{
    const auto known = Currency::fromCode(row.text(currency));
    return {row.integer(amount), known.value_or(*Currency::fromCode("EUR"))};
}

constexpr std::string_view kLines =
    "SELECT organizer, id, provider, form, at, taken_at, currency, amount, is_reversal, named, "
    "details, shared FROM (SELECT bank_line.*, coalesce((SELECT sum(bank_share.amount) FROM "
    "bank_share WHERE bank_share.organizer = bank_line.organizer AND bank_share.line = "
    "bank_line.id), 0) AS shared FROM bank_line WHERE bank_line.organizer = ?) AS whole ";

BankLine lineIn(const DbRow& row)
{
    return {.organizer = row.id<OrganizerId>(0),
            .id = row.text(1),
            .provider = row.text(2),
            .form = row.text(3),
            .at = Instant{row.integer(4)},
            .takenAt = Instant{row.integer(5)},
            .amount = moneyIn(row, 6, 7),
            .isReversal = row.integer(8) != 0,
            .named = row.text(9),
            .details = row.bytes(10),
            .shared = row.integer(11)};
}

constexpr std::string_view kOutgoing =
    "SELECT organizer, refund, payment, provider, reference, currency, amount, made_at, sent_at, "
    "returned_at FROM bank_outgoing WHERE ";

std::optional<Instant> momentIn(const DbRow& row, int column)
{
    const auto at = row.optionalInteger(column);
    return at ? std::optional{Instant{*at}} : std::nullopt;
}

BankOutgoing outgoingIn(const DbRow& row)
{
    return {.organizer = row.id<OrganizerId>(0),
            .refund = row.id<PaymentId>(1),
            .payment = row.id<PaymentId>(2),
            .provider = row.text(3),
            .reference = row.text(4),
            .amount = moneyIn(row, 5, 6),
            .madeAt = Instant{row.integer(7)},
            .sentAt = momentIn(row, 8),
            .returnedAt = momentIn(row, 9)};
}

std::vector<BankOutgoing> outgoingWhere(Database& database, const std::string& sql, Params params)
{
    std::vector<BankOutgoing> all;
    database.each(sql, params, [&](const DbRow& row) { all.push_back(outgoingIn(row)); });
    return all;
}

} // namespace

bool addBankLine(Database& database, const BankLine& line)
{
    return database.run("INSERT INTO bank_line (organizer, id, provider, form, at, taken_at, "
                        "currency, amount, is_reversal, named, details) VALUES "
                        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO NOTHING",
                        {line.organizer, line.id, line.provider, line.form, line.at.ms,
                         line.takenAt.ms, line.amount.currency().code(), line.amount.minor(),
                         std::int64_t{line.isReversal}, line.named, line.details}) > 0;
}

std::optional<BankLine> readBankLine(Database& database, OrganizerId organizer,
                                     const std::string& id)
{
    static const std::string kSql = std::string{kLines} + "WHERE id = ?";
    std::optional<BankLine> line;
    database.each(kSql, {organizer, id}, [&](const DbRow& row) { line = lineIn(row); });
    return line;
}

std::vector<BankLine> readBankLines(Database& database, OrganizerId organizer, bool onlyOpen,
                                    std::size_t limit)
{
    static const std::string kEnd = "ORDER BY at DESC, id LIMIT ?";
    static const std::string kAll = std::string{kLines} + kEnd;
    static const std::string kOpen = std::string{kLines} +
        "WHERE amount <> shared AND NOT EXISTS (SELECT 1 FROM settlement_case WHERE "
        "settlement_case.organizer = whole.organizer AND settlement_case.provider = "
        "whole.provider AND settlement_case.subject = whole.id AND settlement_case.ended_by IS "
        "NOT NULL) " +
        kEnd;
    std::vector<BankLine> lines;
    database.each(onlyOpen ? kOpen : kAll, {organizer, static_cast<std::int64_t>(limit)},
                  [&](const DbRow& row) { lines.push_back(lineIn(row)); });
    return lines;
}

bool isBankTimeOfOtherForm(Database& database, OrganizerId organizer, std::string_view provider,
                           std::string_view form, Instant from, Instant to)
{
    return database
               .integer("SELECT count(*) FROM bank_line WHERE organizer = ? AND provider = ? AND "
                        "at >= ? AND at <= ? AND form <> ?",
                        {organizer, provider, from.ms, to.ms, form})
               .value_or(0) > 0;
}

void addBankShare(Database& database, OrganizerId organizer, const BankShare& share)
{
    database.run("INSERT INTO bank_share (organizer, line, target, kind, amount, at) VALUES "
                 "(?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, line, target) DO UPDATE SET "
                 "amount = bank_share.amount + excluded.amount",
                 {organizer, share.line, share.target, share.kind, share.amount.minor(),
                  share.at.ms});
}

std::int64_t readBankShared(Database& database, OrganizerId organizer, const Uuid& target)
{
    return database
        .integer("SELECT sum(amount) FROM bank_share WHERE organizer = ? AND target = ?",
                 {organizer, target})
        .value_or(0);
}

std::optional<std::string> readLargestLineOf(Database& database, OrganizerId organizer,
                                             const Uuid& target)
{
    std::optional<std::string> line;
    database.each("SELECT line FROM bank_share WHERE organizer = ? AND target = ? ORDER BY amount "
                  "DESC, line LIMIT 1",
                  {organizer, target}, [&](const DbRow& row) { line = row.text(0); });
    return line;
}

bool addBankOutgoing(Database& database, const BankOutgoing& outgoing)
{
    return database.run("INSERT INTO bank_outgoing (organizer, refund, payment, provider, "
                        "reference, currency, amount, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (organizer, refund) DO NOTHING",
                        {outgoing.organizer, outgoing.refund, outgoing.payment, outgoing.provider,
                         outgoing.reference, outgoing.amount.currency().code(),
                         outgoing.amount.minor(), outgoing.madeAt.ms}) > 0;
}

std::vector<BankOutgoing> readBankOutgoing(Database& database, OrganizerId organizer,
                                           PaymentId payment)
{
    static const std::string kSql =
        std::string{kOutgoing} + "organizer = ? AND payment = ? ORDER BY made_at, refund";
    return outgoingWhere(database, kSql, {organizer, payment});
}

std::vector<BankOutgoing> readOpenBankOutgoing(Database& database, OrganizerId organizer)
{
    static const std::string kSql =
        std::string{kOutgoing} + "organizer = ? AND sent_at IS NULL ORDER BY made_at, refund";
    return outgoingWhere(database, kSql, {organizer});
}

std::optional<BankOutgoing> readBankOutgoingByReference(Database& database,
                                                        std::string_view provider,
                                                        std::string_view reference)
{
    static const std::string kSql = std::string{kOutgoing} + "provider = ? AND reference = ?";
    const auto found = outgoingWhere(database, kSql, {provider, reference});
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::optional<BankOutgoing> noteBankSent(Database& database, OrganizerId organizer,
                                         PaymentId refund, Instant at, std::optional<UserId> by)
{
    static const std::string kSql = std::string{kOutgoing} + "organizer = ? AND refund = ?";
    const auto isChanged =
        database.run("UPDATE bank_outgoing SET sent_at = ?, sent_by = ? WHERE organizer = ? AND "
                     "refund = ? AND sent_at IS NULL",
                     {at.ms, by, organizer, refund}) > 0;
    const auto found = outgoingWhere(database, kSql, {organizer, refund});
    return isChanged && !found.empty() ? std::optional{found.front()} : std::nullopt;
}

void noteBankReturned(Database& database, OrganizerId organizer, PaymentId refund, Instant at)
{
    database.run("UPDATE bank_outgoing SET returned_at = ? WHERE organizer = ? AND refund = ? AND "
                 "sent_at IS NOT NULL AND returned_at IS NULL",
                 {at.ms, organizer, refund});
}

} // namespace foyer
