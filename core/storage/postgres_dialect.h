// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace foyer {

/// A statement whose `?` outside of quotes are `$1`, `$2` …, as PostgreSQL counts its parameters.
std::string withNumberedParameters(std::string_view sql);

/// A migration written for SQLite, as PostgreSQL takes it: the types in capitals become BIGINT,
/// BYTEA and TEXT in the order of its bytes (COLLATE "C", as SQLite compares), and the words for
/// which it has no use (STRICT, WITHOUT ROWID, COLLATE NOCASE) go. Comments and quoted texts stay.
std::string postgresSchema(std::string_view sql);

} // namespace foyer
