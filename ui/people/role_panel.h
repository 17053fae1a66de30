// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "ui/people/people_port.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace foyer::ui {

/// What a role may do, permission by permission, and how far by itself.
class RolePanel final : public QWidget {
    Q_OBJECT

public:
    explicit RolePanel(PeoplePort& port, QWidget* parent = nullptr);
    void show(const std::vector<Role>& roles, Currency currency);

private:
    void choose();
    void save();
    const Role* chosen() const;

    PeoplePort& m_port;
    std::vector<Role> m_roles;
    std::int64_t m_minorPerUnit = 1; ///< of the house's currency
    QComboBox* m_role;
    std::vector<QCheckBox*> m_permissions; ///< in the order of allPermissions()
    QSpinBox* m_refund;                    ///< whole units of the currency; -1: no limit
    QSpinBox* m_discount;                  ///< percent; -1: no limit
    QLabel* m_word;
};

} // namespace foyer::ui
