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
namespace {

constexpr int kWidth = 480;

} // namespace

FirstStart::FirstStart(QWidget* parent) : QDialog{parent}
{
    setWindowTitle(tr("A new counter"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(ui::kAround, ui::kAround, ui::kAround, ui::kAround);
    column->setSpacing(ui::kBetween);
    column->addWidget(ui::makeLabel(tr("Welcome to Foyer"), "title", this));
    column->addWidget(
        ui::makeLabel(tr("This computer becomes a counter. Who sells here?"), "muted", this));
    m_joins = new QCheckBox{tr("The house has a server already, and I have an invitation"), this};
    m_joins->setMinimumHeight(ui::kTarget);
    column->addWidget(m_joins);
    m_server = new QWidget{this};
    auto* server = new QFormLayout{m_server};
    server->setContentsMargins(0, 0, 0, 0);
    server->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_invitation = new QLineEdit{m_server};
    m_invitation->setPlaceholderText(QStringLiteral("{\"v\":1,\"url\":…}"));
    m_faults = {ui::addField(*server, tr("Invitation: scan its QR code, or paste its text"),
                             m_invitation, m_server)};
    column->addWidget(m_server);
    m_newHouse = buildNewHouse();
    column->addWidget(m_newHouse);
    auto* begin = ui::makeButton(tr("Begin"), "primary", this);
    begin->setDefault(true);
    column->addWidget(begin, 0, Qt::AlignRight);
    connect(m_joins, &QCheckBox::toggled, this, &FirstStart::chooseKind);
    chooseKind();
    connect(begin, &QPushButton::clicked, this, &FirstStart::accept);
}

void FirstStart::chooseKind()
{
    m_server->setVisible(m_joins->isChecked());
    m_newHouse->setVisible(!m_joins->isChecked());
    (m_joins->isChecked() ? m_invitation : m_organizer)->setFocus();
    if (isVisible()) {
        layout()->activate();
        resize(width(), sizeHint().height());
    }
}

QWidget* FirstStart::buildNewHouse()
{
    auto* house = new QWidget{this};
    auto* column = new QVBoxLayout{house};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::kBetween);
    auto* form = new QFormLayout;
    form->setSpacing(ui::kInside);
    m_organizer = new QLineEdit{house};
    m_currency = new QLineEdit{QLocale{}.currencySymbol(QLocale::CurrencyIsoCode), house};
    m_zone = new QComboBox{house};
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/')) {
            m_zone->addItem(QString::fromLatin1(zone));
        }
    }
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    for (const auto& [name, field] :
         {std::pair{tr("Organizer"), static_cast<QWidget*>(m_organizer)},
          {tr("Currency"), m_currency},
          {tr("Time zone"), m_zone}}) {
        m_faults.push_back(ui::addField(*form, name, field, house));
    }
    column->addLayout(form);
    m_testing = new QCheckBox{tr("Only for testing, for good"), house};
    m_testing->setToolTip(tr("Payment providers are tried without real money, and what is printed "
                             "is a specimen. Nothing of it ever comes into a real house."));
    m_testing->setAccessibleDescription(m_testing->toolTip());
    column->addWidget(m_testing);
    column->addWidget(ui::makeRule(house));
    column->addWidget(ui::makeLabel(tr("And who are you?"), "section", house));
    auto* words = ui::makeLabel(tr("You become its administrator. Colleagues get a role and a PIN "
                                   "of their own later, under People."),
                                "muted", house);
    words->setWordWrap(true);
    // A small screen gives the dialog its least height, which reckons with one line of this.
    words->setMinimumHeight(words->heightForWidth(kWidth - 2 * ui::kAround));
    column->addWidget(words);
    auto* person = new QFormLayout;
    person->setSpacing(ui::kInside);
    m_name = new QLineEdit{house};
    m_secret = new QLineEdit{house};
    m_again = new QLineEdit{house};
    m_secret->setPlaceholderText(tr("Six digits, or 12 characters and more"));
    for (const auto& [name, field] : {std::pair{tr("Your name"), m_name},
                                      {tr("PIN or password"), m_secret},
                                      {tr("The same again"), m_again}}) {
        m_faults.push_back(ui::addField(*person, name, field, house));
    }
    m_secret->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    column->addLayout(person);
    return house;
}

std::string FirstStart::invitation() const
{
    return m_joins->isChecked() ? m_invitation->text().trimmed().toStdString() : std::string{};
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
    if (m_joins->isChecked()) {
        return invitation().empty()
            ? std::pair<QString, QWidget*>{tr("Scan the QR code of the invitation, or paste its "
                                              "text here."),
                                           m_invitation}
            : std::pair<QString, QWidget*>{{}, nullptr};
    }
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
