// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/catalogue.h"
#include "core/services/gate.h"
#include "core/services/holds.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_return.h"
#include "core/services/ticket_codes.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "tests/simulation/simulation.h"

#include <algorithm>

namespace foyer::simulation {
namespace {

constexpr std::int64_t kNoteMinor = 1'000'000; // more than any cart costs
constexpr std::size_t kBestSeats = 6;          // that everybody asks for first

template <typename List>
auto named(const List& list, const std::string& name)
{
    return std::ranges::find(list, name, [](const auto& of) { return of.name; })->id;
}

using test::codeOf;

bool isOneOf(const std::string& code, std::initializer_list<const char*> codes)
{
    return std::ranges::any_of(codes, [&](const char* known) { return code == known; });
}

} // namespace

PerformanceId Simulation::anyPerformance(std::size_t& number)
{
    number = m_chance.below(m_house.performances().size());
    return m_house.performances()[number];
}

std::vector<CartItem> Simulation::anyCart(Node& node)
{
    std::size_t number = 0;
    const PerformanceId performance = anyPerformance(number);
    const auto offer = offerOf(*node.counter, performance);
    mustHave(offer, "offer");
    std::vector<CartItem> items;
    const auto seat = static_cast<SeatNumber>(
        m_chance.below(m_chance.percent(50) ? kBestSeats : test::kSmallSeats));
    const bool isSeated = m_chance.percent(60);
    for (std::size_t i = 0; i < 1 + m_chance.below(3); ++i) {
        CartItem item;
        item.performance = performance;
        item.type = named((*offer)->types, m_chance.percent(30) ? "Child" : "Adult");
        item.category = named((*offer)->categories, isSeated ? "Stalls" : "Standing");
        if (isSeated) {
            item.seat = static_cast<SeatNumber>((seat + i) % test::kSmallSeats);
        }
        items.push_back(item);
    }
    return items;
}

SaleRequest Simulation::requestFor(Node& node, const std::vector<CartItem>& items)
{
    SaleRequest request;
    request.id = OrderId{Uuid::v7(node.clock.now(), m_random)};
    request.cart.items = items;
    request.tenders = {{PaymentMethod::Cash, Money{kNoteMinor, *Currency::fromCode("EUR")}, {}}};
    return request;
}

void Simulation::sells(Node& node)
{
    trySale(node, requestFor(node, anyCart(node)));
}

Result<Order> Simulation::saleOf(Node& node, const SaleRequest& request)
{
    auto order = sell(*node.counter, request);
    if (m_options.fault == Fault::RightsUnchecked && !order &&
        order.error().code == "rights_short") {
        withoutCheckOfRights(*node.counter, [&] { order = sell(*node.counter, request); });
    }
    return order;
}

void Simulation::trySale(Node& node, const SaleRequest& request)
{
    std::string before;
    if (m_options.fault == Fault::ConfirmedTooEarly && m_chance.percent(10)) {
        before = newFolder();
        copyFiles(node.folder, before);
    }
    RightsNeed need;
    const auto sale = [&] {
        auto order = saleOf(node, request);
        need = node.counter->rightsNeed();
        return order;
    };
    auto order = at(node, sale);
    if (failsOf(order)) { // the clerk presses the key once more
        order = at(node, sale, false);
    }
    tell("sells", codeOf(order));
    if (order) {
        noteSale(node, *order);
        if (m_chance.percent(5)) {
            const auto again = sell(*node.counter, request);
            if (!again || again->code != order->code) {
                throw Violation{"a repeated sale gave another order"};
            }
        }
        if (!before.empty()) {
            restoreFiles(node, before);
        }
    } else if (order.error().code == "rights_short") {
        node.counter->noteRightsNeed(need); // a crash forgets it; the clerk does not
        isShort(node, request.cart.items);
    } else if (!isOneOf(order.error().code, {"seat_taken", "seat_held", "seat_not_here"}) &&
               !((node.isBehind || node.isDoubted) && order.error().code == "database_behind") &&
               !(node.isForked && order.error().code == "journal_fork")) {
        throw Violation{"a sale was refused: " + order.error().code};
    }
}

void Simulation::mustSell(const Node& node, const std::string& what) const
{
    if (node.isBehind) {
        throw Violation{what + " at a counter that lacks entries of its own"};
    }
    if (node.isForked) {
        throw Violation{what + " at the second of two copies, which was told to stop"};
    }
}

void Simulation::noteSale(Node& node, const Order& order)
{
    mustSell(node, "a sale");
    const auto& performances = m_house.performances();
    const auto codes = ticketCodes(*node.counter, order);
    PaperAct act{.id = order.id.uuid, .node = node.number, .orderCode = order.code};
    for (std::size_t i = 0; i < order.tickets.size(); ++i) {
        const Ticket& ticket = order.tickets[i];
        const auto number = std::ranges::find(performances, ticket.performance);
        act.places.push_back(
            {.performance = static_cast<std::size_t>(number - performances.begin()),
             .seat = ticket.seat,
             .isChild = ticket.typeName == "Child",
             .ticket = ticket.id,
             .code = codes.at(i)});
    }
    m_paper.confirmed(std::move(act));
}

void Simulation::isShort(Node& node, std::vector<CartItem> intent)
{
    if (node.wish && m_chance.percent(70)) {
        return; // one thing after the other
    }
    const auto wish = node.sync->wishFor(node.counter->rightsNeed());
    if (wish && !wish->isEmpty()) {
        node.wish = *wish;
        node.intent = std::move(intent);
        repeatsWish(node);
    }
}

std::optional<std::size_t> Simulation::anyActOf(const Node& node, bool isHold)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_paper.acts().size(); ++i) {
        const PaperAct& act = m_paper.acts()[i];
        const bool isLeft = std::ranges::any_of(act.places, &PaperPlace::isValid);
        if (act.node == node.number && act.isHold == isHold && isLeft && !act.isLost) {
            found.push_back(i);
        }
    }
    return found.empty() ? std::nullopt : std::optional{m_chance.oneOf(found)};
}

void Simulation::noteHold(Node& node, HoldId hold, std::vector<PaperPlace> places)
{
    mustSell(node, "a hold");
    m_paper.confirmed(
        {.id = hold.uuid, .node = node.number, .isHold = true, .places = std::move(places)});
}

void Simulation::holds(Node& node)
{
    std::vector<CartItem> items = anyCart(node);
    std::size_t number = 0;
    while (m_house.performances()[number] != items.front().performance) {
        ++number;
    }
    std::vector<PaperPlace> places;
    HoldRequest request{.performance = items.front().performance, .kind = hold_kind::kHouse};
    request.label = "for friends";
    const bool isParked = m_chance.percent(50);
    for (const CartItem& item : items) {
        const auto offer = offerOf(*node.counter, item.performance);
        const bool isChild = isParked && item.type == named((*offer)->types, "Child");
        places.push_back({.performance = number, .seat = item.seat, .isChild = isChild});
        if (item.seat) {
            request.seats.push_back(*item.seat);
        } else {
            ++request.standing[item.category];
        }
    }
    RightsNeed need;
    const auto held = at(
        node,
        [&]() -> Result<HoldId> {
            if (!isParked) {
                auto placed = placeHold(*node.counter, request);
                need = node.counter->rightsNeed();
                return placed;
            }
            const auto reserved =
                reserve(*node.counter, {.cart = {.items = items}, .parked = true, .label = "cart"});
            need = node.counter->rightsNeed();
            return reserved ? Result<HoldId>{reserved->front().id} : reserved.error();
        },
        false);
    tell("holds", codeOf(held));
    if (held) {
        noteHold(node, *held, std::move(places));
    } else if (held.error().code == "rights_short") {
        node.counter->noteRightsNeed(need);
        isShort(node, {});
    }
}

void Simulation::releases(Node& node)
{
    const auto chosen = anyActOf(node, true);
    if (!chosen || node.isDoubted || node.isBehind || node.isForked) {
        return;
    }
    const HoldId hold{m_paper.acts()[*chosen].id};
    const auto released = at(
        node, [&] { return releaseHold(*node.counter, hold); }, false);
    tell("releases", codeOf(released));
    if (!released) {
        throw Violation{"a hold could not be released: " + released.error().code};
    }
    for (std::size_t i = 0; i < m_paper.acts()[*chosen].places.size(); ++i) {
        m_paper.given(*chosen, i, node.number);
    }
}

void Simulation::scans(Node& node)
{
    if (m_paper.acts().empty()) {
        return;
    }
    // Some tickets are shown again, at another door perhaps: a copy.
    const bool isCopy = m_letIn && m_chance.percent(40);
    const std::size_t number = isCopy ? m_letIn->first : m_chance.below(m_paper.acts().size());
    const PaperAct& act = m_paper.acts()[number];
    const std::size_t which = isCopy ? m_letIn->second : m_chance.below(act.places.size());
    const PaperPlace place = act.places[which];
    if (act.isHold) {
        return;
    }
    const bool isVoidHere = place.givenBy == node.number && !node.hasLost;
    const auto verdict = at(node, [&] { return scan(*node.counter, place.code, "A"); });
    tell("scans", verdict ? verdict->outcome : verdict.error().code);
    if (verdict && verdict->outcome == "admitted") {
        m_letIn = {number, which};
    }
    if (verdict && verdict->outcome == "admitted" && !verdict->repeated && !node.hasLost) {
        m_paper.admitted(node.number, place.ticket);
        if (isVoidHere) {
            throw Violation{"a ticket was let in where it had been taken back"};
        }
    }
}

void Simulation::givesRightsBack(Node& node)
{
    std::size_t number = 0;
    const PerformanceId performance = anyPerformance(number);
    const std::int64_t keep = m_chance.between(0, 3);
    const auto returned = at(node, [&] { return returnRights(*node.counter, performance, keep); });
    tell("gives rights back",
         returned ? std::to_string(returned->rights) + "/" + std::to_string(returned->seats)
                  : returned.error().code);
    if (returned && returned->rights + returned->seats > 0) {
        mustSell(node, "a return of rights");
        if (m_options.fault == Fault::ReturnedStaysHere) {
            undoReturns(*node.counter);
        }
    }
}

/// Asks for what is missing of its stock, as a counter does beside the sync.
void Simulation::keepsStock(Node& node)
{
    if (node.wish) {
        return; // one thing after the other
    }
    const auto wish = at(node, [&] { return node.sync->stockWish(); });
    if (wish && *wish) {
        tell("asks for a stock", "");
        node.wish = **wish;
        node.intent.clear();
        repeatsWish(node);
    }
}

void Simulation::editsCapacity(Node& node)
{
    if (node.isDoubted || node.isBehind || node.isForked || node.isGivenUp) {
        return;
    }
    std::size_t number = 0;
    (void)anyPerformance(number);
    const std::size_t which = m_chance.below(kQuotas);
    const Uuid id = m_house.quotas(number).at(which).uuid;
    if (!readEntity(node.counter->database(), node.counter->organizer(), "quota", id)) {
        throw Violation{"a quota is not known at a counter"};
    }
    const std::int64_t capacity = m_chance.between(0, which == 0 ? 40 : 10);
    const auto edited = at(
        node,
        [&]() -> Result<std::optional<EntryId>> {
            return guarded([&]() -> Result<std::optional<EntryId>> {
                Journal::Act act{node.counter->journal(), Permit::ofProgram()};
                const auto entry =
                    appendEdit(act, node.counter->database(), node.counter->organizer(),
                               kind::kQuotaEdited, {id, {{"capacity", capacity}}});
                act.commit();
                node.counter->noteHead();
                node.counter->offers().clear();
                return entry;
            });
        },
        false);
    mustHave(edited, "edit");
    if (*edited) {
        m_paper.capacityEdited(**edited, number, which, capacity);
    }
    tell("sets a capacity", *edited ? std::to_string(capacity) : "as it was");
}

} // namespace foyer::simulation
