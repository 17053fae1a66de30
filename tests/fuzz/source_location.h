// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Clang before 16 cannot compile libstdc++'s <source_location> and then has none. Put before every
// file of the fuzz build, which alone uses Clang; it has the members that ENSURE needs.
#include <source_location>

#if !defined(__cpp_lib_source_location)
namespace std {

struct source_location {
    static constexpr source_location current(const char* file = __builtin_FILE(),
                                             const char* function = __builtin_FUNCTION(),
                                             unsigned line = __builtin_LINE()) noexcept
    {
        source_location here;
        here.m_file = file;
        here.m_function = function;
        here.m_line = line;
        return here;
    }
    constexpr const char* file_name() const noexcept { return m_file; }
    constexpr const char* function_name() const noexcept { return m_function; }
    constexpr unsigned line() const noexcept { return m_line; }

private:
    const char* m_file = "";
    const char* m_function = "";
    unsigned m_line = 0;
};

} // namespace std
#endif
