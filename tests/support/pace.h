// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace foyer::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlowdown = 6;
#else
inline constexpr int kSlowdown = 1;
#endif

/// How long something may take that takes `plain` in a build without sanitizers, which slow
/// everything down several times over. For times that a test expects as well as for those that it
/// gives a server: what lies between the two stays the same.
constexpr std::chrono::milliseconds paced(std::chrono::milliseconds plain)
{
    return plain * kSlowdown;
}

} // namespace foyer::test
