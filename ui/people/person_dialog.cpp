// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/person_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/people/event_roles_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 520;
constexpr int kEventLines = 4; ///< in view; more are scrolled to

QLineEdit* makeField(const QString& name, QFormLayout* form, QWidget* parent)
{
    auto* field = new QLineEdit{parent};
    field->setAccessibleName(name);
    field->setMinimumHeight(kTarget);
    auto* label = makeLabel(name, "", parent);
    label->setMinimumHeight(kTarget);
    label->setBuddy(field);
    form->addRow(label, field);
    return field;
}

} // namespace

QString roleText(const std::string& roleName)
{
    const auto say = [](const char* words) { return QCoreApplication::translate("Role", words); };
    if (roleName == "clerk") {
        return say(QT_TRANSLATE_NOOP("Role", "Clerk"));
    }
    if (roleName == "supervisor") {
        return say(QT_TRANSLATE_NOOP("Role", "Supervisor"));
    }
    if (roleName == "door") {
        return say(QT_TRANSLATE_NOOP("Role", "Door"));
    }
    if (roleName == "organizer") {
        return say(QT_TRANSLATE_NOOP("Role", "Organizer"));
    }
    if (roleName == "administrator") {
        return say(QT_TRANSLATE_NOOP("Role", "Administrator"));
    }
    if (roleName == "team") {
        return say(QT_TRANSLATE_NOOP("Role", "Single events only"));
    }
    return text(roleName);
}

PersonDialog::PersonDialog(PeoplePort& port, const PeopleList& known,
                           const std::optional<User>& user, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_known{known}, m_user{user}
{
    const bool first = known.users.empty();
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(user ? text(user->name) : tr("Somebody new"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(windowTitle(), "title", this));
    if (first) {
        auto* words =
            makeLabel(tr("The first one is an administrator. From then on everybody signs "
                         "in, and what they do carries their name."),
                      "muted", this);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_name = makeField(tr("Name"), form, this);
    m_name->setText(user ? text(user->name) : QString{});
    m_role = new QComboBox{this};
    m_role->setAccessibleName(tr("Role"));
    m_role->setMinimumHeight(kTarget);
    for (const Role& role : m_known.roles) {
        if (!first || role.name == "administrator") {
            m_role->addItem(roleText(role.name), text(role.name));
            if (user && role.id == user->role) {
                m_role->setCurrentIndex(m_role->count() - 1);
            }
        }
    }
    auto* roleLabel = makeLabel(tr("Role"), "", this);
    roleLabel->setMinimumHeight(kTarget);
    roleLabel->setBuddy(m_role);
    form->addRow(roleLabel, m_role);
    m_pin = makeField(user ? tr("New PIN") : tr("PIN"), form, this);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(static_cast<int>(kPinSize));
    m_pin->setPlaceholderText(user ? tr("Stays as it is") : tr("Six digits"));
    m_password = makeField(user ? tr("New password") : tr("Password"), form, this);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(user ? tr("Stays as it is") : tr("12 characters or more"));
    m_active = new QCheckBox{tr("May sign in"), this};
    m_active->setChecked(!user || user->active);
    m_active->setMinimumHeight(kTarget);
    m_active->setVisible(user.has_value());
    form->addRow(QString{}, m_active);
    if (!first) {
        m_inEvents =
            new EventRolesField{m_known, user ? user->eventRoles : std::map<EventId, RoleId>{},
                                this};
        auto* label = makeLabel(tr("In single events"), "", this);
        label->setMinimumHeight(kTarget);
        auto* scroll = makeScroll(m_inEvents, this);
        scroll->setMaximumHeight(kEventLines * (kTarget + kInside));
        form->addRow(label, scroll);
    }
    column->addLayout(form);
    addButtons(*column);
    m_name->setFocus();
}

void PersonDialog::addButtons(QVBoxLayout& column)
{
    m_fault = makeLabel({}, "fault", this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column.addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    auto* leave = makeButton(tr("Leave it"), "", this);
    leave->setAutoDefault(false);
    m_save = makeButton(m_user ? tr("Save") : tr("Add"), "primary", this);
    m_save->setDefault(true);
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(m_save);
    column.addLayout(buttons);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PersonDialog::save);
}

void PersonDialog::save()
{
    PersonDraft person{.name = m_name->text().trimmed().toStdString(),
                       .role = m_role->currentData().toString().toStdString(),
                       .password = m_password->text().toStdString(),
                       .pin = m_pin->text().toStdString(),
                       .active = std::nullopt,
                       .eventRoles = m_inEvents != nullptr ? m_inEvents->changes()
                                                           : std::map<EventId, std::string>{}};
    const auto answer = [self = QPointer{this}](const Result<PeopleState>& state) {
        if (self) {
            self->answered(state);
        }
    };
    m_save->setEnabled(false);
    if (!m_user) {
        m_port.add(person, answer);
        return;
    }
    person.active = m_active->isChecked();
    m_port.change(m_user->id, person, answer);
}

void PersonDialog::answered(const Result<PeopleState>& state)
{
    m_save->setEnabled(true);
    if (state) {
        Q_EMIT saved(*state);
        accept();
        return;
    }
    const std::string& where = state.error().where;
    showFault(errorText(state.error()),
              where == "password"   ? m_password
                  : where == "pin"  ? m_pin
                  : where == "name" ? m_name
                                    : static_cast<QWidget*>(m_role));
}

void PersonDialog::showFault(const QString& words, QWidget* field)
{
    m_fault->setText(words);
    m_fault->show();
    field->setFocus();
}

} // namespace foyer::ui
