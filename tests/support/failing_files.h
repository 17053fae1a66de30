// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

namespace foyer::test {

/// What happens to the calls open, fchmod, read, write, fsync, close, rename and unlink of a test
/// that is linked with --wrap for each of them. The libraries of the system are not concerned.
struct FileFaults {
    std::string call;            ///< the call it concerns; empty for any
    int at = 0;                  ///< which of those calls, from 1; 0 for none
    int error = 0;               ///< errno of the call that fails
    bool dies = false;           ///< instead, the process ends there; a write is half done
    std::size_t writeAtMost = 0; ///< bytes that one write takes; 0 for all
    int seen = 0;                ///< how many of those calls there were
};

/// Those of this process. Assign to begin anew.
FileFaults& fileFaults();

} // namespace foyer::test
