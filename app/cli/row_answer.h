// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "core/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::cli {

/// Rows as a server says them: names of columns to texts.
using ServerRows = std::vector<std::map<std::string, std::string>>;

/// The rows as they are, under `name`, and for people one line each of these columns; `none` where
/// there are no rows.
Result<Answer> answerOfRows(const Result<ServerRows>& rows, const char* name,
                            const std::vector<const char*>& columns, const char* none);
/// An act that tells nothing but that it was done, in this sentence.
Result<Answer> answerOfAct(const Result<void>& done, const char* sentence);

} // namespace foyer::cli
