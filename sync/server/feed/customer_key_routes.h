// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/secret.h"
#include "sync/server/feed/sync_routes.h"
#include "sync/server/http/router.h"

#include <functional>

namespace foyer::server {

/// What the routes of customers' keys need of the rest of the server.
struct CustomerKeyDesk {
    const SyncDesk& sync;
    /// Seal and open what lies in the server's database, with the server's own key.
    std::function<Bytes(ByteView text, std::string_view purpose)> seal;
    std::function<Result<SecretBytes>(ByteView sealed, std::string_view purpose)> open;
    Random& random;
};

/// What binds a customer's key, as the server keeps it, to its customer.
std::string customerKeyPurpose(CustomerId customer);

/// Adds POST /v1/customers/keys, by which a counter hands over the keys of customers that it took
/// down, and GET /v1/customers/keys, by which the others of the same organizer get them, in a
/// box that the caller's device key alone opens. `desk` outlives the router.
void addCustomerKeyRoutes(Router& router, const CustomerKeyDesk& desk);

} // namespace foyer::server
