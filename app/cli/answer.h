// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <optional>
#include <string>

namespace foyer::cli {

/// What a command has to say, in both forms.
struct Answer {
    std::string json; ///< one object, one line
    std::string text; ///< for people, with its last line end
    /// An outcome that is a "no" and has something to show all the same: a refused ticket, faults
    /// found, an order whose documents could not be written. `json` holds it as "error" already.
    std::optional<Error> complaint;
};

/// 0 done, 1 refused, 2 wrong usage, 3 bad input, 4 storage or system.
int exitStatus(const Error& error);

/// Writes an answer, or an error, to standard output (a complaint in text form to standard error)
/// and returns the exit status.
int say(const Answer& answer, bool json);
int say(const Error& error, bool json);

} // namespace foyer::cli
