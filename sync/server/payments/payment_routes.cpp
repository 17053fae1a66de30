// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/payment_routes.h"

#include "core/base/hex.h"
#include "core/crypto/sha256.h"
#include "core/services/testing_house.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/http/natural_number.h"
#include "sync/server/http/problem.h"
#include "sync/server/payments/customer_page.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace foyer::server {
namespace {

constexpr std::size_t kWebhookMax = 256 * 1024;
constexpr std::chrono::seconds kWaitMax{55};
constexpr std::size_t kMarkDigits = 16;
/// A provider that is not heard from for so many tries is named as what is wrong.
constexpr std::int64_t kSilentAfter = 2;

std::string jsonOf(const std::string& name, const PaymentOptions::Offer& offer)
{
    const Capabilities can = offer.provider->capabilities();
    std::string ways = can.link ? R"("link")" : "";
    if (can.reader && !offer.readers.empty()) {
        ways += std::string{ways.empty() ? "" : ","} + R"("reader")";
    }
    std::string readers;
    for (const auto& reader : offer.readers) {
        readers += std::string{readers.empty() ? "" : ","} + R"({"id":)" +
            protocol::jsonQuoted(reader.id) + R"(,"name":)" + protocol::jsonQuoted(reader.name) +
            "}";
    }
    return R"({"provider":)" + protocol::jsonQuoted(name) + R"(,"ways":[)" + ways +
        R"(],"readers":[)" + readers + "]}";
}

Reply methods(const PaymentRoutes& routes, const Request& request)
{
    const PaymentOptions& options = routes.desk.options();
    if (isForTesting(routes.database(), request.caller->organizer) != options.isTest) {
        if (!options.providers.empty()) {
            routes.log.warning("providers_not_offered",
                               {{"why",
                                 options.isTest
                                     ? "payments.test is set, and the house sells for real"
                                     : "the house is for testing, and payments.test is "
                                       "not set"}});
        }
        return jsonReply("[]");
    }
    std::string text;
    for (const auto& [name, offer] : options.providers) {
        text += (text.empty() ? "" : ",") + jsonOf(name, offer);
    }
    return jsonReply("[" + text + "]");
}

std::string stateOf(const PaymentWork& work)
{
    if (!work.held.empty()) {
        return "held";
    }
    return work.unanswered >= kSilentAfter ? "provider_unreachable" : work.state;
}

/// What is said of a payment, all but the brackets around it.
std::string progressOf(const PaymentDesk& desk, const PaymentWork& work)
{
    std::string text = R"("state":)" + protocol::jsonQuoted(stateOf(work));
    if (!work.page.empty() && !work.isEnded && !work.isSettled) {
        text += R"(,"page_url":)" + protocol::jsonQuoted(desk.pageOf(work));
    }
    if (!work.problem.empty()) {
        text += R"(,"reason":)" + protocol::jsonQuoted(work.problem);
    }
    return text;
}

/// Names what is said of a payment, so that whoever has it can wait for something else.
std::string markOf(const std::string& text)
{
    return toHex(sha256(Bytes{text.begin(), text.end()})).substr(0, kMarkDigits);
}

/// Who waits to hear what of a payment.
struct Watched {
    OrganizerId organizer;
    PaymentId payment;
    std::string seen; ///< the mark of what the caller has heard; empty: nothing
    std::chrono::seconds wait{0};
};

Reply progress(const PaymentRoutes& routes, const Watched& watched, bool isLast)
{
    const auto work = readPaymentWork(routes.database(), watched.organizer, watched.payment);
    // One that the server has not heard of may be on its way: that is waited for, too.
    const std::string text = work ? progressOf(routes.desk, *work) : std::string{};
    if (!isLast && watched.wait.count() > 0 && watched.seen == markOf(text)) {
        Reply reply;
        reply.wait = WaitFor{.organizer = watched.organizer,
                             .atMost = watched.wait,
                             .look = [routes, watched](bool last) {
                                 return progress(routes, watched, last);
                             }};
        return reply;
    }
    return work ? jsonReply("{" + text + R"(,"mark":")" + markOf(text) + "\"}")
                : problem(404, "unknown_payment", "The server has not heard of this payment.");
}

Reply progress(const PaymentRoutes& routes, const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("payment"));
    if (!id) {
        return problem(400, "bad_payment", "Say which payment, by its id.");
    }
    const auto wait = naturalNumber(request.queryValue("wait")).value_or(0);
    return progress(routes,
                    {.organizer = request.caller->organizer,
                     .payment = PaymentId{*id},
                     .seen = std::string{request.queryValue("seen")},
                     .wait = std::min(std::chrono::seconds{wait}, kWaitMax)},
                    false);
}

Reply webhook(const PaymentRoutes& routes, const Request& request)
{
    WebhookRequest webhook{.headers = {request.headers.begin(), request.headers.end()},
                           .body = request.body};
    const std::string provider{request.parameter("provider")};
    const WebhookVerdict verdict = routes.desk.hear(routes.database(), provider, webhook);
    switch (verdict.kind) {
    case WebhookVerdict::Kind::Valid:
        routes.metrics.add("foyer_webhooks_total", {{"outcome", "valid"}});
        routes.wakeJobs();
        return jsonReply("{}");
    case WebhookVerdict::Kind::Unverifiable:
        routes.log.warning("webhook_unverifiable", {{"why", verdict.why}});
        return problem(503, "webhook_unverifiable",
                       "Whether this is signed cannot be found out now. Send it again.");
    case WebhookVerdict::Kind::Stale:
    case WebhookVerdict::Kind::Forged:
        break;
    }
    routes.metrics.add("foyer_webhooks_total", {{"outcome", "refused"}});
    routes.log.warning("webhook_refused", {{"why", verdict.why}});
    return problem(400, "webhook_refused", "This is not signed by the provider, or is too old.");
}

std::optional<PaymentWork> workOf(const PaymentRoutes& routes, const Request& request)
{
    const auto token = PaymentDesk::tokenIn(request.parameter("token"));
    return token ? readPaymentWorkByToken(routes.database(), *token) : std::nullopt;
}

/// To the provider's page while one can pay there, else to what became of it.
Reply open(const PaymentRoutes& routes, const Request& request)
{
    const auto work = workOf(routes, request);
    if (!work) {
        return customerPage(CustomerPage::Unknown, request.queryValue("lang"));
    }
    if (work->isSettled || work->isEnded || !work->held.empty()) {
        return customerPage(customerPageOf(*work), request.queryValue("lang"));
    }
    if (work->page.empty()) {
        return customerPage(CustomerPage::Preparing, request.queryValue("lang"));
    }
    Reply reply;
    reply.status = 303;
    reply.contentType = "text/plain; charset=utf-8";
    reply.headers.emplace_back("Location", work->page);
    return reply;
}

/// The customer's browser comes back. That says nothing of the money: it is a hint to look.
Reply back(const PaymentRoutes& routes, const Request& request)
{
    const auto work = workOf(routes, request);
    if (!work) {
        return customerPage(CustomerPage::Unknown, request.queryValue("lang"));
    }
    if (!work->isSettled && !work->isEnded) {
        Database& database = routes.database();
        Transaction transaction{database};
        routes.desk.look(database, work->organizer, work->payment);
        transaction.commit();
        routes.wakeJobs();
    }
    return customerPage(customerPageOf(*work), request.queryValue("lang"));
}

} // namespace

void addPaymentRoutes(Router& router, const PaymentRoutes& routes)
{
    const std::string html{kHtml};
    router.add({.method = "GET",
                .path = "/v1/payments/methods",
                .access = Access::device(),
                .handler = [routes](const Request& request) { return methods(routes, request); },
                .summary =
                    "Which providers the house has, and what each of them can do; none where "
                    "only one of house and server is for testing"});
    router.add({.method = "GET",
                .path = "/v1/payments/{payment}",
                .access = Access::device(),
                .handler = [routes](const Request& request) { return progress(routes, request); },
                .summary = "How a payment goes on at its provider, and where the customer pays; "
                           "with ?wait=SECONDS&seen=MARK once that is not what MARK said",
                .refusals = {{400, "bad_payment"}, {404, "unknown_payment"}}});
    router.add(
        {.method = "POST",
         .path = "/v1/webhooks/{provider}",
         .access = Access::everybody("Payment providers call. Nothing that they say is believed: "
                                     "it makes the server ask them."),
         .bodyMax = kWebhookMax,
         .bucket = Bucket::Webhook,
         .isSigned = false,
         .accepts = {std::string{kJson}, "application/x-www-form-urlencoded"},
         .headers = {"stripe-signature", "paypal-transmission-id", "paypal-transmission-time",
                     "paypal-transmission-sig", "paypal-cert-url", "paypal-auth-algo"},
         .handler = [routes](const Request& request) { return webhook(routes, request); },
         .summary = "A provider says that something may have happened",
         .refusals = {{400, "webhook_refused"}, {503, "webhook_unverifiable"}}});
    router.add({.method = "GET",
                .path = "/p/{token}",
                .access = Access::everybody("A customer pays; the token is 128 bits of chance."),
                .bucket = Bucket::Public,
                .isSigned = false,
                .answers = {"text/html"},
                .handler = [routes](const Request& request) { return open(routes, request); },
                .summary = "Leads a customer to the page where they pay"});
    router.add(
        {.method = "GET",
         .path = "/p/{token}/back",
         .access = Access::everybody("A customer has paid; the token is 128 bits of chance."),
         .bucket = Bucket::Public,
         .isSigned = false,
         .answers = {"text/html"},
         .handler = [routes](const Request& request) { return back(routes, request); },
         .summary = "What became of a payment, for the customer who comes back"});
    addPaymentTroubleRoutes(router, routes);
}

} // namespace foyer::server
