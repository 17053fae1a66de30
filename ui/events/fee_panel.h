// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/events/events_presenter.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace foyer::ui {

/// What is charged besides the tickets of an event.
class FeePanel final : public QFrame {
    Q_OBJECT

public:
    FeePanel(EventsPresenter& presenter, QWidget* parent);
    void present(const EventView& view, bool isOther);

private:
    void add();
    void toggle();
    const Fee* current() const;

    EventsPresenter& m_presenter;
    QListWidget* m_list;
    QPushButton* m_toggle;
    QLineEdit* m_name;
    QLineEdit* m_amount;
    QComboBox* m_per;
    FieldFault m_fault;
};

} // namespace foyer::ui
