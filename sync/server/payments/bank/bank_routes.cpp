// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/bank/bank_routes.h"

#include "core/domain/sales/order_code.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/http/problem.h"

#include <nlohmann/json.hpp>

#include <string>

namespace foyer::server {
namespace {

using Json = nlohmann::json;
using protocol::FlatJson;

constexpr std::size_t kBodyMax = 4096;
constexpr std::size_t kIdLength = 32;

/// What banks wrote: whatever is not UTF-8 in it is replaced.
Reply reply(const Json& json)
{
    return jsonReply(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string dayOf(Instant at)
{
    constexpr std::size_t kDay = 10;
    return toRfc3339(at).substr(0, kDay);
}

Reply problemOf(const Error& error)
{
    constexpr int kNotFound = 404;
    const bool isUnknown = error.code == "unknown_line" || error.code == "unknown_outgoing";
    return problem(error, isUnknown ? kNotFound : 0);
}

Reply take(const BankRoutes& routes, const Request& request)
{
    const auto taken = routes.desk.take(routes.database(), request.caller->organizer,
                                        *request.permit, request.body);
    if (!taken) {
        return problemOf(taken.error());
    }
    routes.wakeJobs();
    Json differences = Json::array();
    for (const Money& difference : taken->differences) {
        differences.push_back({{"amount", toPlainText(difference)},
                               {"currency", std::string{difference.currency().code()}}});
    }
    return reply(Json{{"lines", taken->lines},
                      {"known", taken->known},
                      {"ignored", taken->ignored},
                      {"matched", taken->matched},
                      {"unmatched", taken->unmatched},
                      {"differences", std::move(differences)}});
}

Reply lines(const BankRoutes& routes, const Request& request)
{
    const bool onlyOpen = request.queryValue("unmatched") == "1";
    Json rows = Json::array();
    for (const auto& [line, details] :
         routes.desk.lines(routes.database(), request.caller->organizer, onlyOpen)) {
        rows.push_back({{"id", line.id},
                        {"account", line.provider},
                        {"day", dayOf(line.at)},
                        {"amount", toPlainText(line.amount)},
                        {"left", toPlainText(line.left())},
                        {"currency", std::string{line.amount.currency().code()}},
                        {"reversal", line.isReversal},
                        {"named", line.named},
                        {"name", details.name},
                        {"iban", details.iban},
                        {"text", details.text}});
    }
    return reply(Json{{"lines", std::move(rows)}});
}

Reply assign(const BankRoutes& routes, const Request& request)
{
    const std::string line{request.parameter("line")};
    const auto json =
        FlatJson::read({reinterpret_cast<const char*>(request.body.data()), request.body.size()});
    const std::string to = json ? json->text("to").value_or("") : std::string{};
    const auto assigned = line.size() == kIdLength
        ? routes.desk.assign(routes.database(), request.caller->organizer, *request.permit, line,
                             to)
        : Result<void>{refused("unknown_line", "There is no such line.")};
    if (!assigned) {
        return problemOf(assigned.error());
    }
    routes.wakeJobs();
    return jsonReply("{}");
}

Reply outgoing(const BankRoutes& routes, const Request& request)
{
    Json rows = Json::array();
    for (const auto& each : routes.desk.outgoing(routes.database(), request.caller->organizer)) {
        rows.push_back({{"id", each.outgoing.refund.text()},
                        {"order", displayOrderCode(each.orderCode)},
                        {"amount", toPlainText(each.outgoing.amount)},
                        {"currency", std::string{each.outgoing.amount.currency().code()}},
                        {"reference", each.outgoing.reference},
                        {"name", each.name},
                        {"iban", each.iban},
                        {"made_at", toRfc3339(each.outgoing.madeAt)}});
    }
    return reply(Json{{"outgoing", std::move(rows)}});
}

Reply sent(const BankRoutes& routes, const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("refund"));
    const auto noted = id
        ? routes.desk.noteSent(request.caller->organizer, *request.permit, PaymentId{*id})
        : Result<void>{refused("unknown_outgoing", "No such transfer is to be made.")};
    if (!noted) {
        return problemOf(noted.error());
    }
    routes.wakeJobs();
    return jsonReply("{}");
}

} // namespace

void addBankRoutes(Router& router, const BankRoutes& routes)
{
    const Access access = Access::holder(Permission::ResolveIncidents);
    router.add({.method = "POST",
                .path = "/v1/bank/statements",
                .access = access,
                .bodyMax = kStatementMax,
                .bucket = Bucket::Export,
                .accepts = {"application/octet-stream", "application/xml", "text/csv"},
                .handler = [routes](const Request& request) { return take(routes, request); },
                .summary = "A bank's statement (CAMT.053 or CSV): what came, and what it is for",
                .refusals = {{400, "bad_statement"},
                             {409, "no_bank"},
                             {409, "wrong_account"},
                             {409, "account_unnamed"},
                             {409, "mixed_forms"}}});
    router.add({.method = "GET",
                .path = "/v1/bank/lines",
                .access = access,
                .handler = [routes](const Request& request) { return lines(routes, request); },
                .summary = "The latest lines of the house's accounts; ?unmatched=1: of which "
                           "something is left to be said"});
    router.add({.method = "POST",
                .path = "/v1/bank/lines/{line}/assign",
                .access = access,
                .bodyMax = kBodyMax,
                .handler = [routes](const Request& request) { return assign(routes, request); },
                .summary = "Say what the rest of a line is for: an order, an invoice, a reference",
                .refusals = {{404, "unknown_line"},
                             {409, "line_used"},
                             {409, "unknown_target"},
                             {409, "nothing_open"}}});
    router.add({.method = "GET",
                .path = "/v1/bank/outgoing",
                .access = access,
                .handler = [routes](const Request& request) { return outgoing(routes, request); },
                .summary = "What has to be transferred back, and to whom"});
    router.add({.method = "POST",
                .path = "/v1/bank/outgoing/{refund}/sent",
                .access = access,
                .bodyMax = 2,
                .handler = [routes](const Request& request) { return sent(routes, request); },
                .summary = "Somebody has made this transfer",
                .refusals = {{404, "unknown_outgoing"}}});
}

} // namespace foyer::server
