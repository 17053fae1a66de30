// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// How the seats of a row are numbered.
struct SeatNumbering {
    enum class Pattern : std::uint8_t {
        Counting,   ///< 1 2 3 4; with a step of 2 the odd or the even ones
        FromMiddle, ///< 5 3 1 2 4 6: odd on the one side, even on the other
    };
    Pattern pattern = Pattern::Counting;
    std::int64_t start = 1; ///< the lowest number
    std::int64_t step = 1;  ///< of Counting
    bool rightToLeft = false;
    bool letters = false;           ///< A B C instead of 1 2 3
    std::set<std::int64_t> skipped; ///< numbers that no seat gets, such as 13
};

/// The numbers of so many seats from the row's first on; all different.
std::vector<std::string> seatNumbers(const SeatNumbering& rule, std::size_t count);

/// How rows are named, one after the other.
struct RowNaming {
    enum class Kind : std::uint8_t { Letters, LettersWithoutIO, Numbers, Roman };
    Kind kind = Kind::Letters;
    std::int64_t start = 1; ///< the first row's place in that alphabet: 1 is A, 1 or I
    bool backwards = false; ///< the last row is named first
    std::set<std::int64_t> skipped;
};

std::vector<std::string> rowNames(const RowNaming& rule, std::size_t count);

/// A, B … Z, AA, AB … of that alphabet; "" below 1.
std::string lettersFor(std::int64_t place,
                       std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
/// MCMLXXXIV; digits beyond 3999.
std::string romanFor(std::int64_t number);

} // namespace foyer
