// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/letters/unsubscribe_routes.h"

#include "core/base/base64.h"
#include "core/crypto/sha256.h"
#include "core/storage/job_store.h"
#include "core/storage/mail_store.h"
#include "sync/server/letters/letter_asked.h"
#include "sync/server/mail/mail_desk.h"

#include <optional>

namespace foyer::server {
namespace {

constexpr std::string_view kPath = "/v1/unsubscribe/";
constexpr std::string_view kHtml = "text/html";
constexpr std::size_t kIdSize = 16;
constexpr std::size_t kBodyMax = 4096;

struct Subscription {
    OrganizerId organizer;
    Bytes address;                      ///< its hash
    std::optional<CustomerId> customer; ///< nothing in mails of an earlier Foyer
};

std::optional<Subscription> subscriptionIn(const UnsubscribeDesk& desk, std::string_view token)
{
    const auto sealed = fromBase64Url(token);
    if (!sealed) {
        return std::nullopt;
    }
    const auto text = desk.open(*sealed);
    constexpr std::size_t kBefore = kIdSize + sizeof(Sha256);
    if (!text || (text->view().size() != kBefore && text->view().size() != kBefore + kIdSize)) {
        return std::nullopt;
    }
    const auto organizer = Uuid::fromBytes(text->view().first(kIdSize));
    const ByteView address = text->view().subspan(kIdSize, sizeof(Sha256));
    const auto customer = Uuid::fromBytes(text->view().subspan(kBefore));
    return Subscription{OrganizerId{organizer.value_or(Uuid{})},
                        Bytes{address.begin(), address.end()},
                        customer ? std::optional{CustomerId{*customer}} : std::nullopt};
}

Reply page(std::string_view title, std::string_view content, int status = 200)
{
    const std::string text = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
                             "<meta name=\"viewport\" content=\"width=device-width\">"
                             "<meta name=\"robots\" content=\"noindex\"><title>" +
        std::string{title} + "</title></head>\n<body><main><h1>" + std::string{title} + "</h1>\n" +
        std::string{content} + "</main></body>\n</html>\n";
    Reply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = Bytes{text.begin(), text.end()};
    return reply;
}

Reply unknown()
{
    return page("This address is not valid",
                "<p>It is not complete, or it is not ours. Please use the whole address from the "
                "mail.</p>\n",
                404);
}

Reply ask(const UnsubscribeDesk& desk, const Request& request)
{
    if (!subscriptionIn(desk, request.parameter("token"))) {
        return unknown();
    }
    return page("No more of these mails?",
                "<p>You will still get mails about orders of your own.</p>\n"
                "<form method=\"post\"><button type=\"submit\">Send me no more of these mails"
                "</button></form>\n");
}

Reply end(const UnsubscribeDesk& desk, const Request& request)
{
    const auto found = subscriptionIn(desk, request.parameter("token"));
    if (!found) {
        return unknown();
    }
    Database& database = desk.store();
    Transaction transaction{database};
    const Instant now = desk.clock.now();
    addUnsubscribed(database, found->organizer, found->address, now);
    if (found->customer) {
        addJob(database,
               newJob(found->organizer, kBulletinsEndedJob,
                      found->customer->text() + '/' + std::to_string(now.ms),
                      encode(BulletinsEnded{*found->customer, now}), now, desk.random));
    }
    transaction.commit();
    return page("Done", "<p>You get no more of these mails.</p>\n");
}

} // namespace

std::string unsubscribeUrl(const UnsubscribeDesk& desk, OrganizerId organizer, CustomerId customer,
                           std::string_view address)
{
    Bytes text{organizer.uuid.bytes().begin(), organizer.uuid.bytes().end()};
    const Bytes hash = MailDesk::bounceKey(organizer, address);
    text.insert(text.end(), hash.begin(), hash.end());
    text.insert(text.end(), customer.uuid.bytes().begin(), customer.uuid.bytes().end());
    return desk.publicUrl + std::string{kPath} + toBase64Url(desk.seal(text));
}

void addUnsubscribeRoutes(Router& router, const UnsubscribeDesk& desk)
{
    const char* why =
        "Whoever has the mail may end it; the address in it is sealed by this server.";
    router.add({.method = "GET",
                .path = "/v1/unsubscribe/{token}",
                .access = Access::everybody(why),
                .bucket = Bucket::Public,
                .isSigned = false,
                .answers = {std::string{kHtml}},
                .handler = [&desk](const Request& request) { return ask(desk, request); },
                .summary = "A page with a button that ends bulletins to somebody; by itself it "
                           "changes nothing.",
                .refusals = {}});
    router.add({.method = "POST",
                .path = "/v1/unsubscribe/{token}",
                .access = Access::everybody(why),
                .bodyMax = kBodyMax,
                .bucket = Bucket::Public,
                .isSigned = false,
                .accepts = {"application/x-www-form-urlencoded", "multipart/form-data"},
                .answers = {std::string{kHtml}},
                .handler = [&desk](const Request& request) { return end(desk, request); },
                .summary = "Ends bulletins to the address that the token stands for (RFC 8058).",
                .refusals = {}});
}

} // namespace foyer::server
