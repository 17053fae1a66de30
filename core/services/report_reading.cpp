// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/events_concerned.h"
#include "core/services/report_reading.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/pricing/quote.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/reports.h"
#include "core/services/testing_house.h"
#include "core/services/till_reading.h"
#include "core/services/training.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/identity_store.h"
#include "core/storage/report_catch_up.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <limits>

namespace foyer {
namespace {

constexpr std::int64_t kOrdersAtOnce = 5'000;
constexpr std::size_t kIdTail = 6; ///< characters of an id that are enough to name it

std::string zoneOfHouse(Counter& counter)
{
    const auto& house = counter.offers().organizer();
    return house && !house->timeZone.empty() ? house->timeZone : "UTC";
}

ReportDays daysOf(const LocalDays& days, const std::string& zone)
{
    return {zone, [&days](Instant at) { return days.of(at); }};
}

Error unknownReportedEvent(const std::string& text)
{
    return refused("unknown_event",
                   "There is no event \"" + text + "\". foyer-cli performances lists them.",
                   "event");
}

/// Whoever works for some events only has reports of those.
Result<void> mayReportSome(Counter& counter)
{
    return counter.access().mayForSome(Permission::ReadReports)
        ? Result<void>{}
        : counter.access().require(Permission::ReadReports);
}

} // namespace

Error unknownReportedPerformance()
{
    return refused("unknown_performance",
                   "This performance is not known here. Choose it again from the list.",
                   "performance");
}

std::optional<Currency> currencyOf(const ReportLine& line)
{
    return Currency::fromCode(line.subject.currency);
}

ReportReading::ReportReading(Counter& counter)
    : m_counter{&counter}, m_timeZone{zoneOfHouse(counter)}, m_days{std::make_shared<LocalDays>(
                                                                 m_timeZone)}
{}

Result<ReportReading> ReportReading::begin(Counter& counter, const EventsConcerned& where)
{
    if (auto may = counter.access().require(Permission::ReadReports, where); !may) {
        return std::move(may).error();
    }
    ReportReading reading{counter};
    const ReportDays days = daysOf(*reading.m_days, reading.m_timeZone);
    while (!catchUpReportTables(counter.database(), counter.organizer(), days, kOrdersAtOnce)
                .isReady) {}
    return reading;
}

Result<ReportsReady> prepareReports(Counter& counter, std::int64_t orders)
{
    return guarded([&]() -> Result<ReportsReady> {
        if (auto may = mayReportSome(counter); !may) {
            return std::move(may).error();
        }
        const std::string zone = zoneOfHouse(counter);
        const LocalDays days{zone};
        const auto done = catchUpReportTables(counter.database(), counter.organizer(),
                                              daysOf(days, zone), orders);
        return ReportsReady{done.isReady, done.done};
    });
}

Result<ReportFilter> ReportReading::filterOf(const ReportScope& scope) const
{
    ReportFilter filter;
    if (scope.fromDay && scope.toDay && *scope.fromDay > *scope.toDay) {
        return refused("bad_period", "The period ends before it begins. Turn its days around.",
                       "to");
    }
    filter.fromDay = scope.fromDay.value_or(filter.fromDay);
    filter.toDay = scope.toDay.value_or(filter.toDay);
    if (scope.asOf) {
        filter.asOf = ReportFilter::AsOf{*scope.asOf, m_days->of(*scope.asOf)};
    }
    filter.performances = scope.performances;
    if (scope.event && filter.performances.empty()) {
        if (!readEntity(m_counter->database(), m_counter->organizer(), "event",
                        scope.event->uuid)) {
            return unknownReportedEvent(scope.event->text());
        }
        for (const Performance& performance : performancesOf(*scope.event)) {
            filter.performances.push_back(performance.id);
        }
        if (filter.performances.empty()) {
            filter.performances.emplace_back(); // nothing rather than everything
            filter.toDay = filter.fromDay = std::numeric_limits<std::int64_t>::max();
        }
    }
    for (const PerformanceId id : scope.performances) {
        if (!readEntity(m_counter->database(), m_counter->organizer(), "performance", id.uuid)) {
            return unknownReportedPerformance();
        }
    }
    return filter;
}

ReportHead ReportReading::head(const ReportScope& scope)
{
    std::string subject;
    if (scope.performances.size() == 1) {
        subject = performanceName(scope.performances.front());
    } else if (scope.event) {
        subject = nameOf("event", scope.event->uuid);
    }
    return {.house = nameOnReports(*m_counter),
            .isTraining = isTraining(*m_counter),
            .subject = subject,
            .timeZone = m_timeZone,
            .scope = scope,
            .madeAt = m_counter->clock().now()};
}

void ReportReading::lines(const ReportFilter& filter,
                          const std::function<void(const ReportLine&)>& take) const
{
    readReportLines(m_counter->database(), m_counter->organizer(), filter, take);
}

const Performance* ReportReading::performance(PerformanceId id)
{
    const auto [found, isNew] = m_performances.try_emplace(id);
    if (isNew) {
        const auto entity =
            readEntity(m_counter->database(), m_counter->organizer(), "performance", id.uuid);
        found->second = entity ? performanceFrom(id.uuid, *entity) : std::nullopt;
    }
    return found->second ? &*found->second : nullptr;
}

const std::string& ReportReading::nameOf(const char* kind, const Uuid& id)
{
    const auto [found, isNew] = m_names.try_emplace({kind, id});
    if (isNew && !id.isNil()) {
        if (id == donationFee().uuid) {
            return found->second = "Donation";
        }
        const auto entity = readEntity(m_counter->database(), m_counter->organizer(), kind, id);
        found->second = entity ? entity->text("name") : std::string{};
        if (found->second.empty()) {
            found->second = id.text().substr(id.text().size() - kIdTail);
        }
    }
    return found->second;
}

const LocalDays& ReportReading::daysIn(const std::string& timeZone)
{
    auto& days = m_places[timeZone];
    if (!days) {
        days = std::make_shared<const LocalDays>(timeZone);
    }
    return *days;
}

std::string ReportReading::nameOfStart(PerformanceId id)
{
    const Performance* found = performance(id);
    if (found == nullptr) {
        return id.isNil() ? std::string{} : id.text();
    }
    const LocalDays& days = daysIn(found->timeZone);
    return nameOf("event", found->event.uuid) + ", " + isoDay(days.of(found->startsAt)) + " " +
        days.timeOf(found->startsAt);
}

const std::string& ReportReading::performanceName(PerformanceId id)
{
    const auto [found, isNew] = m_performanceNames.try_emplace(id);
    if (isNew) {
        found->second = nameOfStart(id); // asked of each line of a report
    }
    return found->second;
}

std::string ReportReading::clerk(UserId id) const
{
    return clerkName(*m_counter, id);
}

std::string ReportReading::channel(ReplicaId id) const
{
    const auto replica = readReplica(m_counter->database(), {m_counter->organizer(), id, 1});
    return replica ? replica->name : std::string{};
}

std::vector<Performance> ReportReading::performancesOf(EventId event) const
{
    std::vector<Performance> found;
    const auto take = [&found](const Uuid& id, const Entity& entity) {
        if (auto performance = performanceFrom(id, entity)) {
            found.push_back(*std::move(performance));
        }
    };
    if (event.isNil()) {
        readPerformancesFrom(m_counter->database(), m_counter->organizer(),
                             Instant{std::numeric_limits<std::int64_t>::min()}, take);
        return found;
    }
    readChildren(m_counter->database(), m_counter->organizer(), "performance", event.uuid, take);
    std::ranges::stable_sort(found, {}, &Performance::startsAt); // they come by their ids
    return found;
}

Result<ReportChoices> reportChoices(Counter& counter)
{
    return guarded([&]() -> Result<ReportChoices> {
        if (auto may = mayReportSome(counter); !may) {
            return std::move(may).error();
        }
        ReportReading reading{ReportReading::ofNames(counter)};
        const Instant now = counter.clock().now();
        ReportChoices choices{reading.timeZone(), now, reading.days().of(now), {}};
        for (const Performance& performance : reading.performancesOf({})) {
            if (!counter.access().may(Permission::ReadReports, {}, eventOnly(performance.event))) {
                continue;
            }
            choices.performances.push_back({performance.id, performance.event,
                                            reading.nameOf("event", performance.event.uuid),
                                            performance.startsAt, performance.timeZone});
        }
        std::ranges::reverse(choices.performances);
        return choices;
    });
}

Result<EventId> reportedEvent(Counter& counter, const std::string& text)
{
    const auto choices = reportChoices(counter);
    if (!choices) {
        return choices.error();
    }
    const std::string folded = foldedForSearch(text);
    for (const auto& each : choices->performances) {
        if (each.event.text() == text || foldedForSearch(each.name) == folded) {
            return each.event;
        }
    }
    return unknownReportedEvent(text);
}

Result<PerformanceId> reportedPerformance(Counter& counter, const std::string& text)
{
    const auto choices = reportChoices(counter);
    if (!choices) {
        return choices.error();
    }
    const std::string folded = foldedForSearch(text);
    const Instant now = counter.clock().now();
    std::optional<PerformanceId> byName;
    for (const auto& each : choices->performances) { // the latest first
        const std::string id = each.id.text();
        if (id == text || (text.size() >= kIdTail && id.ends_with(text))) {
            return each.id;
        }
        if (foldedForSearch(each.name) == folded && (!byName || each.startsAt >= now)) {
            byName = each.id;
        }
    }
    return byName ? Result<PerformanceId>{*byName} : unknownReportedPerformance();
}

} // namespace foyer
