// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/seat_marks.h"

#include <cmath>

namespace foyer {
namespace {

/// A part of a box around its middle.
Box inner(const Box& box, double across, double down)
{
    return {box.x + box.width * (1 - across) / 2, box.y + box.height * (1 - down) / 2,
            box.width * across, box.height * down};
}

} // namespace

void markSeat(Drawing& sheet, const Box& box, SeatFate fate)
{
    switch (fate) {
    case SeatFate::Free:
        sheet.blocks.push_back({inner(box, 0.3, 0.3), Ink::Muted});
        return;
    case SeatFate::Held:
        sheet.blocks.push_back({inner(box, 1, 0.34), Ink::Text});
        return;
    case SeatFate::Sold:
        sheet.blocks.push_back({box, Ink::Text});
        return;
    case SeatFate::Came:
        sheet.blocks.push_back({box, Ink::Text});
        sheet.blocks.push_back({inner(box, 0.42, 0.42), Ink::Paper});
        return;
    case SeatFate::NotCome:
        for (const bool isFalling : {true, false}) {
            sheet.rules.push_back({box.x, isFalling ? box.y : box.bottom(), box.right(),
                                   isFalling ? box.bottom() : box.y, box.width * 0.18, Ink::Text,
                                   false});
        }
        return;
    case SeatFate::Closed:
        sheet.blocks.push_back({inner(box, 0.6, 0.1), Ink::Line});
        return;
    }
}

void shadeSeat(Drawing& sheet, const Box& box, int level)
{
    constexpr double kFull = 10;
    constexpr double kFrame = 0.12;
    sheet.blocks.push_back({box, Ink::Line});
    sheet.blocks.push_back({inner(box, 1 - kFrame, 1 - kFrame), Ink::Paper});
    if (level > 0) {
        const double side = std::sqrt(level / kFull);
        sheet.blocks.push_back({inner(box, side, side), Ink::Text});
    }
}

} // namespace foyer
