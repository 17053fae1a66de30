// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_question.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QLabel;

namespace foyer::ui {

/// What a report is about: event, performance, period, and "as of". Days and times are those of the
/// house.
class ReportScopeBar final : public QWidget {
    Q_OBJECT

public:
    explicit ReportScopeBar(QWidget* parent);

    void setChoices(const ReportChoices& choices);
    /// Shows what a kind of question can be asked of.
    void setKind(const ReportQuestion& question);
    /// Nothing where the question is about one performance, and there is none.
    std::optional<ReportScope> scope(const ReportQuestion& question) const;
    /// What a booking curve is compared with; none: earlier performances.
    std::vector<PerformanceId> beside(const ReportQuestion& question) const;

Q_SIGNALS:
    void changed();

private:
    void buildPeriod();
    void fillPerformances();
    void fillBeside();
    void showPeriod();
    QComboBox* m_event;
    QComboBox* m_performance;
    QComboBox* m_beside;
    QComboBox* m_period;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QCheckBox* m_isAsOf;
    QDateTimeEdit* m_asOf;
    QLabel* m_performanceName;
    QLabel* m_besideName;
    QLabel* m_periodName;
    ReportChoices m_choices;
    bool m_isOfOne = false;
    bool m_isFilling = false;
};

} // namespace foyer::ui
