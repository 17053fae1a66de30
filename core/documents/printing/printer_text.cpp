// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/printer_text.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::uint8_t kWindows1252 = 16;
constexpr std::uint8_t kCodePage866 = 17;

/// 0x80 … 0x9F of Windows-1252; 0 where it has nothing.
constexpr std::array<char32_t, 32> kUpper1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026,
                                              0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
                                              0x0152, 0,      0x017D, 0,      0,      0x2018,
                                              0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
                                              0x017E, 0x0178};

std::optional<char> in1252(char32_t letter)
{
    if (letter < 0x80 || (letter >= 0xA0 && letter <= 0xFF)) {
        return static_cast<char>(letter);
    }
    const auto* found = std::find(kUpper1252.begin(), kUpper1252.end(), letter);
    if (letter == 0 || found == kUpper1252.end()) {
        return std::nullopt;
    }
    return static_cast<char>(0x80 + (found - kUpper1252.begin()));
}

std::optional<char> in866(char32_t letter)
{
    if (letter < 0x80) {
        return static_cast<char>(letter);
    }
    if (letter >= 0x0410 && letter <= 0x043F) {
        return static_cast<char>(letter - 0x0410 + 0x80);
    }
    if (letter >= 0x0440 && letter <= 0x044F) {
        return static_cast<char>(letter - 0x0440 + 0xE0);
    }
    switch (letter) {
    case 0x0401:
        return static_cast<char>(0xF0);
    case 0x0451:
        return static_cast<char>(0xF1);
    case 0x2116:
        return static_cast<char>(0xFC);
    case 0x00B7:
        return static_cast<char>(0xFA);
    default:
        return std::nullopt;
    }
}

template <typename Coder>
std::optional<std::string> coded(std::u32string_view characters, Coder coder)
{
    std::string bytes;
    for (const char32_t letter : characters) {
        const std::optional<char> byte = coder(letter);
        if (!byte || static_cast<unsigned char>(*byte) < 0x20) {
            return std::nullopt;
        }
        bytes.push_back(*byte);
    }
    return bytes;
}

bool isControl(char32_t letter)
{
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0x2028 ||
        letter == 0x2029;
}

bool isInvisible(char32_t letter)
{
    return letter == 0x00AD || (letter >= 0x200B && letter <= 0x200F) ||
        (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x2069) ||
        letter == 0xFEFF;
}

} // namespace

std::u32string printable(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))
                             .normalized(QString::NormalizationForm_C);
    std::u32string characters;
    for (const uint unit : text.toUcs4()) {
        const char32_t letter = unit;
        if (letter == 0xA0 || letter == 0x202F || (letter >= 0x2000 && letter <= 0x200A)) {
            characters.push_back(U' ');
        } else if (letter == 0x2212 || letter == 0x2010 || letter == 0x2011) {
            characters.push_back(U'-');
        } else if (!isControl(letter) && !isInvisible(letter)) {
            characters.push_back(letter);
        }
    }
    return characters;
}

std::string utf8Of(std::u32string_view characters)
{
    return QString::fromUcs4(characters.data(), static_cast<qsizetype>(characters.size()))
        .toStdString();
}

std::optional<CodedText> codedText(std::u32string_view characters)
{
    if (auto bytes = coded(characters, in1252)) {
        return CodedText{kWindows1252, *std::move(bytes)};
    }
    if (auto bytes = coded(characters, in866)) {
        return CodedText{kCodePage866, *std::move(bytes)};
    }
    return std::nullopt;
}

bool isAscii(std::u32string_view characters)
{
    return std::all_of(characters.begin(), characters.end(),
                       [](char32_t letter) { return letter >= 0x20 && letter < 0x7F; });
}

} // namespace foyer
