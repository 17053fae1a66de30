// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/prices/cut_editor.h"
#include "ui/prices/prices_port.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace foyer::ui {

/// Makes a bundle (a family ticket) or a group rate, or changes one. Stays open, with all that was
/// typed, when it is refused.
class BundleDialog final : public QDialog {
    Q_OBJECT

public:
    BundleDialog(PricesPort& port, const PricesState& state, const std::optional<Bundle>& bundle,
                 QWidget* parent);

Q_SIGNALS:
    void saved(const foyer::ui::PricesState& state);

private:
    void fill(const Bundle& bundle);
    void showOfEvent();
    void orderTabs();
    void showKind();
    void save();
    void finish(const Result<PricesState>& state);
    const PricedEvent* event() const;
    bool isGroup() const;

    PricesPort& m_port;
    PricesState m_state;
    Bundle m_before; ///< what is kept of a bundle that is changed
    QLineEdit* m_name;
    QComboBox* m_event;
    QComboBox* m_kind;
    QTableWidget* m_parts;           ///< a ticket type and how many of it, in each row
    std::vector<QSpinBox*> m_counts; ///< of its rows
    QLineEdit* m_price;
    QListWidget* m_categories;
    QCheckBox* m_off;
    QPushButton* m_leave = nullptr;
    QPushButton* m_save = nullptr;
    std::unique_ptr<CutEditor> m_cut;
    FieldFault m_nameFault;
    FieldFault m_eventFault;
    FieldFault m_partsFault;
    FieldFault m_priceFault;
};

} // namespace foyer::ui
