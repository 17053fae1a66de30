// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/events/events_presenter.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace foyer::ui {

/// The first two things that are said of an event: its name and where it is. Or how one is made
/// like another.
class NewEventPanel final : public QWidget {
    Q_OBJECT

public:
    NewEventPanel(EventsPresenter& presenter, QWidget* parent);

    void begin();
    void beginLike(const EventCard& card);

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void presentHouse();
    void make();
    void refuse(const Error& error);

    EventsPresenter& m_presenter;
    std::optional<EventCard> m_like;
    bool m_isMaking = false; ///< one event, however often Enter is pressed
    int m_begun = 0;         ///< so that the answer for one that was left is not shown
    QLabel* m_title;
    QLabel* m_words;
    QLineEdit* m_name;
    FieldFault m_nameFault;
    QComboBox* m_venue;
    FieldFault m_venueFault;
    QWidget* m_likeRows = nullptr;
    QCheckBox* m_withDates;
    QSpinBox* m_shift;
    QPushButton* m_make;
};

} // namespace foyer::ui
