// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/events/events_presenter.h"
#include "ui/events/saved_field.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace foyer::ui {

/// What is charged besides the tickets of an event: an amount, a share of what the tickets cost, or
/// both, with a tax of its own.
class FeePanel final : public QFrame {
    Q_OBJECT

public:
    FeePanel(EventsPresenter& presenter, QWidget* parent);
    void present(const EventView& view, bool isOther);
    /// Saves what was typed and not left yet.
    void flush();

private:
    QWidget* buildChosen();
    QWidget* buildNew();
    QComboBox* makePer(QWidget* parent);
    void showChosen(bool isOther);
    void change(FeeChange change, SavedField::Done done = {});
    void add();
    const Fee* current() const;

    EventsPresenter& m_presenter;
    QListWidget* m_list;
    QWidget* m_chosen;
    SavedField* m_chosenName = nullptr;
    SavedField* m_chosenAmount = nullptr;
    SavedField* m_chosenShare = nullptr;
    QComboBox* m_chosenPer = nullptr;
    QComboBox* m_chosenTax = nullptr;
    QPushButton* m_toggle = nullptr;
    std::optional<FeeId> m_shown;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_amount = nullptr;
    QLineEdit* m_share = nullptr;
    QComboBox* m_per = nullptr;
    QComboBox* m_tax = nullptr;
    bool m_isTaxChosen = false;
    FieldFault m_fault;
};

} // namespace foyer::ui
