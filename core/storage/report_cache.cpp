// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/report_cache.h"

#include "core/storage/report_content.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace foyer {
namespace {

constexpr std::size_t kFewSubjects = 500; ///< are looked up one by one

/// Figures by subject and day.
using NumberedFigures = std::map<std::pair<std::int64_t, std::int64_t>, ReportFigures>;

// The same columns of all statements: the subject, the day, eight figures.
const std::string kSummed =
    "SELECT report_day.subject, 0, sum(sold), sum(taken_back), sum(complimentary), sum(net), "
    "sum(tax_amount), sum(back_net), sum(back_tax), sum(discount) FROM ";
const std::string kDaily =
    "SELECT report_day.subject, report_day.day, sold, taken_back, complimentary, net, tax_amount, "
    "back_net, back_tax, discount FROM ";
const std::string kOfAll = "report_day WHERE organizer = ?";
const std::string kOfDays = "report_day WHERE organizer = ? AND day >= ? AND day <= ?";
const std::string kOfPerformance =
    "report_subject CROSS JOIN report_day WHERE report_subject.organizer = ? AND "
    "report_subject.performance = ? AND report_day.organizer = report_subject.organizer AND "
    "report_day.subject = report_subject.number AND report_day.day >= ? AND report_day.day <= ?";
const std::string kGrouped = " GROUP BY report_day.subject";

const std::string kSubjectColumns =
    "SELECT number, performance, kind, type, category, price, currency, tax, tax_rate, replica, "
    "seller, paid_by, provider FROM report_subject WHERE organizer = ?";

ReportFigures figuresIn(const DbRow& row)
{
    return {row.integer(2), row.integer(3), row.integer(4), row.integer(5),
            row.integer(6), row.integer(7), row.integer(8), row.integer(9)};
}

ReportSubject subjectIn(const DbRow& row)
{
    ReportSubject subject;
    subject.performance = row.id<PerformanceId>(1);
    subject.kind = static_cast<ReportKind>(row.integer(2));
    subject.type = row.uuid(3);
    subject.category = row.id<CategoryId>(4);
    subject.price = row.integer(5);
    subject.currency = row.text(6);
    subject.tax = row.id<TaxId>(7);
    subject.taxRate = row.integer(8);
    subject.replica = row.id<ReplicaId>(9);
    subject.seller = row.id<UserId>(10);
    subject.paidBy = row.text(11);
    subject.provider = row.text(12);
    return subject;
}

class LineReading {
public:
    LineReading(Database& database, OrganizerId organizer, const ReportFilter& filter)
        : m_database{database}, m_organizer{organizer}, m_filter{filter}
    {}

    void read(const std::function<void(const ReportLine&)>& take)
    {
        readWholeDays();
        if (m_filter.asOf && m_filter.asOf->day >= m_filter.fromDay &&
            m_filter.asOf->day <= m_filter.toDay) {
            readPartOfDay();
        }
        readSubjects();
        for (const auto& [place, figures] : m_figures) {
            const auto subject = m_subjects.find(place.first);
            if (subject != m_subjects.end()) {
                take({subject->second, place.second, figures});
            }
        }
    }

private:
    void readWholeDays()
    {
        const std::int64_t to =
            m_filter.asOf ? std::min(m_filter.toDay, m_filter.asOf->day - 1) : m_filter.toDay;
        const auto add = [this](const DbRow& row) {
            m_figures[{row.integer(0), row.integer(1)}] += figuresIn(row);
        };
        static const std::string kPerformanceSum = kSummed + kOfPerformance + kGrouped;
        static const std::string kPerformanceDays = kDaily + kOfPerformance;
        for (const PerformanceId performance : m_filter.performances) {
            m_database.each(m_filter.isByDay ? kPerformanceDays : kPerformanceSum,
                            {m_organizer, performance, m_filter.fromDay, to}, add);
        }
        if (!m_filter.performances.empty()) {
            return;
        }
        static const std::string kDaysSum = kSummed + kOfDays + kGrouped;
        static const std::string kDaysDays = kDaily + kOfDays;
        static const std::string kAllSum = kSummed + kOfAll + kGrouped;
        static const std::string kAllDays = kDaily + kOfAll;
        const ReportFilter all;
        if (m_filter.fromDay == all.fromDay && to == all.toDay) {
            m_database.each(m_filter.isByDay ? kAllDays : kAllSum, {m_organizer}, add);
        } else {
            m_database.each(m_filter.isByDay ? kDaysDays : kDaysSum,
                            {m_organizer, m_filter.fromDay, to}, add);
        }
    }

    /// Of the day on which the moment fell: what came before it.
    void readPartOfDay()
    {
        const std::int64_t day = m_filter.asOf->day;
        const auto add = [&](const DbRow& row) {
            for (const StoredChange& change : decodeChanges(row.bytes(0))) {
                if (change.at.ms <= m_filter.asOf->at.ms) {
                    m_figures[{change.subject, m_filter.isByDay ? day : 0}] += change.figures;
                }
            }
        };
        for (const PerformanceId performance : m_filter.performances) {
            m_database.each("SELECT content FROM report_order WHERE organizer = ? AND day = ? AND "
                            "performance = ?",
                            {m_organizer, day, performance}, add);
        }
        if (m_filter.performances.empty()) {
            m_database.each("SELECT content FROM report_order WHERE organizer = ? AND day = ?",
                            {m_organizer, day}, add);
        }
    }

    void readSubjects()
    {
        const auto keep = [this](const DbRow& row) {
            m_subjects.try_emplace(row.integer(0), subjectIn(row));
        };
        static const std::string kOne = kSubjectColumns + " AND number = ?";
        static const std::string kOfOne = kSubjectColumns + " AND performance = ?";
        if (m_figures.size() <= kFewSubjects) {
            for (const auto& [place, figures] : m_figures) {
                if (!m_subjects.contains(place.first)) {
                    m_database.each(kOne, {m_organizer, place.first}, keep);
                }
            }
        } else if (m_filter.performances.empty()) {
            m_database.each(kSubjectColumns, {m_organizer}, keep);
        } else {
            for (const PerformanceId performance : m_filter.performances) {
                m_database.each(kOfOne, {m_organizer, performance}, keep);
            }
        }
    }

    Database& m_database;
    OrganizerId m_organizer;
    const ReportFilter& m_filter;
    NumberedFigures m_figures;
    std::unordered_map<std::int64_t, ReportSubject> m_subjects;
};

} // namespace

void readReportLines(Database& database, OrganizerId organizer, const ReportFilter& filter,
                     const std::function<void(const ReportLine&)>& take)
{
    LineReading{database, organizer, filter}.read(take);
}

} // namespace foyer
