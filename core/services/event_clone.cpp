// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_clone.h"

#include "core/calendar/clock_time.h"
#include "core/services/event_reading.h"
#include "core/services/picture_use.h"
#include "core/services/quota_writing.h"
#include "core/services/rights_authority.h"

#include <cstdlib>
#include <map>
#include <set>

namespace foyer {
namespace {

constexpr int kShiftDaysMax = 3'660;

/// Copies one event part by part, and remembers which new part is for which old one.
class EventCopy {
public:
    EventCopy(CatalogueWork& work, const EventDetails& source, const CloneRequest& request)
        : m_work{work}, m_source{source}, m_request{request}, m_event{work.newId()}
    {}

    Result<EventId> run()
    {
        Event event = m_source.event;
        event.id = m_event;
        event.state = EventState::Draft;
        event.name = m_request.name.empty() ? event.name : m_request.name;
        EntityEdited edited = editOf(event);
        edited.fields.merge(pictureFieldsForCopy(m_work, m_source.event.id));
        m_work.edit(kind::kEventEdited, std::move(edited));
        copyCategories();
        copyTypes();
        copyFees();
        for (const EventDate& date : m_source.dates) {
            if (m_request.withDates && date.performance.state != Performance::State::Cancelled) {
                if (auto copied = copyDate(date); !copied) {
                    return std::move(copied).error();
                }
            }
        }
        return m_event;
    }

private:
    /// In the zone of the venue, or of the date whose time it is.
    Instant shifted(Instant time, const std::string& zone) const
    {
        return m_request.shiftDays == 0 ? time : shiftedByDays(time, m_request.shiftDays, zone);
    }
    std::optional<Instant> shifted(const std::optional<Instant>& time,
                                   const std::string& zone) const
    {
        return time ? std::optional{shifted(*time, zone)} : std::nullopt;
    }

    void copyCategories()
    {
        for (PriceCategory category : m_source.categories) {
            const CategoryId id{m_work.newId()};
            m_categories.emplace(category.id, id);
            category.id = id;
            category.event = m_event;
            m_work.edit(kind::kCategoryEdited, editOf(category));
        }
    }

    std::map<CategoryId, std::int64_t>
    copied(const std::map<CategoryId, std::int64_t>& prices) const
    {
        std::map<CategoryId, std::int64_t> mine;
        for (const auto& [category, minor] : prices) {
            if (const auto to = m_categories.find(category); to != m_categories.end()) {
                mine.emplace(to->second, minor);
            }
        }
        return mine;
    }
    std::vector<PriceStep> copied(const std::vector<PriceStep>& steps,
                                  const std::string& zone) const
    {
        std::vector<PriceStep> mine;
        for (const PriceStep& step : steps) {
            for (const auto& [category, minor] : copied(step.prices)) {
                setStepPrice(mine, shifted(step.until, zone), category, minor);
            }
        }
        return mine;
    }

    void copyTypes()
    {
        const std::string& zone = m_source.venue.timeZone;
        for (TicketType type : m_source.types) {
            if (type.isOff) {
                continue;
            }
            const TicketTypeId id{m_work.newId()};
            m_types.emplace(type.id, id);
            type.id = id;
            type.event = m_event;
            type.prices = copied(type.prices);
            type.steps = copied(type.steps, zone);
            type.onSaleFrom = shifted(type.onSaleFrom, zone);
            type.onSaleUntil = shifted(type.onSaleUntil, zone);
            m_work.edit(kind::kTicketTypeEdited, editOf(type));
        }
    }

    void copyFees()
    {
        for (Fee fee : m_source.fees) {
            if (!fee.isOff) {
                fee.id = FeeId{m_work.newId()};
                fee.event = m_event;
                m_work.edit(kind::kFeeEdited, editOf(fee));
            }
        }
    }

    Result<void> copyDate(const EventDate& date)
    {
        Performance mine = date.performance;
        const std::string& zone = mine.timeZone;
        mine.id = PerformanceId{m_work.newId()};
        mine.event = m_event;
        mine.state = Performance::State::Scheduled;
        mine.startsAt = shifted(mine.startsAt, zone);
        mine.doorsAt = shifted(mine.doorsAt, zone);
        mine.endsAt = shifted(mine.endsAt, zone);
        mine.onSaleFrom = shifted(mine.onSaleFrom, zone);
        mine.onSaleUntil = shifted(mine.onSaleUntil, zone);
        mine.prices.clear();
        for (const auto& [type, own] : date.performance.prices) {
            if (const auto to = m_types.find(type); to != m_types.end()) {
                mine.prices.emplace(to->second,
                                    DatePrices{copied(own.prices), copied(own.steps, zone)});
            }
        }
        m_work.edit(kind::kPerformanceEdited, editOf(mine));
        if (date.plan) {
            if (auto leased = m_work.counter().authority().leaseAllSeats(m_work.act(), mine.id,
                                                                         seatsThere(*date.plan));
                !leased) {
                return leased;
            }
        }
        return copyQuotas(date, mine.id);
    }

    Result<void> copyQuotas(const EventDate& date, PerformanceId mine)
    {
        for (Quota quota : date.quotas) {
            const bool wasWhole = quota.coversAll();
            quota.types = mapped(quota.types, m_types);
            quota.categories = mapped(quota.categories, m_categories);
            // A limit on types that are all withdrawn would become one over everything.
            const bool isWhole = quota.coversAll();
            if (quota.isOff || isWhole != wasWhole) {
                continue;
            }
            quota.id = QuotaId{m_work.newId()};
            quota.performance = mine;
            if (auto written = writeNewQuota(m_work, quota); !written) {
                return written;
            }
        }
        return {};
    }

    template <typename IdType>
    static std::set<IdType> mapped(const std::set<IdType>& ids, const std::map<IdType, IdType>& to)
    {
        std::set<IdType> mine;
        for (const IdType id : ids) {
            if (const auto found = to.find(id); found != to.end()) {
                mine.insert(found->second);
            }
        }
        return mine;
    }

    CatalogueWork& m_work;
    const EventDetails& m_source;
    const CloneRequest& m_request;
    EventId m_event;
    std::map<CategoryId, CategoryId> m_categories;
    std::map<TicketTypeId, TicketTypeId> m_types;
};

} // namespace

Result<EventId> cloneEvent(Counter& counter, const CloneRequest& request)
{
    return madeInCatalogue<EventId>(counter, [&](CatalogueWork& work) -> Result<EventId> {
        const auto source = readEventDetails(counter, request.of);
        if (!source) {
            return source.error();
        }
        EventChange named;
        if (!request.name.empty()) {
            named.name = request.name;
        }
        if (auto sound = firstOf(faultsOf(named)); !sound) {
            return std::move(sound).error();
        }
        if (std::abs(request.shiftDays) > kShiftDaysMax) {
            return badInput("bad_shift", "Dates move by at most ten years.", "shift_days");
        }
        return EventCopy{work, *source, request}.run();
    });
}

} // namespace foyer
