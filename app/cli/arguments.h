// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "core/base/result.h"

#include <functional>
#include <string>

namespace foyer::cli {

class Session;

/// What a command line asks for.
struct Command {
    std::function<Result<Answer>(Session&)> run; ///< none: nothing was named
    bool makesDocuments = false;                 ///< needs fonts, and so a QGuiApplication
};

/// A command line that was understood.
struct Invocation {
    std::string folder;     ///< of --data, else $FOYER_DATA; empty: the default folder
    std::string user;       ///< of --user, else $FOYER_USER; empty: nobody signs in
    std::string approvedBy; ///< of --approved-by
    bool json = false;
    Command command;
    std::string help; ///< what --help or --version asked for; then there is no command
};

/// Reads a command line. Usage error bad_usage, whose sentence says which part is wrong. `json`
/// tells, also where the rest could not be understood, in which form to say so.
Result<Invocation> readArguments(int argc, const char* const* argv, bool& json);

} // namespace foyer::cli
