// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/first_start.h"

#include "core/base/money.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

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
    m_organizer->setAccessibleName(tr("Organizer"));
    m_currency = new QLineEdit{QLocale{}.currencySymbol(QLocale::CurrencyIsoCode), this};
    m_currency->setAccessibleName(tr("Currency"));
    m_zone = new QComboBox{this};
    m_zone->setAccessibleName(tr("Time zone"));
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/')) {
            m_zone->addItem(QString::fromLatin1(zone));
        }
    }
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    form->addRow(tr("Organizer"), m_organizer);
    form->addRow(tr("Currency"), m_currency);
    form->addRow(tr("Time zone"), m_zone);
    column->addLayout(form);
    m_fault = ui::makeLabel({}, "fault", this);
    m_fault->hide();
    column->addWidget(m_fault);
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
            .taxNumber = {}};
}

void FirstStart::accept()
{
    const Founding said = founding();
    const bool named = !said.organizer.empty();
    const bool currency = Currency::fromCode(said.currency).has_value();
    if (named && currency) {
        QDialog::accept();
        return;
    }
    m_fault->setText(named ? tr("Write the currency as its three letters, such as EUR.")
                           : tr("Say who sells: the name of the organizer."));
    m_fault->show();
    (named ? m_currency : m_organizer)->setFocus();
}

} // namespace foyer::desktop
