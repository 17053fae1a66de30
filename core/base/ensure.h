// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <source_location>

namespace foyer {

/// Prints the broken promise with its place and aborts. Used by ENSURE only.
[[noreturn]] void ensureFailed(const char* promise, const std::source_location& where);

} // namespace foyer

/// States what must hold for the program to be right. Stays on in release builds: a till that has
/// lost track of itself stops before it writes. Never for input; that is what Result is for.
#define ENSURE(promise)                                                                            \
    do {                                                                                           \
        if (!(promise)) [[unlikely]] {                                                             \
            ::foyer::ensureFailed(#promise, std::source_location::current());                      \
        }                                                                                          \
    } while (false)
