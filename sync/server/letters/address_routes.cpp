// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/letters/address_routes.h"

#include "core/storage/mail_store.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/http/problem.h"
#include "sync/server/mail/mail_desk.h"

#include <optional>
#include <string>

namespace foyer::server {
namespace {

constexpr std::size_t kBodyMax = 2'048;

/// The hash of the address in the body; nothing where there is none.
std::optional<Bytes> addressIn(const Request& request)
{
    const auto json = protocol::FlatJson::read(
        {reinterpret_cast<const char*>(request.body.data()), request.body.size()});
    const std::string address = json ? json->text("address").value_or("") : std::string{};
    return address.find('@') == std::string::npos
        ? std::nullopt
        : std::optional{MailDesk::bounceKey(request.caller->organizer, address)};
}

Reply noAddress()
{
    return problem(400, "bad_address", "Say which address, such as kim@example.org.");
}

Reply look(const AddressRoutes& routes, const Request& request)
{
    const auto address = addressIn(request);
    if (!address) {
        return noAddress();
    }
    Database& database = routes.store();
    const OrganizerId organizer = request.caller->organizer;
    const auto said = [](bool is) { return is ? "true" : "false"; };
    return jsonReply(std::string{R"({"came_back":)"} +
                     said(hasBounced(database, organizer, *address)) + R"(,"unsubscribed":)" +
                     said(hasUnsubscribed(database, organizer, *address)) + "}");
}

Reply allow(const AddressRoutes& routes, const Request& request)
{
    const auto address = addressIn(request);
    if (!address) {
        return noAddress();
    }
    Database& database = routes.store();
    Transaction transaction{database};
    forgetBounce(database, request.caller->organizer, *address);
    transaction.commit();
    routes.log.info("address_allowed", {{"user", request.permit->actor().text()}});
    return jsonReply("{}");
}

} // namespace

void addAddressRoutes(Router& router, const AddressRoutes& routes)
{
    router.add({.method = "POST",
                .path = "/v1/mail/addresses/look",
                .access = Access::holder(Permission::EraseCustomers),
                .bodyMax = kBodyMax,
                .handler = [routes](const Request& request) { return look(routes, request); },
                .summary = "Whether mails to an address came back, and bulletins are not wanted",
                .refusals = {{400, "bad_address"}}});
    router.add({.method = "POST",
                .path = "/v1/mail/addresses/allow",
                .access = Access::holder(Permission::EraseCustomers),
                .bodyMax = kBodyMax,
                .handler = [routes](const Request& request) { return allow(routes, request); },
                .summary = "Write to an address again whose mails came back",
                .refusals = {{400, "bad_address"}}});
}

} // namespace foyer::server
