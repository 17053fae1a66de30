// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/order_store.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/http/problem.h"
#include "sync/server/payments/payment_routes.h"

#include <string>

namespace foyer::server {
namespace {

using protocol::jsonQuoted;

std::string jsonOf(std::string_view what, const PaymentWork& work, Money amount,
                   const std::string& reason, const std::string& orderCode)
{
    return R"({"what":")" + std::string{what} + R"(","payment":")" + work.payment.text() +
        R"(","order":)" + jsonQuoted(orderCode) + R"(,"provider":)" + jsonQuoted(work.provider) +
        R"(,"reference":)" + jsonQuoted(work.reference) + R"(,"amount":")" + toPlainText(amount) +
        R"(","currency":")" + std::string{amount.currency().code()} + R"(","reason":)" +
        jsonQuoted(reason) + "}";
}

Reply troubles(const PaymentRoutes& routes, const Request& request)
{
    Database& database = routes.database();
    const OrganizerId organizer = request.caller->organizer;
    std::string text;
    const auto add = [&](std::string_view what, const PaymentWork& work, Money amount,
                         const std::string& reason) {
        const auto order = readOrder(database, organizer, work.order);
        text += (text.empty() ? "" : ",") +
            jsonOf(what, work, amount, reason, order ? order->code : std::string{});
    };
    for (const PaymentWork& work : readHeldPayments(database, organizer)) {
        add("held", work, work.amount, work.held);
    }
    for (const RefundWork& refund : readFailedRefunds(database, organizer)) {
        if (const auto work = readPaymentWork(database, organizer, refund.payment)) {
            add("refund_failed", *work, refund.amount, refund.reason);
        }
    }
    for (const DisputeRow& dispute : readDisputes(database, organizer)) {
        const auto work = readPaymentWork(database, organizer, dispute.payment);
        if (work && dispute.state != "won") {
            add("dispute_" + dispute.state, *work, dispute.amount, dispute.reason);
        }
    }
    return jsonReply("{\"troubles\":[" + text + "]}");
}

Reply tryAgain(const PaymentRoutes& routes, const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("payment"));
    if (!id ||
        !routes.desk.tryAgain(routes.database(), request.caller->organizer, PaymentId{*id})) {
        return problem(404, "unknown_payment", "The server has not heard of this payment.");
    }
    routes.log.info("payment_tried_again",
                    {{"payment", id->text()}, {"user", request.permit->actor().text()}});
    routes.wakeJobs();
    return jsonReply("{}");
}

} // namespace

void addPaymentTroubleRoutes(Router& router, const PaymentRoutes& routes)
{
    router.add({.method = "GET",
                .path = "/v1/payment-troubles",
                .access = Access::holder(Permission::ReadReports),
                .handler = [routes](const Request& request) { return troubles(routes, request); },
                .summary = "Payments that are held, refunds that failed, and disputes"});
    router.add({.method = "POST",
                .path = "/v1/payments/{payment}/retry",
                .access = Access::holder(Permission::ResolveIncidents),
                .bodyMax = 2,
                .handler = [routes](const Request& request) { return tryAgain(routes, request); },
                .summary = "Somebody has looked: what was held goes on, and a refund that failed "
                           "is tried once more",
                .refusals = {{404, "unknown_payment"}}});
}

} // namespace foyer::server
