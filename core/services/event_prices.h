// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue_changes.h"

#include <vector>

namespace foyer {

class Counter;

/// What an event costs: categories, ticket types, the grid of prices, fees; see event_editing.h for
/// what holds everywhere. Names are unique among those of the event that are not off (name_taken).
/// Nothing is deleted, since something may be sold of it: it is taken off.

/// Adds a category; one of a plan is added with the date that has the plan. Refuses besides with
/// unknown_event.
Result<CategoryId> addCategory(Counter& counter, EventId event, const CategoryChange& category);
Result<void> editCategory(Counter& counter, CategoryId category, const CategoryChange& change);

/// Adds a ticket type behind those that there are. Refuses besides with unknown_event, unknown_tax.
Result<TicketTypeId> addType(Counter& counter, EventId event, const TypeChange& type);
/// `isOff` withdraws it: tickets that were sold stay valid.
Result<void> editType(Counter& counter, TicketTypeId type, const TypeChange& change);

/// Sets cells of the grid, all or none. What a cart showed is what is charged: a sale at another
/// price than was told is refused with price_changed. Refuses besides with unknown_type,
/// unknown_category, unknown_date (of another event; `where`: "cells[3]").
Result<void> setPrices(Counter& counter, EventId event, const std::vector<PriceCell>& cells);

/// Adds a fee; it is of each order unless said otherwise. Refuses besides with unknown_event,
/// unknown_tax.
Result<FeeId> addFee(Counter& counter, EventId event, const FeeChange& fee);
Result<void> editFee(Counter& counter, FeeId fee, const FeeChange& change);

} // namespace foyer
