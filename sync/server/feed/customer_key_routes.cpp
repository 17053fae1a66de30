// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/feed/customer_key_routes.h"

#include "core/crypto/sealing.h"
#include "core/services/customer_key_sync.h"
#include "core/storage/customer_key_store.h"
#include "core/storage/identity_store.h"
#include "sync/protocol/request_signature.h"
#include "sync/server/http/natural_number.h"
#include "sync/server/http/problem.h"

#include <algorithm>
#include <optional>

namespace foyer::server {
namespace {

constexpr std::size_t kBodyMax = std::size_t{256} * 1024;
constexpr auto kPage = static_cast<std::int64_t>(kCarriedKeysMax);

Reply take(const CustomerKeyDesk& desk, const Request& request)
{
    const auto keys = decodeCarriedKeys(request.body);
    if (!keys) {
        return problem(keys.error());
    }
    if (std::ranges::any_of(*keys, [](const CarriedKey& key) {
            return key.key.size() != kSealingKeySize;
        })) {
        return problem(400, "bad_customer_key", "A customer's key has 32 bytes.");
    }
    const OrganizerId organizer = request.caller->organizer;
    const auto done =
        desk.sync.authority.doAndWait(organizer, [&](Authority& authority, FeedBatch&) {
            for (const CarriedKey& key : *keys) {
                storeCollectedKey(authority.database(), organizer, key.customer,
                                  desk.seal(key.key, customerKeyPurpose(key.customer)));
            }
        });
    return done ? cborReply({}) : problem(done.error());
}

/// The key that signed the call: while a device's key takes over from another it has both, and
/// opens boxes with the one that it works with.
std::optional<PublicKey> signerOf(const CustomerKeyDesk& desk, const Caller& caller)
{
    const auto keys = desk.sync.deviceKeys(caller.organizer, caller.device);
    const auto found = std::ranges::find(keys, caller.keyId, [](const PublicKey& key) {
        return protocol::keyThumbprint(key);
    });
    return found != keys.end() ? std::optional{*found} : std::nullopt;
}

Reply notOpened()
{
    return problem(503, "keys_sealed",
                   "The server cannot open the keys of customers. Whoever runs it has to restore "
                   "the key file that belongs to its database.");
}

Reply give(const CustomerKeyDesk& desk, const Request& request)
{
    const auto after = naturalNumber(request.queryValue("after"));
    if (!after) {
        return problem(400, "bad_position", "Say after which key to read, a whole number.");
    }
    const Caller& caller = *request.caller;
    Database& database = desk.sync.reader();
    const auto signer = signerOf(desk, caller);
    const auto identity = readIdentityOf(database, caller.organizer);
    if (!signer || !identity) {
        return problem(404, "unknown_organizer", "This organizer is not known here.");
    }
    CustomerKeyPage page;
    page.life = identity->epoch;
    page.upTo = *after;
    const auto stored = readKeysAfter(database, caller.organizer, *after, kPage);
    std::vector<CarriedKey> keys;
    for (const StoredCustomerKey& each : stored) {
        const auto key = desk.open(each.wrapped, customerKeyPurpose(each.customer));
        if (!key) {
            return notOpened(); // who was told a later number would never ask for it again
        }
        keys.push_back({each.customer, Bytes{key->view().begin(), key->view().end()}});
        page.upTo = each.number;
    }
    if (!keys.empty()) {
        auto box = boxFor(*signer, keys, desk.random);
        if (!box) {
            return notOpened();
        }
        page.box = *std::move(box);
    }
    page.isLast = static_cast<std::int64_t>(stored.size()) < kPage;
    return cborReply(encode(page));
}

} // namespace

std::string customerKeyPurpose(CustomerId customer)
{
    return "customer_key " + customer.text();
}

void addCustomerKeyRoutes(Router& router, const CustomerKeyDesk& desk)
{
    router.add({.method = "POST",
                .path = "/v1/customers/keys",
                .access = Access::device(),
                .bodyMax = kBodyMax,
                .accepts = {std::string{kCbor}},
                .answers = {std::string{kCbor}},
                .handler = [&desk](const Request& request) { return take(desk, request); },
                .summary = "Takes the keys of customers that the caller took down; of who was "
                           "erased, none.",
                .refusals = {{400, "bad_customer_key"}}});
    router.add(
        {.method = "GET",
         .path = "/v1/customers/keys",
         .access = Access::device(),
         .answers = {std::string{kCbor}},
         .handler = [&desk](const Request& request) { return give(desk, request); },
         .summary = "The keys of the house's customers after a number, sealed to the caller's "
                    "device key.",
         .refusals = {{400, "bad_position"}, {404, "unknown_organizer"}, {503, "keys_sealed"}}});
}

} // namespace foyer::server
