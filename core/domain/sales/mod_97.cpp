// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/mod_97.h"

namespace foyer {

std::optional<int> mod97(std::string_view text)
{
    constexpr int kModulus = 97;
    constexpr int kTen = 10;
    constexpr int kHundred = 100;
    int rest = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            rest = (rest * kTen + (c - '0')) % kModulus;
        } else if (c >= 'A' && c <= 'Z') {
            rest = (rest * kHundred + (c - 'A' + kTen)) % kModulus;
        } else {
            return std::nullopt;
        }
    }
    return text.empty() ? std::nullopt : std::optional{rest};
}

} // namespace foyer
