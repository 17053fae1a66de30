// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/first_start.h"

#include "core/base/money.h"
#include "core/domain/access/user.h"
#include "ui/common/error_text.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace foyer::desktop {

FirstStart::FirstStart(QWidget* parent) : QDialog{parent}
{
    setWindowTitle(tr("A new counter"));
    setMinimumWidth(480);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(ui::kAround, ui::kAround, ui::kAround, ui::kAround);
    column->setSpacing(ui::kBetween);
    column->addWidget(ui::makeLabel(tr("Welcome to Foyer"), "title", this));
    column->addWidget(
        ui::makeLabel(tr("This computer becomes a counter. Who sells here?"), "muted", this));
    auto* form = new QFormLayout;
    form->setSpacing(ui::kInside);
    m_organizer = new QLineEdit{this};
    m_currency = new QLineEdit{QLocale{}.currencySymbol(QLocale::CurrencyIsoCode), this};
    m_zone = new QComboBox{this};
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/')) {
            m_zone->addItem(QString::fromLatin1(zone));
        }
    }
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_faults = {ui::addField(*form, tr("Organizer"), m_organizer, this),
                ui::addField(*form, tr("Currency"), m_currency, this),
                ui::addField(*form, tr("Time zone"), m_zone, this)};
    column->addLayout(form);
    m_testing = new QCheckBox{tr("Only for testing, for good"), this};
    m_testing->setToolTip(tr("Payment providers are tried without real money, and what is printed "
                             "is a specimen. Nothing of it ever comes into a real house."));
    m_testing->setAccessibleDescription(m_testing->toolTip());
    column->addWidget(m_testing);
    column->addWidget(ui::makeRule(this));
    column->addWidget(ui::makeLabel(tr("And who are you?"), "section", this));
    auto* words = ui::makeLabel(tr("You become its administrator. Colleagues get a role and a PIN "
                                   "of their own later, under People."),
                                "muted", this);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* person = new QFormLayout;
    person->setSpacing(ui::kInside);
    m_name = new QLineEdit{this};
    m_secret = new QLineEdit{this};
    m_again = new QLineEdit{this};
    m_secret->setPlaceholderText(tr("Six digits, or 12 characters and more"));
    for (const auto& [name, field] : {std::pair{tr("Your name"), m_name},
                                      {tr("PIN or password"), m_secret},
                                      {tr("The same again"), m_again}}) {
        m_faults.push_back(ui::addField(*person, name, field, this));
    }
    m_secret->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    column->addLayout(person);
    auto* begin = ui::makeButton(tr("Begin"), "primary", this);
    begin->setDefault(true);
    column->addWidget(begin, 0, Qt::AlignRight);
    connect(begin, &QPushButton::clicked, this, &FirstStart::accept);
}

Founding FirstStart::founding() const
{
    return {.organizer = m_organizer->text().trimmed().toStdString(),
            .currency = m_currency->text().trimmed().toUpper().toStdString(),
            .timeZone = m_zone->currentText().toStdString(),
            .address = {},
            .taxNumber = {},
            .isForTesting = m_testing->isChecked()};
}

NewUser FirstStart::administrator() const
{
    const std::string secret = m_secret->text().toStdString();
    NewUser user{m_name->text().trimmed().toStdString(), "administrator", {}, {}};
    (isPinShaped(secret) ? user.pin : user.password) = secret;
    return user;
}

std::pair<QString, QWidget*> FirstStart::fault() const
{
    const Founding said = founding();
    if (said.organizer.empty()) {
        return {tr("Say who sells: the name of the organizer."), m_organizer};
    }
    if (!Currency::fromCode(said.currency)) {
        return {tr("Write the currency as its three letters, such as EUR."), m_currency};
    }
    const NewUser user = administrator();
    if (user.name.empty()) {
        return {tr("Say your name: you are the administrator."), m_name};
    }
    const auto good =
        user.pin.empty() ? checkPassword(user.password, user.name) : checkPin(user.pin);
    if (!good) {
        return {ui::errorText(good.error()), m_secret};
    }
    if (m_again->text() != m_secret->text()) {
        return {tr("The two are not the same. Type the second one again."), m_again};
    }
    return {{}, nullptr};
}

void FirstStart::accept()
{
    const auto [words, wrong] = fault();
    if (wrong == nullptr) {
        QDialog::accept();
        return;
    }
    for (const ui::FieldFault& field : m_faults) {
        field.field == wrong ? field.say(words) : field.clear();
    }
}

} // namespace foyer::desktop
