// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/picture/reading.h"

#include <cstdint>
#include <vector>

namespace foyer::picture {

/// Makes a picture smaller: each new pixel is the mean of the area that it covers, in whole
/// numbers, so that the same picture gives the same pixels everywhere. Colours count by their
/// opacity. Takes the old rows one by one, so the large picture need not be in memory.
class AreaScaler {
public:
    /// Neither side becomes larger.
    AreaScaler(const Pixels& from, std::int64_t width, std::int64_t height);
    void take(const std::uint8_t* row);
    /// The picture, once all rows were taken.
    Pixels result() &&;

private:
    void gather(const std::uint8_t* row);
    void addRow(std::int64_t weight);
    void writeRow();

    std::int64_t m_fromWidth;
    std::int64_t m_fromHeight;
    Pixels m_to;
    std::vector<std::uint64_t> m_across; ///< of the row that was taken last
    std::vector<std::uint64_t> m_sums;   ///< of the row that is being made
    std::int64_t m_taken = 0;
    std::int64_t m_made = 0;
};

/// The same at another size.
Pixels scaled(const Pixels& pixels, std::int64_t width, std::int64_t height);
/// The right way up, by an EXIF orientation.
Pixels oriented(Pixels pixels, int orientation);
/// Without an alpha channel where nothing is transparent.
Pixels withoutIdleAlpha(Pixels pixels);
/// In sRGB, where an ICC profile says what the colours are; as they are where it cannot be used.
void convertToSrgb(Pixels& pixels, ByteView profile);

} // namespace foyer::picture
