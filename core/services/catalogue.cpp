// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/catalogue.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/catalogue/event_state.h"
#include "core/domain/seating/plan_background.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/plan_fields.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/performance_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace foyer {
namespace {

constexpr std::size_t kIdPrefixMin = 6;
constexpr std::int64_t kEndedAfterMs = 4 * 3'600'000; // a performance is listed until it is over

Error unknownPerformance(const std::string& text)
{
    return refused("unknown_performance",
                   "There is no performance \"" + text + "\". foyer-cli performances lists them.",
                   "performance");
}

bool containsAll(const std::string& text, const std::string& foldedSearch)
{
    std::size_t from = 0;
    while ((from = foldedSearch.find_first_not_of(' ', from)) != std::string::npos) {
        const std::size_t end = std::min(foldedSearch.find(' ', from), foldedSearch.size());
        if (text.find(foldedSearch.substr(from, end - from)) == std::string::npos) {
            return false;
        }
        from = end;
    }
    return true;
}

/// Events and venues, read once per list rather than once per performance.
struct Names {
    std::unordered_map<EventId, Event> events;
    std::unordered_map<VenueId, Venue> venues;
};

Names readNames(Counter& counter)
{
    Names names;
    readEntities(counter.database(), counter.organizer(), "event",
                 [&](const Uuid& id, const Entity& entity) {
                     if (auto event = eventFrom(id, entity)) {
                         names.events.emplace(event->id, *std::move(event));
                     }
                 });
    readEntities(counter.database(), counter.organizer(), "venue",
                 [&](const Uuid& id, const Entity& entity) {
                     if (auto venue = venueFrom(id, entity)) {
                         names.venues.emplace(venue->id, *std::move(venue));
                     }
                 });
    return names;
}

/// Capacity and what is left, from the quota over everything of each performance.
struct Stock {
    std::int64_t capacity = 0;
    std::int64_t left = 0;
};

std::unordered_map<PerformanceId, Stock> readStock(Counter& counter, Instant from)
{
    std::unordered_map<QuotaId, std::int64_t> left;
    readRightsFrom(counter.database(), counter.organizer(), counter.replica(), from,
                   [&](QuotaId quota, std::int64_t rights) { left.emplace(quota, rights); });
    // What nobody holds can be fetched while the authority can be asked.
    const bool isWithinReach = counter.authority().isWithinReach();
    std::unordered_map<QuotaId, std::int64_t> granted;
    if (isWithinReach) {
        readHandedOutFrom(counter.database(), counter.organizer(), from,
                          [&](QuotaId quota, const HandedOut& rights) {
                              granted.emplace(quota, rights.granted);
                          });
    }
    std::unordered_map<PerformanceId, Stock> stock;
    readQuotasFrom(counter.database(), counter.organizer(), from,
                   [&](const Uuid& id, const Entity& entity) {
                       const auto quota = quotaFrom(id, entity);
                       if (quota && quota->types.empty() && quota->categories.empty()) {
                           const auto held = left.find(quota->id);
                           const std::int64_t free =
                               isWithinReach ? quota->capacity - granted[quota->id] : 0;
                           stock[quota->performance] = {quota->capacity,
                                                        (held != left.end() ? held->second : 0) +
                                                            std::max<std::int64_t>(free, 0)};
                       }
                   });
    return stock;
}

PerformanceSummary summaryOf(const Performance& performance, const Event& event, const Venue& venue,
                             const Stock& stock, Instant now)
{
    const bool open = (!performance.onSaleFrom || now >= *performance.onSaleFrom) &&
        (!performance.onSaleUntil || now < *performance.onSaleUntil);
    return {.id = performance.id,
            .event = event.name,
            .subtitle = event.subtitle,
            .venue = venue.name,
            .startsAt = performance.startsAt,
            .timeZone = performance.timeZone,
            .capacity = stock.capacity,
            .left = stock.left,
            .seated = performance.plan.has_value(),
            .onSale = open && !saleStop(event, performance),
            .cancelled = performance.state == Performance::State::Cancelled ||
                event.state == EventState::Cancelled,
            .postponed = performance.state == Performance::State::Postponed ||
                event.state == EventState::Postponed};
}

} // namespace

Result<std::vector<PerformanceSummary>> performances(Counter& counter, Instant from,
                                                     const std::string& search)
{
    return guarded([&]() -> Result<std::vector<PerformanceSummary>> {
        const Names names = readNames(counter);
        const auto stock = readStock(counter, from);
        const std::string wanted = foldedForSearch(search);
        const Instant now = counter.clock().now();
        std::vector<PerformanceSummary> list;
        readPerformancesFrom(
            counter.database(), counter.organizer(), from,
            [&](const Uuid& id, const Entity& entity) {
                const auto performance = performanceFrom(id, entity);
                const auto event =
                    performance ? names.events.find(performance->event) : names.events.end();
                if (event == names.events.end() || !isListed(event->second.state)) {
                    return;
                }
                const auto venue = names.venues.find(event->second.venue);
                const Venue& place = venue != names.venues.end() ? venue->second : Venue{};
                const std::string text = foldedForSearch(event->second.name + " " +
                                                         event->second.subtitle + " " + place.name);
                if (!containsAll(text, wanted)) {
                    return;
                }
                const auto rights = stock.find(performance->id);
                list.push_back(summaryOf(*performance, event->second, place,
                                         rights != stock.end() ? rights->second : Stock{}, now));
            });
        return list;
    });
}

Result<std::shared_ptr<const Offer>> offerOf(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::shared_ptr<const Offer>> {
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownPerformance(performance.text());
        }
        if (selling->offer.hasPriceSteps()) {
            return std::make_shared<const Offer>(selling->offer.shownAt(counter.clock().now()));
        }
        return std::shared_ptr<const Offer>{selling, &selling->offer};
    });
}

Result<PerformanceId> performanceNamed(Counter& counter, const std::string& text)
{
    const Instant from{counter.clock().now().ms - kEndedAfterMs};
    if (const auto id = Uuid::fromText(text)) {
        const auto offer = offerOf(counter, PerformanceId{*id});
        return offer ? Result<PerformanceId>{PerformanceId{*id}} : unknownPerformance(text);
    }
    const auto all = performances(counter, from);
    if (!all) {
        return all.error();
    }
    std::vector<const PerformanceSummary*> byId;
    const PerformanceSummary* byName = nullptr;
    const std::string folded = foldedForSearch(text);
    for (const PerformanceSummary& performance : *all) {
        // The tail of a UUIDv7 is its random part: what tells two performances apart.
        const std::string id = performance.id.text();
        if (text.size() >= kIdPrefixMin && (id.starts_with(text) || id.ends_with(text))) {
            byId.push_back(&performance);
        }
        if (byName == nullptr && foldedForSearch(performance.event) == folded) {
            byName = &performance;
        }
    }
    if (byId.size() > 1) {
        Error error =
            refused("ambiguous_performance",
                    "Several performances have an id like \"" + text + "\". Type more of it.",
                    "performance");
        for (const PerformanceSummary* choice : byId) {
            error.facts.push_back(choice->id.text());
        }
        return error;
    }
    if (byId.size() == 1) {
        return byId.front()->id;
    }
    return byName != nullptr ? Result<PerformanceId>{byName->id} : unknownPerformance(text);
}

Result<std::vector<StoredPlan>> plans(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<StoredPlan>> {
        std::vector<StoredPlan> stored;
        readEntities(counter.database(), counter.organizer(), "plan",
                     [&](const Uuid& id, const Entity& entity) {
                         stored.push_back({PlanId{id}, entity.text("name"), entity.integer("seats"),
                                           entity.integer("standing"), entity.flag("archived")});
                     });
        std::ranges::sort(stored, {}, &StoredPlan::name);
        return stored;
    });
}

Result<PlanId> importPlan(Counter& counter, const SeatingPlan& plan)
{
    return guarded([&]() -> Result<PlanId> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        if (auto sound = checkPlanSound(plan); !sound) {
            return std::move(sound).error();
        }
        const auto known = plans(counter);
        if (!known) {
            return known.error();
        }
        if (std::ranges::find(*known, plan.name, &StoredPlan::name) != known->end()) {
            Error error =
                refused("plan_known",
                        "There is a plan \"" + plan.name +
                            "\" already. Give the new one "
                            "another name, so that tickets sold on the old one keep their seats.",
                        "name");
            error.facts = {plan.name};
            return error;
        }
        const PlanId id{Uuid::v7(counter.clock().now(), counter.random())};
        Journal::Act act{counter.journal(), *permit};
        auto fields = planFields(plan);
        if (!plan.background) {
            fields.erase(kBackgroundField);
        }
        notePictureOf(counter.database(), counter.organizer(), plan);
        act.append(kind::kPlanEdited, encode(EntityEdited{id.uuid, std::move(fields)}));
        act.commit();
        counter.noteHead();
        counter.offers().clear();
        return id;
    });
}

} // namespace foyer
