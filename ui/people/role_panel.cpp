// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/role_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/people/approval_dialog.h"
#include "ui/people/person_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPointer>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr std::int64_t kMilliPercent = 1'000;
constexpr int kColumns = 2;

QSpinBox* makeLimit(const QString& name, int highest, const QString& suffix, QWidget* parent)
{
    auto* field = new QSpinBox{parent};
    field->setRange(-1, highest);
    field->setSpecialValueText(QObject::tr("No limit"));
    field->setSuffix(suffix);
    field->setMinimumHeight(kTarget);
    field->setAccessibleName(name);
    return field;
}

int shown(std::int64_t limit, std::int64_t scale)
{
    return limit == AccessLimits::kNone ? -1 : static_cast<int>(limit / scale);
}

/// What a field says now; a part of a unit that it does not show stays where nobody touched it.
std::int64_t kept(int field, std::int64_t before, std::int64_t scale)
{
    if (field == shown(before, scale)) {
        return before;
    }
    return field < 0 ? AccessLimits::kNone : field * scale;
}

std::int64_t minorPerUnit(Currency currency)
{
    constexpr std::int64_t kTen = 10;
    std::int64_t minor = 1;
    for (int i = 0; i < currency.exponent(); ++i) {
        minor *= kTen;
    }
    return minor;
}

} // namespace

RolePanel::RolePanel(PeoplePort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    constexpr int kRefundMax = 1'000'000;
    constexpr int kHundred = 100;
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kBetween);
    m_role = new QComboBox{this};
    m_role->setAccessibleName(tr("Role"));
    m_role->setMinimumHeight(kTarget);
    column->addWidget(m_role);
    auto* limits = new QHBoxLayout;
    limits->addWidget(makeLabel(tr("Refunds up to"), "", this));
    m_refund = makeLimit(tr("Refunds up to"), kRefundMax, {}, this);
    limits->addWidget(m_refund);
    limits->addSpacing(kBetween);
    limits->addWidget(makeLabel(tr("Discounts up to"), "", this));
    m_discount = makeLimit(tr("Discounts up to"), kHundred, QStringLiteral(" %"), this);
    limits->addWidget(m_discount);
    limits->addStretch();
    column->addLayout(limits);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kAround);
    grid->setVerticalSpacing(0);
    const int rows = (static_cast<int>(kPermissionCount) + kColumns - 1) / kColumns;
    for (const Permission permission : allPermissions()) {
        auto* box = new QCheckBox{permissionText(std::string{permissionName(permission)}), this};
        box->setMinimumHeight(kTarget - kInside);
        const int place = static_cast<int>(m_permissions.size());
        grid->addWidget(box, place % rows, place / rows);
        m_permissions.push_back(box);
    }
    column->addLayout(grid);
    auto* buttons = new QHBoxLayout;
    m_word = makeLabel({}, "muted", this);
    buttons->addWidget(m_word);
    buttons->addStretch();
    auto* save = makeButton(tr("Save the role"), "primary", this);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(m_role, &QComboBox::currentIndexChanged, this, &RolePanel::choose);
    connect(save, &QPushButton::clicked, this, &RolePanel::save);
}

void RolePanel::show(const std::vector<Role>& roles, Currency currency)
{
    m_minorPerUnit = minorPerUnit(currency);
    const std::string_view code = currency.code();
    m_refund->setSuffix(QLatin1Char{' '} +
                        QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
    const int before = std::max(0, m_role->currentIndex());
    m_roles = roles;
    m_role->clear();
    for (const Role& role : roles) {
        m_role->addItem(roleText(role.name));
    }
    m_role->setCurrentIndex(std::min(before, m_role->count() - 1));
    choose();
}

const Role* RolePanel::chosen() const
{
    const auto index = static_cast<std::size_t>(m_role->currentIndex());
    return index < m_roles.size() ? &m_roles[index] : nullptr;
}

void RolePanel::choose()
{
    const Role* role = chosen();
    if (role == nullptr) {
        return;
    }
    const bool fixed = role->name == "administrator";
    for (std::size_t i = 0; i < m_permissions.size(); ++i) {
        m_permissions[i]->setChecked(role->may(allPermissions()[i]));
        m_permissions[i]->setEnabled(!fixed);
    }
    m_refund->setValue(shown(role->limits.refundMinor, m_minorPerUnit));
    m_discount->setValue(shown(role->limits.discountMilliPercent, kMilliPercent));
    m_refund->setEnabled(!fixed);
    m_discount->setEnabled(!fixed);
    m_word->setText(fixed ? tr("The administrator may do everything.") : QString{});
}

void RolePanel::save()
{
    const Role* role = chosen();
    if (role == nullptr) {
        return;
    }
    Role changed = *role;
    for (std::size_t i = 0; i < m_permissions.size(); ++i) {
        changed.permissions.set(i, m_permissions[i]->isChecked());
    }
    changed.limits = {kept(m_refund->value(), role->limits.refundMinor, m_minorPerUnit),
                      kept(m_discount->value(), role->limits.discountMilliPercent, kMilliPercent)};
    m_port.changeRole(changed, [self = QPointer{this}, changed](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        self->m_word->setText(saved ? tr("Saved.") : errorText(saved.error()));
        const auto known = std::ranges::find(self->m_roles, changed.id, &Role::id);
        if (saved && known != self->m_roles.end()) {
            *known = changed;
        }
    });
}

} // namespace foyer::ui
