// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/flat_json.h"
#include "sync/server/http/route.h"

namespace foyer::server {

/// The JSON object in a request's body; one without members where it is none.
protocol::FlatJson bodyOf(const Request& request);

} // namespace foyer::server
