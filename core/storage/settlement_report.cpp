// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/settlement_report.h"

#include "core/domain/catalogue/entity.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/settlement_store.h"

#include <algorithm>

namespace foyer {
namespace {

Currency currencyOf(const std::string& code)
{
    return Currency::fromCode(code).value_or(*Currency::fromCode("EUR"));
}

void readDays(Database& database, OrganizerId organizer, const std::string& provider,
              ReconciliationReport& report)
{
    database.each(
        "SELECT at / 86400000, currency, "
        "sum(CASE WHEN type IN ('payment', 'refund', 'dispute') THEN 1 ELSE 0 END), "
        "sum(CASE WHEN type IN ('payment', 'refund', 'dispute') AND payment IS NOT NULL THEN 1 "
        "ELSE 0 END), "
        "sum(CASE WHEN type IN ('payment', 'refund', 'dispute') THEN gross ELSE 0 END), "
        "sum(CASE type WHEN 'payout' THEN 0 WHEN 'fee' THEN -net ELSE fee END), "
        "sum(CASE type WHEN 'payout' THEN -net ELSE 0 END) FROM settlement_line WHERE "
        "organizer = ? AND provider = ? AND at >= ? AND at < ? GROUP BY at / 86400000, currency "
        "ORDER BY at / 86400000, currency",
        {organizer, provider, report.from.ms, report.to.ms}, [&](const DbRow& row) {
            const Currency currency = currencyOf(row.text(1));
            report.days.push_back({provider, row.integer(0), row.integer(2), row.integer(3),
                                   Money{row.integer(4), currency}, Money{row.integer(5), currency},
                                   Money{row.integer(6), currency}});
        });
}

void addCase(ReconciliationReport& report, std::vector<UserId>& enders, const DbRow& row)
{
    const Currency currency = currencyOf(row.text(3));
    const auto ended = row.optionalInteger(7);
    report.cases.push_back({row.text(0),
                            row.text(1),
                            row.text(2),
                            Money{row.integer(4), currency},
                            Money{row.integer(5), currency},
                            Instant{row.integer(6)},
                            ended ? std::optional{Instant{*ended}} : std::nullopt,
                            {},
                            row.text(9)});
    enders.push_back(row.optionalId<UserId>(8).value_or(UserId{}));
}

} // namespace

ReconciliationReport readReconciliationReport(Database& database, OrganizerId organizer,
                                              Instant from, Instant to)
{
    ReconciliationReport report{from, to, {}, {}};
    for (const SettlementAccount& account : readAccounts(database, organizer)) {
        readDays(database, organizer, account.provider, report);
    }
    std::vector<UserId> enders;
    const auto take = [&](const DbRow& row) { addCase(report, enders, row); };
    database.each("SELECT provider, kind, subject, currency, here, there, opened_at, ended_at, "
                  "ended_by, note FROM settlement_case WHERE organizer = ? AND ended_at IS NULL "
                  "AND opened_at < ? ORDER BY opened_at, provider, kind, subject",
                  {organizer, to.ms}, take);
    database.each("SELECT provider, kind, subject, currency, here, there, opened_at, ended_at, "
                  "ended_by, note FROM settlement_case WHERE organizer = ? AND ended_at >= ? "
                  "AND ended_at IS NOT NULL AND opened_at < ? "
                  "ORDER BY opened_at, provider, kind, subject",
                  {organizer, from.ms, to.ms}, take);
    for (std::size_t i = 0; i < enders.size(); ++i) {
        if (const auto user = enders[i].isNil()
                ? std::nullopt
                : readEntity(database, organizer, "user", enders[i].uuid)) {
            report.cases[i].endedBy = user->text("name");
        }
    }
    std::ranges::stable_sort(report.cases, {}, &ReconciliationReport::Case::openedAt);
    return report;
}

} // namespace foyer
