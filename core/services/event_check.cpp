// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_check.h"

#include "core/calendar/clock_time.h"
#include "core/domain/catalogue/event_texts.h"
#include "core/services/quota_writing.h"

#include <algorithm>
#include <array>
#include <set>

namespace foyer {
namespace {

constexpr std::array<std::string_view, 7> kEventStepNames{"details", "venue", "dates",  "prices",
                                                          "quotas",  "texts", "publish"};

bool takesPlace(const EventDate& date)
{
    return date.performance.state != Performance::State::Cancelled;
}

/// One look at an event.
class EventLook {
public:
    EventLook(const EventDetails& event, const std::string& houseLanguage, Instant now)
        : m_event{event}, m_houseLanguage{houseLanguage}, m_now{now}
    {}

    std::vector<EventCheck> look()
    {
        lookAtVenue();
        lookAtDates();
        lookAtTypes();
        for (const EventDate& date : m_event.dates) {
            if (takesPlace(date)) {
                lookAtPrices(date);
            }
        }
        lookAtSteps();
        for (const EventDate& date : m_event.dates) {
            if (takesPlace(date)) {
                lookAtQuotas(date);
            }
        }
        lookAtTexts();
        std::ranges::stable_sort(m_checks, {}, &EventCheck::step);
        return std::move(m_checks);
    }

private:
    using Severity = EventCheck::Severity;

    void add(const char* code, Severity severity, EventStep step, std::string message,
             std::vector<std::string> facts = {}, const EventDate* date = nullptr)
    {
        m_checks.push_back({code, severity, step, std::move(message), std::move(facts),
                            date != nullptr ? std::optional{date->performance.id} : std::nullopt});
    }

    static std::string shown(const EventDate& date)
    {
        const auto time = clockTimeAt(date.performance.startsAt, date.performance.timeZone);
        return time ? clockText(*time) : toRfc3339(date.performance.startsAt);
    }

    void lookAtVenue()
    {
        if (m_event.venue.name.empty()) {
            add("no_venue", Severity::Missing, EventStep::Venue, "Choose where it takes place.");
        } else if (m_event.venue.address.empty()) {
            add("no_address", Severity::Doubtful, EventStep::Venue,
                m_event.venue.name + " has no address. Customers will look for it.",
                {m_event.venue.name});
        }
    }

    void lookAtDates()
    {
        const bool isComing = std::ranges::any_of(m_event.dates, [this](const EventDate& date) {
            return date.performance.state == Performance::State::Scheduled &&
                date.performance.startsAt > m_now;
        });
        if (!isComing) {
            add("no_date", Severity::Missing, EventStep::Dates,
                "Add a date that is still to come.");
        }
        for (const EventDate& date : m_event.dates) {
            if (takesPlace(date)) {
                lookAtTimes(date);
            }
        }
    }

    void lookAtTimes(const EventDate& date)
    {
        const Performance& one = date.performance;
        if (one.startsAt <= m_now) {
            add("date_past", Severity::Doubtful, EventStep::Dates,
                shown(date) + " is over. Cancel it, or move it.", {shown(date)}, &date);
            return;
        }
        if (one.timeZone != m_event.venue.timeZone && !m_event.venue.timeZone.empty()) {
            add("other_zone", Severity::Doubtful, EventStep::Dates,
                shown(date) + " is in " + one.timeZone + ", and its venue in " +
                    m_event.venue.timeZone + ".",
                {shown(date), one.timeZone, m_event.venue.timeZone}, &date);
        }
        if (one.onSaleUntil && *one.onSaleUntil <= m_now) {
            add("sale_over", Severity::Missing, EventStep::Dates,
                "The sale of " + shown(date) + " is over already. Change its end.", {shown(date)},
                &date);
        }
        if (one.onSaleFrom && *one.onSaleFrom >= one.startsAt) {
            add("sale_late", Severity::Doubtful, EventStep::Dates,
                "The sale of " + shown(date) + " begins after its start.", {shown(date)}, &date);
        }
    }

    void lookAtTypes()
    {
        const bool hasType =
            std::ranges::any_of(m_event.types, [](const TicketType& type) { return !type.isOff; });
        if (!hasType) {
            add("no_type", Severity::Missing, EventStep::Prices,
                "Add a ticket type, such as Adult.");
        }
        for (const TicketType& type : m_event.types) {
            if (type.isOff) {
                continue;
            }
            const bool isKnown = std::ranges::any_of(m_event.taxes, [&](const Tax& tax) {
                return tax.id == type.tax;
            });
            if (type.tax.isNil()) {
                add("no_tax", Severity::Doubtful, EventStep::Prices,
                    type.name + " has no tax. Say so only if none is owed.", {type.name});
            } else if (!isKnown) {
                add("unknown_tax", Severity::Missing, EventStep::Prices,
                    "The tax of " + type.name + " is not known. Choose another.", {type.name});
            }
            if (type.onSaleUntil && *type.onSaleUntil <= m_now) {
                add("type_over", Severity::Doubtful, EventStep::Prices,
                    "The sale of " + type.name + " is over already.", {type.name});
            }
        }
    }

    /// What is to be priced on a date: the categories of its plan, or all of the event.
    std::vector<std::string> categoriesOf(const EventDate& date) const
    {
        std::vector<std::string> names;
        if (date.plan) {
            for (const PlanCategory& category : date.plan->categories) {
                names.push_back(category.name);
            }
            return names;
        }
        for (const PriceCategory& category : m_event.categories) {
            names.push_back(category.name);
        }
        return names;
    }

    void lookAtPrices(const EventDate& date)
    {
        const auto names = categoriesOf(date);
        if (names.empty()) {
            once("no_price", Severity::Missing, "Add a category, such as Standing, and its prices.",
                 {});
        }
        for (const std::string& name : names) {
            const auto category = std::ranges::find(m_event.categories, name, &PriceCategory::name);
            if (category != m_event.categories.end() && category->isOff) {
                continue;
            }
            const auto [isPriced, isFree] = category != m_event.categories.end()
                ? pricedIn(category->id, date)
                : std::pair{false, false};
            if (!isPriced) {
                once("no_price", Severity::Missing,
                     name + " has no price. Set one, or say that it is not for sale.", {name});
            }
            if (isFree) {
                once("price_zero", Severity::Doubtful, "Something in " + name + " costs nothing.",
                     {name});
            }
        }
    }

    /// Whether any type has a price in a category on a date, and whether one of them is nothing.
    std::pair<bool, bool> pricedIn(CategoryId category, const EventDate& date) const
    {
        bool isPriced = false;
        bool isFree = false;
        for (const TicketType& type : m_event.types) {
            if (type.isOff) {
                continue;
            }
            if (const auto price = typeOnDate(type, date.performance).priceAt(category, m_now)) {
                isPriced = true;
                isFree = isFree || *price == 0;
            }
        }
        return {isPriced, isFree};
    }

    /// The same of several dates is said once.
    void once(const char* code, Severity severity, std::string message,
              std::vector<std::string> facts)
    {
        if (m_said.insert(std::string{code} + '/' + message).second) {
            add(code, severity, EventStep::Prices, std::move(message), std::move(facts));
        }
    }

    void lookAtSteps()
    {
        for (const TicketType& type : m_event.types) {
            const bool isPast =
                !type.isOff && !type.steps.empty() && type.steps.front().until <= m_now;
            if (isPast) {
                once("step_past", Severity::Doubtful,
                     "An early price of " + type.name + " ended already.", {type.name});
            }
        }
    }

    void lookAtQuotas(const EventDate& date)
    {
        const Quota* whole = date.whole();
        if (whole == nullptr || whole->capacity <= 0) {
            add("no_capacity", Severity::Missing, EventStep::Quotas,
                "There are no tickets for " + shown(date) + ". Say how many.", {shown(date)},
                &date);
        } else if (date.plan) {
            const std::int64_t places = placesIn(*date.plan);
            const std::vector<std::string> facts{shown(date), std::to_string(whole->capacity),
                                                 std::to_string(places)};
            if (whole->capacity < places) {
                add("quota_below_seats", Severity::Doubtful, EventStep::Quotas,
                    facts[0] + " has " + facts[1] + " tickets for " + facts[2] + " places.", facts,
                    &date);
            } else if (whole->capacity > places) {
                add("quota_above_seats", Severity::Doubtful, EventStep::Quotas,
                    facts[0] + " has " + facts[1] + " tickets for only " + facts[2] + " places.",
                    facts, &date);
            }
        }
        for (const Quota& quota : date.quotas) {
            if (&quota != whole && !quota.isOff && quota.capacity == 0) {
                add("quota_zero", Severity::Doubtful, EventStep::Quotas,
                    "\"" + quota.name + "\" of " + shown(date) + " allows nothing.",
                    {quota.name, shown(date)}, &date);
            }
        }
    }

    void lookAtTexts()
    {
        if (m_event.event.description.empty()) {
            add("no_description", Severity::Doubtful, EventStep::Texts,
                "There is no description. Say in a few lines what people will see.");
        }
        if (!hasTextsIn(m_event.event, m_houseLanguage, m_houseLanguage)) {
            add("no_house_text", Severity::Doubtful, EventStep::Texts,
                "There is no title in the house's language, " + m_houseLanguage + ".",
                {m_houseLanguage});
        }
    }

    const EventDetails& m_event;
    const std::string& m_houseLanguage;
    Instant m_now;
    std::vector<EventCheck> m_checks;
    std::set<std::string> m_said;
};

} // namespace

std::string_view eventStepName(EventStep step)
{
    return kEventStepNames.at(static_cast<std::size_t>(step));
}

std::vector<EventCheck> checksOf(const EventDetails& event, const std::string& houseLanguage,
                                 Instant now)
{
    return EventLook{event, houseLanguage, now}.look();
}

} // namespace foyer
