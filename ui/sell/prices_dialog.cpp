// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/prices_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/sell_presenter.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kWidth = 520;
constexpr double kMilliPercent = 1000;
constexpr double kHundredPercent = 100;

/// Rows of the list of kinds.
enum Kind : int { AsListed, Percent, Amount, Complimentary };

std::string typed(const QLineEdit* field)
{
    return field->text().trimmed().toStdString();
}

int kindOf(const HandReduction& reduction)
{
    switch (reduction.kind) {
    case HandReduction::Kind::Percent:
        return Percent;
    case HandReduction::Kind::Amount:
        return Amount;
    case HandReduction::Kind::Complimentary:
        break;
    }
    return Complimentary;
}

} // namespace

PricesDialog::PricesDialog(SellPresenter& presenter, QWidget* parent)
    : QDialog{parent}, m_presenter{presenter}, m_code{new QLineEdit{this}},
      m_kind{new QComboBox{this}}, m_which{new QComboBox{this}}, m_value{new QLineEdit{this}},
      m_reason{new QLineEdit{this}}, m_donation{new QLineEdit{this}}
{
    setWindowTitle(tr("Prices"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Prices of this sale"), "section", this));
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_codeFault = addField(*form, tr("Promo code"), m_code, this);
    addField(*form, tr("Price by hand"), m_kind, this);
    addField(*form, tr("For"), m_which, this);
    m_valueFault = addField(*form, tr("Taken off"), m_value, this);
    m_reasonFault = addField(*form, tr("Reason"), m_reason, this);
    m_donationFault = addField(*form, tr("Donation"), m_donation, this);
    m_kind->addItems({tr("As listed"), tr("Percent off"), tr("Amount off"), tr("Complimentary")});
    column->addLayout(form);
    auto* buttons = new QHBoxLayout;
    auto* leave = makeButton(tr("Cancel"), "", this);
    m_use = makeButton(tr("Use"), "primary", this);
    m_use->setObjectName(QStringLiteral("use"));
    m_use->setDefault(true);
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(m_use);
    column->addLayout(buttons);
    fill();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PricesDialog::showKind);
    connect(m_use, &QPushButton::clicked, this, &PricesDialog::apply);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    showKind();
    m_code->setFocus();
}

/// As the cart is now.
void PricesDialog::fill()
{
    const Cart& cart = m_presenter.cart();
    m_code->setText(text(cart.promoCode));
    if (cart.donationMinor > 0) {
        m_donation->setText(text(toPlainText(Money{cart.donationMinor, currency()})));
    }
    m_which->addItem(tr("All tickets"));
    for (const CartItem& item : cart.items) {
        const QVariant id = text(item.type.text());
        const Offer* offer = m_presenter.offer(item.performance);
        if (offer != nullptr && m_which->findData(id) < 0) {
            m_which->addItem(isolated(text(offer->type(item.type)->name)), id);
        }
    }
    const auto reduced = std::ranges::find_if(cart.items, [](const CartItem& item) {
        return item.reduction.has_value();
    });
    if (reduced == cart.items.end()) {
        return;
    }
    const HandReduction& first = *reduced->reduction;
    const bool isAll = std::ranges::all_of(cart.items, [&first](const CartItem& item) {
        return item.reduction == first;
    });
    m_which->setCurrentIndex(isAll ? 0 : m_which->findData(text(reduced->type.text())));
    m_kind->setCurrentIndex(kindOf(first));
    m_reason->setText(text(first.reason));
    if (first.kind == HandReduction::Kind::Percent) {
        m_value->setText(QString::number(static_cast<double>(first.value) / kMilliPercent));
    } else if (first.kind == HandReduction::Kind::Amount) {
        m_value->setText(text(toPlainText(Money{first.value, currency()})));
    }
}

void PricesDialog::showKind()
{
    const int kind = m_kind->currentIndex();
    m_value->setEnabled(kind == Percent || kind == Amount);
    m_value->setPlaceholderText(kind == Percent      ? tr("Percent, such as 10")
                                    : kind == Amount ? tr("An amount for each ticket, such as 5.00")
                                                     : QString{});
    m_reason->setEnabled(kind != AsListed);
    m_valueFault.clear();
    m_reasonFault.clear();
}

Currency PricesDialog::currency() const
{
    const Cart& cart = m_presenter.cart();
    const Offer* offer = cart.items.empty() ? m_presenter.current()->offer.get()
                                            : m_presenter.offer(cart.items.front().performance);
    return offer->organizer.currency;
}

bool PricesDialog::readByHand(std::optional<HandReduction>& byHand) const
{
    const int kind = m_kind->currentIndex();
    if (kind == AsListed) {
        return true;
    }
    HandReduction reduction{HandReduction::Kind::Complimentary, 0, typed(m_reason)};
    if (kind == Percent) {
        bool isNumber = false;
        const double percent = m_value->text()
                                   .trimmed()
                                   .replace(QLatin1Char{','}, QLatin1Char{'.'})
                                   .toDouble(&isNumber);
        if (!isNumber || percent <= 0 || percent > kHundredPercent) {
            m_valueFault.say(tr("Type how many percent are taken off, such as 10."));
            return false;
        }
        reduction.kind = HandReduction::Kind::Percent;
        reduction.value = qRound64(percent * kMilliPercent);
    } else if (kind == Amount) {
        const auto amount = parseMoney(typed(m_value), currency());
        if (!amount || amount->minor() <= 0) {
            m_valueFault.say(amount ? tr("Type how much is taken off each ticket, such as 5.00.")
                                    : errorText(amount.error()));
            return false;
        }
        reduction.kind = HandReduction::Kind::Amount;
        reduction.value = amount->minor();
    }
    if (reduction.reason.empty()) {
        m_reasonFault.say(tr("Say why this costs less; the reason is kept."));
        return false;
    }
    byHand = std::move(reduction);
    return true;
}

bool PricesDialog::readDonation(std::int64_t& minor) const
{
    if (typed(m_donation).empty()) {
        return true;
    }
    const auto amount = parseMoney(typed(m_donation), currency());
    if (!amount || amount->minor() < 0) {
        m_donationFault.say(amount ? tr("Type how much is given, such as 5.00.")
                                   : errorText(amount.error()));
        return false;
    }
    minor = amount->minor();
    return true;
}

void PricesDialog::apply()
{
    for (const FieldFault& fault : {m_codeFault, m_valueFault, m_reasonFault, m_donationFault}) {
        fault.clear();
    }
    Cart cart = m_presenter.cart();
    std::optional<HandReduction> byHand;
    cart.donationMinor = 0;
    if (!readByHand(byHand) || !readDonation(cart.donationMinor)) {
        return;
    }
    cart.promoCode = typed(m_code);
    const QString which = m_which->currentData().toString();
    for (CartItem& item : cart.items) {
        if (which.isEmpty() || text(item.type.text()) == which) {
            item.reduction = byHand;
        }
    }
    m_use->setEnabled(false);
    m_presenter.priceAs(cart, [this, self = QPointer{this}](const Result<Quote>& quote) {
        if (self) {
            priced(quote);
        }
    });
}

void PricesDialog::priced(const Result<Quote>& quote)
{
    m_use->setEnabled(true);
    if (quote) {
        accept();
        return;
    }
    const Error& error = quote.error();
    const FieldFault& fault = error.code == "bad_discount" ? m_valueFault
        : error.code == "reason_missing"                   ? m_reasonFault
        : error.code == "bad_donation"                     ? m_donationFault
                                                           : m_codeFault;
    fault.say(errorText(error));
}

} // namespace foyer::ui
