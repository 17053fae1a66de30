// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/incidents_port.h"

#include "app/desktop/store_thread.h"
#include "core/services/incidents.h"

namespace foyer::desktop {
namespace {

template <typename T>
Result<bool> isDone(const Result<T>& done)
{
    return done ? Result<bool>{true} : done.error();
}

} // namespace

void CounterIncidentsPort::read(Then<ui::IncidentsSnapshot> then)
{
    m_store.ask<ui::IncidentsSnapshot>(
        [](Counter& counter) -> Result<ui::IncidentsSnapshot> {
            auto open = openIncidents(counter);
            if (!open) {
                return std::move(open).error();
            }
            auto settled = settledIncidents(counter);
            if (!settled) {
                return std::move(settled).error();
            }
            return ui::IncidentsSnapshot{*std::move(open), *std::move(settled)};
        },
        std::move(then));
}

void CounterIncidentsPort::countOpen(Then<int> then)
{
    m_store.ask<int>(
        [](Counter& counter) -> Result<int> {
            const auto count = openIncidentCount(counter);
            return count ? Result<int>{static_cast<int>(*count)} : count.error();
        },
        std::move(then));
}

void CounterIncidentsPort::suggestSeats(TicketId ticket, Then<std::vector<SeatSuggestion>> then)
{
    m_store.ask<std::vector<SeatSuggestion>>(
        [ticket](Counter& counter) { return comparableSeats(counter, ticket); }, std::move(then));
}

void CounterIncidentsPort::accept(IncidentId incident, const std::string& reason, Then<bool> then)
{
    m_store.ask<bool>(
        [incident, reason](Counter& counter) {
            return isDone(acceptIncident(counter, incident, reason));
        },
        std::move(then));
}

void CounterIncidentsPort::choose(IncidentId incident, const Uuid& side, const std::string& reason,
                                  Then<bool> then)
{
    m_store.ask<bool>(
        [incident, side, reason](Counter& counter) {
            return isDone(chooseSide(counter, incident, side, reason));
        },
        std::move(then));
}

void CounterIncidentsPort::reseat(const ReseatRequest& request, Then<bool> then)
{
    m_store.ask<bool>([request](
                          Counter& counter) { return isDone(foyer::reseat(counter, request)); },
                      std::move(then));
}

void CounterIncidentsPort::planRefund(const IncidentRefund& request, Then<AfterSalePlan> then)
{
    m_store.ask<AfterSalePlan>(
        [request](Counter& counter) { return planIncidentRefund(counter, request); },
        std::move(then));
}

void CounterIncidentsPort::refund(const IncidentRefund& request, Then<bool> then)
{
    m_store.ask<bool>([request](
                          Counter& counter) { return isDone(refundIncident(counter, request)); },
                      std::move(then));
}

void CounterIncidentsPort::contact(IncidentId incident, OrderId order, Then<CustomerContact> then)
{
    m_store.ask<CustomerContact>(
        [incident, order](Counter& counter) { return incidentContact(counter, incident, order); },
        std::move(then));
}

void CounterIncidentsPort::noteMailed(IncidentId incident, OrderId order, Then<bool> then)
{
    m_store.ask<bool>(
        [incident, order](Counter& counter) {
            return isDone(foyer::noteMailed(counter, incident, order));
        },
        std::move(then));
}

} // namespace foyer::desktop
