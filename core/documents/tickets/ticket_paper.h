// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tickets/ticket_document.h"

namespace foyer {

/// A sheet in millimetres, and how many tickets are on it.
struct TicketPaper {
    double width;
    double height;
    int columns;
    int rows;
};
TicketPaper ticketPaperOf(PaperFormat format);

} // namespace foyer
