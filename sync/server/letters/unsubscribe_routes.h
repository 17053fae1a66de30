// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/crypto/secret.h"
#include "core/storage/database.h"
#include "sync/server/http/router.h"

#include <functional>
#include <string>

namespace foyer::server {

/// How somebody ends the bulletins to their address (RFC 8058).
struct UnsubscribeDesk {
    std::function<Database&()> store; ///< of the calling thread
    /// Seal and open with the server's own key: nobody else makes such an address.
    std::function<Bytes(ByteView text)> seal;
    std::function<Result<SecretBytes>(ByteView sealed)> open;
    std::string publicUrl;
    const Clock& clock;
    Random& random; ///< of what follows from it
};

/// The https address that ends the bulletins of an organizer to a mail address, which is in it as a
/// hash only.
std::string unsubscribeUrl(const UnsubscribeDesk& desk, OrganizerId organizer, CustomerId customer,
                           std::string_view address);

/// Adds GET /v1/unsubscribe/{token}, a page with a button that changes nothing, and POST, which
/// does it. `desk` outlives the router.
void addUnsubscribeRoutes(Router& router, const UnsubscribeDesk& desk);

} // namespace foyer::server
