// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Money that goes back, at whichever counter the guest comes to.

#include "core/services/after_sale.h"
#include "tests/simulation/simulation.h"

#include <algorithm>

namespace foyer::simulation {
namespace {

using test::codeOf;

bool isOneOf(const std::string& code, std::initializer_list<const char*> codes)
{
    return std::ranges::any_of(codes, [&](const char* known) { return code == known; });
}

} // namespace

/// Whether what a node gave back may be given back by another as well, and is an incident: it was
/// given up, there were two of it, or it has forgotten what it did.
bool Simulation::isExcused(std::size_t node) const
{
    const Node& of = *m_nodes.at(node);
    return of.isGivenUp || of.isDoubted || of.isForked || of.isBehind || of.hasLost;
}

void Simulation::noteGivenBack(const Node& node, std::size_t act, std::size_t place)
{
    const PaperPlace& of = m_paper.acts().at(act).places.at(place);
    if (of.givenBy && !isExcused(*of.givenBy) && !isExcused(node.number)) {
        throw Violation{"counter " + std::to_string(node.number) +
                        " gave back a ticket that counter " + std::to_string(*of.givenBy) +
                        " had given back"};
    }
    m_paper.given(act, place, node.number);
}

/// Guests come back to the counter that sold them their tickets, or to another one.
std::optional<std::size_t> Simulation::anyOrderFor(const Node& node)
{
    if (m_chance.percent(50)) {
        return anyActOf(node, false);
    }
    const Node& seller = *m_nodes[m_chance.below(m_nodes.size())];
    return anyActOf(seller, false);
}

std::optional<PaperTicket> Simulation::anyTicketFor(const Node& node)
{
    if (m_refunded && m_chance.percent(20)) {
        return m_refunded;
    }
    const auto chosen = anyOrderFor(node);
    if (!chosen) {
        return std::nullopt;
    }
    const auto& places = m_paper.acts()[*chosen].places;
    std::size_t place = m_chance.below(places.size());
    while (!places[place].isValid) {
        place = (place + 1) % places.size();
    }
    return PaperTicket{*chosen, place};
}

void Simulation::returnsTickets(Node& node)
{
    if (node.isDoubted || node.isBehind || node.isForked) {
        return;
    }
    const auto ticket = anyTicketFor(node);
    if (!ticket || !refunds(node, *ticket) || m_chance.percent(40)) {
        return;
    }
    // Some guests go straight to the next counter: the one that sold the ticket, or any.
    const std::size_t seller = m_paper.acts()[ticket->act].node;
    Node& next = *m_nodes.at(m_chance.percent(50) ? seller : m_chance.below(m_nodes.size()));
    if (!next.isGone && !next.isGate && !next.isDoubted && !next.isBehind && !next.isForked) {
        (void)refunds(next, *ticket);
    }
}

void Simulation::triesRefundAgain(Node& node)
{
    if (node.refund && !node.isDoubted && !node.isBehind && !node.isForked &&
        m_chance.percent(40)) {
        (void)refunds(node, PaperTicket{*node.refund});
    }
}

Result<Order> Simulation::returnOf(Node& node, const ReturnRequest& request)
{
    auto order = returnTickets(*node.counter, request);
    if (m_options.fault == Fault::HomeUnchecked && !order && isWantOfRights(order.error())) {
        withoutCheckOfHome(*node.counter, request.order,
                           [&] { order = returnTickets(*node.counter, request); });
    }
    return order;
}

void Simulation::wantsOrder(Node& node, const RightsNeed& need)
{
    node.counter->noteRightsNeed(need); // a crash forgets it; the clerk does not
    isShort(node, {});
}

/// Whether the money went back.
bool Simulation::refunds(Node& node, const PaperTicket& ticket)
{
    const PaperAct act = m_paper.acts()[ticket.act];
    const PaperPlace& place = act.places[ticket.place];
    ReturnRequest request;
    request.order = OrderId{act.id};
    request.choice.tickets = {place.ticket};
    request.reason = "ill";
    RightsNeed need;
    const auto give = [&] {
        auto order = returnOf(node, request);
        need = node.counter->rightsNeed();
        return order;
    };
    auto order = at(node, give);
    bool isAgain = false;
    if (failsOf(order)) {
        order = at(node, give, false);
        isAgain = !order && order.error().code == "ticket_void" && place.isValid;
    }
    tell(act.node == node.number ? "returns a ticket" : "returns another's ticket", codeOf(order));
    node.refund.reset();
    if (order || isAgain) {
        noteGivenBack(node, ticket.act, ticket.place);
        m_refunded = ticket;
        return true;
    }
    if (isWantOfRights(order.error())) {
        node.refund = ticket;
        wantsOrder(node, need);
    } else if (!isOneOf(order.error().code, {"already_used", "already_void"}) &&
               !(order.error().code == "ticket_void" && !place.isValid) &&
               !(order.error().code == "unknown_order" && act.node != node.number)) {
        throw Violation{"a return was refused: " + order.error().code};
    }
    return false;
}

void Simulation::takesOrderBack(Node& node)
{
    const auto chosen = anyOrderFor(node);
    if (!chosen || node.isDoubted || node.isBehind || node.isForked) {
        return;
    }
    const PaperAct act = m_paper.acts()[*chosen];
    const auto shown = findOrder(*node.counter, act.orderCode);
    if (shown && shown->id.uuid != act.id) {  // two copies of a counter gave out the same code:
        tell("is shown another's order", ""); // the clerk sees that it is not the guest's
        return;
    }
    RightsNeed need;
    const auto take = [&] {
        auto order = voidOrder(*node.counter, act.orderCode, "mistake");
        need = node.counter->rightsNeed();
        return order;
    };
    auto order = at(node, take);
    bool isAgain = false;
    if (failsOf(order)) {
        order = at(node, take, false);
        isAgain = !order && order.error().code == "already_void";
    }
    tell("takes an order back", codeOf(order));
    if (order || isAgain) {
        for (std::size_t i = 0; i < act.places.size(); ++i) {
            noteGivenBack(node, *chosen, i);
        }
    } else if (isWantOfRights(order.error())) {
        wantsOrder(node, need);
    } else if (!isOneOf(order.error().code, {"already_used", "already_changed", "already_void"}) &&
               !(order.error().code == "unknown_order" && act.node != node.number)) {
        throw Violation{"an order could not be taken back: " + order.error().code};
    }
}

} // namespace foyer::simulation
