// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/quota_writing.h"

#include "core/domain/rights/rights.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {

std::map<std::string, CategoryId> categoryIds(Counter& counter, EventId event)
{
    std::map<std::string, CategoryId> ids;
    readChildren(counter.database(), counter.organizer(), "category", event.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     ids.emplace(entity.text("name"), CategoryId{id});
                 });
    return ids;
}

void addPlanCategories(CatalogueWork& work, EventId event, const SeatingPlan& plan,
                       std::map<std::string, CategoryId>& categories)
{
    for (const PlanCategory& category : plan.categories) {
        if (!categories.contains(category.name)) {
            const CategoryId id{work.newId()};
            const auto rank = static_cast<std::int64_t>(categories.size());
            work.edit(kind::kCategoryEdited, editOf(PriceCategory{id, event, category.name, rank}));
            categories.emplace(category.name, id);
        }
    }
}

std::int64_t placesIn(const SeatingPlan& plan)
{
    return std::int64_t{plan.seatCount()} + plan.standingCount();
}

std::map<std::string, std::int64_t> standingByCategory(const SeatingPlan& plan)
{
    std::map<std::string, std::int64_t> standing;
    for (const StandingArea& area : plan.areas) {
        standing[plan.categories[area.category].name] += area.capacity;
    }
    return standing;
}

std::vector<Quota> standingQuotas(CatalogueWork& work, PerformanceId date, const SeatingPlan* plan,
                                  const std::map<std::string, CategoryId>& categories)
{
    std::vector<Quota> quotas;
    if (plan == nullptr) {
        return quotas;
    }
    for (const auto& [category, places] : standingByCategory(*plan)) {
        quotas.push_back(
            Quota{QuotaId{work.newId()}, date, category, places, {}, {categories.at(category)}});
    }
    return quotas;
}

Result<void> writeNewQuota(CatalogueWork& work, const Quota& quota)
{
    work.edit(kind::kQuotaEdited, editOf(quota));
    RightsAuthority& authority = work.counter().authority();
    return authority.isHere() && quota.capacity > 0
        ? authority.topUp(work.act(), quota, quota.capacity)
        : Result<void>{};
}

Result<void> writeCapacity(CatalogueWork& work, Quota quota, std::int64_t capacity)
{
    Counter& counter = work.counter();
    const std::int64_t granted = readGranted(counter.database(), counter.organizer(), quota.id);
    const HeldRights held =
        readRights(counter.database(), counter.organizer(), quota.id, counter.replica());
    quota.capacity = capacity;
    work.edit(kind::kQuotaEdited, {quota.id.uuid, {{"capacity", capacity}}});
    const std::int64_t returned = std::min(granted - capacity, held.left());
    if (returned > 0) {
        work.act().append(kind::kAllotmentReturned,
                          encode(Allotment{quota.id, counter.replica(), returned}));
    }
    return counter.authority().isHere() && granted < capacity
        ? counter.authority().topUp(work.act(), quota, capacity - granted)
        : Result<void>{};
}

} // namespace foyer
