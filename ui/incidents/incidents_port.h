// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/incidents/incident_view.h"
#include "core/domain/sales/after_sale_requests.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

struct IncidentsSnapshot {
    std::vector<Incident> open;    ///< the latest first
    std::vector<Incident> settled; ///< dealt with, the latest first
};

/// The conflict desk's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once. What changes something is durable then.
class IncidentsPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~IncidentsPort() = default;

    virtual void read(Then<IncidentsSnapshot> then) = 0;
    /// How many are open; 0 where the operator may not deal with them.
    virtual void countOpen(Then<int> then) = 0;
    /// Free seats of the same category for a ticket, the nearest first.
    virtual void suggestSeats(TicketId ticket, Then<std::vector<SeatSuggestion>> then) = 0;
    virtual void accept(IncidentId incident, const std::string& reason, Then<bool> then) = 0;
    virtual void choose(IncidentId incident, const Uuid& side, const std::string& reason,
                        Then<bool> then) = 0;
    virtual void reseat(const ReseatRequest& request, Then<bool> then) = 0;
    /// What a refund would do to tickets and money; changes nothing.
    virtual void planRefund(const IncidentRefund& request, Then<AfterSalePlan> then) = 0;
    virtual void refund(const IncidentRefund& request, Then<bool> then) = 0;
    virtual void contact(IncidentId incident, OrderId order, Then<CustomerContact> then) = 0;
    /// Notes that the customer was written to.
    virtual void noteMailed(IncidentId incident, OrderId order, Then<bool> then) = 0;

protected:
    IncidentsPort() = default;
    IncidentsPort(const IncidentsPort&) = default;
    IncidentsPort& operator=(const IncidentsPort&) = default;
};

} // namespace foyer::ui
