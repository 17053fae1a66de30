// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/event_roles_field.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/people/person_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

/// Not to be given in one event: the house's own, and the one that says there is none.
bool isForEvents(const Role& role)
{
    return role.name != "administrator" && role.name != "team";
}

} // namespace

EventRolesField::EventRolesField(const PeopleList& known, const std::map<EventId, RoleId>& roles,
                                 QWidget* parent)
    : QWidget{parent}, m_known{known}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_form = new QFormLayout;
    m_form->setSpacing(kInside);
    column->addLayout(m_form);
    m_more = new QComboBox{this};
    m_more->setAccessibleName(tr("One more event"));
    m_more->setMinimumHeight(kTarget);
    column->addWidget(m_more);
    for (const auto& [event, id] : roles) {
        const auto role = std::ranges::find(known.roles, id, &Role::id);
        m_before[event] = role != known.roles.end() ? text(role->name) : QString{};
        addLine(event, m_before[event]);
    }
    fillChoice();
    connect(m_more, &QComboBox::activated, this, [this](int index) {
        const auto id = Uuid::fromText(m_more->itemData(index).toString().toStdString());
        if (id) {
            addLine(EventId{*id}, QStringLiteral("clerk"));
            fillChoice();
        }
    });
}

void EventRolesField::addLine(EventId event, const QString& role)
{
    const auto known = std::ranges::find(m_known.events, event, &EventToWorkFor::id);
    const QString name = known != m_known.events.end() ? text(known->name) : tr("An old event");
    auto* choice = new QComboBox{this};
    choice->setMinimumHeight(kTarget);
    choice->setAccessibleName(tr("Role in %1").arg(name));
    choice->addItem(tr("None any more"), QString{});
    for (const Role& each : m_known.roles) {
        if (isForEvents(each)) {
            choice->addItem(roleText(each.name), text(each.name));
        }
    }
    choice->setCurrentIndex(std::max(choice->findData(role), 0));
    auto* label = new ElidedLabel{"", this};
    label->setWhole(name);
    label->setMinimumHeight(kTarget);
    label->setBuddy(choice);
    m_form->addRow(label, choice);
    m_lines[event] = choice;
    choice->setFocus();
}

void EventRolesField::fillChoice()
{
    m_more->clear();
    m_more->addItem(m_known.events.empty() ? tr("There is no event yet") : tr("Add an event…"));
    for (const EventToWorkFor& each : m_known.events) {
        if (!m_lines.contains(each.id)) {
            m_more->addItem(text(each.name), text(each.id.text()));
        }
    }
    m_more->setEnabled(m_more->count() > 1);
}

std::map<EventId, std::string> EventRolesField::changes() const
{
    std::map<EventId, std::string> changed;
    for (const auto& [event, choice] : m_lines) {
        const QString role = choice->currentData().toString();
        const auto before = m_before.find(event);
        if (role != (before != m_before.end() ? before->second : QString{})) {
            changed.emplace(event, role.toStdString());
        }
    }
    return changed;
}

} // namespace foyer::ui
