// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tables/table_reader.h"

#include <array>
#include <string>

namespace foyer {

/// Turns the bytes of a file into characters, one at a time, in constant memory.
class TextDecoder {
public:
    static constexpr char32_t kEnd = 0xffffffff;
    static constexpr char32_t kBad = 0xfffffffe; ///< bytes that are no character

    TextDecoder(ReadBytes read, TextEncoding encoding);

    /// The next character, without a byte order mark at the beginning. At the end of the source, or
    /// where it fails: kEnd.
    char32_t next();
    /// Why the source failed.
    const std::optional<Error>& fault() const { return m_fault; }

private:
    int byte();
    int peekByte();
    char32_t utf8();
    char32_t utf16();

    ReadBytes m_read;
    TextEncoding m_encoding;
    std::array<char, 65'536> m_buffer{};
    std::size_t m_at = 0;
    std::size_t m_size = 0;
    bool m_isFirst = true;
    std::optional<Error> m_fault;
};

/// Adds a character as UTF-8.
void appendUtf8(std::string& text, char32_t character);

} // namespace foyer
