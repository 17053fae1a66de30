// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/reconciliation_routes.h"

#include "core/storage/order_store.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/http/problem.h"

#include <string>

namespace foyer::server {
namespace {

using protocol::FlatJson;
using protocol::jsonQuoted;

constexpr std::size_t kBodyMax = 4096;
constexpr std::size_t kNoteMax = 500;

std::string jsonOf(const SettlementCase& open, const std::string& orderCode)
{
    const std::string payment =
        open.payment ? R"(,"payment":")" + open.payment->text() + '"' : std::string{};
    return R"({"provider":)" + jsonQuoted(open.provider) + R"(,"kind":)" + jsonQuoted(open.kind) +
        R"(,"subject":)" + jsonQuoted(open.subject) + payment + R"(,"order":)" +
        jsonQuoted(orderCode) + R"(,"here":")" + toPlainText(open.here) + R"(","there":")" +
        toPlainText(open.there) + R"(","currency":")" + std::string{open.there.currency().code()} +
        R"(","opened_at":")" + toRfc3339(open.openedAt) + R"("})";
}

Reply cases(const ReconciliationRoutes& routes, const Request& request)
{
    Database& database = routes.database();
    const OrganizerId organizer = request.caller->organizer;
    std::string text;
    for (const SettlementCase& open : readOpenCases(database, organizer)) {
        const auto order =
            open.payment ? readOrderOfPayment(database, organizer, *open.payment) : std::nullopt;
        const auto known = order ? readOrder(database, organizer, *order) : std::nullopt;
        text += (text.empty() ? "" : ",") + jsonOf(open, known ? known->code : std::string{});
    }
    return jsonReply("{\"cases\":[" + text + "]}");
}

Reply runNow(const ReconciliationRoutes& routes, const Request& request)
{
    Database& database = routes.database();
    Transaction transaction{database};
    routes.reconciliation.runNow(database, request.caller->organizer);
    transaction.commit();
    routes.wakeJobs();
    return jsonReply("{}", 202);
}

Reply end(const ReconciliationRoutes& routes, const Request& request)
{
    const auto json =
        FlatJson::read({reinterpret_cast<const char*>(request.body.data()), request.body.size()});
    const std::string note = json ? json->text("note").value_or("") : std::string{};
    if (note.find_first_not_of(' ') == std::string::npos || note.size() > kNoteMax) {
        return problem(400, "note_missing",
                       "Say in at most 500 characters why this is all right: whoever reads the "
                       "books later has nothing else.");
    }
    SettlementCase ended{.organizer = request.caller->organizer,
                         .provider = json->text("provider").value_or(""),
                         .kind = json->text("kind").value_or(""),
                         .subject = json->text("subject").value_or(""),
                         .here = Money{0, *Currency::fromCode("EUR")},
                         .there = Money{0, *Currency::fromCode("EUR")},
                         .endedAt = routes.clock.now(),
                         .endedBy = request.permit->actor(),
                         .note = note};
    Database& database = routes.database();
    Transaction transaction{database};
    const bool isEnded = endCaseWithNote(database, ended);
    transaction.commit();
    if (!isEnded) {
        return problem(404, "unknown_case", "No such case is open. Look at the list of cases.");
    }
    routes.log.info("settlement_case_ended",
                    {{"kind", ended.kind}, {"user", ended.endedBy.text()}});
    return jsonReply("{}");
}

} // namespace

void addReconciliationRoutes(Router& router, const ReconciliationRoutes& routes)
{
    router.add({.method = "GET",
                .path = "/v1/reconciliation/cases",
                .access = Access::holder(Permission::ReadReports),
                .handler = [routes](const Request& request) { return cases(routes, request); },
                .summary = "Where the books and the providers' accounts do not fit"});
    router.add(
        {.method = "POST",
         .path = "/v1/reconciliation/run",
         .access = Access::holder(Permission::ReadReports),
         .bodyMax = 2,
         .handler = [routes](const Request& request) { return runNow(routes, request); },
         .summary = "Compare the books with the providers' accounts now, not only each day"});
    router.add({.method = "POST",
                .path = "/v1/reconciliation/cases/end",
                .access = Access::holder(Permission::ResolveIncidents),
                .bodyMax = kBodyMax,
                .handler = [routes](const Request& request) { return end(routes, request); },
                .summary = "Say why a case is all right",
                .refusals = {{400, "note_missing"}, {404, "unknown_case"}}});
    addReconciliationReportRoutes(router, routes);
}

} // namespace foyer::server
