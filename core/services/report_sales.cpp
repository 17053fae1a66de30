// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/guarded.h"
#include "core/services/report_reading.h"
#include "core/services/reports.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

/// What one group is: how programs name it, how people do, and where it stands in the list.
struct SalesGroup {
    std::string key;
    std::string name;
    std::int64_t rank = 0; ///< before the name
};

class SalesGroups {
public:
    SalesGroups(ReportReading& reading, SalesGrouping grouping)
        : m_reading{reading}, m_grouping{grouping}
    {}

    SalesGroup of(const ReportLine& line)
    {
        const ReportSubject& subject = line.subject;
        const bool isFee = subject.kind == ReportKind::Fee;
        switch (m_grouping) {
        case SalesGrouping::Event:
            return ofEvent(subject.performance);
        case SalesGrouping::Performance:
            return ofPerformance(subject.performance);
        case SalesGrouping::TicketType:
            return {subject.type.text(),
                    m_reading.nameOf(isFee ? "fee" : "ticket_type", subject.type), isFee ? 1 : 0};
        case SalesGrouping::Category:
            return named("category", subject.category.uuid);
        case SalesGrouping::Price:
            return isFee ? SalesGroup{{}, {}, 1} : ofPrice(subject);
        case SalesGrouping::Channel:
            return {subject.replica.text(), channel(subject.replica), 0};
        case SalesGrouping::Provider:
            return {subject.provider, subject.provider, 0};
        case SalesGrouping::Payment:
            return {subject.paidBy, subject.paidBy, 0};
        case SalesGrouping::Clerk:
            return subject.seller.isNil()
                ? SalesGroup{}
                : SalesGroup{subject.seller.text(), m_reading.clerk(subject.seller), 0};
        case SalesGrouping::Day:
            break;
        }
        return ofDay(line.day);
    }

private:
    SalesGroup named(const char* kind, const Uuid& id)
    {
        return id.isNil() ? SalesGroup{{}, {}, 1}
                          : SalesGroup{id.text(), m_reading.nameOf(kind, id), 0};
    }

    SalesGroup ofEvent(PerformanceId id)
    {
        const Performance* performance = m_reading.performance(id);
        return named("event", performance != nullptr ? performance->event.uuid : Uuid{});
    }

    SalesGroup ofPerformance(PerformanceId id)
    {
        const Performance* performance = m_reading.performance(id);
        return performance == nullptr
            ? SalesGroup{id.isNil() ? std::string{} : id.text(), {}, INT64_MAX}
            : SalesGroup{id.text(), m_reading.performanceName(id), performance->startsAt.ms};
    }

    static SalesGroup ofPrice(const ReportSubject& subject)
    {
        const auto currency = Currency::fromCode(subject.currency);
        const std::string price = toPlainText(Money{subject.price, *currency});
        return {price, price, -subject.price};
    }

    /// Many lines are of one day.
    SalesGroup ofDay(std::int64_t day)
    {
        const auto [found, isNew] = m_days.try_emplace(day);
        if (isNew) {
            found->second = isoDay(day);
        }
        return {found->second, found->second, day};
    }

    std::string channel(ReplicaId id)
    {
        const auto [found, isNew] = m_channels.try_emplace(id);
        if (isNew) {
            found->second = m_reading.channel(id);
        }
        return found->second;
    }

    ReportReading& m_reading;
    SalesGrouping m_grouping;
    std::map<ReplicaId, std::string> m_channels;
    std::map<std::int64_t, std::string> m_days;
};

bool isOfSales(const ReportLine& line)
{
    return line.subject.kind == ReportKind::Ticket || line.subject.kind == ReportKind::Fee;
}

std::vector<SalesRow> rowsOf(ReportReading& reading, const ReportFilter& filter,
                             SalesGrouping grouping)
{
    struct Place {
        std::int64_t rank;
        std::string name;
        std::string key;
        std::string currency;
        auto operator<=>(const Place&) const = default;
    };
    SalesGroups groups{reading, grouping};
    std::map<Place, SalesFigures> sums;
    reading.lines(filter, [&](const ReportLine& line) {
        if (isOfSales(line) && currencyOf(line)) {
            const SalesGroup group = groups.of(line);
            sums[{group.rank, group.name, group.key, line.subject.currency}].add(line.subject.kind,
                                                                                 line.figures);
        }
    });
    std::vector<SalesRow> rows;
    for (const auto& [place, figures] : sums) {
        if (figures != SalesFigures{}) {
            rows.push_back({place.key, place.name, *Currency::fromCode(place.currency), figures});
        }
    }
    return rows;
}

} // namespace

Result<SalesReport> salesReport(Counter& counter, const ReportScope& scope, SalesGrouping grouping)
{
    return guarded([&]() -> Result<SalesReport> {
        auto reading = ReportReading::begin(counter, eventsOf(counter, scope));
        if (!reading) {
            return reading.error();
        }
        auto filter = reading->filterOf(scope);
        if (!filter) {
            return filter.error();
        }
        filter->isByDay = grouping == SalesGrouping::Day;
        SalesReport report{reading->head(scope), grouping, rowsOf(*reading, *filter, grouping), {}};
        for (const SalesRow& row : report.rows) {
            addToSums(report.sums, row.currency, row.figures);
        }
        return report;
    });
}

} // namespace foyer
