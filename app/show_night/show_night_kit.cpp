// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/show_night/show_night_kit.h"

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/drawing/table_sheets.h"
#include "core/documents/show_night/blank_tickets.h"
#include "core/documents/show_night/seat_sheets.h"
#include "core/documents/tickets/local_text.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <map>

namespace foyer::app {
namespace {

/// Holds the words of these pages for translators.
struct KitWords {
    Q_DECLARE_TR_FUNCTIONS(ShowNightKit)
};

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

/// What every page of a kit says above.
struct Heading {
    std::string title;
    std::string when;
    std::string stamp;
    bool rightToLeft = false;
};

Heading headingOf(const ShowNight& night)
{
    const LocalText words;
    const Performance& performance = night.offer->performance;
    const std::string when = words.date(performance.startsAt, performance.timeZone) + ", " +
        words.time(performance.startsAt, performance.timeZone);
    const QString stamp = KitWords::tr("As of %1, %2. What was sold later is not in it.")
                              .arg(text(words.date(night.asOf, performance.timeZone)),
                                   text(words.time(night.asOf, performance.timeZone)));
    return {night.offer->event.name, when, stamp.toStdString(), words.isRightToLeft()};
}

/// By name as people sort, those without one last, by place.
std::vector<const Guest*> byName(const ShowNight& night)
{
    std::vector<std::pair<QString, const Guest*>> named;
    for (const Guest& guest : night.guests) {
        named.emplace_back(text(guest.name), &guest);
    }
    // The C locale of a service has no order of letters but that of their numbers.
    const bool isPlain = QLocale{}.language() == QLocale::C;
    QCollator collator{isPlain ? QLocale{QLocale::English, QLocale::UnitedKingdom} : QLocale{}};
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(named, [&](const auto& a, const auto& b) {
        if (a.first.isEmpty() != b.first.isEmpty()) {
            return b.first.isEmpty();
        }
        return collator.compare(a.first, b.first) < 0;
    });
    std::vector<const Guest*> guests;
    for (const auto& [name, guest] : named) {
        guests.push_back(guest);
    }
    return guests;
}

TableSheets tableFor(const Heading& heading, const QString& title)
{
    TableSheets table;
    table.title = (title + QStringLiteral(" · ") + text(heading.title)).toStdString();
    table.subtitle = heading.when;
    table.stamp = heading.stamp;
    table.rightToLeft = heading.rightToLeft;
    table.tickBoxes = true;
    return table;
}

TableSheets doorListOf(const ShowNight& night, const Heading& heading)
{
    TableSheets table = tableFor(heading, KitWords::tr("Door list"));
    table.columns = {{KitWords::tr("Name").toStdString(), 3, Align::Start, true},
                     {KitWords::tr("Place").toStdString(), 2.4},
                     {KitWords::tr("Ticket").toStdString(), 1.6},
                     {KitWords::tr("Order").toStdString(), 1.5},
                     {KitWords::tr("In since").toStdString(), 0.9, Align::End}};
    table.emptyWords = KitWords::tr("No ticket has been sold yet.").toStdString();
    const LocalText words;
    for (const Guest* guest : byName(night)) {
        table.rows.push_back(
            {guest->name.empty() ? "—" : guest->name, guest->place, guest->typeName,
             guest->orderCode,
             guest->admittedAt ? words.time(*guest->admittedAt, night.offer->performance.timeZone)
                               : std::string{}});
    }
    return table;
}

TableSheets willCallListOf(const ShowNight& night, const Heading& heading)
{
    TableSheets table = tableFor(heading, KitWords::tr("Will-call list"));
    table.columns = {{KitWords::tr("Name").toStdString(), 3, Align::Start, true},
                     {KitWords::tr("Order").toStdString(), 1.5},
                     {KitWords::tr("Tickets").toStdString(), 0.8, Align::End},
                     {KitWords::tr("Places").toStdString(), 3.6}};
    table.emptyWords = KitWords::tr("Nobody has an order in their name.").toStdString();
    struct Collected {
        std::string name;
        int tickets = 0;
        std::string places;
    };
    std::vector<std::string> codes; // in the order of their first ticket by name
    std::map<std::string, Collected> orders;
    for (const Guest* guest : byName(night)) {
        if (guest->name.empty()) {
            continue;
        }
        auto [order, isNew] = orders.try_emplace(guest->orderCode);
        if (isNew) {
            codes.push_back(guest->orderCode);
            order->second.name = guest->name;
        }
        ++order->second.tickets;
        // A place is not torn at the end of a line.
        QString place = text(guest->place);
        place.replace(QLatin1Char{' '}, QChar::Nbsp);
        order->second.places += (order->second.places.empty() ? "" : ", ") + place.toStdString();
    }
    for (const std::string& code : codes) {
        const Collected& order = orders.at(code);
        table.rows.push_back({order.name, code, std::to_string(order.tickets), order.places});
    }
    return table;
}

/// "2026-11-28 1930 Hamlet", without what file names cannot hold.
QString stemOf(const ShowNight& night)
{
    const Performance& performance = night.offer->performance;
    const QTimeZone zone{QByteArray::fromStdString(performance.timeZone)};
    const QDateTime starts = zone.isValid()
        ? QDateTime::fromMSecsSinceEpoch(performance.startsAt.ms, zone)
        : QDateTime::fromMSecsSinceEpoch(performance.startsAt.ms, Qt::UTC);
    constexpr qsizetype kNameMax = 60;
    QString name;
    for (const QChar letter : text(night.offer->event.name).left(kNameMax)) {
        const bool plain = letter.isLetterOrNumber() || letter.isMark() ||
            letter == QLatin1Char{' '} || letter == QLatin1Char{'-'} || letter.isSurrogate();
        name += plain ? letter : QLatin1Char{'_'};
    }
    return starts.toString(QStringLiteral("yyyy-MM-dd HHmm ")) + name.trimmed();
}

} // namespace

Result<ShowNightKit> writeShowNightKit(const ShowNight& night, const std::string& folder,
                                       int blanks)
{
    const Heading heading = headingOf(night);
    const QDir dir{text(folder)};
    const QString stem = stemOf(night);
    const auto pathOf = [&](const QString& what) {
        return dir.filePath(stem + QStringLiteral(" - ") + what + QStringLiteral(".pdf"))
            .toStdString();
    };
    const ShowNightKit kit{pathOf(KitWords::tr("door list")), pathOf(KitWords::tr("will-call")),
                           pathOf(KitWords::tr("seat map")), pathOf(KitWords::tr("blank tickets"))};
    const TableSheets door = doorListOf(night, heading);
    const TableSheets call = willCallListOf(night, heading);
    if (auto done = writePdf(kit.doorList, door.title, tableSheets(door)); !done) {
        return std::move(done).error();
    }
    if (auto done = writePdf(kit.willCallList, call.title, tableSheets(call)); !done) {
        return std::move(done).error();
    }
    static const SeatingPlan kNoSeats;
    const SeatSheets seats{night.offer->plan ? *night.offer->plan : kNoSeats, night.sold,
                           heading.title, heading.when, heading.stamp};
    if (auto done = writePdf(kit.seatMap, heading.title, seatSheets(seats)); !done) {
        return std::move(done).error();
    }
    if (blanks > 0) {
        const QString prefix = QStringLiteral("K%1").arg(stem.mid(5, 5).remove(QLatin1Char{'-'}));
        const BlankTickets tickets{night.offer->organizer.name, heading.title,        heading.when,
                                   night.offer->venue.name,     prefix.toStdString(), blanks};
        if (auto done = writePdf(kit.blankTickets, heading.title, blankTicketSheets(tickets));
            !done) {
            return std::move(done).error();
        }
    }
    return kit;
}

} // namespace foyer::app
