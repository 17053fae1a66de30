// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/reports/report_map.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace foyer {

/// A report as everybody shows it: a sentence with the answer, a chart, and a table. Words are in
/// the language of whoever reads it; names that programs read never change.

/// A day of the calendar, counted from 1970-01-01.
struct ReportDay {
    std::int64_t number = 0;
    friend bool operator==(const ReportDay&, const ReportDay&) = default;
};
/// Nothing, a text, a count, an amount, a day.
using ReportCell = std::variant<std::monostate, std::string, std::int64_t, Money, ReportDay>;

struct ReportColumn {
    std::string key;  ///< for programs: "net_tickets"
    std::string head; ///< for people
    bool isNumber = false;
    bool isMain = true; ///< stands on paper, too, where there is less room
};

struct ReportChart {
    enum class Kind : std::uint8_t {
        Bars,  ///< a bar for each name
        Lines, ///< over numbers, each series in its own
    };
    struct Series {
        std::string name;
        std::vector<std::pair<double, double>>
            points; ///< of bars: the place of the name, the value
        /// The bar of the next name.
        void addBar(double value)
        {
            points.emplace_back(static_cast<double>(points.size()), value);
        }
    };
    Kind kind = Kind::Bars;
    std::string across; ///< what is written below
    std::string upwards;
    std::vector<std::string> names; ///< of the bars
    std::vector<Series> series;
    bool isReversed = false; ///< larger numbers to the left: days before something

    /// Whether there is nothing to draw.
    bool isEmpty() const
    {
        return std::ranges::all_of(series, [](const Series& each) { return each.points.empty(); });
    }
};

struct ReportTable {
    std::string key;    ///< "sales", "tax" …
    std::string title;  ///< "Sales by day"
    std::string house;  ///< says so where it is for testing or a training
    std::string scope;  ///< "Hamlet, 1 to 30 November 2026, as of …"
    std::string answer; ///< one sentence
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows; ///< as many cells as columns
    std::vector<std::vector<ReportCell>> sums; ///< the same, below the rows
    ReportChart chart;
    ReportMap map;          ///< in the place of a chart where it has a plan
    std::string emptyWords; ///< instead of rows
};

} // namespace foyer
