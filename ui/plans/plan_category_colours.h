// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/plans/plan_desk.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QPushButton;

namespace foyer::ui {

/// The colour of the category in hand: one of those that everybody can tell apart, or one that is
/// typed. Each is shown as a seat on the map's floor.
class PlanCategoryColours final : public QWidget {
    Q_OBJECT

public:
    explicit PlanCategoryColours(PlanDesk& desk, QWidget* parent);

    /// Of which category it is; nothing where the plan has none.
    void show(std::optional<std::uint32_t> category);
    void applyPalette();

    /// A seat of that colour as the map of this palette draws it; of an empty or a bad one the one
    /// that is picked for it.
    static QIcon markOf(const QString& colour, std::uint32_t category);

private:
    static QString choiceName(std::size_t choice);
    void take();

    PlanDesk& m_desk;
    std::optional<std::uint32_t> m_category;
    std::vector<QPushButton*> m_choices;
    QLineEdit* m_typed = nullptr;
    FieldFault m_fault;
};

} // namespace foyer::ui
