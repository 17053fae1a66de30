// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/show_night/blank_tickets.h"

#include "core/documents/drawing/fitted_text.h"

#include <QCoreApplication>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct BlankWords {
    Q_DECLARE_TR_FUNCTIONS(BlankTickets)
};

constexpr double kWidth = 210;
constexpr double kHeight = 297;
constexpr int kPerPage = 5;
constexpr double kTicketHeight = 55;
constexpr double kMargin = 11;
constexpr double kStub = 55;

std::string say(const QString& words)
{
    return words.toStdString();
}

/// A word and a line to write on behind it.
void addBlank(Drawing& sheet, const std::string& word, double x, double y, double width)
{
    const TextStyle style{.points = 8, .ink = Ink::Muted};
    sheet.texts.push_back(fitText({"blank", word, style, {x, y, 20, 5}, 1, 6}));
    sheet.rules.push_back({x + 21, y + 4, x + width, y + 4, 0.2, Ink::Text, false});
}

void drawTicket(Drawing& sheet, const BlankTickets& blanks, int number, double top)
{
    const double tear = kMargin + kStub;
    const double left = tear + 6;
    const double right = kWidth - kMargin;
    const QString digits = QStringLiteral("%1").arg(number, 3, 10, QLatin1Char{'0'});
    const std::string name = blanks.prefix + "-" + digits.toStdString();
    sheet.rules.push_back({kMargin, top, right, top, 0.15, Ink::Line, true});
    sheet.rules.push_back({tear, top + 2, tear, top + kTicketHeight - 2, 0.2, Ink::Line, true});
    const TextStyle strong{.points = 13, .weight = FontWeight::Bold};
    sheet.texts.push_back(
        fitText({"stub number", name, strong, {kMargin, top + 4, kStub - 4, 7}, 1, 9}));
    sheet.texts.push_back(fitText(
        {"stub event", blanks.event, {.points = 8}, {kMargin, top + 11, kStub - 4, 8}, 2, 6}));
    addBlank(sheet, say(BlankWords::tr("Place")), kMargin, top + 22, kStub - 4);
    addBlank(sheet, say(BlankWords::tr("Price")), kMargin, top + 30, kStub - 4);
    addBlank(sheet, say(BlankWords::tr("Paid by")), kMargin, top + 38, kStub - 4);
    sheet.texts.push_back(
        fitText({"stub note",
                 say(BlankWords::tr("Stays at the counter; to be entered later.")),
                 {.points = 7, .ink = Ink::Muted},
                 {kMargin, top + 46, kStub - 4, 7},
                 2,
                 5}));
    const double width = right - left;
    sheet.texts.push_back(fitText({"organizer",
                                   blanks.organizer,
                                   {.points = 8, .ink = Ink::Muted},
                                   {left, top + 4, width * 0.6, 5},
                                   1,
                                   6}));
    TextStyle end = strong;
    end.align = Align::End;
    sheet.texts.push_back(
        fitText({"number", name, end, {left + width * 0.6, top + 4, width * 0.4, 7}, 1, 9}));
    sheet.texts.push_back(fitText({"event",
                                   blanks.event,
                                   {.points = 14, .weight = FontWeight::Bold},
                                   {left, top + 10, width, 9},
                                   1,
                                   9}));
    sheet.texts.push_back(fitText({"when",
                                   blanks.when + (blanks.venue.empty() ? "" : " · " + blanks.venue),
                                   {.points = 9},
                                   {left, top + 18, width, 6},
                                   1,
                                   7}));
    addBlank(sheet, say(BlankWords::tr("Place")), left, top + 28, width);
    addBlank(sheet, say(BlankWords::tr("Price")), left, top + 36, width * 0.48);
    addBlank(sheet, say(BlankWords::tr("Sold by")), left + width * 0.52, top + 36, width * 0.48);
    sheet.texts.push_back(fitText({"note",
                                   say(BlankWords::tr("Valid with the counter's stamp only.")),
                                   {.points = 7, .ink = Ink::Muted},
                                   {left, top + 46, width, 5},
                                   1,
                                   5}));
}

} // namespace

std::vector<Drawing> blankTicketSheets(const BlankTickets& blanks)
{
    std::vector<Drawing> sheets;
    for (int i = 0; i < blanks.count; ++i) {
        if (i % kPerPage == 0) {
            sheets.emplace_back();
            sheets.back().width = kWidth;
            sheets.back().height = kHeight;
        }
        drawTicket(sheets.back(), blanks, i + 1, kMargin + (i % kPerPage) * kTicketHeight);
    }
    return sheets;
}

} // namespace foyer
