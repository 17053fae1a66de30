// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/event_words.h"

#include "core/calendar/clock_time.h"
#include "core/services/catalogue.h"
#include "core/services/deals.h"

#include <algorithm>

namespace foyer::cli {
namespace {

template <typename Value>
auto partNamed(const std::vector<Value>& parts, const std::string& name, const std::string& event,
               const char* code, const char* what) -> Result<decltype(Value::id)>
{
    const Value* found = nullptr;
    for (const Value& part : parts) {
        if (part.name == name && (found == nullptr || found->isOff)) {
            found = &part;
        }
    }
    if (found == nullptr) {
        return refused(code, event + " has no " + what + " \"" + name + "\".", "name");
    }
    return found->id;
}

} // namespace

Result<Instant> timeTyped(const std::string& text, const std::string& timeZone,
                          const std::string& where)
{
    const auto shown = clockTimeFrom(text);
    const auto found = shown ? instantOf(*shown, timeZone) : std::nullopt;
    if (!found) {
        return badInput("bad_time",
                        "\"" + text + "\" is not a time. Write date and time: 2026-11-28 19:30.",
                        where);
    }
    if (found->isSkipped) {
        return badInput("bad_time",
                        "There is no " + text + " in " + timeZone +
                            ", because the clocks go forward. Choose another time.",
                        where);
    }
    return found->instant;
}

Result<ChangedInstant> timeChanged(const std::string& text, const std::string& timeZone,
                                   const std::string& where)
{
    if (text.empty()) {
        return ChangedInstant{};
    }
    if (text == "none") {
        return ChangedInstant{std::optional<Instant>{}};
    }
    const auto time = timeTyped(text, timeZone, where);
    return time ? Result<ChangedInstant>{ChangedInstant{std::optional{*time}}}
                : Result<ChangedInstant>{time.error()};
}

Result<std::int64_t> amountTyped(const std::string& text, Currency currency,
                                 const std::string& where)
{
    const auto money = parseMoney(text, currency);
    if (!money) {
        Error error = money.error();
        error.where = where;
        return error;
    }
    return money->minor();
}

Result<EventDetails> eventTyped(Counter& counter, const std::string& text)
{
    const auto event = eventNamed(counter, text);
    return event ? eventDetails(counter, *event) : Result<EventDetails>{event.error()};
}

Result<TicketTypeId> typeTyped(const EventDetails& event, const std::string& name)
{
    return partNamed(event.types, name, event.event.name, "unknown_type", "ticket type");
}

Result<CategoryId> categoryTyped(const EventDetails& event, const std::string& name)
{
    return partNamed(event.categories, name, event.event.name, "unknown_category", "category");
}

Result<FeeId> feeTyped(const EventDetails& event, const std::string& name)
{
    return partNamed(event.fees, name, event.event.name, "unknown_fee", "fee");
}

Result<QuotaId> quotaTyped(const EventDate& date, const std::string& name)
{
    return partNamed(date.quotas, name, "This date", "unknown_quota", "limit");
}

std::string zoneOf(const EventDetails& event)
{
    return event.dates.empty() ? event.venue.timeZone : event.dates.front().performance.timeZone;
}

Result<PlanId> planTyped(Counter& counter, const std::string& name)
{
    const auto stored = plans(counter);
    if (!stored) {
        return stored.error();
    }
    const auto found = std::ranges::find(*stored, name, &StoredPlan::name);
    if (found == stored->end()) {
        return refused("unknown_plan",
                       "There is no seating plan \"" + name + "\". foyer-cli plan list lists them.",
                       "--plan");
    }
    return found->id;
}

Result<TaxId> taxTyped(Counter& counter, const std::string& name)
{
    return name == "none" ? Result<TaxId>{TaxId{}} : taxNamed(counter, name);
}

Changed<bool> offTyped(bool off, bool on)
{
    return off || on ? Changed<bool>{off} : std::nullopt;
}

} // namespace foyer::cli
