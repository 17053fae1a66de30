// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/sales_report.h"
#include "core/domain/sales/after_sale_requests.h"
#include "core/domain/sales/cart.h"
#include "core/services/access_control.h"

#include <vector>

namespace foyer {

class Counter;

/// Which events an act is about, for AccessControl: people who were asked to help with one event
/// may sell, let in, refund and report there, and nowhere else. What is passed must outlive the
/// answer; each of them throws StorageFailure when it is asked.

EventsConcerned eventOnly(EventId event);
EventsConcerned eventOf(Counter& counter, PerformanceId performance);
EventsConcerned eventOf(Counter& counter, TicketId ticket);
EventsConcerned eventOf(Counter& counter, QuotaId quota);
/// Of a category, a ticket type or a fee.
EventsConcerned eventOfPart(Counter& counter, const char* kind, const Uuid& id);
/// Those of all tickets of a cart. A gift card or a donation in it is the house's: then none.
EventsConcerned eventsIn(Counter& counter, const Cart& cart);
/// Those of all tickets of an order, the void ones too.
EventsConcerned eventsOf(Counter& counter, OrderId order);
/// Those of the order, and those that its tickets are exchanged for.
EventsConcerned eventsOf(Counter& counter, const ExchangeRequest& request);
/// Of what belongs to no event yet, such as a picture that is being added: one in which the
/// operator may, where there is one.
EventsConcerned anyEventWhereMay(Counter& counter, Permission permission);
/// What whoever may do so in some event may read of the house: its venues, its taxes. Refuses as
/// AccessControl::require() does.
Result<void> requireForSomeEvent(Counter& counter, Permission permission);
/// Those that a report is about.
EventsConcerned eventsOf(Counter& counter, const ReportScope& scope);

} // namespace foyer
