// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tickets/ticket_document.h"

namespace foyer {

/// Whether a paper is a roll or a ticket printer's stock.
bool isNarrow(PaperFormat paper);

/// The face of a ticket on narrow paper. Upright ones are a column, with nothing beside anything
/// but row and seat, so that receipt printers can print them line by line; the code stands alone.
Drawing narrowTicket(const TicketPage& page, QrCode code, PaperFormat paper);

} // namespace foyer
