// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/till.h"

#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/drawers.h"
#include "core/services/guarded.h"
#include "core/services/rights_authority.h"
#include "core/services/sales.h"
#include "core/services/till_reading.h"
#include "core/storage/offline_stock_store.h"
#include "core/storage/till_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr const char* kFirstDrawer = "Drawer 1";

UserId signedIn(Counter& counter)
{
    const auto& current = counter.access().current();
    return current ? current->user : UserId{};
}

Error noShift()
{
    return refused("no_shift",
                   "You have no open shift. Open your shift first, so that the cash belongs to a "
                   "drawer.",
                   "shift");
}

/// The drawer that was asked for, or the first that is free.
Result<Drawer> drawerFor(const std::vector<Drawer>& here, const std::vector<StoredShift>& open,
                         const std::optional<DrawerId>& wanted)
{
    const auto isFree = [&](const Drawer& drawer) {
        return std::ranges::none_of(open, [&](const StoredShift& shift) {
            return shift.opening.drawer == drawer.id;
        });
    };
    const auto found =
        wanted ? std::ranges::find(here, *wanted, &Drawer::id) : std::ranges::find_if(here, isFree);
    if (found == here.end() && wanted) {
        return unknownDrawer();
    }
    if (found == here.end() || !isFree(*found)) {
        const std::string name = found != here.end() ? found->name : here.front().name;
        Error error = refused("drawer_in_use",
                              name +
                                  " is in use by another shift. Close that shift, or take "
                                  "another drawer.",
                              "drawer");
        error.facts = {name};
        return error;
    }
    return *found;
}

/// A shift that may be closed here by whoever is signed in, and the permission it takes.
struct Closable {
    StoredShift stored;
    Permission permission = Permission::RunShift;
};
Result<Closable> closable(Counter& counter, ShiftId id, const CashCount& count)
{
    auto stored = readShift(counter.database(), counter.organizer(), id);
    if (!stored) {
        return unknownShift();
    }
    if (stored->closing || stored->closedAt.ms != 0) {
        return refused("shift_closed", "This shift is closed already. Nothing was changed.",
                       "shift");
    }
    if (stored->replica != counter.replica()) {
        return refused("not_here",
                       "This shift was opened at another counter. Close it there, where its drawer "
                       "is.",
                       "shift");
    }
    if (auto sound = checkCount(count); !sound) {
        return std::move(sound).error();
    }
    const bool isOwn = stored->opening.clerk == signedIn(counter);
    return Closable{*std::move(stored), isOwn ? Permission::RunShift : Permission::ReadTillReports};
}

ShiftClosed closingOf(Counter& counter, const ShiftOpened& opening, const CashCount& count)
{
    Database& database = counter.database();
    const OrganizerId organizer = counter.organizer();
    ShiftClosed closed{.shift = opening.shift,
                       .series = counter.series(),
                       .zNumber = readLastZNumber(database, organizer, counter.replica(),
                                                  counter.series()) +
                           1,
                       .currency = opening.currency,
                       .counted = count,
                       .figures = shiftFigures(counter, opening.shift),
                       .head = counter.journal().head().hash};
    closed.expected = expectedCash(opening.cash.total, closed.figures);
    closed.grandTotal = readGrandTotal(database, organizer, counter.replica()) +
        figureIn(closed.figures, FigureGroup::Turnover).amount;
    return closed;
}

Result<void> checkMove(CashMoveKind kind, std::int64_t amount, const std::string& reason)
{
    const bool isSound =
        kind == CashMoveKind::NoSale ? amount == 0 : amount > 0 && amount <= Money::kMinorMax;
    if (!isSound) {
        return badInput("bad_amount", "Say how much: an amount above zero.", "amount");
    }
    if (reason.find_first_not_of(' ') == std::string::npos) {
        return usageError("reason_missing", "Say why; the reason is kept.", "reason");
    }
    return {};
}

} // namespace

std::optional<ShiftId> openShift(Counter& counter)
{
    const UserId who = signedIn(counter);
    for (const StoredShift& shift :
         readOpenShifts(counter.database(), counter.organizer(), counter.replica())) {
        if (shift.opening.clerk == who) {
            return shift.opening.shift;
        }
    }
    return std::nullopt;
}

Result<ShiftId> shiftForCash(Counter& counter)
{
    if (const auto shift = openShift(counter)) {
        return *shift;
    }
    return counter.access().isOpenHouse() ? Result<ShiftId>{ShiftId{}} : noShift();
}

Result<ShiftId> shiftForMoney(Counter& counter, Currency currency, bool isCash)
{
    const Currency house = houseCurrency(counter);
    if (currency == house) {
        return isCash ? shiftForCash(counter)
                      : Result<ShiftId>{openShift(counter).value_or(ShiftId{})};
    }
    if (!isCash) {
        return ShiftId{};
    }
    Error error = refused("foreign_cash",
                          "Drawers are counted in " + std::string{house.code()} + ". Take " +
                              std::string{currency.code()} + " by card, transfer or invoice.",
                          "payments");
    error.facts = {std::string{currency.code()}, std::string{house.code()}};
    return error;
}

Result<Shift> startShift(Counter& counter, const ShiftStart& start)
{
    return guarded([&]() -> Result<Shift> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::RunShift);
        if (!permit) {
            return permit.error();
        }
        if (auto sound = checkCount(start.cash); !sound) {
            return std::move(sound).error();
        }
        if (openShift(counter)) {
            return refused("shift_open",
                           "Your shift is open already. Close it before you open another one.",
                           "shift");
        }
        Database& database = counter.database();
        const Instant now = counter.clock().now();
        auto here = readDrawers(counter);
        const bool isFirst = here.empty();
        if (isFirst) {
            here.push_back(
                {DrawerId{Uuid::v7(now, counter.random())}, kFirstDrawer, counter.replica()});
        }
        const auto drawer =
            drawerFor(here, readOpenShifts(database, counter.organizer(), counter.replica()),
                      start.drawer);
        if (!drawer) {
            return drawer.error();
        }
        const ShiftOpened opened{.shift = ShiftId{Uuid::v7(now, counter.random())},
                                 .drawer = drawer->id,
                                 .clerk = permit->actor(),
                                 .series = counter.series(),
                                 .number =
                                     readLastShiftNumber(database, counter.organizer(),
                                                         counter.replica(), counter.series()) +
                                     1,
                                 .currency = houseCurrency(counter),
                                 .cash = start.cash};
        Journal::Act act{counter.journal(), *permit};
        if (isFirst) {
            act.append(kind::kDrawerEdited, encode(editOf(*drawer)));
        }
        act.append(kind::kShiftOpened, encode(opened));
        clearStockRest(database, counter.organizer()); // it sells again, and keeps a stock again
        act.commit();
        counter.noteHead();
        return shiftFrom(counter, *readShift(database, counter.organizer(), opened.shift));
    });
}

Result<void> moveCash(Counter& counter, CashMoveKind kind, std::int64_t amount,
                      const std::string& reason)
{
    return guarded([&]() -> Result<void> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const Permission permission =
            kind == CashMoveKind::NoSale ? Permission::OpenDrawer : Permission::MoveCash;
        const auto permit = counter.access().permit(permission);
        if (!permit) {
            return permit.error();
        }
        if (auto sound = checkMove(kind, amount, reason); !sound) {
            return sound;
        }
        const auto shift = openShift(counter);
        if (!shift) {
            return noShift();
        }
        const auto stored = readShift(counter.database(), counter.organizer(), *shift);
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kCashMoved,
                   encode(CashMoved{*shift, kind, stored->opening.currency, amount, reason}));
        act.commit();
        counter.noteHead();
        return {};
    });
}

Result<DrawerCheck> countDrawer(Counter& counter, ShiftId shift, const CashCount& count)
{
    return guarded([&]() -> Result<DrawerCheck> {
        const auto found = closable(counter, shift, count);
        const Permission permission = found ? found->permission : Permission::RunShift;
        if (auto may = counter.access().require(permission); !may) {
            return std::move(may).error();
        }
        if (!found) {
            return found.error();
        }
        const std::int64_t expected =
            expectedCash(found->stored.opening.cash.total, shiftFigures(counter, shift));
        DrawerCheck check{.counted = count.total, .agrees = count.total == expected};
        if (counter.access().may(Permission::ReadTillReports)) {
            check.expected = expected;
        }
        return check;
    });
}

Result<ShiftReport> closeShift(Counter& counter, ShiftId shift, const CashCount& count)
{
    return guarded([&]() -> Result<ShiftReport> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto found = closable(counter, shift, count);
        const Permission permission = found ? found->permission : Permission::RunShift;
        const auto permit = counter.access().permit(permission);
        if (!permit) {
            return permit.error();
        }
        if (!found) {
            return found.error();
        }
        const bool isLast =
            readOpenShifts(counter.database(), counter.organizer(), counter.replica()).size() == 1;
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kShiftClosed, encode(closingOf(counter, found->stored.opening, count)));
        if (isLast && !counter.authority().isHere()) {
            storeStockRest(counter.database(), counter.organizer(), {}, true);
        }
        act.commit();
        counter.noteHead();
        return wholeReport(counter, *readShift(counter.database(), counter.organizer(), shift));
    });
}

} // namespace foyer
