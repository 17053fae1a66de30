// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <string>
#include <string_view>

namespace foyer {

/// A .tar of small texts, in the form that every system unpacks (ustar, POSIX.1-1988).
class TarArchive {
public:
    /// `at`: the time that all its files have.
    explicit TarArchive(Instant at) : m_at{at} {}

    /// `name`: "folder/file.txt", ASCII, at most 100 bytes. Content up to 8 GB.
    void add(std::string_view name, std::string_view content);
    /// All of it, with its end. Nothing can be added after.
    std::string finished() &&;

private:
    Instant m_at;
    std::string m_bytes;
};

} // namespace foyer
