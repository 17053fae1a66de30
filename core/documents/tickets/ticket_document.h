// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/documents/drawing/drawing.h"
#include "core/domain/pictures/picture_pixels.h"
#include "core/domain/pictures/house_style.h"

#include <memory>
#include <string>
#include <vector>

namespace foyer {

/// What one ticket says. Everything is text for people already, but the code.
struct TicketPage {
    std::string organizer;
    std::string promoter; ///< whose event it is, as promoterLine() says it; or empty
    std::string event;
    std::string subtitle;
    std::string venue;
    std::string venueAddress; ///< lines joined by LF
    std::string dateLine;     ///< "Saturday, 28 November 2026", in the performance's zone
    std::string timeLine;     ///< "19:30"
    std::string doorsLine;    ///< "18:45", or empty
    // A numbered seat has a number; what is empty of the other two is not printed.
    std::string section;
    std::string row;
    std::string seat;
    std::string place; ///< instead of a seat: "Standing"
    std::string typeName;
    std::string categoryName;
    std::string priceLine;
    std::string orderCode; ///< as displayOrderCode gives it
    std::string codeText;  ///< the ticket code, for the QR
    std::string holderName;
    std::string notes;                          ///< "Minimum age 16 · Restricted view", or empty
    std::string text;                           ///< of the organizer, in lines; or empty
    std::shared_ptr<const PaperPicture> poster; ///< on wide papers; or null
    int number = 1;                             ///< this ticket within its order, from 1 …
    int count = 1;                              ///< … of so many
    bool rightToLeft = false;                   ///< for readers of a language written so
    bool specimen = false; ///< of training: marked so, and its code admits nobody
    HouseStyle style = {}; ///< logo and colours of the house
};

enum class PaperFormat {
    A4, ///< four tickets to a landscape sheet, to be folded or cut in quarters: any office printer
    Letter, ///< the same in North America
    A6,     ///< one ticket to a landscape page: phones and ticket printers
    Roll80, ///< one ticket 80 mm wide, as long as it takes
    Roll58,
    Stock80x150, ///< ticket stock, upright
    Stock140x51, ///< ticket stock of 5.5 x 2 inches, lying
};

/// What the code of a specimen says instead of a ticket's.
inline constexpr const char* kSpecimenCode = "SPECIMEN";

/// The face of one ticket in a cell of a paper, in millimetres. Bad input: qr_text.
Result<Drawing> ticketFace(const TicketPage& page, PaperFormat paper);

/// Tickets as the sheets that writeTicketsPdf prints. Bad input: qr_text. At least one ticket.
Result<std::vector<Drawing>> ticketSheets(const std::vector<TicketPage>& tickets,
                                          PaperFormat paper);

/// Writes tickets as one PDF. Errors of ticketSheets and writePdf. Needs a QGuiApplication.
Result<void> writeTicketsPdf(const std::string& path, const std::vector<TicketPage>& tickets,
                             PaperFormat paper = PaperFormat::A4);

/// The same in memory.
Result<Bytes> ticketsPdf(const std::vector<TicketPage>& tickets,
                         PaperFormat paper = PaperFormat::A4);

/// The sheets as PNG files in memory, for a preview. Errors of ticketSheets and renderPng.
Result<std::vector<std::string>> renderTickets(const std::vector<TicketPage>& tickets,
                                               PaperFormat paper, int dotsPerInch);

} // namespace foyer
