// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/reports/house_reports.h"

namespace foyer {

/// A seat on paper by what became of it, each with a form of its own: a dot is free, a bar held, a
/// square sold, a square with a hole came, a cross did not come, a hairline is not for sale.
void markSeat(Drawing& sheet, const Box& box, SeatFate fate);

/// A seat on paper by how full its part of the room is, 0 … 10: so much of its box is black, in a
/// frame that shows the whole.
void shadeSeat(Drawing& sheet, const Box& box, int level);

} // namespace foyer
