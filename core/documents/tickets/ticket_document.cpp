// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/ticket_document.h"

#include "core/documents/drawing/fitted_text.h"
#include "core/documents/tickets/house_mark.h"
#include "core/documents/tickets/narrow_ticket.h"
#include "core/documents/tickets/ticket_paper.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <span>
#include <utility>

namespace foyer {
namespace {

constexpr double kMargin = 9; // wider than what office printers leave white, and than a quiet zone
constexpr double kCodeSide = 38;               // of the QR symbol
constexpr double kStubGap = 5;                 // on each side of the line between ticket and stub
constexpr double kFieldBaseline = 8.7;         // below its label
constexpr double kAddressHeight = 4;           // kept for one line of it at least
constexpr double kHouseBottom = kMargin + 5.4; // of one line that names the house
constexpr double kLogoHeight = 7;              // of the band with logo and name
constexpr double kPromoterHeight = 1.6;        // more, where whose event it is stands there
constexpr double kLogoWidth = 34;              // at most
constexpr double kFootHeight = 25;             // of the band at the bottom: seat and price
constexpr double kTextHeight = 15; // of the organizer's text at most: 500 letters of 5 points
constexpr int kTextLines = 7;
constexpr double kNameHeight = 20.5; // of the event's name at most …
constexpr double kBelowName = 26.6;  // … where the text needs room: of all that is below it
constexpr double kPosterWidth = 30;
constexpr double kPosterHeight = 34;
constexpr double kPosterGap = 4;

/// Holds the words of these pages for translators.
struct TicketWords {
    Q_DECLARE_TR_FUNCTIONS(TicketDocument)
};

std::string capitals(const QString& words)
{
    return QLocale{}.toUpper(words).toStdString();
}

const TextStyle kLabel{.points = 6.5,
                       .weight = FontWeight::SemiBold,
                       .ink = Ink::Muted,
                       .tracking = 6};

/// Stacks the parts of one ticket in their columns.
class TicketFace {
public:
    TicketFace(const TicketPage& page, double width, double height) : m_page{page}
    {
        m_face.width = width;
        m_face.height = height;
        m_face.accent = page.style.colours.main;
        const double stub = width - kMargin - kCodeSide;
        m_main = {kMargin, kMargin, stub - 2 * kStubGap - kMargin, height - 2 * kMargin};
        m_stub = {stub, kMargin, kCodeSide, height - 2 * kMargin};
        m_foot = height - kMargin - kFootHeight;
    }

    Drawing drawn(QrCode code) &&
    {
        const double cut = m_stub.x - kStubGap;
        m_face.rules.push_back({cut, kMargin, cut, m_face.height - kMargin, 0.2, Ink::Line, true});
        drawStub(std::move(code));
        drawOwnText();
        drawEventBesidePoster();
        drawPlace();
        if (m_page.specimen) {
            put("specimen", capitals(TicketWords::tr("Specimen")),
                {.points = 44, .weight = FontWeight::Bold, .ink = Ink::Line}, m_main, 1, 20);
            m_face.texts.back().box.y += m_main.height * 0.35;
            std::rotate(m_face.texts.begin(), m_face.texts.end() - 1, m_face.texts.end());
        }
        if (m_page.rightToLeft) {
            m_face.mirror();
        }
        return std::move(m_face);
    }

private:
    /// Draws a part from `top` on and answers where it ends; nothing for an empty text.
    double put(const char* part, const std::string& text, TextStyle style, Box room, int lines = 1,
               double smallest = 0)
    {
        if (text.empty()) {
            return room.y;
        }
        m_face.texts.push_back(fitText({part, text, style, room, lines, smallest}));
        return m_face.texts.back().box.bottom();
    }

    /// At the end of the column, so that all above it keeps its place.
    void drawOwnText()
    {
        m_end = m_foot - 2;
        if (m_page.text.empty()) {
            return;
        }
        TextBrief brief{"text",          m_page.text,
                        {.points = 7.5}, {m_main.x, m_end - kTextHeight, m_main.width, kTextHeight},
                        kTextLines,      5};
        DrawnText drawn = fitText(brief);
        if (drawn.cut) { // many short lines take less room as one
            for (std::size_t at = brief.text.find('\n'); at != std::string::npos;
                 at = brief.text.find('\n', at)) {
                brief.text.replace(at, 1, " · ");
            }
            drawn = fitText(brief);
        }
        drawn.box.y = m_end - drawn.box.height;
        m_end = drawn.box.y - 1.2;
        m_face.texts.push_back(std::move(drawn));
    }

    /// The poster gives way where the words would be cut for it.
    void drawEventBesidePoster()
    {
        const std::size_t texts = m_face.texts.size();
        for (const double share : {1.0, 0.7, 0.0}) {
            const bool isBeside = m_page.poster != nullptr && share > 0;
            m_poster = isBeside ? posterBox(share) : Box{};
            drawEvent();
            const auto drawn = std::span{m_face.texts}.subspan(texts);
            if (!isBeside || std::ranges::none_of(drawn, &DrawnText::cut)) {
                break;
            }
            m_face.texts.resize(texts);
            m_face.blocks.clear();
            m_face.pictures.clear();
        }
        if (m_poster.width > 0) {
            m_face.pictures.push_back(
                {m_poster, std::shared_ptr<const Bytes>{m_page.poster, &m_page.poster->file}});
        }
    }

    /// In the corner above the line where the ticket is cut.
    Box posterBox(double share) const
    {
        const auto across = static_cast<double>(m_page.poster->size.width);
        const auto down = static_cast<double>(m_page.poster->size.height);
        const double height = std::min(kPosterHeight * share, m_end - m_main.y);
        const double scale = std::min(kPosterWidth * share / across, height / down);
        return {m_main.right() - across * scale, m_main.y, across * scale, down * scale};
    }

    /// The room from `top` on, beside the poster; at most so high where the text needs the rest.
    Box below(double top, double most = 1'000) const
    {
        const bool isBeside = m_poster.width > 0 && top < m_poster.bottom() + 1;
        const double width = m_main.width - (isBeside ? m_poster.width + kPosterGap : 0);
        const double height = m_page.text.empty() ? m_end - top : std::min(m_end - top, most);
        return {m_main.x, top, width, height};
    }

    void drawEvent()
    {
        const bool isTight = !m_page.text.empty();
        double y = drawHouse(below(kMargin + 2.2));
        // What comes below the name keeps its room, however long the name.
        Box name = below(y + 1.6);
        const double most = kNameHeight - std::max(0.0, y - kHouseBottom);
        name.height = isTight ? std::clamp(m_end - name.y - kBelowName, 9.0, most) : most;
        y = put("event", m_page.event, {.points = 24, .weight = FontWeight::Bold}, name, 3, 11);
        y = put("subtitle", m_page.subtitle, {.points = 9.5, .ink = Ink::Muted},
                below(y + 0.4, 4.2), 1, 7.5);
        y = put("date", m_page.dateLine, {.points = 12, .weight = FontWeight::SemiBold},
                below(y + (isTight ? 1.6 : 3.2), 5.3), 1, 8);
        y = drawTime(below(y + 0.4, 5.3));
        Box venue = below(y + (isTight ? 1.2 : 2.2), 4.2);
        venue.height -= isTight ? 0 : kAddressHeight;
        y = put("venue", m_page.venue, {.points = 9.5, .weight = FontWeight::SemiBold}, venue,
                isTight ? 1 : 2, 7);
        std::string address = m_page.venueAddress;
        for (std::size_t at = address.find('\n'); at != std::string::npos;
             at = address.find('\n')) {
            address.replace(at, 1, ", ");
        }
        put("venue address", address, {.points = 8, .ink = Ink::Muted}, below(y + 0.2, 3.6),
            isTight ? 1 : 2, 6.5);
    }

    /// Whose ticket it is: a line in their colour, their logo, and always their name.
    double drawHouse(Box room)
    {
        const HouseStyle& style = m_page.style;
        const double length = style.colours.main ? room.width : 9;
        m_face.blocks.push_back({{m_main.x, kMargin - 0.4, length, 0.9}, Ink::Accent});
        const TextStyle words{.points = 7.5, .weight = FontWeight::SemiBold, .ink = Ink::Muted};
        const TextStyle promoter{.points = 6.5, .ink = Ink::Muted};
        if (!style.logo) {
            const double y = put("organizer", m_page.organizer, words, room, 1, 6);
            Box below = room;
            below.y = y;
            return put("promoter", m_page.promoter, promoter, below, 2, 5);
        }
        const double more = m_page.promoter.empty() ? 0 : kPromoterHeight;
        const Box mark{room.x, room.y - 0.6, kLogoWidth, kLogoHeight + more};
        m_face.pictures.push_back(drawnLogo(style.logo, mark));
        const double after = m_face.pictures.back().box.right() + 3;
        const Box beside{after, mark.y, room.right() - after, mark.height};
        const std::size_t before = m_face.texts.size();
        const double y =
            put("organizer", m_page.organizer, words, beside, m_page.promoter.empty() ? 2 : 1, 6);
        const Box rest{after, y, beside.width, mark.bottom() - y};
        const double end = put("promoter", m_page.promoter, promoter, rest, 2, 5);
        for (std::size_t i = before; i < m_face.texts.size(); ++i) {
            m_face.texts[i].box.y += (mark.bottom() - end) / 2;
        }
        return mark.bottom();
    }

    double drawTime(Box room)
    {
        Box timeRoom = room;
        timeRoom.width *= 0.5;
        const double bottom = put("time", m_page.timeLine,
                                  {.points = 12, .weight = FontWeight::SemiBold}, timeRoom, 1, 8);
        if (m_page.doorsLine.empty() || m_page.timeLine.empty()) {
            return bottom;
        }
        const double after = m_face.texts.back().box.right() + 4;
        const QString doors =
            TicketWords::tr("Doors open %1").arg(QString::fromStdString(m_page.doorsLine));
        const Box rest{after, room.y, room.right() - after, room.height};
        put("doors", doors.toStdString(), {.points = 9.5, .ink = Ink::Muted}, rest, 1, 7);
        alignBaselines(std::span{m_face.texts}.last(2));
        return std::max(bottom, m_face.texts.back().box.bottom());
    }

    /// A small word above a large one.
    void drawField(const char* part, const QString& label, const std::string& value, Box room,
                   double points, double smallest)
    {
        put("label", capitals(label), kLabel, room, 1, 5);
        const Box below{room.x, room.y + 3.4, room.width, 11.6};
        put(part, value, {.points = points, .weight = FontWeight::Bold}, below, 2, smallest);
        DrawnText& drawn = m_face.texts.back();
        if (drawn.lines.size() == 1) {
            // Side by side stand section, row and seat, whatever their script and size.
            drawn.box.y = std::max(below.y, below.y + kFieldBaseline - drawn.ascent);
        }
    }

    void drawPlace()
    {
        m_face.rules.push_back({m_main.x, m_foot, m_main.right(), m_foot, 0.35, Ink::Text});
        const double top = m_foot + 3;
        if (m_page.seat.empty()) {
            drawField("place", TicketWords::tr("Place"), m_page.place,
                      {m_main.x, top, m_main.width, 16}, 22, 10);
        } else {
            drawSeat(top);
        }
        const Box room{m_main.x, m_face.height - kMargin - 4.6, m_main.width, 4.6};
        put("notes", m_page.notes, {.points = 8.5, .weight = FontWeight::SemiBold}, room, 1, 6.5);
    }

    void drawSeat(double top)
    {
        const double gap = 3;
        const double seatWidth = 18;
        const double rowWidth = m_page.row.empty() ? 0 : 18;
        double x = m_main.x;
        if (!m_page.section.empty()) {
            const double taken = seatWidth + gap + (rowWidth > 0 ? rowWidth + gap : 0);
            const double width = m_main.width - taken;
            drawField("section", TicketWords::tr("Section"), m_page.section, {x, top, width, 16},
                      22, 9);
            x += width + gap;
        }
        if (rowWidth > 0) {
            drawField("row", TicketWords::tr("Row"), m_page.row, {x, top, rowWidth, 16}, 22, 9);
            x += rowWidth + gap;
        }
        drawField("seat", TicketWords::tr("Seat"), m_page.seat, {x, top, m_main.right() - x, 16},
                  22, 9);
    }

    void drawStub(QrCode code)
    {
        m_face.codes.push_back(
            {{m_stub.x, m_stub.y, kCodeSide, kCodeSide}, std::move(code), m_page.codeText});
        const double top = m_face.codes.back().quietZone().bottom();
        const auto below = [this](double y, double bottom) {
            return Box{m_stub.x, y, m_stub.width, bottom - y};
        };
        double y = put("order code", m_page.orderCode,
                       {.points = 13, .weight = FontWeight::SemiBold}, below(top, m_foot), 1, 9);
        const QString number =
            TicketWords::tr("Ticket %1 of %2").arg(m_page.number).arg(m_page.count);
        y = put("number", number.toStdString(), {.points = 8, .ink = Ink::Muted},
                below(y + 0.4, m_foot), 1, 6);
        put("holder", m_page.holderName, {.points = 8.5}, below(y + 1.2, m_foot - 1), 2, 6.5);

        m_face.rules.push_back({m_stub.x, m_foot, m_stub.right(), m_foot, 0.35, Ink::Text});
        const double bottom = m_face.height - kMargin;
        y = put("type", m_page.typeName, {.points = 10.5, .weight = FontWeight::SemiBold},
                below(m_foot + 2.6, bottom - 6), 2, 7.5);
        put("category", m_page.categoryName, {.points = 8.5, .ink = Ink::Muted},
            below(y + 0.2, bottom - 6), 2, 6.5);
        put("price", m_page.priceLine, {.points = 13, .weight = FontWeight::SemiBold},
            below(bottom - 5.6, bottom), 1, 8);
    }

    const TicketPage& m_page;
    Drawing m_face;
    Box m_main;
    Box m_stub;
    double m_foot = 0;
    double m_end = 0; ///< of the event's part
    Box m_poster;
};

} // namespace

Result<Drawing> ticketFace(const TicketPage& page, PaperFormat format)
{
    if (page.specimen && page.codeText != kSpecimenCode) {
        TicketPage marked = page;
        marked.codeText = kSpecimenCode;
        return ticketFace(marked, format);
    }
    Result<QrCode> code = qrCode(page.codeText);
    if (!code) {
        return code.error();
    }
    if (isNarrow(format)) {
        return narrowTicket(page, *std::move(code), format);
    }
    const TicketPaper paper = ticketPaperOf(format);
    TicketFace face{page, paper.width / paper.columns, paper.height / paper.rows};
    return std::move(face).drawn(std::move(*code));
}

} // namespace foyer
