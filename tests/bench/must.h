// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace foyer::bench {

/// What has to work for anything to be measured; says what did not, and ends.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", result.error().code.c_str(),
                     result.error().message.c_str());
        std::exit(1);
    }
    return *std::move(result);
}

inline void must(const Result<void>& result)
{
    (void)must(result ? Result<bool>{true} : Result<bool>{result.error()});
}

} // namespace foyer::bench
