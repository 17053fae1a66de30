// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/reports/house_reports.h"

namespace foyer {

std::int64_t BookingCurve::Line::ticketsAt(std::int64_t days) const
{
    std::int64_t tickets = 0;
    for (const Point& point : points) {
        if (point.daysBefore >= days) {
            tickets = point.tickets;
        }
    }
    return tickets;
}

} // namespace foyer
