// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/prices/cut_editor.h"
#include "ui/prices/prices_port.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace foyer::ui {

/// Makes a promo code, or changes one. Stays open, with all that was typed, when it is refused.
class CodeDialog final : public QDialog {
    Q_OBJECT

public:
    CodeDialog(PricesPort& port, const PricesState& state, const std::optional<PromoCode>& code,
               QWidget* parent);

Q_SIGNALS:
    void saved(const foyer::ui::PricesState& state);

private:
    void buildWhen(QFormLayout& form);
    void fill(const PromoCode& code);
    void showTypes();
    void save();
    void finish(const Result<PricesState>& state);
    const PricedEvent* event() const;
    Currency currency() const;

    PricesPort& m_port;
    PricesState m_state;
    PromoCode m_before; ///< what is kept of a code that is changed
    QLineEdit* m_code;
    QComboBox* m_event;
    QListWidget* m_types;
    QSpinBox* m_uses;
    QSpinBox* m_usesHere;
    QCheckBox* m_hasFrom;
    QDateTimeEdit* m_from;
    QCheckBox* m_hasUntil;
    QDateTimeEdit* m_until;
    QCheckBox* m_off;
    QPushButton* m_save = nullptr;
    std::unique_ptr<CutEditor> m_cut;
    FieldFault m_codeFault;
    FieldFault m_usesFault;
    FieldFault m_untilFault;
};

} // namespace foyer::ui
