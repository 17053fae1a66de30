// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/counter.h"
#include "core/services/users.h"
#include "ui/common/field.h"

#include <QDialog>

#include <utility>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace foyer::desktop {

/// Asks what a new counter has to know: who sells, in which currency and time zone, and who is its
/// first administrator.
class FirstStart final : public QDialog {
    Q_OBJECT

public:
    explicit FirstStart(QWidget* parent = nullptr);
    Founding founding() const;
    /// The first user.
    NewUser administrator() const;
    /// Of the server whose house this counter joins; empty: it founds one.
    std::string invitation() const;

private:
    void accept() override;
    /// What is missing or wrong, and where; a null field where all is well.
    std::pair<QString, QWidget*> fault() const;
    QWidget* buildNewHouse();
    void chooseKind();
    QCheckBox* m_joins;
    QLineEdit* m_invitation;
    QWidget* m_server;   ///< what joining asks
    QWidget* m_newHouse; ///< what founding asks
    QLineEdit* m_organizer;
    QLineEdit* m_currency;
    QComboBox* m_zone;
    QCheckBox* m_testing;
    QLineEdit* m_name;
    QLineEdit* m_secret;
    QLineEdit* m_again;
    std::vector<ui::FieldFault> m_faults; ///< of each field
};

} // namespace foyer::desktop
