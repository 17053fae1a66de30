// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/incidents/incidents_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the conflict desk asks for, over the store thread.
class CounterIncidentsPort final : public ui::IncidentsPort {
public:
    explicit CounterIncidentsPort(StoreThread& store) : m_store{store} {}

    void read(Then<ui::IncidentsSnapshot> then) override;
    void countOpen(Then<int> then) override;
    void suggestSeats(TicketId ticket, Then<std::vector<SeatSuggestion>> then) override;
    void accept(IncidentId incident, const std::string& reason, Then<bool> then) override;
    void choose(IncidentId incident, const Uuid& side, const std::string& reason,
                Then<bool> then) override;
    void reseat(const ReseatRequest& request, Then<bool> then) override;
    void planRefund(const IncidentRefund& request, Then<AfterSalePlan> then) override;
    void refund(const IncidentRefund& request, Then<bool> then) override;
    void contact(IncidentId incident, OrderId order, Then<CustomerContact> then) override;
    void noteMailed(IncidentId incident, OrderId order, Then<bool> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
