// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/catalogue/performance_summary.h"

#include <QAbstractListModel>

#include <vector>

namespace foyer::ui {

/// Performances by start, with a heading before the first of each day.
class PerformanceListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< "Today" before a day's first performance, else empty
        TimeRole,
        PlaceRole, ///< subtitle or venue
        LeftRole,  ///< "312 left", "Sold out", "Cancelled"
        ShareRole, ///< sold share, 0 … 1
        SellableRole,
        IdRole, ///< the id as text
    };

    using QAbstractListModel::QAbstractListModel;

    void setPerformances(std::vector<PerformanceSummary> performances, Instant now);
    const PerformanceSummary* at(int row) const;
    int rowOf(PerformanceId id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString leftText(const PerformanceSummary& performance) const;
    QString headingOf(std::size_t row) const;

    std::vector<PerformanceSummary> m_performances;
    Instant m_now;
};

} // namespace foyer::ui
