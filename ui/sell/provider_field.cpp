// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/provider_field.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kWhichWidth = 340;

/// A provider, or a reader, by its name; behind it the reference of a tender.
void fill(QComboBox& which, const std::vector<PaymentOffer>& offers, PaymentMethod method)
{
    const QString before = which.currentData().toString();
    which.clear();
    for (const PaymentOffer& offer : offers) {
        if (method == PaymentMethod::Online && offer.takesLinks) {
            QString name = text(offer.provider);
            name[0] = name[0].toUpper();
            which.addItem(name, text(offer.provider));
        }
        for (const PaymentOffer::Reader& reader : offer.readers) {
            if (method == PaymentMethod::Reader) {
                which.addItem(text(reader.name), text(tenderReference(offer.provider, reader.id)));
            }
        }
    }
    which.setCurrentIndex(std::max(which.findData(before), 0)); // the one of the sale before
}

} // namespace

ProviderField::ProviderField(AwaitedPort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    auto* row = new QHBoxLayout;
    row->setSpacing(kInside);
    m_phone = makeButton(methodText(PaymentMethod::Online), "", this);
    m_reader = makeButton(methodText(PaymentMethod::Reader), "", this);
    setButtonIcon(m_phone, QStringLiteral("smartphone"));
    setButtonIcon(m_reader, QStringLiteral("credit-card"));
    for (QPushButton* button : {m_phone, m_reader}) {
        button->setCheckable(true);
        row->addWidget(button);
    }
    m_which = new QComboBox{this};
    m_which->setMinimumHeight(kTarget);
    m_which->setMaximumWidth(kWhichWidth);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_which);
    m_why = makeLabel({}, "muted", this);
    m_why->setWordWrap(true);
    column->addWidget(m_why);
    connect(m_phone, &QPushButton::clicked, this, [this](bool isChosen) {
        choose(isChosen ? std::optional{PaymentMethod::Online} : std::nullopt);
    });
    connect(m_reader, &QPushButton::clicked, this, [this](bool isChosen) {
        choose(isChosen ? std::optional{PaymentMethod::Reader} : std::nullopt);
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, &ProviderField::changed);
    show();
    refresh();
}

void ProviderField::refresh()
{
    m_port.providerWays([this, self = QPointer{this}](const Result<ProviderWays>& ways) {
        if (!self) {
            return;
        }
        m_ways = ways ? *ways : ProviderWays{{}, ways.error(), ways.error()};
        m_isKnown = true;
        if (m_wanted && can(*m_wanted)) {
            m_chosen = m_wanted;
        }
        m_wanted.reset();
        if (m_chosen && !can(*m_chosen)) {
            m_chosen.reset();
        }
        show();
        Q_EMIT offersChanged();
        Q_EMIT changed();
    });
}

bool ProviderField::can(PaymentMethod method) const
{
    return m_isKnown &&
        !(method == PaymentMethod::Online ? m_ways.whyNotLink : m_ways.whyNotReader);
}

void ProviderField::choose(std::optional<PaymentMethod> method)
{
    m_wanted = m_isKnown ? std::nullopt : method;
    m_chosen = method && can(*method) ? method : std::nullopt;
    show();
    Q_EMIT changed();
}

std::optional<Tender> ProviderField::tenderFor(Money open) const
{
    if (!m_chosen || open.minor() <= 0) {
        return std::nullopt;
    }
    return Tender{*m_chosen, open, m_which->currentData().toString().toStdString()};
}

void ProviderField::show()
{
    const QSignalBlocker quiet{m_which};
    m_phone->setEnabled(can(PaymentMethod::Online));
    m_reader->setEnabled(can(PaymentMethod::Reader));
    m_phone->setChecked(m_chosen == PaymentMethod::Online);
    m_reader->setChecked(m_chosen == PaymentMethod::Reader);
    if (m_chosen) {
        fill(*m_which, m_ways.offers, *m_chosen);
        m_which->setAccessibleName(m_chosen == PaymentMethod::Online ? tr("Provider")
                                                                     : tr("Card reader"));
    }
    m_which->setVisible(m_chosen && m_which->count() > 1);
    QString why;
    if (m_isKnown && m_ways.whyNotLink) {
        why = errorText(*m_ways.whyNotLink);
    }
    if (m_isKnown && m_ways.whyNotReader && m_ways.whyNotReader != m_ways.whyNotLink) {
        const QString second = errorText(*m_ways.whyNotReader);
        why += why == second || why.isEmpty() ? second : QStringLiteral(" ") + second;
    }
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_phone->setToolTip(m_ways.whyNotLink ? errorText(*m_ways.whyNotLink)
                                          : tr("On the customer's phone (Shift+F9)"));
    m_reader->setToolTip(m_ways.whyNotReader ? errorText(*m_ways.whyNotReader)
                                             : tr("At a card reader (Shift+F10)"));
    for (QPushButton* button : {m_phone, m_reader}) {
        button->setAccessibleDescription(button->toolTip());
    }
}

} // namespace foyer::ui
