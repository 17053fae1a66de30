// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/catalogue.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/quota_writing.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

/// What a season refers to by name, looked up once; and the ids that names get during the import.
class SeasonImport {
public:
    SeasonImport(Counter& counter, Journal::Act& act) : m_counter{counter}, m_act{act} {}

    Result<SeasonImported> run(const Season& season)
    {
        readKnown();
        for (const SeasonVenue& venue : season.venues) {
            addVenue(venue);
        }
        for (const SeasonTax& tax : season.taxes) {
            addTax(tax);
        }
        SeasonImported imported;
        for (const SeasonEvent& event : season.events) {
            if (auto added = addEvent(event); !added) {
                return std::move(added).error();
            }
            ++imported.events;
            imported.performances += event.performances.size();
        }
        return imported;
    }

private:
    /// Ids of one event's categories and types, by name.
    struct EventNames {
        Event event;
        std::map<std::string, CategoryId> categories;
        std::map<std::string, TicketTypeId> types;
    };

    Uuid freshId() { return Uuid::v7(m_counter.clock().now(), m_counter.random()); }

    static Error unknown(const char* code, const std::string& what, const std::string& name,
                         const std::string& where)
    {
        Error error = badInput(code,
                               "\"" + name + "\" is not a " + what +
                                   " that is known. Add it "
                                   "first, or correct the name.",
                               where);
        error.facts = {name};
        return error;
    }

    void readKnown()
    {
        Database& database = m_counter.database();
        const auto byName = [&](const char* kind, auto& into) {
            readEntities(database, m_counter.organizer(), kind,
                         [&](const Uuid& id, const Entity& entity) {
                             into.emplace(entity.text("name"), id);
                         });
        };
        byName("venue", m_venues);
        byName("tax", m_taxes);
        byName("plan", m_plans);
    }

    void addVenue(const SeasonVenue& venue)
    {
        if (m_venues.contains(venue.name)) {
            return;
        }
        const Uuid id = freshId();
        m_venues.emplace(venue.name, id);
        m_act.append(kind::kVenueEdited,
                     encode(editOf(Venue{VenueId{id}, venue.name, venue.address, venue.timeZone})));
    }

    void addTax(const SeasonTax& tax)
    {
        if (m_taxes.contains(tax.name)) {
            return;
        }
        const Uuid id = freshId();
        m_taxes.emplace(tax.name, id);
        m_act.append(kind::kTaxEdited,
                     encode(editOf(Tax{TaxId{id}, tax.name, tax.rateMilliPercent, tax.inclusive})));
    }

    Result<TaxId> taxNamed(const std::string& name, const std::string& where) const
    {
        if (name.empty()) {
            return TaxId{};
        }
        const auto found = m_taxes.find(name);
        return found != m_taxes.end() ? Result<TaxId>{TaxId{found->second}}
                                      : unknown("unknown_tax", "tax", name, where);
    }

    Result<void> addEvent(const SeasonEvent& event)
    {
        const auto venue = m_venues.find(event.venue);
        if (venue == m_venues.end()) {
            return unknown("unknown_venue", "venue", event.venue, event.name + ", venue");
        }
        EventNames names{
            Event{EventId{freshId()}, VenueId{venue->second}, event.name, event.subtitle}, {}, {}};
        m_act.append(kind::kEventEdited, encode(editOf(names.event)));
        for (const std::string& name : event.categories) {
            const CategoryId id{freshId()};
            const auto rank = static_cast<std::int64_t>(names.categories.size());
            names.categories.emplace(name, id);
            m_act.append(kind::kCategoryEdited,
                         encode(editOf(PriceCategory{id, names.event.id, name, rank})));
        }
        if (auto types = addTypes(event, names); !types) {
            return types;
        }
        if (auto fees = addFees(event, names); !fees) {
            return fees;
        }
        for (const SeasonPerformance& performance : event.performances) {
            if (auto added = addPerformance(performance, names); !added) {
                return added;
            }
        }
        return {};
    }

    Result<void> addTypes(const SeasonEvent& event, EventNames& names)
    {
        for (const SeasonType& type : event.types) {
            auto tax = taxNamed(type.taxName, event.name + ", " + type.name + ", tax");
            if (!tax) {
                return std::move(tax).error();
            }
            TicketType added{.id = TicketTypeId{freshId()},
                             .event = names.event.id,
                             .name = type.name,
                             .rank = static_cast<std::int64_t>(names.types.size()),
                             .tax = *tax,
                             .prices = {},
                             .orderMax = type.orderMax,
                             .onSaleFrom = type.onSaleFrom,
                             .onSaleUntil = type.onSaleUntil};
            for (const auto& [category, minor] : type.prices) {
                const auto known = names.categories.find(category);
                if (known == names.categories.end()) {
                    return unknown("unknown_category", "category of this event", category,
                                   event.name + ", " + type.name + ", price");
                }
                added.prices.emplace(known->second, minor);
            }
            names.types.emplace(type.name, added.id);
            m_act.append(kind::kTicketTypeEdited, encode(editOf(added)));
        }
        return {};
    }

    Result<void> addFees(const SeasonEvent& event, const EventNames& names)
    {
        for (const SeasonFee& fee : event.fees) {
            auto tax = taxNamed(fee.taxName, event.name + ", " + fee.name + ", tax");
            if (!tax) {
                return std::move(tax).error();
            }
            m_act.append(kind::kFeeEdited,
                         encode(editOf(Fee{FeeId{freshId()}, names.event.id, fee.name, fee.per,
                                           fee.amount, fee.milliPercent, *tax})));
        }
        return {};
    }

    /// How many places a plan has for sale in this event: seats and standing places of priced
    /// categories.
    static std::int64_t placesIn(const SeatingPlan& plan, const EventNames& names)
    {
        std::int64_t places = 0;
        const auto priced = [&](std::uint32_t category) {
            return names.categories.contains(plan.categories[category].name);
        };
        for (const Seat& seat : plan.seats) {
            places += !seat.retired && priced(seat.category) ? 1 : 0;
        }
        for (const StandingArea& area : plan.areas) {
            places += priced(area.category) ? area.capacity : 0;
        }
        return places;
    }

    Result<void> addPerformance(const SeasonPerformance& wanted, const EventNames& names)
    {
        const std::string where = names.event.name + ", " + toRfc3339(wanted.startsAt);
        Performance performance{PerformanceId{freshId()}, names.event.id, wanted.startsAt};
        performance.doorsAt = wanted.doorsAt;
        performance.timeZone = wanted.timeZone;
        performance.onSaleFrom = wanted.onSaleFrom;
        performance.onSaleUntil = wanted.onSaleUntil;
        std::shared_ptr<const SeatingPlan> plan;
        if (!wanted.planName.empty()) {
            const auto known = m_plans.find(wanted.planName);
            if (known == m_plans.end()) {
                return unknown("unknown_plan", "seating plan", wanted.planName, where + ", plan");
            }
            performance.plan = PlanId{known->second};
            plan = m_counter.offers().plan(*performance.plan);
        }
        const std::int64_t places = plan ? placesIn(*plan, names) : 0;
        const std::int64_t capacity = wanted.capacity > 0 ? wanted.capacity : places;
        if (capacity <= 0) {
            return badInput(
                "bad_season",
                "Say how many tickets may be sold: capacity is missing, and there is no "
                "plan whose categories have prices.",
                where + ", capacity");
        }
        m_act.append(kind::kPerformanceEdited, encode(editOf(performance)));
        if (plan) {
            if (auto leased =
                    m_counter.authority().leaseAllSeats(m_act, performance.id, seatsThere(*plan));
                !leased) {
                return leased;
            }
        }
        return addQuotas(wanted, performance, names, plan.get(), capacity, where);
    }

    Result<void> addQuotas(const SeasonPerformance& wanted, const Performance& performance,
                           const EventNames& names, const SeatingPlan* plan, std::int64_t capacity,
                           const std::string& where)
    {
        std::vector<Quota> quotas{
            Quota{QuotaId{freshId()}, performance.id, names.event.name, capacity, {}, {}}};
        const auto standing =
            plan != nullptr ? standingByCategory(*plan) : std::map<std::string, std::int64_t>{};
        for (const auto& [category, places] : standing) {
            // Seats limit themselves; a standing area needs its own limit.
            if (const auto known = names.categories.find(category);
                known != names.categories.end()) {
                quotas.push_back(Quota{
                    QuotaId{freshId()}, performance.id, category, places, {}, {known->second}});
            }
        }
        for (const SeasonQuota& limit : wanted.quotas) {
            Quota quota{QuotaId{freshId()}, performance.id, limit.name, limit.capacity, {}, {}};
            for (const std::string& type : limit.typeNames) {
                const auto known = names.types.find(type);
                if (known == names.types.end()) {
                    return unknown("unknown_type", "ticket type of this event", type,
                                   where + ", quota");
                }
                quota.types.insert(known->second);
            }
            for (const std::string& category : limit.categoryNames) {
                const auto known = names.categories.find(category);
                if (known == names.categories.end()) {
                    return unknown("unknown_category", "category of this event", category,
                                   where + ", quota");
                }
                quota.categories.insert(known->second);
            }
            quotas.push_back(std::move(quota));
        }
        for (const Quota& quota : quotas) {
            m_act.append(kind::kQuotaEdited, encode(editOf(quota)));
            if (!m_counter.authority().isHere()) {
                continue; // the rights of what is new are the authority's
            }
            if (auto granted = m_counter.authority().topUp(m_act, quota, quota.capacity);
                !granted) {
                return granted;
            }
        }
        return {};
    }

    Counter& m_counter;
    Journal::Act& m_act;
    std::map<std::string, Uuid> m_venues;
    std::map<std::string, Uuid> m_taxes;
    std::map<std::string, Uuid> m_plans;
};

} // namespace

Result<SeasonImported> importSeason(Counter& counter, const Season& season)
{
    return guarded([&]() -> Result<SeasonImported> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{counter.journal(), *permit};
        auto imported = SeasonImport{counter, act}.run(season);
        if (!imported) {
            return imported; // the act rolls back: a bad season changes nothing
        }
        act.commit();
        counter.noteHead();
        counter.offers().clear();
        return imported;
    });
}

} // namespace foyer
