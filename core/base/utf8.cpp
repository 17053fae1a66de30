// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/utf8.h"

#include <cstddef>
#include <cstdint>

namespace foyer {

bool isUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto first = static_cast<std::uint8_t>(text[at]);
        if (first < 0x80) {
            ++at;
            continue;
        }
        const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || text.size() - at < size) {
            return false;
        }
        const auto second = static_cast<std::uint8_t>(text[at + 1]);
        // The second byte decides overlong forms (E0, F0), surrogates (ED) and the upper end (F4).
        const std::uint8_t low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        const std::uint8_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return false;
        }
        for (std::size_t i = 2; i < size; ++i) {
            if ((static_cast<std::uint8_t>(text[at + i]) & 0xc0) != 0x80) {
                return false;
            }
        }
        at += size;
    }
    return true;
}

} // namespace foyer
