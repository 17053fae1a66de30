// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/own_secret_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/people/people_port.h"

#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 440;

} // namespace

OwnSecretDialog::OwnSecretDialog(PeoplePort& port, QWidget* parent) : QDialog{parent}, m_port{port}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change my PIN or password"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(windowTitle(), "title", this));
    m_old = addField(tr("The one you have"));
    m_new = addField(tr("New: a PIN of six digits, or a password"));
    m_again = addField(tr("The same again"));
    m_fault = makeLabel({}, "fault", this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    auto* leave = makeButton(tr("Leave it"), "", this);
    leave->setAutoDefault(false);
    m_save = makeButton(tr("Change"), "primary", this);
    m_save->setDefault(true);
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &OwnSecretDialog::save);
}

QLineEdit* OwnSecretDialog::addField(const QString& name)
{
    auto* label = makeLabel(name, "", this);
    auto* field = new QLineEdit{this};
    field->setEchoMode(QLineEdit::Password);
    field->setAccessibleName(name);
    field->setMinimumHeight(kTarget);
    label->setBuddy(field);
    layout()->addWidget(label);
    layout()->addWidget(field);
    return field;
}

void OwnSecretDialog::save()
{
    if (m_old->text().isEmpty() || m_new->text().isEmpty()) {
        QLineEdit* field = m_old->text().isEmpty() ? m_old : m_new;
        say(tr("This field is empty: %1.").arg(field->accessibleName()), field);
        return;
    }
    if (m_new->text() != m_again->text()) {
        say(tr("The two new ones are not the same. Type the second one again."), m_again);
        return;
    }
    m_save->setEnabled(false);
    m_port.changeOwnSecret(m_old->text().toStdString(), m_new->text().toStdString(),
                           [self = QPointer{this}](const Result<bool>& changed) {
                               if (!self) {
                                   return;
                               }
                               self->m_save->setEnabled(true);
                               if (changed) {
                                   self->accept();
                                   return;
                               }
                               const bool old = changed.error().where == "secret";
                               self->say(errorText(changed.error()),
                                         old ? self->m_old : self->m_new);
                           });
}

void OwnSecretDialog::say(const QString& fault, QLineEdit* field)
{
    m_fault->setText(fault);
    m_fault->show();
    field->selectAll();
    field->setFocus();
}

} // namespace foyer::ui
