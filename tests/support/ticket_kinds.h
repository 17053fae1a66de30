// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tickets/ticket_document.h"
#include "tests/support/sample_pages.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Tickets of all kinds, from short to far too long, and what is wrong with a page.
namespace foyer::test {

constexpr std::string_view kAlphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

inline std::string ticketCode(std::size_t seed, std::size_t size = 150)
{
    std::string code;
    for (std::size_t i = 0; i < size; ++i) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        code.push_back(kAlphanumeric[(seed >> 33) % kAlphanumeric.size()]);
    }
    return code;
}

inline TicketPage shortTicket()
{
    return sampleTicket(ticketCode(1));
}

/// Every field far longer than its room.
inline TicketPage longTicket()
{
    TicketPage page = shortTicket();
    page.organizer =
        "Stiftung zur Förderung der zeitgenössischen Musik und der darstellenden Künste in NRW";
    page.event =
        "The Assembled Parties of the Northern Counties: An Evening of Choral Music, Readings and "
        "Remembrance with Orchestra and Organ";
    page.subtitle =
        "With the Philharmonic Chorus, the Children's Choir of St Mary's and special guests";
    page.venue =
        "Königlich-Preußisches Opern- und Schauspielhaus am Gendarmenmarkt, Großer Saal, Rang";
    page.venueAddress =
        "Gendarmenmarkt 2–4, Eingang Charlottenstraße, Seitenflügel Nord, Hinterhaus\n10117 "
        "Berlin\nGermany";
    page.dateLine = "Mittwoch, 31. Dezember 2026, nach dem gregorianischen Kalender";
    page.timeLine = "half past seven in the evening";
    page.doorsLine = "a quarter to seven in the evening";
    page.section = "Upper Circle Left Side Balcony Boxes";
    page.row = "Orchestra AA12";
    page.seat = "Wheelchair 105b";
    page.typeName = "Concession (students, seniors, unemployed and holders of the city pass)";
    page.categoryName = "Category 3 — restricted view behind the second pillar on the left";
    page.priceLine = "KWD 1,234,567,890,123.456";
    page.holderName =
        "Wolfeschlegelsteinhausenbergerdorff-Donaudampfschifffahrtsgesellschaft, Hubert Blaine";
    page.notes =
        "Restricted view · Companion seat · Entrance 12 North, second staircase on the left hand";
    page.number = 1234;
    page.count = 5678;
    return page;
}

inline TicketPage arabicTicket()
{
    TicketPage page = shortTicket();
    page.organizer = "دار الأوبرا المصرية";
    page.event = "ليلة الموسيقى العربية";
    page.subtitle = "مع فرقة القاهرة السيمفونية";
    page.venue = "دار الأوبرا";
    page.venueAddress = "الجزيرة\nالقاهرة";
    page.dateLine = "السبت، ٢٨ نوفمبر ٢٠٢٦";
    page.timeLine = "٧:٣٠ م";
    page.doorsLine = "٧:٠٠ م";
    page.section = "الصالة";
    page.row = "٥";
    page.seat = "١٢";
    page.typeName = "بالغ";
    page.categoryName = "ممتاز";
    page.priceLine = "٤٢٫٠٠ ج.م.";
    page.holderName = "محمد عبد الله الحسيني";
    page.rightToLeft = true;
    return page;
}

inline TicketPage japaneseTicket()
{
    TicketPage page = shortTicket();
    page.event = "真夏の夜の夢";
    page.subtitle = "ウィリアム・シェイクスピア";
    page.venue = "東京文化会館 大ホール";
    page.venueAddress = "東京都台東区上野公園5-45";
    page.dateLine = "2026年11月28日土曜日";
    page.section = "1階席";
    page.row = "い";
    page.typeName = "一般";
    page.categoryName = "S席";
    page.priceLine = "￥12,000";
    page.holderName = "山田 太郎";
    return page;
}

inline TicketPage standingTicket()
{
    TicketPage page = shortTicket();
    page.section = page.row = page.seat = "";
    page.place =
        "Standing, in front of the second crash barrier, entrance from the river side only";
    return page;
}

inline std::vector<TicketPage> allKinds()
{
    return {shortTicket(), longTicket(), arabicTicket(), japaneseTicket(), standingTicket()};
}

/// A picture whose four corners have colours of their own.
inline std::shared_ptr<const PaperPicture> poster(std::int64_t width, std::int64_t height)
{
    PicturePixels pixels{{width, height}, {}};
    for (std::int64_t y = 0; y < height; ++y) {
        for (std::int64_t x = 0; x < width; ++x) {
            const auto red = static_cast<std::uint8_t>(x * 2 < width ? 200 : 20);
            const auto blue = static_cast<std::uint8_t>(y * 2 < height ? 30 : 220);
            pixels.rgba.insert(pixels.rgba.end(), {red, 60, blue, 255});
        }
    }
    return std::make_shared<const PaperPicture>(paperPicture(pixels));
}

/// With a text as long as one may be, and a poster.
inline TicketPage toldTicket(TicketPage page)
{
    page.text = "Doors close at the first bell; late comers are let in between the acts only. "
                "Please leave coats, umbrellas and large bags at the wardrobe, which is free. "
                "Photographs and recordings are not allowed. The ticket is valid for the bus and "
                "the tram within the city from three hours before the play begins until the end "
                "of service. No refunds but where the play is cancelled. With thanks to the "
                "Friends of the Playhouse, the City of Leeds, and the Arts Council of England, "
                "without whom no play.";
    page.poster = poster(320, 450);
    return page;
}

/// What is wrong with where things stand on a page; empty when nothing is.
inline QString faultOf(const Drawing& page, double margin)
{
    // Printers round to dots; a hair is not an overlap.
    const auto shrunk = [](Box box) {
        return Box{box.x + 0.05, box.y + 0.05, box.width - 0.1, box.height - 0.1};
    };
    std::vector<std::pair<std::string, Box>> boxes;
    for (const DrawnText& text : page.texts) {
        boxes.emplace_back(text.part, shrunk(text.box));
    }
    for (const DrawnCode& code : page.codes) {
        boxes.emplace_back("code", shrunk(code.quietZone()));
    }
    for (const DrawnPicture& picture : page.pictures) {
        boxes.emplace_back("picture", shrunk(picture.box));
    }
    for (const DrawnRule& rule : page.rules) {
        boxes.emplace_back("rule",
                           Box{std::min(rule.fromX, rule.toX), std::min(rule.fromY, rule.toY),
                               std::abs(rule.toX - rule.fromX) + 0.01,
                               std::abs(rule.toY - rule.fromY) + 0.01});
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box& box = boxes[i].second;
        const bool isText = i < page.texts.size();
        if (isText &&
            (box.x < margin - 0.1 || box.right() > page.width - margin + 0.1 ||
             box.y < margin - 0.1 || box.bottom() > page.height - margin + 0.1)) {
            return QStringLiteral("%1 leaves the page").arg(QString::fromStdString(boxes[i].first));
        }
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            if (box.overlaps(boxes[j].second)) {
                return QStringLiteral("%1 overlaps %2")
                    .arg(QString::fromStdString(boxes[i].first),
                         QString::fromStdString(boxes[j].first));
            }
        }
    }
    return {};
}

} // namespace foyer::test
