// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/report_visits.h"

namespace foyer {

std::unordered_map<TicketId, TicketVisit> visitsUpTo(const std::vector<DoorScan>& scans, Instant at)
{
    std::unordered_map<TicketId, TicketVisit> visits;
    for (const DoorScan& scan : scans) {
        if (scan.at.ms > at.ms || (scan.undoneAt && scan.undoneAt->ms <= at.ms)) {
            continue;
        }
        TicketVisit& visit = visits[scan.ticket];
        if (scan.outcome == "admitted") {
            visit.first = visit.first == nullptr ? &scan : visit.first;
            ++visit.admissions;
            visit.isInside = true;
        } else if (scan.outcome == "checked_out") {
            visit.isInside = false;
        } else {
            ++visit.refused;
        }
    }
    return visits;
}

} // namespace foyer
