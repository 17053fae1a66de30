// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace foyer {

/// Rows as RFC 4180 has them: commas, CR LF, cells with commas, quotes or line ends in quotes;
/// UTF-8 without a byte order mark. A cell that a spreadsheet would take for a formula (it begins
/// with =,
/// +, -, @, a tab or a carriage return) gets an apostrophe before it, unless it is a number:
/// "-12.50" stays.
std::string csvText(const std::vector<std::vector<std::string>>& rows);

/// Writes a text, or any bytes, as a file that appears whole or not at all, readable by its owner
/// only. Storage errors: folder_not_writable, file_not_written; Error::where is the path.
Result<void> writeText(const std::string& path, const std::string& text);

} // namespace foyer
