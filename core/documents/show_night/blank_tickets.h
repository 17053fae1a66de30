// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"

#include <string>
#include <vector>

namespace foyer {

/// Tickets to be written by hand while there is no computer: numbered, with a stub that stays at
/// the counter and is entered as a sale later. They carry no code: paper that lies in a drawer must
/// not open a gate.
struct BlankTickets {
    std::string organizer;
    std::string event;
    std::string when;
    std::string venue;
    std::string prefix; ///< of the numbers, "K-2811"
    int count = 0;
};

/// Five to an A4 page. Needs a QGuiApplication.
std::vector<Drawing> blankTicketSheets(const BlankTickets& blanks);

} // namespace foyer
