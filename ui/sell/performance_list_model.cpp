// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/performance_list_model.h"

#include "ui/common/formatting.h"

#include <algorithm>

namespace foyer::ui {

void PerformanceListModel::setPerformances(std::vector<PerformanceSummary> performances,
                                           Instant now)
{
    beginResetModel();
    m_performances = std::move(performances);
    m_now = now;
    endResetModel();
}

const PerformanceSummary* PerformanceListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_performances[static_cast<std::size_t>(row)] : nullptr;
}

int PerformanceListModel::rowOf(PerformanceId id) const
{
    const auto found = std::ranges::find(m_performances, id, &PerformanceSummary::id);
    return found != m_performances.end() ? static_cast<int>(found - m_performances.begin()) : -1;
}

int PerformanceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_performances.size());
}

QString PerformanceListModel::leftText(const PerformanceSummary& performance) const
{
    if (performance.cancelled) {
        return tr("Cancelled");
    }
    if (performance.postponed) {
        return tr("Postponed");
    }
    if (!performance.onSale) {
        return tr("Not on sale");
    }
    return performance.left > 0 ? tr("%L1 left").arg(performance.left) : tr("Sold out");
}

QString PerformanceListModel::headingOf(std::size_t row) const
{
    const auto dayOf = [this](const PerformanceSummary& performance) {
        return relativeDayText(performance.startsAt, m_now, performance.timeZone);
    };
    const QString day = dayOf(m_performances[row]);
    return row > 0 && dayOf(m_performances[row - 1]) == day ? QString{} : day;
}

QVariant PerformanceListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const PerformanceSummary& performance = m_performances[row];
    switch (role) {
    case Qt::DisplayRole:
        return text(performance.event);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4")
            .arg(text(performance.event),
                 dayAndTimeText(performance.startsAt, performance.timeZone),
                 text(performance.venue), leftText(performance));
    case HeadingRole:
        return headingOf(row);
    case TimeRole:
        return timeText(performance.startsAt, performance.timeZone);
    case PlaceRole:
        return text(performance.venue);
    case LeftRole:
        return leftText(performance);
    case ShareRole:
        return performance.capacity > 0 ? 1.0 -
                static_cast<double>(performance.left) / static_cast<double>(performance.capacity)
                                        : 0.0;
    case SellableRole:
        return performance.onSale && !performance.cancelled && performance.left > 0;
    case IdRole:
        return text(performance.id.text());
    default:
        return {};
    }
}

} // namespace foyer::ui
