// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <string>

namespace foyer {

/// What an SQLite result code (extended or not) means to the person at the counter: a code, a
/// sentence that says what to do, and the file. https://www.sqlite.org/rescode.html
Error sqliteFailure(int code, const std::string& detail, const std::string& file);

} // namespace foyer
