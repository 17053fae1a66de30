// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tickets/ticket_document.h"

namespace foyer {

/// A sheet in millimetres, and how many tickets stand on it.
struct TicketPaper {
    double width;
    double height;
    int columns;
    int rows;
};

inline TicketPaper ticketPaperOf(PaperFormat format)
{
    switch (format) {
    case PaperFormat::A4:
        return {297, 210, 2, 2};
    case PaperFormat::Letter:
        return {279.4, 215.9, 2, 2};
    case PaperFormat::A6:
        return {148, 105, 1, 1};
    case PaperFormat::Roll80:
    case PaperFormat::Stock80x150:
        return {80, 150, 1, 1};
    case PaperFormat::Roll58:
        return {58, 150, 1, 1};
    case PaperFormat::Stock140x51:
        return {139.7, 50.8, 1, 1};
    }
    return {148, 105, 1, 1};
}

} // namespace foyer
