// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/payout_routes.h"

#include "sync/protocol/flat_json.h"
#include "sync/server/http/problem.h"

#include <optional>
#include <string>

namespace foyer::server {
namespace {

using protocol::FlatJson;
using protocol::jsonQuoted;

constexpr std::size_t kBodyMax = 4096;
constexpr std::size_t kNoteMax = 500;

Result<FlatJson> bodyOf(const Request& request)
{
    return FlatJson::read(
        {reinterpret_cast<const char*>(request.body.data()), request.body.size()});
}

std::optional<Instant> timeIn(const FlatJson& json, const char* name)
{
    const auto ms = json.integer(name);
    return ms ? std::optional{Instant{*ms}} : std::nullopt;
}

std::string jsonOf(const PayoutMade& made)
{
    const auto text = [&](std::int64_t minor) {
        return '"' + toPlainText(Money{minor, made.currency}) + '"';
    };
    return R"({"payout":")" + made.payout.text() + R"(","number":)" + jsonQuoted(made.number) +
        R"(,"until":")" + toRfc3339(made.until) + R"(","currency":")" +
        std::string{made.currency.code()} + R"(","commission":)" + text(made.commission) +
        R"(,"paid":)" + text(made.paid) + R"(,"carried_out":)" + text(made.carriedOut) + "}";
}

Reply make(const PayoutRoutes& routes, const Request& request)
{
    const auto json = bodyOf(request);
    if (!json) {
        return problem(json.error());
    }
    const std::string note = json->text("note").value_or("");
    if (note.size() > kNoteMax) {
        return problem(400, "note_too_long",
                       "Say in at most 500 characters why the payout is made all the same.");
    }
    const Instant until = timeIn(*json, "until").value_or(routes.clock.now());
    const auto made = routes.desk.make(routes.database(), request.caller->organizer, until,
                                       *request.permit, note);
    if (!made) {
        return problem(made.error());
    }
    std::string text;
    for (const PayoutMade& each : *made) {
        text += (text.empty() ? "" : ",") + jsonOf(each);
    }
    return jsonReply("{\"payouts\":[" + text + "]}");
}

Reply setCommission(const PayoutRoutes& routes, const Request& request)
{
    const auto json = bodyOf(request);
    if (!json) {
        return problem(json.error());
    }
    const auto currency = Currency::fromCode(json->text("currency").value_or(""));
    const std::int64_t share = json->integer("milli_percent").value_or(-1);
    const std::int64_t fixed = json->integer("fixed").value_or(-1);
    if (!currency || share < 0 || share > Commission::kMilliPercentMax || fixed < 0 ||
        fixed > Commission::kFixedMax) {
        return problem(400, "bad_commission",
                       "Name a currency, a share of 0 to 100 percent, and a fixed amount per "
                       "ticket that is not below zero.");
    }
    const auto set = routes.desk.setCommission(request.caller->organizer, {*currency, share, fixed},
                                               timeIn(*json, "from"), *request.permit);
    if (!set) {
        return problem(set.error());
    }
    routes.log.info("commission_set", {{"user", request.permit->actor().text()}});
    return jsonReply(R"({"from":")" + toRfc3339(set->from) + "\"}");
}

} // namespace

void addPayoutRoutes(Router& router, const PayoutRoutes& routes)
{
    router.add({.method = "POST",
                .path = "/v1/payouts",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kBodyMax,
                .handler = [routes](const Request& request) { return make(routes, request); },
                .summary = "Pay out what providers took for the house up to a time, less the "
                           "platform's commission; the same time once more is the same payout",
                .refusals = {{400, "note_too_long"},
                             {409, "until_ahead"},
                             {409, "period_paid"},
                             {409, "payout_empty"},
                             {409, "payout_moved"},
                             {409, "cases_open"}}});
    router.add(
        {.method = "POST",
         .path = "/v1/commission",
         .access = Access::holder(Permission::RunCounter),
         .bodyMax = kBodyMax,
         .handler = [routes](const Request& request) { return setCommission(routes, request); },
         .summary = "What the platform takes of each ticket that is sold from a time on",
         .refusals = {{400, "bad_commission"}, {409, "commission_in_past"}}});
}

} // namespace foyer::server
