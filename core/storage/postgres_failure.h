// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace foyer {

/// What a SQLSTATE of PostgreSQL means to the person who runs the server: a code, a sentence that
/// says what to do, and where the database is.
/// https://www.postgresql.org/docs/15/errcodes-appendix.html
Error postgresFailure(std::string_view sqlState, const std::string& detail,
                      const std::string& where);

/// Whether a SQLSTATE says that the server has ended the connection.
bool endsConnection(std::string_view sqlState);

/// The connection was lost while something ran; nothing of it is kept.
Error connectionLost(const std::string& where);
/// The connection was lost while the server was saving: what it had not answered yet may be kept or
/// not.
Error commitUnknown(const std::string& where);
/// Nobody answers at the address.
Error serverUnreachable(const std::string& detail, const std::string& where);
/// The server answers, and does not let us in.
Error serverRefused(const std::string& detail, const std::string& where);

} // namespace foyer
