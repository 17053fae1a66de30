// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the conflict desk shows; what it does is in incidents.cpp.

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/incident_sides.h"
#include "core/services/incidents.h"
#include "core/services/offer_cache.h"
#include "core/services/seats.h"
#include "core/storage/order_store.h"

#include <algorithm>
#include <set>

namespace foyer {
namespace {

Error unknownIncident()
{
    return refused("unknown_incident",
                   "There is no such incident here any more. Look at the list again.", "incident");
}

/// The id that begins as `text` does and goes on as `rest` does; nothing: none begins so.
std::optional<Uuid> completed(const std::string& text, const std::string& rest)
{
    return text.size() < rest.size() ? Uuid::fromText(text + rest.substr(text.size()))
                                     : std::nullopt;
}

/// What was done to it is kept when an incident is gone.
KnownIncident remembered(const HandledIncident& act)
{
    return {incidentId(act.body.kind, act.body.subject),
            act.body.kind,
            act.body.subject,
            {act.at, act.body.facts, act.body.size},
            false};
}

} // namespace

Result<KnownIncident> knownIncident(Counter& counter, IncidentId id)
{
    auto found = readIncident(counter.database(), counter.organizer(), id);
    return found ? Result<KnownIncident>{*std::move(found)} : unknownIncident();
}

Result<std::vector<Incident>> openIncidents(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<Incident>> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        std::vector<Incident> open;
        for (const KnownIncident& each : readOpenIncidents(counter.database(), counter.organizer(),
                                                           static_cast<std::int64_t>(limit))) {
            open.push_back(incidentShown(counter, each));
        }
        std::ranges::stable_sort(open, std::greater{},
                                 [](const Incident& each) { return each.at.ms; });
        return open;
    });
}

Result<std::int64_t> openIncidentCount(Counter& counter)
{
    return guarded([&]() -> Result<std::int64_t> {
        return counter.access().may(Permission::ResolveIncidents)
            ? countOpenIncidents(counter.database(), counter.organizer())
            : 0;
    });
}

Result<std::vector<Incident>> settledIncidents(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<Incident>> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        std::vector<Incident> settled;
        std::set<IncidentId> seen;
        for (const HandledIncident& act :
             readLatestIncidentActs(counter.database(), counter.organizer(),
                                    static_cast<std::int64_t>(limit))) {
            const KnownIncident before = remembered(act);
            if (act.body.act == IncidentAct::Mailed || !seen.insert(before.id).second) {
                continue;
            }
            const auto still = readIncident(counter.database(), counter.organizer(), before.id);
            if (!still || !still->isOpen) {
                settled.push_back(incidentShown(counter, still.value_or(before)));
                settled.back().isThere = still.has_value();
            }
        }
        return settled;
    });
}

Result<Incident> incidentOf(Counter& counter, IncidentId id)
{
    return guarded([&]() -> Result<Incident> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        if (const auto found = knownIncident(counter, id)) {
            return incidentShown(counter, *found);
        }
        const auto acts = readIncidentActs(counter.database(), counter.organizer(), id);
        if (acts.empty()) {
            return unknownIncident();
        }
        Incident gone = incidentShown(counter, remembered(acts.back()));
        gone.isThere = false;
        return gone;
    });
}

Result<IncidentId> incidentNamed(Counter& counter, const std::string& text)
{
    return guarded([&]() -> Result<IncidentId> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        if (const auto whole = Uuid::fromText(text)) {
            return IncidentId{*whole};
        }
        constexpr std::size_t kPrefixMin = 6;
        const auto first = completed(text, "00000000-0000-0000-0000-000000000000");
        const auto last = completed(text, "ffffffff-ffff-ffff-ffff-ffffffffffff");
        const auto meant = text.size() >= kPrefixMin && first && last
            ? readIncidentsBetween(counter.database(), counter.organizer(), IncidentId{*first},
                                   IncidentId{*last})
            : std::vector<IncidentId>{};
        if (meant.size() > 1) {
            return refused("ambiguous_incident",
                           "Several incidents begin with " + text + ". Write more of the id.",
                           "incident");
        }
        return meant.empty() ? Result<IncidentId>{unknownIncident()} : meant.front();
    });
}

Result<std::vector<SeatSuggestion>> comparableSeats(Counter& counter, TicketId id,
                                                    std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<SeatSuggestion>> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        const auto ticket = readTicket(counter.database(), counter.organizer(), id);
        if (!ticket) {
            return refused("unknown_ticket", "This ticket is not known here.", "ticket");
        }
        const auto selling = counter.offers().offer(ticket->performance);
        if (!ticket->seat || !selling || !selling->offer.plan ||
            *ticket->seat >= selling->offer.plan->seats.size()) {
            return std::vector<SeatSuggestion>{};
        }
        const SeatingPlan& plan = *selling->offer.plan;
        const auto states = seatStates(counter, ticket->performance);
        if (!states) {
            return states.error();
        }
        const Seat& own = plan.seats[*ticket->seat];
        // Places for wheelchairs are kept for those who need them.
        constexpr int kKept =
            static_cast<int>(SeatTrait::Accessible) | static_cast<int>(SeatTrait::Companion);
        std::vector<std::pair<double, SeatNumber>> near;
        for (SeatNumber seat = 0; seat < plan.seats.size(); ++seat) {
            const Seat& other = plan.seats[seat];
            const PriceCategory* category = selling->offer.categoryOfSeat(seat);
            if ((*states)[seat] != SeatState::Free || category == nullptr ||
                category->id != ticket->category ||
                (own.traits & kKept) != (other.traits & kKept)) {
                continue;
            }
            const double dx = static_cast<double>(other.at.x) - static_cast<double>(own.at.x);
            const double dy = static_cast<double>(other.at.y) - static_cast<double>(own.at.y);
            // One seeks one's seat along the row: the next row is farther than it looks on the
            // plan.
            constexpr double kOtherRow = 2;
            near.emplace_back((dx * dx + dy * dy) * (other.row == own.row ? 1 : kOtherRow), seat);
        }
        std::ranges::sort(near);
        near.resize(std::min(near.size(), limit));
        const auto best = bestSeats(counter,
                                    {.performance = ticket->performance,
                                     .count = 1,
                                     .category = ticket->category,
                                     .alreadyChosen = {},
                                     .accessible = own.has(SeatTrait::Accessible)});
        std::vector<SeatSuggestion> suggestions;
        for (const auto& [distance, seat] : near) {
            suggestions.push_back({seat, plan.seatLabel(seat), best && best->front() == seat,
                                   plan.seats[seat].row == own.row});
        }
        const bool isBestAmong =
            std::ranges::any_of(suggestions, [](const SeatSuggestion& s) { return s.isBest; });
        if (best && !isBestAmong && limit > 0) {
            suggestions.push_back({best->front(), plan.seatLabel(best->front()), true,
                                   plan.seats[best->front()].row == own.row});
        }
        return suggestions;
    });
}

} // namespace foyer
