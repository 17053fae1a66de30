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
    std::string title = night.offer->event.name;
    if (night.specimen) {
        title = KitWords::tr("SPECIMEN · %1").arg(text(title)).toStdString();
    }
    return {title, when, stamp.toStdString(), words.isRightToLeft()};
}

/// By name as people sort, those without one last, else as they were.
template <typename Named>
std::vector<const Named*> byName(const std::vector<Named>& all)
{
    std::vector<std::pair<QString, const Named*>> named;
    for (const Named& one : all) {
        named.emplace_back(text(one.name), &one);
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
    std::vector<const Named*> sorted;
    for (const auto& [name, one] : named) {
        sorted.push_back(one);
    }
    return sorted;
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
    for (const Guest* guest : byName(night.guests)) {
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
    table.columns = {{KitWords::tr("Name").toStdString(), 2.6, Align::Start, true},
                     {KitWords::tr("Order").toStdString(), 1.5},
                     {KitWords::tr("Tickets").toStdString(), 0.8, Align::End},
                     {KitWords::tr("Places").toStdString(), 3.0},
                     {KitWords::tr("To pay").toStdString(), 1.3, Align::End}};
    table.emptyWords = KitWords::tr("Nobody has an order in their name.").toStdString();
    const LocalText words;
    for (const WillCall* one : byName(night.willCall)) {
        std::string places;
        for (const std::string& name : one->places) {
            QString place = text(name); // it is not torn at the end of a line
            place.replace(QLatin1Char{' '}, QChar::Nbsp);
            places += (places.empty() ? "" : ", ") + place.toStdString();
        }
        std::string toPay = one->toPay ? words.money(*one->toPay) : std::string{};
        if (one->isReserved && toPay.empty()) {
            toPay = KitWords::tr("reserved").toStdString();
        }
        table.rows.push_back({one->name.empty() ? "—" : one->name, one->code,
                              std::to_string(one->places.size()), places, toPay});
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
    // Never the name of the real ones, which may lie in the same folder.
    const QString mark = night.specimen ? QStringLiteral("SPECIMEN ") : QString{};
    return mark + starts.toString(QStringLiteral("yyyy-MM-dd HHmm ")) + name.trimmed();
}

std::string pathIn(const std::string& folder, const QString& stem, const QString& what)
{
    return QDir{text(folder)}
        .filePath(stem + QStringLiteral(" - ") + what + QStringLiteral(".pdf"))
        .toStdString();
}

} // namespace

Result<std::string> writeWillCallList(const ShowNight& night, const std::string& folder)
{
    const std::string path = pathIn(folder, stemOf(night), KitWords::tr("will-call"));
    const TableSheets call = willCallListOf(night, headingOf(night));
    const auto done = writePdf(path, call.title, tableSheets(call));
    return done ? Result<std::string>{path} : done.error();
}

Result<ShowNightKit> writeShowNightKit(const ShowNight& night, const std::string& folder,
                                       int blanks)
{
    const Heading heading = headingOf(night);
    const QString stem = stemOf(night);
    const auto pathOf = [&](const QString& what) { return pathIn(folder, stem, what); };
    const ShowNightKit kit{pathOf(KitWords::tr("door list")), pathOf(KitWords::tr("will-call")),
                           pathOf(KitWords::tr("seat map")), pathOf(KitWords::tr("blank tickets"))};
    const TableSheets door = doorListOf(night, heading);
    if (auto done = writePdf(kit.doorList, door.title, tableSheets(door)); !done) {
        return std::move(done).error();
    }
    if (auto done = writeWillCallList(night, folder); !done) {
        return std::move(done).error();
    }
    static const SeatingPlan kNoSeats;
    const SeatSheets seats{night.offer->plan ? *night.offer->plan : kNoSeats, night.sold,
                           heading.title, heading.when, heading.stamp};
    if (auto done = writePdf(kit.seatMap, heading.title, seatSheets(seats)); !done) {
        return std::move(done).error();
    }
    if (blanks > 0) {
        const QString day =
            stem.section(QLatin1Char{' '}, night.specimen ? 1 : 0, night.specimen ? 1 : 0);
        const QString prefix = QStringLiteral("K%1").arg(day.mid(5).remove(QLatin1Char{'-'}));
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
