// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/catalogue_editing.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace foyer {

/// Parts of verbs that make or change limits. Where this counter is the authority, it gives itself
/// the rights of what is new; else they are the authority's, and are fetched when they are needed.
/// All throw StorageFailure.

/// The categories of an event by their names.
std::map<std::string, CategoryId> categoryIds(Counter& counter, EventId event);
/// Adds what categories a plan has and the event does not, in the plan's order.
void addPlanCategories(CatalogueWork& work, EventId event, const SeatingPlan& plan,
                       std::map<std::string, CategoryId>& categories);
/// Seats and standing places of a plan.
std::int64_t placesIn(const SeatingPlan& plan);
/// The standing places of a plan by the names of their categories.
std::map<std::string, std::int64_t> standingByCategory(const SeatingPlan& plan);
/// A limit for each category with standing areas: seats limit themselves. Not written yet.
std::vector<Quota> standingQuotas(CatalogueWork& work, PerformanceId date, const SeatingPlan* plan,
                                  const std::map<std::string, CategoryId>& categories);

/// Writes a quota that is new.
Result<void> writeNewQuota(CatalogueWork& work, const Quota& quota);
/// Sets the capacity of one that is there. Raised, the authority here gives itself the rest. Cut
/// below what was granted, this counter gives back what it has not spent; what others hold stays
/// good until they return it.
Result<void> writeCapacity(CatalogueWork& work, Quota quota, std::int64_t capacity);

} // namespace foyer
