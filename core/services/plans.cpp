// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/plans.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/seating/plan_background.h"
#include "core/domain/seating/plan_editing/drawing.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/plan_fields.h"
#include "core/services/plan_rights.h"
#include "core/services/quota_writing.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/event_store.h"
#include "core/storage/held_store.h"
#include "core/storage/picture_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <functional>

namespace foyer {
namespace {

constexpr std::size_t kSeatsNamedMax = 200;

Error unknownPlan(const std::string& name)
{
    return refused("unknown_plan",
                   "There is no seating plan \"" + name + "\". foyer-cli plan list shows them.",
                   "plan");
}

Result<Entity> planEntity(Counter& counter, PlanId plan)
{
    auto entity = readEntity(counter.database(), counter.organizer(), "plan", plan.uuid);
    if (!entity || entity->bytes("content").empty()) {
        return unknownPlan(plan.text());
    }
    return *std::move(entity);
}

Result<void> checkNameFree(Counter& counter, PlanId plan, const std::string& name)
{
    if (name.empty()) {
        return badInput("name_missing", "Say the name of the plan.", "name");
    }
    const auto known = plans(counter);
    if (!known) {
        return known.error();
    }
    for (const StoredPlan& each : *known) {
        if (each.name == name && each.id != plan) {
            Error error =
                refused("plan_known",
                        "There is a plan \"" + name + "\" already. Choose another name.", "name");
            error.facts = {name};
            return error;
        }
    }
    return {};
}

/// Writes an edit of a plan, once somebody may and it is sound.
Result<void> editPlan(Counter& counter, PlanId plan, std::map<std::string, FieldValue> fields,
                      const std::function<Result<void>()>& check)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    const auto permit = counter.access().permit(Permission::EditCatalogue);
    if (!permit) {
        return permit.error();
    }
    if (auto known = planEntity(counter, plan); !known) {
        return std::move(known).error();
    }
    if (auto sound = check(); !sound) {
        return sound;
    }
    Journal::Act act{counter.journal(), *permit};
    appendEdit(act, counter.database(), counter.organizer(), kind::kPlanEdited,
               {plan.uuid, std::move(fields)});
    act.commit();
    counter.noteHead();
    counter.offers().clearPlans();
    return {};
}

/// Removed and renamed seats that somebody has a right to be found at.
Result<void> checkNobodySits(const SeatingPlan& before, const PlanDifference& difference,
                             const PlanUse& use)
{
    std::vector<SeatNumber> taken;
    for (const auto* seats : {&difference.removed, &difference.renamed}) {
        std::ranges::copy_if(*seats, std::back_inserter(taken),
                             [&](SeatNumber seat) { return use.taken.contains(seat); });
    }
    if (taken.empty()) {
        return {};
    }
    std::ranges::sort(taken);
    Error error = refused(
        "seats_taken",
        std::to_string(taken.size()) +
            " seats that the change removes or renames have a ticket, a hold or a reservation, "
            "the first one is " +
            before.seatLabel(taken.front()) +
            ". Keep them as they are, or first move the people to other seats. New position, "
            "category and traits are allowed.",
        "seats");
    for (std::size_t i = 0; i < std::min(taken.size(), kSeatsNamedMax); ++i) {
        error.facts.push_back(before.seatLabel(taken[i]));
    }
    return error;
}

/// A colleague's yes is good for one act: verbs that have asked read by these.
Result<PlanVersion> versionOf(Counter& counter, PlanId plan)
{
    auto entity = planEntity(counter, plan);
    if (!entity) {
        return std::move(entity).error();
    }
    auto decoded = planIn(*entity);
    if (!decoded) {
        return std::move(decoded).error();
    }
    const Entity::Field& content = entity->fields().at("content");
    return PlanVersion{plan,
                       *std::move(decoded),
                       {content.at, content.by},
                       entity->flag("archived")};
}

PlanUse useOf(Counter& counter, PlanId plan)
{
    PlanUse use;
    for (const Performance& performance : comingWithPlan(counter, plan)) {
        const auto selling = counter.offers().offer(performance.id);
        const auto sold = readSoldSeats(counter.database(), counter.organizer(), performance.id);
        auto taken = readHeldSeats(counter.database(), counter.organizer(), performance.id);
        use.performances.push_back(
            {performance.id, selling ? selling->offer.event.name : std::string{},
             performance.startsAt, performance.timeZone, sold.size(), taken.size()});
        taken.insert(taken.end(), sold.begin(), sold.end());
        std::ranges::sort(taken);
        const auto twice = std::ranges::unique(taken);
        taken.erase(twice.begin(), twice.end());
        for (const SeatNumber seat : taken) {
            ++use.taken[seat];
        }
    }
    return use;
}

/// Standing places that somebody has a right to be found at.
Result<void> checkNobodyStands(Counter& counter, PlanId plan, const SeatingPlan& before,
                               const SeatingPlan& next)
{
    const auto room = standingByCategory(next);
    for (const Performance& performance : comingWithPlan(counter, plan)) {
        const auto selling = counter.offers().offer(performance.id);
        if (!selling) {
            continue;
        }
        std::map<CategoryId, std::int64_t> taken;
        for (const TicketGroup& group :
             readTicketGroups(counter.database(), counter.organizer(), performance.id)) {
            taken[group.category] += group.tickets;
        }
        for (const StoredHold& hold :
             readHolds(counter.database(), counter.organizer(), performance.id)) {
            for (const auto& place : hold.places) {
                ++taken[place.category];
            }
        }
        for (const auto& [name, places] : standingByCategory(before)) {
            const auto& categories = selling->offer.categories;
            const auto category = std::ranges::find(categories, name, &PriceCategory::name);
            const auto left = room.find(name);
            const std::int64_t after = left != room.end() ? left->second : 0;
            if (category == categories.end() || after >= places ||
                selling->offer.isSeated(category->id) || taken[category->id] <= after) {
                continue;
            }
            Error error = refused("area_taken",
                                  std::to_string(taken[category->id]) + " places of " + name +
                                      " have a ticket, a hold or a reservation, and the change "
                                      "leaves " +
                                      std::to_string(after) +
                                      ". Leave it as large, or first move the people elsewhere.",
                                  "areas");
            error.facts = {std::to_string(taken[category->id]), name, std::to_string(after)};
            return error;
        }
    }
    return {};
}

} // namespace

Result<PlanVersion> planVersion(Counter& counter, PlanId plan)
{
    return guarded([&]() -> Result<PlanVersion> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        return permit ? versionOf(counter, plan) : permit.error();
    });
}

Result<PlanId> planNamed(Counter& counter, const std::string& name)
{
    const auto known = plans(counter);
    if (!known) {
        return known.error();
    }
    const auto exact = std::ranges::find_if(*known, [&](const StoredPlan& plan) {
        return plan.name == name || plan.id.text() == name;
    });
    if (exact != known->end()) {
        return exact->id;
    }
    const std::string folded = foldedForSearch(name);
    const auto alike = std::ranges::find_if(*known, [&](const StoredPlan& plan) {
        return foldedForSearch(plan.name) == folded;
    });
    return alike != known->end() ? Result<PlanId>{alike->id} : unknownPlan(name);
}

Result<PlanUse> planUse(Counter& counter, PlanId plan)
{
    return guarded([&]() -> Result<PlanUse> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        return permit ? Result<PlanUse>{useOf(counter, plan)} : permit.error();
    });
}

Result<PlanChanged> changePlan(Counter& counter, const PlanChange& change)
{
    return guarded([&]() -> Result<PlanChanged> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        const auto before = versionOf(counter, change.plan);
        if (!before) {
            return before.error();
        }
        if (change.base && *change.base != before->stamp) {
            return refused("plan_outdated",
                           "Somebody saved another version of this plan meanwhile. Open it again "
                           "and repeat the change, or save yours as a new plan.");
        }
        if (auto sound = checkPlanSound(change.next); !sound) {
            return std::move(sound).error();
        }
        const SeatingPlan next = continuedPlan(before->plan, change.next);
        auto fault = structuralFault(next);
        fault = fault ? fault : continuationFault(before->plan, next);
        if (fault) {
            return badInput("bad_plan", "This seating plan cannot be used: " + *fault);
        }
        if (auto free = checkNameFree(counter, change.plan, next.name); !free) {
            return std::move(free).error();
        }
        PlanChanged changed{.difference = differenceOf(before->plan, next)};
        if (auto free =
                checkNobodySits(before->plan, changed.difference, useOf(counter, change.plan));
            !free) {
            return std::move(free).error();
        }
        if (auto free = checkNobodyStands(counter, change.plan, before->plan, next); !free) {
            return std::move(free).error();
        }
        Journal::Act act{counter.journal(), *permit};
        if (next.background != before->plan.background) {
            notePictureOf(counter.database(), counter.organizer(), next);
        }
        appendEdit(act, counter.database(), counter.organizer(), kind::kPlanEdited,
                   {change.plan.uuid, planFields(next)});
        if (auto moved = moveRights(counter, act, {change.plan, before->plan, next}, changed);
            !moved) {
            return std::move(moved).error();
        }
        if (change.dryRun) {
            return changed; // the act ends without its commit
        }
        act.commit();
        counter.noteHead();
        counter.offers().clearPlans();
        return changed;
    });
}

Result<void> renamePlan(Counter& counter, PlanId plan, const std::string& name)
{
    return guarded([&]() -> Result<void> {
        return editPlan(counter, plan, {{"name", name}},
                        [&] { return checkNameFree(counter, plan, name); });
    });
}

Result<void> setPlanBackground(Counter& counter, PlanId plan,
                               const std::optional<PlanBackground>& background)
{
    return guarded([&]() -> Result<void> {
        const auto value = background ? FieldValue{formatPlanBackground(*background)}
                                      : FieldValue{std::monostate{}};
        return editPlan(counter, plan, {{kBackgroundField, value}}, [&]() -> Result<void> {
            if (!background) {
                return {};
            }
            if (auto fault = backgroundFault(*background)) {
                return badInput("bad_background", *std::move(fault), "picture");
            }
            const auto hash = pictureHashFrom(std::string_view{background->sha256});
            if (!readPicture(counter.database(), counter.organizer(), *hash)) {
                return refused("unknown_picture",
                               "This picture is not known here. Add it with foyer-cli picture add.",
                               "picture");
            }
            notePictureSent(counter.database(), counter.organizer(), *hash, std::nullopt);
            return {};
        });
    });
}

Result<PlanId> duplicatePlan(Counter& counter, PlanId plan, const std::string& name)
{
    return guarded([&]() -> Result<PlanId> {
        const auto version = versionOf(counter, plan); // importPlan asks
        if (!version) {
            return version.error();
        }
        if (auto free = checkNameFree(counter, {}, name); !free) {
            return std::move(free).error();
        }
        KeySource keys;
        PlanSketch drawing = drawingOf(version->plan, keys);
        drawing.name = name;
        return importPlan(counter, planOf(drawing));
    });
}

Result<void> archivePlan(Counter& counter, PlanId plan, bool archived)
{
    return guarded([&]() -> Result<void> {
        return editPlan(counter, plan, {{"archived", archived}}, [] { return Result<void>{}; });
    });
}

} // namespace foyer
