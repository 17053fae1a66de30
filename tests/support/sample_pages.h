// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tickets/ticket_document.h"

#include <string>

namespace foyer::test {

/// A ticket with every usual field, short enough for any paper.
inline TicketPage sampleTicket(const std::string& code)
{
    TicketPage page;
    page.organizer = "City Playhouse Trust";
    page.event = "Hamlet";
    page.subtitle = "William Shakespeare";
    page.venue = "Playhouse";
    page.venueAddress = "1 Theatre Street\nLeeds LS1 3AA";
    page.dateLine = "Saturday, 28 November 2026";
    page.timeLine = "19:30";
    page.doorsLine = "18:45";
    page.section = "Stalls";
    page.row = "F";
    page.seat = "7";
    page.typeName = "Adult";
    page.categoryName = "Premium";
    page.priceLine = "€42.00";
    page.orderCode = "AB-CDEFG-H";
    page.codeText = code;
    return page;
}

} // namespace foyer::test
