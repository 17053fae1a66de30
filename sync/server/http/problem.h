// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "sync/server/http/route.h"

#include <string>
#include <string_view>

namespace foyer::server {

/// An answer of application/problem+json (RFC 9457): `status`, a stable `code`, `title` (the
/// status in words) and `detail`, a sentence that says what to do. `request` is put in on the way
/// out.
Reply problem(int status, std::string_view code, std::string_view detail);
/// The same of an Error: refused is 409, usage and bad input 400, storage 503; `where` and `facts`
/// come along. `status` stands in for that where the caller knows better.
Reply problem(const Error& error, int status = 0);

/// "Not Found" …, as RFC 9110 has it.
std::string_view reasonPhrase(int status);

} // namespace foyer::server
