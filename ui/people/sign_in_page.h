// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/people/people_port.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace foyer::ui {

class PinPad;

/// Covers the window until somebody is signed in, and while the counter is locked. What was being
/// done behind it stays as it is.
class SignInPage final : public QWidget {
    Q_OBJECT

public:
    explicit SignInPage(PeoplePort& port, QWidget* parent = nullptr);

    /// The houses of this computer, the one that is open first; empty: there is nothing to choose.
    void setHouses(const QStringList& names);
    /// Asks for whoever `state` says is needed: anybody, or the one who locked the counter.
    void show(const PeopleState& state);

Q_SIGNALS:
    /// Somebody was signed in, or the counter unlocked.
    void done(const foyer::ui::PeopleState& state);
    /// Another house is to be opened: the place of its name in the list.
    void houseChosen(int number);
    /// A house that this computer does not have yet.
    void newHouseAsked();

private:
    QHBoxLayout* buildHouse(QWidget* card);
    void showHouses();
    void choose();
    void enter();
    void answered(const Result<PeopleState>& state);

    PeoplePort& m_port;
    QLabel* m_title;
    QLabel* m_hint;
    QListWidget* m_people;
    PinPad* m_pad;
    QLabel* m_fault;
    QPushButton* m_enter;
    QPushButton* m_other;
    QLabel* m_houseName;
    QComboBox* m_house;
    QPushButton* m_newHouse;
    bool m_hasHouses = false;
    PeopleState m_state;
    bool m_unlocking = false;
    bool m_waiting = false;
};

} // namespace foyer::ui
