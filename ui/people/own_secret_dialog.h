// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

class PeoplePort;

/// Somebody changes their own PIN or password: the old one, and the new one twice.
class OwnSecretDialog final : public QDialog {
    Q_OBJECT

public:
    OwnSecretDialog(PeoplePort& port, QWidget* parent);

private:
    QLineEdit* addField(const QString& name);
    void save();
    void say(const QString& fault, QLineEdit* field);

    PeoplePort& m_port;
    QLineEdit* m_old;
    QLineEdit* m_new;
    QLineEdit* m_again;
    QLabel* m_fault;
    QPushButton* m_save;
};

} // namespace foyer::ui
