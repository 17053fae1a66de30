// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/router.h"

#include <string>

namespace foyer::server {

/// The OpenAPI 3.1 document of every route of a router, as JSON: made of what the routes declare,
/// so that it cannot say anything else.
std::string openApiDocument(const Router& router, const std::string& version);

/// Adds GET /v1/openapi.json, which answers with the document of all routes added until the first
/// request for it.
void addOpenApiRoute(Router& router, std::string version);

} // namespace foyer::server
