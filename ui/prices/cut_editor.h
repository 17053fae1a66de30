// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/deals.h"
#include "ui/common/field.h"

#include <QString>

#include <optional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QWidget;

namespace foyer::ui {

/// The two rows of a form that say how a ticket becomes cheaper: a share, an amount off, or a
/// price.
class CutEditor {
public:
    CutEditor(QFormLayout& form, QWidget* parent);

    void fill(const PriceCut& cut, Currency currency);
    /// What was typed; where that is nothing, says so beside the field.
    std::optional<PriceCut> read(Currency currency) const;
    const FieldFault& fault() const { return m_fault; }
    void setEnabled(bool enabled);
    /// Puts its fields behind a widget in the order of Tab; the last of them.
    QWidget* tabAfter(QWidget* before) const;

private:
    void showKind() const;

    QComboBox* m_kind;
    QLineEdit* m_value;
    FieldFault m_fault;
};

/// "10 % off", "5.00 off", "for 12.00".
QString cutText(const PriceCut& cut, Currency currency);

} // namespace foyer::ui
