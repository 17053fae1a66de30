// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>

namespace foyer::cli {

/// The content of a file that somebody named. Bad input: no_such_file, file_too_large (over 64
/// MiB); storage error file_unreadable. Error::where is the path.
Result<std::string> readInputFile(const std::string& path);

} // namespace foyer::cli
