// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/gate.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/till_reports.h"
#include "core/services/waiting_list.h"
#include "tests/support/random_day.h"

#include <algorithm>

namespace foyer::test {
namespace {

void opensShift(Day& day, const Act& act)
{
    const auto opened = startShift(day.counter(), {std::nullopt, {act.money, {}}});
    day.mustBe(opened, {day.shift() == nullptr ? "done" : "shift_open"});
    if (opened) {
        day.openShifts.push_back(
            {.id = opened->id, .clerk = day.clerk().name, .drawer = act.money});
    }
}

void paysIn(Day& day, const Act& act)
{
    const auto moved = moveCash(day.counter(), CashMoveKind::PayIn, act.money, "change");
    day.mustBe(moved, {day.shift() != nullptr ? "done" : "no_shift"});
    if (moved) {
        day.shift()->drawer += act.money;
        day.note(FigureGroup::Drawer, {}, act.money);
        day.note(FigureGroup::PayIn, {}, act.money);
    }
}

void paysOut(Day& day, const Act& act)
{
    const auto moved = moveCash(day.counter(), CashMoveKind::PayOut, act.money, "milk");
    day.mustBe(moved, {day.shift() != nullptr ? "done" : "no_shift"});
    if (moved) {
        day.shift()->drawer -= act.money;
        day.note(FigureGroup::Drawer, {}, -act.money);
        day.note(FigureGroup::PayOut, {}, act.money);
    }
}

/// A clerk needs a colleague's yes for it, and nobody is their own colleague.
void opensDrawer(Day& day, const Act& act)
{
    const Person& sue = kStaff.at(2);
    AccessControl& access = day.counter().access();
    const bool asks = day.isClerk() && act.many % 2 == 0;
    if (asks) {
        day.mustBe(access.approve(day.clerk().name, Day::secretOf(day.clerk())), {"own_approval"});
        day.mustBe(access.approve(sue.name, Day::secretOf(sue)), {"done"});
    }
    const bool may = !day.isClerk() || asks;
    const auto opened = moveCash(day.counter(), CashMoveKind::NoSale, 0, "change");
    day.mustBe(opened, {!may ? "not_permitted" : day.shift() != nullptr ? "done" : "no_shift"});
    access.dropApproval();
}

void holds(Day& day, const Act& act)
{
    std::vector<CartItem> items = day.itemsOf(act);
    HoldRequest request{.performance = items.front().performance,
                        .kind = hold_kind::kPress,
                        .label = "Evening Post",
                        .seats = {},
                        .standing = {},
                        .releaseAt = std::nullopt};
    for (CartItem& item : items) {
        item.type = {};
        if (item.seat) {
            request.seats.push_back(*item.seat);
        } else {
            ++request.standing[item.category];
        }
    }
    const bool room = day.isRoomFor(items, false);
    const auto held = placeHold(day.counter(), request);
    if (day.isClerk()) {
        return day.mustBe(held, {"not_permitted"});
    }
    if (!room) {
        return day.mustBe(held, {"sold_out", "seat_taken", "seat_held"});
    }
    day.mustBe(held, {"done"});
    day.holds.push_back({.ids = {*held}, .items = std::move(items)});
}

void keepFor(Day& day, const Act& act, bool parked)
{
    const std::vector<CartItem> items = day.itemsOf(act);
    ReservationRequest request;
    request.cart.items = items;
    request.parked = parked;
    request.newCustomer = CustomerDetails{"Zoë Öztürk", {}, "030 1234", {}};
    if (act.money % 2 == 0) {
        request.expiresAt = Instant{day.house.clock().now().ms + 60'000LL * (1 + act.many)};
    }
    const bool room = day.isRoomFor(items);
    const auto kept = reserve(day.counter(), request);
    if (!room) {
        return day.mustBe(kept, {"sold_out", "seat_taken", "seat_held"});
    }
    day.mustBe(kept, {"done"});
    // A parked cart that nobody says a time for is kept for half a day.
    const auto until = parked && !request.expiresAt
        ? std::optional{Instant{day.house.clock().now().ms + kParkedMs}}
        : request.expiresAt;
    PaperHold paper{.reserved = true, .items = items, .until = until};
    for (const StoredHold& hold : *kept) {
        paper.ids.push_back(hold.id);
    }
    day.holds.push_back(std::move(paper));
}

void reserves(Day& day, const Act& act)
{
    keepFor(day, act, false);
}

void parks(Day& day, const Act& act)
{
    keepFor(day, act, true);
}

void releases(Day& day, const Act& act)
{
    const PaperHold* hold = chosen(day.holds, act);
    if (hold == nullptr) {
        return;
    }
    const bool may = !day.isClerk() || hold->reserved;
    for (const HoldId id : hold->ids) {
        day.mustBe(releaseHold(day.counter(), id), {may ? "done" : "not_permitted"});
    }
    if (may) {
        day.holds.erase(day.holds.begin() + (hold - day.holds.data()));
    }
}

void letsGoWhatIsDue(Day& day, const Act& act)
{
    day.house.clock().pass(60'000LL * act.many);
    const Instant now = day.house.clock().now();
    const auto due = std::erase_if(day.holds, [&](const PaperHold& hold) {
        return hold.until && *hold.until <= now;
    });
    const auto ended = releaseDueHolds(day.counter());
    day.mustBe(ended, {"done"});
    day.must(*ended == due, "what is due ends, and nothing else");
}

void keepsWaitingList(Day& day, const Act& act)
{
    if (act.many % 2 == 0 && !day.waiting.empty()) {
        const auto last = day.waiting.back();
        day.waiting.pop_back();
        day.mustBe(endWaiting(day.counter(), last.first, act.which % 2 == 0), {"done"});
    } else {
        const std::size_t performance = act.which % 2 == 0 ? 0 : 1;
        const auto joined = joinWaitingList(day.counter(),
                                            {.performance = day.house.performance(performance),
                                             .customer = {"Kim", {}, "030 1234", {}},
                                             .count = 1 + act.many,
                                             .category = {}});
        day.mustBe(joined, {"done"});
        day.waiting.emplace_back(*joined, performance);
    }
}

/// At the door of the first night: green once, for a valid ticket.
void scans(Day& day, const Act& act)
{
    PaperOrder* paper = chosen(day.orders, act);
    if (paper == nullptr) {
        return;
    }
    const auto order = findOrder(day.counter(), paper->id);
    day.mustBe(order, {"done"});
    const auto codes = ticketCodes(day.counter(), *order);
    const std::size_t number = static_cast<std::size_t>(act.many) % order->tickets.size();
    const auto place =
        std::ranges::find(paper->places, order->tickets[number].id, &PaperPlace::ticket);
    const auto verdict = scan(day.counter(), codes.at(number), "North", day.house.performance(0));
    day.mustBe(verdict, {"done"});
    const bool green = verdict->colour == ScanVerdict::Colour::Green;
    if (place == paper->places.end()) { // replaced by another ticket since
        return day.must(!green, "a ticket that was replaced is let in");
    }
    const bool tonight = place->item.performance == day.house.performance(0);
    day.must(green == (tonight && place->valid && !place->admitted),
             "the door said " + verdict->outcome);
    place->admitted = place->admitted || green;
}

/// Somebody was let in by mistake.
void undoesAnAdmission(Day& day, const Act& act)
{
    PaperOrder* order = chosen(day.orders, act);
    PaperPlace* place = order != nullptr ? chosen(order->places, {.which = act.many}) : nullptr;
    if (place == nullptr) {
        return;
    }
    const auto undone = undoAdmission(day.counter(), place->ticket, "the wrong person");
    std::set<std::string> refusals;
    if (day.isClerk()) {
        refusals.insert("not_permitted");
    }
    if (!place->admitted) {
        refusals.insert("not_admitted");
    }
    if (!refusals.empty()) {
        return day.mustBe(undone, refusals);
    }
    day.mustBe(undone, {"done"});
    place->admitted = false;
}

/// Behind a lock nothing is done, and nothing of the paper changes.
void locks(Day& day, const Act& act)
{
    AccessControl& access = day.counter().access();
    access.lock();
    day.mustBe(sell(day.counter(), day.house.request(day.itemsOf(act))), {"locked"});
    day.mustBe(moveCash(day.counter(), CashMoveKind::PayOut, act.money, "milk"), {"locked"});
    day.mustBe(access.unlock("not the secret of anybody"), {"wrong_secret"});
    day.mustBe(access.unlock(Day::secretOf(day.clerk())), {"done"});
}

void closes(Day& day, const Act& act)
{
    if (act.many % 3 == 0) { // else most of a day would pass with closed tills
        closeTill(day, act);
    }
}

constexpr Verb kVerbs[] = {
    {"sells", 16, sells},
    {"opens a shift", 6, opensShift},
    {"pays in", 2, paysIn},
    {"pays out", 2, paysOut},
    {"opens the drawer", 2, opensDrawer},
    {"takes an order back", 6, takesBack},
    {"refunds", 4, refunds},
    {"refunds a part", 3, refundsAPart},
    {"exchanges", 4, exchanges},
    {"reissues", 2, reissues},
    {"minds the papers", 2, mindsThePapers},
    {"sells a gift card", 4, sellsGiftCard},
    {"minds a gift card", 3, mindsGiftCard},
    {"settles an invoice", 4, settlesInvoice},
    {"holds", 2, holds},
    {"reserves", 3, reserves},
    {"parks", 2, parks},
    {"collects", 3, collects},
    {"releases", 3, releases},
    {"lets go what is due", 1, letsGoWhatIsDue},
    {"keeps the waiting list", 1, keepsWaitingList},
    {"scans", 6, scans},
    {"undoes an admission", 4, undoesAnAdmission},
    {"locks", 1, locks},
    {"closes the till", 2, closes},
};

/// The figures of a report by group and name, without those that are nothing.
std::map<std::pair<FigureGroup, std::string>, std::int64_t> figuresOf(const ShiftReport& report)
{
    std::map<std::pair<FigureGroup, std::string>, std::int64_t> figures;
    for (const TillFigure& figure : report.figures) {
        if (figure.key.group != FigureGroup::NoSale) {
            figures[{figure.key.group, figure.key.name}] += figure.amount;
        }
    }
    std::erase_if(figures, [](const auto& figure) { return figure.second == 0; });
    return figures;
}

} // namespace

std::span<const Verb> allVerbs()
{
    return kVerbs;
}

void closeTill(Day& day, const Act& act)
{
    PaperShift* shift = day.shift();
    if (shift == nullptr) {
        return;
    }
    // A drawer out of which more was paid than was in it cannot be counted: somebody brings change.
    if (shift->drawer < 0) {
        paysIn(day, {.money = static_cast<int>(-shift->drawer) + 1 + act.money});
    }
    const CashCount counted{shift->drawer, {}};
    const auto check = countDrawer(day.counter(), shift->id, counted);
    day.mustBe(check, {"done"});
    day.must(check->agrees,
             "the drawer holds " + std::to_string(counted.total) + ", and another sum is expected");
    const auto z = closeShift(day.counter(), shift->id, counted);
    day.mustBe(z, {"done"});
    day.must(z->shift.z->difference == 0, "the Z has no difference");
    auto paper = shift->figures;
    std::erase_if(paper, [](const auto& figure) { return figure.second == 0; });
    for (const auto& [key, amount] : figuresOf(*z)) {
        day.must(paper[key] == amount,
                 "the Z says " + std::to_string(amount) + " of " +
                     std::string{figureGroupName(key.first)} + " “" + key.second +
                     "”, the receipts " + std::to_string(paper[key]));
        paper.erase(key);
    }
    day.must(paper.empty(), "the Z leaves out what the receipts have");
    day.must(figureIn(z->figures, FigureGroup::Turnover).tax == shift->tax, "the tax of the Z");
    day.must(z->shift.z->number == ++day.zReports, "Zs are numbered without gaps");
    day.grandTotal += shift->figures[{FigureGroup::Turnover, {}}];
    day.must(z->shift.z->grandTotal == day.grandTotal, "the grand total of the Z");
    day.openShifts.erase(day.openShifts.begin() + (shift - day.openShifts.data()));
}

} // namespace foyer::test
