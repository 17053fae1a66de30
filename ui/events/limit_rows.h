// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_view.h"

#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace foyer::ui {

/// One limit on the tickets of a date, with what it limits.
struct LimitRow {
    QString name;
    QString covers;               ///< "Student, Stalls", or that it is over everything
    std::optional<QuotaId> quota; ///< none: the places of a seating plan
    std::int64_t of = 0;
    std::optional<std::int64_t> left; ///< none: not known yet, or it limits nothing that is sold
    std::set<TicketTypeId> types;     ///< all that it limits
    std::set<CategoryId> categories;  ///< … in all of these
    bool isOff = false;
    /// Sold, or held for somebody.
    std::int64_t taken() const { return left ? of - *left : 0; }
};

/// What limits a date: its quotas in their order, then the seats and places of the plan by
/// category.
std::vector<LimitRow> limitRows(const EventView& view, const EventDateView& date,
                                const std::vector<CellLimits>& limits);
/// "Students, for Student: 15 sold or held, 45 left of 60."
QString limitSentence(const LimitRow& row);

} // namespace foyer::ui
