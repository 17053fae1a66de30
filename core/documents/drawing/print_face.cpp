// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/print_face.h"

#include <cstddef>
#include <string_view>

namespace foyer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kFamilyInFile =
    "\0I\0n\0t\0e\0r"sv; // UTF-16, as tables of names are written
constexpr std::string_view kFamilyForPrint = "\0F\0o\0y\0e\0r"sv;
static_assert(kFamilyInFile.size() == kFamilyForPrint.size());

/// Big-endian number of `size` bytes; 0 beyond the end.
std::size_t numberAt(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::size_t number = 0;
    for (std::size_t i = at; i < at + size; ++i) {
        number = number << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    }
    return number;
}

struct Table {
    std::size_t offset = 0;
    std::size_t size = 0;
};

Table tableOf(std::string_view font, std::string_view tag)
{
    const std::size_t count = numberAt(font, 4, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = 12 + 16 * i;
        if (record + 16 <= font.size() && font.substr(record, 4) == tag) {
            const Table table{numberAt(font, record + 8, 4), numberAt(font, record + 12, 4)};
            const bool isInside =
                table.offset <= font.size() && table.size <= font.size() - table.offset;
            return isInside ? table : Table{};
        }
    }
    return {};
}

} // namespace

std::string printFace(std::string font)
{
    const Table substitutions = tableOf(font, "GSUB");
    const Table names = tableOf(font, "name");
    if (substitutions.size < 10 || names.size == 0) {
        return {};
    }
    const std::size_t features = substitutions.offset + numberAt(font, substitutions.offset + 6, 2);
    const std::size_t count = numberAt(font, features, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t tag = features + 2 + 6 * i;
        if (tag + 4 <= font.size() && std::string_view{font}.substr(tag, 4) == "calt") {
            font.replace(tag, 4, "off "); // a feature that nobody asks for
        }
    }
    for (std::size_t at = font.find(kFamilyInFile, names.offset); at < names.offset + names.size;
         at = font.find(kFamilyInFile, at)) {
        font.replace(at, kFamilyForPrint.size(), kFamilyForPrint);
    }
    return font;
}

} // namespace foyer
