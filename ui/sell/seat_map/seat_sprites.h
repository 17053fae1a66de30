// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/seat_map/pixel_blend.h"
#include "ui/sell/seat_map/seat_sign.h"

#include <map>
#include <vector>

namespace foyer::ui {

/// The pictures of the looks at one size, each at several fractions of a pixel so that rows of
/// small seats stay even. Painted when first asked for.
class SeatSpriteSheet {
public:
    SeatSpriteSheet(double devicePixels, std::size_t looks);

    /// Fractions of a pixel told apart, as a power of two.
    int shift() const { return m_shift; }
    /// The picture, painted by `paint` if it is not there yet. `fraction` counts 1/2^shift pixels
    /// across, and down times 2^shift.
    template <typename Sign>
    PixelSprite sprite(std::size_t look, unsigned fraction, const Sign& signOf,
                       const SeatMapColours& colours)
    {
        const Entry& entry = m_entries[(look << (2 * m_shift)) + fraction];
        return entry.ready ? spriteOf(entry) : painted(look, fraction, signOf(look), colours);
    }
    double devicePixels() const { return m_devicePixels; }

private:
    struct Entry {
        bool ready = false;
        int width = 0; // of the part that is not transparent
        int height = 0;
        int originX = 0;
        int originY = 0;
        std::vector<std::uint32_t> bits;
    };

    static PixelSprite spriteOf(const Entry& entry)
    {
        return {entry.bits.data(), entry.width, entry.height, entry.originX, entry.originY};
    }
    PixelSprite painted(std::size_t look, unsigned fraction, SeatSign sign,
                        const SeatMapColours& colours);

    double m_devicePixels;
    int m_shift;
    std::vector<Entry> m_entries;
};

/// Sheets of the sizes used lately.
class SeatSprites {
public:
    /// The sheet for seats of about this size, in device pixels, for so many looks.
    SeatSpriteSheet& sheetFor(double devicePixels, std::size_t looks);
    /// Looks or colours have changed.
    void clear() { m_sheets.clear(); }

private:
    std::map<int, SeatSpriteSheet> m_sheets; // by size in quarters of a pixel
};

} // namespace foyer::ui
