// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "sync/server/http/router.h"
#include "sync/server/observe/server_log.h"

#include <functional>

namespace foyer::server {

/// What is known of the addresses that a house writes to.
struct AddressRoutes {
    std::function<Database&()> store; ///< of the calling thread
    ServerLog& log;
};

/// Adds POST /v1/mail/addresses/look, which says of an address whether mails to it came back and
/// whether bulletins are wanted no more, and …/allow, which forgets that they came back: somebody
/// says that it is right after all. The server has addresses as hashes only, so it lists none; and
/// they are in the body, for a path is logged by whoever stands between.
void addAddressRoutes(Router& router, const AddressRoutes& routes);

} // namespace foyer::server
