// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/incident_parties.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/orders_in_hand.h"
#include "core/storage/identity_store.h"
#include "core/storage/incident_store.h"
#include "core/storage/order_store.h"
#include "core/storage/rights_store.h"
#include "core/storage/user_act_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kActsShown = 50; ///< of somebody who went on; the latest

IncidentSide sideOf(Counter& counter, const UserAct& act, ReplicaId replica, UserId user)
{
    IncidentSide side{.fact = act.fact};
    if (!act.order.isNil()) {
        showSideOrder(counter, side, act.order);
        const auto order = readOrder(counter.database(), counter.organizer(), act.order);
        side.stands = !order || !order->voided;
    }
    showSideWriter(counter, side, replica, user);
    side.at = act.at.instant();
    side.act = act.kind;
    side.text = act.note;
    side.money = act.money;
    return side;
}

/// Of what was taken and what was given away: both may have to be put right.
std::optional<Money> moneyOf(const std::vector<UserAct>& acts)
{
    std::optional<Money> sum;
    for (const UserAct& act : acts) {
        const auto money =
            act.money && act.money->isNegative() ? std::optional{-*act.money} : act.money;
        if (money && (!sum || sum->currency() == money->currency())) {
            sum = sum ? *sum + *money : *money;
        }
    }
    return sum;
}

} // namespace

void showSideWriter(Counter& counter, IncidentSide& side, ReplicaId replica, UserId actor)
{
    const auto known = readReplica(counter.database(), {counter.organizer(), replica, 1});
    side.counter = known ? known->name : std::string{};
    side.isHere = replica == counter.replica();
    side.isWrittenOff = readWriteOff(counter.database(), counter.organizer(), replica).has_value();
    side.actor = personOnSide(counter, actor);
}

void showSideOrder(Counter& counter, IncidentSide& side, OrderId order)
{
    Database& database = counter.database();
    side.order = order;
    side.isInReach = isInReach(counter, order);
    if (const auto origin = readOrderOrigin(database, counter.organizer(), order)) {
        side.code = origin->code;
        side.at = origin->at.instant();
        side.money = origin->total;
        showSideWriter(counter, side, origin->replica, origin->seller);
    }
    const auto customer = readOrderCustomer(database, counter.organizer(), order);
    side.hasCustomer = customer.has_value();
    if (customer && counter.access().may(Permission::ReadCustomers)) {
        const auto known = counter.customers().open(*customer);
        side.customer = known ? known->details.name : std::string{};
    }
}

std::string personOnSide(Counter& counter, UserId user)
{
    const auto& users = counter.access().users();
    const auto known = users.find(user);
    return known != users.end() ? known->second.name : std::string{};
}

void showActsAfterRevocation(Counter& counter, Incident& incident)
{
    const auto of = incident_subject::asShutOut(incident.subject);
    if (!of) {
        return;
    }
    incident.subjectName = personOnSide(counter, of->user);
    const auto time = readTimeShutOut(counter.database(), counter.organizer(), of->user, of->by);
    if (!time) {
        return;
    }
    IncidentSide shutOut;
    showSideWriter(counter, shutOut, time->replica, time->actor);
    shutOut.at = time->since.instant();
    incident.sides.push_back(std::move(shutOut));
    const auto acts =
        readActsWhileOut(counter.database(), counter.organizer(), of->user, *time, of->at);
    incident.money = moneyOf(acts);
    for (std::size_t i = acts.size() - std::min(acts.size(), kActsShown); i < acts.size(); ++i) {
        incident.sides.push_back(sideOf(counter, acts[i], of->at, of->user));
    }
}

} // namespace foyer
