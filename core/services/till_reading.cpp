// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/till_reading.h"

#include "core/base/hex.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/identity_store.h"

#include <map>

namespace foyer {
namespace {

/// The event of a performance, with its name as it is now.
FigureKey eventOf(Counter& counter, const Uuid& performance)
{
    const auto known =
        readEntity(counter.database(), counter.organizer(), "performance", performance);
    const Uuid id = known ? known->uuid("event") : Uuid{};
    const auto event = readEntity(counter.database(), counter.organizer(), "event", id);
    return {FigureGroup::Event, event ? id : performance, event ? event->text("name") : ""};
}

} // namespace

std::string clerkName(Counter& counter, UserId clerk)
{
    const auto& users = counter.access().users();
    const auto user = users.find(clerk);
    return user != users.end() ? user->second.name : std::string{};
}

Shift shiftFrom(Counter& counter, const StoredShift& stored)
{
    Database& database = counter.database();
    const ShiftOpened& opening = stored.opening;
    const auto drawer = readEntity(database, counter.organizer(), "drawer", opening.drawer.uuid);
    const auto replica =
        readReplica(database, {counter.organizer(), stored.replica, counter.identity().epoch});
    const auto& current = counter.access().current();
    Shift shift{.id = opening.shift,
                .label = shiftLabel(opening.series, opening.number),
                .replica = stored.replica,
                .counter = replica ? replica->name : std::string{},
                .drawer = opening.drawer,
                .drawerName = drawer ? drawer->text("name") : std::string{},
                .clerk = opening.clerk,
                .clerkName = clerkName(counter, opening.clerk),
                .openedAt = stored.openedAt,
                .currency = opening.currency,
                .cash = opening.cash,
                .isHere = stored.replica == counter.replica(),
                .isOwn = opening.clerk == (current ? current->user : UserId{})};
    if (stored.closing) {
        const ShiftClosed& closed = *stored.closing;
        shift.z = ZReport{zLabel(closed.series, closed.zNumber),
                          closed.zNumber,
                          stored.closedAt,
                          closed.counted,
                          closed.expected,
                          closed.difference(),
                          toHex(closed.head),
                          closed.grandTotal};
    }
    return shift;
}

TillFigures namedFigures(Counter& counter, const TillFigures& figures)
{
    TillFigures named;
    std::map<Uuid, FigureKey> events;
    for (TillFigure figure : figures) {
        if (figure.key.group == FigureGroup::Event) {
            const Uuid performance = figure.key.subject;
            if (!events.contains(performance)) {
                events.emplace(performance, eventOf(counter, performance));
            }
            figure.key = events.at(performance);
        } else if (figure.key.group == FigureGroup::Clerk) {
            figure.key.name = clerkName(counter, UserId{figure.key.subject});
        }
        addTo(named, {&figure, 1});
    }
    return named;
}

TillFigures shiftFigures(Counter& counter, ShiftId shift)
{
    return namedFigures(counter,
                        totalsOf(readTillFacts(counter.database(), counter.organizer(), shift)));
}

ShiftReport wholeReport(Counter& counter, const StoredShift& stored)
{
    ShiftReport report{.shift = shiftFrom(counter, stored),
                       .asOf = stored.closing ? stored.closedAt : counter.clock().now(),
                       .figures = stored.closing ? stored.closing->figures
                                                 : shiftFigures(counter, stored.opening.shift),
                       .expected = std::nullopt};
    report.expected = stored.closing ? stored.closing->expected
                                     : expectedCash(stored.opening.cash.total, report.figures);
    return report;
}

Error unknownShift()
{
    return refused("unknown_shift",
                   "There is no such shift here. foyer-cli till list shows those there are.",
                   "shift");
}

} // namespace foyer
