// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the comparison of books and accounts found, for people who read it.

#include "core/storage/settlement_report.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/http/problem.h"
#include "sync/server/payments/reconciliation_routes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>

namespace foyer::server {
namespace {

using protocol::jsonQuoted;

constexpr std::int64_t kDaysMax = 400;
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

std::string amount(Money money)
{
    return '"' + toPlainText(money) + '"';
}

std::string jsonOf(const ReconciliationReport::Day& day)
{
    return R"({"provider":)" + jsonQuoted(day.provider) + R"(,"day":)" + std::to_string(day.day) +
        R"(,"lines":)" + std::to_string(day.lines) + R"(,"matched":)" +
        std::to_string(day.matched) + R"(,"gross":)" + amount(day.gross) + R"(,"fees":)" +
        amount(day.fees) + R"(,"transferred":)" + amount(day.transferred) + R"(,"currency":")" +
        std::string{day.gross.currency().code()} + "\"}";
}

std::string jsonOf(const ReconciliationReport::Case& each)
{
    const std::string ended =
        each.endedAt ? R"(,"ended_at":)" + std::to_string(each.endedAt->ms) : std::string{};
    return R"({"provider":)" + jsonQuoted(each.provider) + R"(,"kind":)" + jsonQuoted(each.kind) +
        R"(,"subject":)" + jsonQuoted(each.subject) + R"(,"here":)" + amount(each.here) +
        R"(,"there":)" + amount(each.there) + R"(,"currency":")" +
        std::string{each.there.currency().code()} + R"(","opened_at":)" +
        std::to_string(each.openedAt.ms) + ended + R"(,"ended_by":)" + jsonQuoted(each.endedBy) +
        R"(,"note":)" + jsonQuoted(each.note) + "}";
}

template <typename Rows>
std::string listOf(const Rows& rows)
{
    std::string text;
    for (const auto& row : rows) {
        text += (text.empty() ? "" : ",") + jsonOf(row);
    }
    return "[" + text + "]";
}

Reply report(const ReconciliationRoutes& routes, const Request& request)
{
    const auto from = numberIn(request.queryValue("from"));
    const auto to = numberIn(request.queryValue("to"));
    if (!from || !to || *from < 0 || *to <= *from || *to - *from > kDaysMax * kDayMs) {
        return problem(400, "bad_range",
                       "Ask for a time between two instants, from and to, in milliseconds since "
                       "1970, of at most 400 days.");
    }
    const auto found = readReconciliationReport(routes.database(), request.caller->organizer,
                                                Instant{*from}, Instant{*to});
    return jsonReply("{\"days\":" + listOf(found.days) + ",\"cases\":" + listOf(found.cases) + "}");
}

/// Every account that the server has, and those that it had.
Reply accounts(const ReconciliationRoutes& routes, const Request& request)
{
    auto known = readAccounts(routes.database(), request.caller->organizer);
    for (const std::string& name : routes.reconciliation.accounts()) {
        if (std::ranges::find(known, name, &SettlementAccount::provider) == known.end()) {
            known.push_back({request.caller->organizer, name, {}, {}});
        }
    }
    std::string text;
    for (const SettlementAccount& account : known) {
        const std::string compared = account.comparedAt
            ? R"(,"compared_at":)" + std::to_string(account.comparedAt->ms)
            : std::string{};
        text += std::string{text.empty() ? "" : ","} + R"({"provider":)" +
            jsonQuoted(account.provider) + compared + R"(,"problem":)" +
            jsonQuoted(account.problem) + "}";
    }
    return jsonReply("{\"accounts\":[" + text + "]}");
}

} // namespace

void addReconciliationReportRoutes(Router& router, const ReconciliationRoutes& routes)
{
    router.add({.method = "GET",
                .path = "/v1/reconciliation/report",
                .access = Access::holder(Permission::ReadReports),
                .handler = [routes](const Request& request) { return report(routes, request); },
                .summary = "Per account and day: lines, matched, fees, transfers; and the cases "
                           "that were open between ?from= and ?to=",
                .refusals = {{400, "bad_range"}}});
    router.add({.method = "GET",
                .path = "/v1/reconciliation/accounts",
                .access = Access::holder(Permission::ReadReports),
                .handler = [routes](const Request& request) { return accounts(routes, request); },
                .summary = "When each provider's account was compared with the books"});
}

} // namespace foyer::server
