// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/tickets/ticket_document.h"
#include "core/documents/tickets/ticket_paper.h"

#include <QCoreApplication>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct TicketWords {
    Q_DECLARE_TR_FUNCTIONS(TicketDocument)
};

} // namespace

TicketPaper ticketPaperOf(PaperFormat format)
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

Result<std::vector<Drawing>> ticketSheets(const std::vector<TicketPage>& tickets,
                                          PaperFormat format)
{
    ENSURE(!tickets.empty());
    const TicketPaper paper = ticketPaperOf(format);
    const auto columns = static_cast<std::size_t>(paper.columns);
    const std::size_t perSheet = columns * static_cast<std::size_t>(paper.rows);
    std::vector<Drawing> sheets;
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const Result<Drawing> face = ticketFace(tickets[i], format);
        if (!face) {
            return face.error();
        }
        const std::size_t cell = i % perSheet;
        if (cell == 0) {
            Drawing& sheet = sheets.emplace_back();
            sheet.width = perSheet > 1 ? paper.width : face->width;
            sheet.height = perSheet > 1 ? paper.height : face->height;
            if (perSheet > 1) {
                const double x = paper.width / 2;
                const double y = paper.height / 2;
                sheet.rules.push_back({x, 0, x, paper.height, 0.15, Ink::Line, true});
                sheet.rules.push_back({0, y, paper.width, y, 0.15, Ink::Line, true});
            }
        }
        sheets.back().add(*face, static_cast<double>(cell % columns) * face->width,
                          static_cast<double>(cell / columns) * face->height);
    }
    return sheets;
}

Result<void> writeTicketsPdf(const std::string& path, const std::vector<TicketPage>& tickets,
                             PaperFormat paper)
{
    const Result<std::vector<Drawing>> sheets = ticketSheets(tickets, paper);
    if (!sheets) {
        return sheets.error();
    }
    const QString title =
        TicketWords::tr("Tickets %1").arg(QString::fromStdString(tickets.front().orderCode));
    return writePdf(path, title.toStdString(), *sheets);
}

Result<Bytes> ticketsPdf(const std::vector<TicketPage>& tickets, PaperFormat paper)
{
    const Result<std::vector<Drawing>> sheets = ticketSheets(tickets, paper);
    return sheets ? Result<Bytes>{makePdf(tickets.front().orderCode, *sheets)} : sheets.error();
}

Result<std::vector<std::string>> renderTickets(const std::vector<TicketPage>& tickets,
                                               PaperFormat paper, int dotsPerInch)
{
    const Result<std::vector<Drawing>> sheets = ticketSheets(tickets, paper);
    if (!sheets) {
        return sheets.error();
    }
    return renderPng(*sheets, dotsPerInch);
}

} // namespace foyer
