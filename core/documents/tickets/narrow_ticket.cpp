// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/narrow_ticket.h"

#include "core/documents/drawing/fitted_text.h"
#include "core/documents/tickets/house_mark.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace foyer {
namespace {

constexpr double kMargin = 5;
constexpr double kCodeSide = 38;      // of the symbol, where the paper is wide enough
constexpr double kSlimCodeSide = 36;  // on 58 mm
constexpr double kLyingCodeSide = 34; // on stock that is two inches high
constexpr double kStockHeight = 150;

/// Holds the words of these pages for translators.
struct TicketWords {
    Q_DECLARE_TR_FUNCTIONS(TicketDocument)
};

std::string specimenWord()
{
    return QLocale{}.toUpper(TicketWords::tr("Specimen")).toStdString();
}

std::string joined(const std::string& first, const std::string& second, const char* between)
{
    return first.empty() ? second : second.empty() ? first : first + between + second;
}

/// "Stalls · Row F · Seat 7", in one line, or the standing place.
std::string placeLine(const TicketPage& page)
{
    if (page.seat.empty()) {
        return page.place;
    }
    const auto named = [](const QString& word, const std::string& value) {
        return value.empty() ? std::string{} : word.toStdString() + " " + value;
    };
    return joined(joined(page.section, named(TicketWords::tr("Row"), page.row), " · "),
                  named(TicketWords::tr("Seat"), page.seat), " · ");
}

std::string timeLine(const TicketPage& page)
{
    if (page.doorsLine.empty()) {
        return page.timeLine;
    }
    return page.timeLine + "   " +
        TicketWords::tr("Doors open %1").arg(QString::fromStdString(page.doorsLine)).toStdString();
}

std::string numberLine(const TicketPage& page)
{
    return TicketWords::tr("Ticket %1 of %2").arg(page.number).arg(page.count).toStdString();
}

/// A column of texts, from the top.
class Column {
public:
    Column(Drawing& face, Box room) : m_face{face}, m_room{room}, m_y{room.y} {}

    void put(const char* part, const std::string& text, TextStyle style, int lines = 1,
             double smallest = 0, double gap = 0.8)
    {
        if (text.empty() || m_y >= m_room.bottom()) {
            return;
        }
        const Box room{m_room.x, m_y, m_room.width, m_room.bottom() - m_y};
        m_face.texts.push_back(fitText({part, text, style, room, lines, smallest}));
        m_y = m_face.texts.back().box.bottom() + gap;
    }
    void pair(const char* part, const std::string& text, TextStyle style, const char* otherPart,
              const std::string& other, TextStyle otherStyle)
    {
        otherStyle.align = Align::End;
        const double half = m_room.width / 2;
        const Box right{m_room.x + half + 1, m_y, half - 1, m_room.bottom() - m_y};
        const Box left{m_room.x, m_y, half - 1, m_room.bottom() - m_y};
        const std::size_t before = m_face.texts.size();
        if (!text.empty()) {
            m_face.texts.push_back(fitText({part, text, style, left, 1, 6}));
        }
        if (!other.empty()) {
            m_face.texts.push_back(fitText({otherPart, other, otherStyle, right, 1, 6}));
        }
        const std::span<DrawnText> both = std::span{m_face.texts}.subspan(before);
        alignBaselines(both);
        for (const DrawnText& drawn : both) {
            m_y = std::max(m_y, drawn.box.bottom() + 0.8);
        }
    }
    void rule(double gap)
    {
        m_y += gap;
        m_face.rules.push_back({m_room.x, m_y, m_room.right(), m_y, 0.35, Ink::Text, false});
        m_y += gap;
    }
    void code(QrCode code, const std::string& text, double side)
    {
        DrawnCode drawn{{m_room.x + (m_room.width - side) / 2, m_y, side, side},
                        std::move(code),
                        text};
        const double quiet = drawn.box.y - drawn.quietZone().y;
        drawn.box.y += quiet;
        m_y = drawn.quietZone().bottom();
        m_face.codes.push_back(std::move(drawn));
    }
    void logo(const std::shared_ptr<const HouseLogo>& logo, double height)
    {
        if (logo) {
            const Box room{m_room.x, m_y, m_room.width, height};
            m_face.pictures.push_back(drawnLogo(logo, room, true));
            m_y += height + 1.6;
        }
    }
    void skip(double height) { m_y += height; }
    double y() const { return m_y; }

private:
    Drawing& m_face;
    Box m_room;
    double m_y;
};

const TextStyle kQuiet{.points = 8, .ink = Ink::Muted};
const TextStyle kStrong{.points = 12, .weight = FontWeight::SemiBold};

Drawing upright(const TicketPage& page, QrCode code, PaperFormat paper)
{
    const bool isSlim = paper == PaperFormat::Roll58;
    const bool isRoll = paper != PaperFormat::Stock80x150;
    Drawing face;
    face.width = isSlim ? 58 : 80;
    const double side = isSlim ? kSlimCodeSide : kCodeSide;
    Column column{face,
                  {kMargin, kMargin, face.width - 2 * kMargin,
                   isRoll ? 400 : kStockHeight - 2 * kMargin}};
    if (page.specimen) {
        column.put("specimen", specimenWord(), {.points = 20, .weight = FontWeight::Bold}, 1, 12);
    }
    column.logo(page.style.logo, isRoll ? 14 : 10);
    column.put("organizer", page.organizer, kQuiet, 1, 6);
    column.put("promoter", page.promoter, kQuiet, 3, 6);
    column.put("event", page.event, {.points = 16, .weight = FontWeight::Bold}, 3, 10);
    column.put("subtitle", page.subtitle, kQuiet, 1, 6);
    column.skip(1);
    column.put("date", page.dateLine, kStrong, 1, 8);
    column.put("time", timeLine(page), kStrong, 1, 8);
    column.put("venue", page.venue, {.points = 9}, 1, 7);
    column.rule(1.4);
    column.put("place", placeLine(page), {.points = 14, .weight = FontWeight::Bold}, 2, 8);
    column.put("notes", page.notes, {.points = 8.5, .weight = FontWeight::SemiBold}, 1, 6.5);
    column.pair("type", joined(page.typeName, page.categoryName, " · "), {.points = 9}, "price",
                page.priceLine, {.points = 11, .weight = FontWeight::SemiBold});
    column.code(std::move(code), page.codeText, side);
    column.pair("order code", page.orderCode, {.points = 10, .weight = FontWeight::SemiBold},
                "number", numberLine(page), kQuiet);
    column.put("holder", page.holderName, {.points = 8.5}, 1, 6.5);
    column.put("text", page.text, {.points = 8}, isRoll ? 24 : 10, isRoll ? 0 : 5);
    face.height = isRoll ? column.y() + kMargin : kStockHeight;
    return face;
}

/// The code at the end where stock printers have their stub.
Drawing lying(const TicketPage& page, QrCode code)
{
    Drawing face;
    face.width = 139.7;
    face.height = 50.8;
    const double stub = face.width - kMargin - kLyingCodeSide - 4;
    const double cut = stub - 3;
    face.rules.push_back({cut, 3, cut, face.height - 3, 0.2, Ink::Line, true});
    face.codes.push_back(
        {{stub + 2, 4, kLyingCodeSide, kLyingCodeSide}, std::move(code), page.codeText});
    const double below = face.codes.back().quietZone().bottom();
    Column end{face, {stub, below, face.width - 3 - stub, face.height - 2.5 - below}};
    end.pair("order code", page.orderCode, {.points = 8.5, .weight = FontWeight::SemiBold},
             "number", std::to_string(page.number) + "/" + std::to_string(page.count),
             {.points = 8});
    Column main{face, {kMargin, 3.5, cut - 3 - kMargin, face.height - 6}};
    main.pair("organizer", joined(page.organizer, page.promoter, " · "), kQuiet, "specimen",
              page.specimen ? specimenWord() : std::string{},
              {.points = 12, .weight = FontWeight::Bold});
    main.put("event", page.event, {.points = 15, .weight = FontWeight::Bold}, 1, 8, 0.3);
    main.put("date", joined(page.dateLine, timeLine(page), ", "), {.points = 9.5}, 1, 6.5, 0.3);
    main.put("venue", page.venue, kQuiet, 1, 6, 0.3);
    main.rule(0.8);
    main.put("place", placeLine(page), {.points = 13, .weight = FontWeight::Bold}, 1, 7, 0.3);
    main.put("notes", page.notes, {.points = 7.5, .weight = FontWeight::SemiBold}, 1, 6, 0.3);
    main.pair("type", joined(page.typeName, page.categoryName, " · "), {.points = 8.5}, "price",
              page.priceLine, {.points = 10, .weight = FontWeight::SemiBold});
    main.put("holder", page.holderName, {.points = 8}, 1, 6, 0.3);
    main.put("text", page.text, {.points = 7}, 2, 5, 0);
    return face;
}

} // namespace

bool isNarrow(PaperFormat paper)
{
    return paper == PaperFormat::Roll80 || paper == PaperFormat::Roll58 ||
        paper == PaperFormat::Stock80x150 || paper == PaperFormat::Stock140x51;
}

Drawing narrowTicket(const TicketPage& page, QrCode code, PaperFormat paper)
{
    Drawing face = paper == PaperFormat::Stock140x51 ? lying(page, std::move(code))
                                                     : upright(page, std::move(code), paper);
    if (page.rightToLeft) {
        face.mirror();
    }
    return face;
}

} // namespace foyer
