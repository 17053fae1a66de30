// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plans/plan_desk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace foyer::ui {

class PlanCategoryColours;
class PlanPictureFields;
class PlanScan;

/// What is selected, in words and fields; every change is a command of the desk.
class PlanProperties final : public QWidget {
    Q_OBJECT

public:
    PlanProperties(PlanDesk& desk, PlanScan& scan, QWidget* parent = nullptr);

    void applyPalette();
    PlanPictureFields& picture() { return *m_picture; }

    /// Puts the keyboard on the name of what is selected.
    void editLabel();

private:
    void buildSelected(QVBoxLayout& column);
    void buildOutline(QVBoxLayout& column);
    void buildTraits(QVBoxLayout& column);
    void buildNumbering(QVBoxLayout& column);
    void buildArranging(QVBoxLayout& column);
    void buildRows(QVBoxLayout& column);
    void buildDrawing(QVBoxLayout& column);
    QFormLayout* section(QVBoxLayout& column, const QString& title);
    void showSelected();
    void showLists();
    void addCategory();
    void addSection();

    PlanDesk& m_desk;
    QLabel* m_what = nullptr;
    QLineEdit* m_label = nullptr;
    QLineEdit* m_number = nullptr;
    QSpinBox* m_capacity = nullptr;
    QComboBox* m_category = nullptr;
    QComboBox* m_section = nullptr;
    QLineEdit* m_newCategory = nullptr;
    PlanCategoryColours* m_colours = nullptr;
    QPushButton* m_noOutline = nullptr;
    PlanPictureFields* m_picture = nullptr;
    QLineEdit* m_newSection = nullptr;
    QCheckBox* m_traits[3] = {};
    QComboBox* m_pattern = nullptr;
    QSpinBox* m_start = nullptr;
    QLineEdit* m_skipped = nullptr;
    QCheckBox* m_rightToLeft = nullptr;
    QComboBox* m_rowKind = nullptr;
    QSpinBox* m_rowStart = nullptr;
    QCheckBox* m_rowsBackwards = nullptr;
    QDoubleSpinBox* m_bow = nullptr;
    QDoubleSpinBox* m_spacing = nullptr;
    QSpinBox* m_chairs = nullptr;
    QDoubleSpinBox* m_grid = nullptr;
};

} // namespace foyer::ui
