// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/people/people_port.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

class EventRolesField;

/// Name, role and secrets of somebody who is added or changed.
class PersonDialog final : public QDialog {
    Q_OBJECT

public:
    /// `user`: whom to change; nothing: somebody new. Where the house has nobody yet, it must be an
    /// administrator.
    PersonDialog(PeoplePort& port, const PeopleList& known, const std::optional<User>& user,
                 QWidget* parent);

Q_SIGNALS:
    void saved(const foyer::ui::PeopleState& state);

private:
    void addButtons(QVBoxLayout& column);
    void save();
    void answered(const Result<PeopleState>& state);
    void showFault(const QString& words, QWidget* field);

    PeoplePort& m_port;
    const PeopleList m_known;
    std::optional<User> m_user;
    QLineEdit* m_name;
    QComboBox* m_role;
    QLineEdit* m_pin;
    QLineEdit* m_password;
    QCheckBox* m_active;
    EventRolesField* m_inEvents = nullptr; ///< null of the first one
    QLabel* m_fault;
    QPushButton* m_save;
};

/// The name of a role for people: built-in ones in their language.
QString roleText(const std::string& roleName);

} // namespace foyer::ui
