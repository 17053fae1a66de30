// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/calendar/local_days.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/reports/sales_report.h"
#include "core/services/events_concerned.h"
#include "core/storage/report_cache.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace foyer {

class Counter;

/// What the verbs of reports.h share. Throws StorageFailure.
class ReportReading {
public:
    /// Asks whether reports may be read, and brings their sums up to date.
    static Result<ReportReading> begin(Counter& counter, const EventsConcerned& where = {});
    /// For who has asked already and needs names only.
    static ReportReading ofNames(Counter& counter) { return ReportReading{counter}; }

    Counter& counter() const { return *m_counter; }
    const LocalDays& days() const { return *m_days; }
    const std::string& timeZone() const { return m_timeZone; }

    /// What a scope comes to. Refuses with unknown_event, unknown_performance, bad_period.
    Result<ReportFilter> filterOf(const ReportScope& scope) const;
    ReportHead head(const ReportScope& scope);
    void lines(const ReportFilter& filter,
               const std::function<void(const ReportLine&)>& take) const;

    /// From the catalogue as it is now, each read once; empty or the end of an id where nothing is
    /// known.
    const Performance* performance(PerformanceId id);
    const std::string& nameOf(const char* kind, const Uuid& id);
    const std::string& performanceName(PerformanceId id);
    std::string clerk(UserId id) const;
    std::string channel(ReplicaId id) const;
    /// Those of an event, or all of a nil one, the earliest first.
    std::vector<Performance> performancesOf(EventId event) const;

private:
    explicit ReportReading(Counter& counter);
    const LocalDays& daysIn(const std::string& timeZone);
    std::string nameOfStart(PerformanceId id);

    Counter* m_counter;
    std::string m_timeZone;
    std::shared_ptr<LocalDays> m_days;
    std::map<PerformanceId, std::optional<Performance>> m_performances;
    std::map<std::pair<std::string, Uuid>, std::string> m_names;
    std::map<PerformanceId, std::string> m_performanceNames;
    std::map<std::string, std::shared_ptr<const LocalDays>> m_places; ///< by time zone
};

/// The currency of a line; nothing for one that Foyer does not know.
std::optional<Currency> currencyOf(const ReportLine& line);
Error unknownReportedPerformance();

} // namespace foyer
