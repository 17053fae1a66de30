// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plans/plan_desk.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace foyer::ui {

class PlanScan;

/// The picture to draw over: chosen, placed, scaled, dimmed, hidden and taken away.
class PlanPictureFields final : public QWidget {
    Q_OBJECT

public:
    PlanPictureFields(PlanDesk& desk, PlanScan& scan, QWidget* parent);

    /// Asks for a file.
    void choose();

private:
    void buildFields();
    QDoubleSpinBox* addLength(QFormLayout& form, const QString& name, double least);
    void showState();
    void place();

    PlanDesk& m_desk;
    PlanScan& m_scan;
    QLabel* m_words = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_takeAway = nullptr;
    QWidget* m_fields = nullptr;
    QCheckBox* m_shown = nullptr;
    QSpinBox* m_opacity = nullptr;
    QDoubleSpinBox* m_left = nullptr;
    QDoubleSpinBox* m_top = nullptr;
    QDoubleSpinBox* m_width = nullptr;
};

} // namespace foyer::ui
