// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tables/text_decoder.h"

#include <utility>

namespace foyer {
namespace {

constexpr int kNoByte = -1;
constexpr char32_t kByteOrderCharacter = 0xfeff;

/// What Windows-1252 has between 0x80 and 0x9f (WHATWG Encoding, index windows-1252).
constexpr std::array<char16_t, 32> kWindows1252{0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026,
                                                0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
                                                0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018,
                                                0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d,
                                                0x017e, 0x0178};

bool isHighSurrogate(char32_t unit)
{
    return unit >= 0xd800 && unit < 0xdc00;
}

bool isLowSurrogate(char32_t unit)
{
    return unit >= 0xdc00 && unit < 0xe000;
}

} // namespace

void appendUtf8(std::string& text, char32_t character)
{
    const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xc0 | character >> 6);
        add(0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        add(0xe0 | character >> 12);
        add(0x80 | (character >> 6 & 0x3f));
        add(0x80 | (character & 0x3f));
    } else {
        add(0xf0 | character >> 18);
        add(0x80 | (character >> 12 & 0x3f));
        add(0x80 | (character >> 6 & 0x3f));
        add(0x80 | (character & 0x3f));
    }
}

TextDecoder::TextDecoder(ReadBytes read, TextEncoding encoding)
    : m_read{std::move(read)}, m_encoding{encoding}
{}

int TextDecoder::peekByte()
{
    if (m_at == m_size && !m_fault) {
        const auto got = m_read(m_buffer);
        m_at = 0;
        m_size = got ? *got : 0;
        if (!got) {
            m_fault = got.error();
        }
    }
    return m_at < m_size ? static_cast<unsigned char>(m_buffer[m_at]) : kNoByte;
}

int TextDecoder::byte()
{
    const int value = peekByte();
    m_at += value == kNoByte ? 0 : 1;
    return value;
}

char32_t TextDecoder::utf8()
{
    const int first = byte();
    if (first == kNoByte) {
        return kEnd;
    }
    if (first < 0x80) {
        return static_cast<char32_t>(first);
    }
    const int more = first >= 0xf0 && first < 0xf5 ? 3
        : first >= 0xe0 && first < 0xf0            ? 2
        : first >= 0xc2 && first < 0xe0            ? 1
                                                   : 0;
    if (more == 0) {
        return kBad;
    }
    auto character = static_cast<char32_t>(first & (0x3f >> more));
    for (int i = 0; i < more; ++i) {
        const int next = peekByte();
        if (next == kNoByte || (next & 0xc0) != 0x80) {
            return kBad; // what comes next begins something of its own
        }
        character = character << 6 | static_cast<char32_t>(byte() & 0x3f);
    }
    const bool isOverlong = (more == 2 && character < 0x800) || (more == 3 && character < 0x10000);
    const bool isNone = isHighSurrogate(character) || isLowSurrogate(character);
    return isOverlong || isNone || character > 0x10ffff ? kBad : character;
}

char32_t TextDecoder::utf16()
{
    const auto unit = [this]() -> char32_t {
        const int first = byte();
        const int second = byte();
        if (first == kNoByte) {
            return kEnd;
        }
        if (second == kNoByte) {
            return kBad;
        }
        const auto a = static_cast<char32_t>(first);
        const auto b = static_cast<char32_t>(second);
        return m_encoding == TextEncoding::Utf16Little ? (b << 8 | a) : (a << 8 | b);
    };
    const char32_t first = unit();
    if (isLowSurrogate(first)) {
        return kBad;
    }
    if (!isHighSurrogate(first)) {
        return first;
    }
    const char32_t second = unit();
    return isLowSurrogate(second) ? 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00) : kBad;
}

char32_t TextDecoder::next()
{
    char32_t character = kEnd;
    switch (m_encoding) {
    case TextEncoding::Utf8:
        character = utf8();
        break;
    case TextEncoding::Utf16Little:
    case TextEncoding::Utf16Big:
        character = utf16();
        break;
    case TextEncoding::Windows1252: {
        const int value = byte();
        character = value == kNoByte ? kEnd
            : value >= 0x80 && value < 0xa0
            ? char32_t{kWindows1252.at(static_cast<std::size_t>(value) - 0x80)}
            : static_cast<char32_t>(value);
        break;
    }
    }
    if (std::exchange(m_isFirst, false) && character == kByteOrderCharacter) {
        return next();
    }
    return character;
}

} // namespace foyer
