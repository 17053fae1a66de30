// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/administration/json_body.h"

#include <utility>

namespace foyer::server {

protocol::FlatJson bodyOf(const Request& request)
{
    auto json = protocol::FlatJson::read(
        {reinterpret_cast<const char*>(request.body.data()), request.body.size()});
    return json ? *std::move(json) : protocol::FlatJson{};
}

} // namespace foyer::server
