// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/people/people_port.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace foyer::ui {

class RolePanel;

/// Who works here, and what the roles may do. Empty, it teaches what signing in is for.
class PeoplePage final : public QWidget {
    Q_OBJECT

public:
    explicit PeoplePage(PeoplePort& port, QWidget* parent = nullptr);

    /// Asks for users and roles again.
    void refresh();
    /// The keys of this screen, for F1.
    static QString keys();

Q_SIGNALS:
    /// A user was added or changed: what the window shows may have to change, too.
    void peopleChanged(const foyer::ui::PeopleState& state);
    /// A letter is to be written with the computer's own mail program (RFC 6068).
    void mailAsked(const QUrl& letter);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildEmpty();
    QWidget* buildLists();
    void edit(const std::optional<User>& user);
    void editChosen();
    void inviteChosen();

    PeoplePort& m_port;
    PeopleList m_list;
    QStackedWidget* m_states;
    QListWidget* m_users = nullptr;
    RolePanel* m_roles = nullptr;
    QLabel* m_fault;
};

} // namespace foyer::ui
