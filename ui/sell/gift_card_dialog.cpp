// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/gift_card_dialog.h"

#include "core/domain/till/cash_count.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 480;
/// What gift cards are usually worth, in main units.
constexpr auto kUsual = std::to_array<std::int64_t>({10, 25, 50, 100});

} // namespace

GiftCardDialog::GiftCardDialog(SellPort& port, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_amount{new QLineEdit{this}}, m_method{new QComboBox{this}},
      m_cash{new QLineEdit{this}}, m_reference{new QLineEdit{this}}, m_code{new QLineEdit{this}}
{
    setWindowTitle(tr("Gift card"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Sell a gift card"), "section", this));
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_amountFault = addField(*form, tr("Worth"), m_amount, this);
    auto* usual = new QHBoxLayout;
    usual->setSpacing(kInside);
    for (const std::int64_t worth : kUsual) {
        auto* button = makeButton(QString::number(worth), "", this);
        button->setAccessibleName(tr("Worth %1").arg(worth));
        connect(button, &QPushButton::clicked, this, [this, worth] {
            m_amount->setText(QString::number(worth));
            recompute();
            m_sell->setFocus();
        });
        usual->addWidget(button);
    }
    usual->addStretch();
    form->addRow(QString{}, usual);
    for (const PaymentMethod method : {PaymentMethod::Cash, PaymentMethod::CardTerminal}) {
        m_method->addItem(methodText(method), static_cast<int>(method));
    }
    addField(*form, tr("Paid by"), m_method, this);
    m_cashFault = addField(*form, tr("Cash given"), m_cash, this);
    m_referenceFault = addField(*form, tr("Terminal's receipt number"), m_reference, this);
    for (QLineEdit* field : {m_amount, m_cash}) {
        field->setProperty("role", "money");
    }
    column->addLayout(form);
    m_change = makeLabel({}, "section", this);
    column->addWidget(m_change);
    m_state = makeLabel({}, "fault", this);
    m_state->setWordWrap(true);
    m_state->hide();
    column->addWidget(m_state);
    addBalance(*column);
    auto* buttons = new QHBoxLayout;
    auto* leave = makeButton(tr("Cancel"), "", this);
    m_sell = makeButton(tr("Sell"), "primary", this);
    m_sell->setDefault(true);
    m_sell->setObjectName(QStringLiteral("sell"));
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(m_sell);
    column->addLayout(buttons);
    for (QLineEdit* field : {m_amount, m_cash, m_reference}) {
        connect(field, &QLineEdit::textEdited, this, &GiftCardDialog::recompute);
    }
    connect(m_method, &QComboBox::currentIndexChanged, this, &GiftCardDialog::recompute);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sell, &QPushButton::clicked, this, &GiftCardDialog::sell);
    m_sell->setEnabled(false); // until it is known what money the house takes
    m_port.houseMoney([this, self = QPointer{this}](const Result<HouseMoney>& house) {
        if (self && house) {
            m_house = *house;
            m_sell->setEnabled(true);
            recompute();
        }
    });
    recompute();
    m_amount->setFocus();
}

void GiftCardDialog::addBalance(QVBoxLayout& column)
{
    column.addWidget(makeRule(this));
    column.addWidget(makeLabel(tr("Or say what a card is worth"), "section", this));
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    addField(*form, tr("Code of a gift card"), m_code, this);
    m_balance = makeLabel({}, "muted", this);
    m_balance->setWordWrap(true);
    form->addRow(QString{}, m_balance);
    column.addLayout(form);
    connect(m_code, &QLineEdit::textChanged, this, &GiftCardDialog::askBalance);
}

void GiftCardDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !m_code->hasFocus()) {
        QDialog::keyPressEvent(event);
    }
}

void GiftCardDialog::askBalance()
{
    const int asked = ++m_asked;
    m_balance->clear();
    const std::string code = m_code->text().toStdString();
    if (!normalizedGiftCode(code)) {
        return;
    }
    m_port.giftCard(code, [this, self = QPointer{this}, asked](const Result<GiftCard>& card) {
        if (!self || asked != m_asked) {
            return;
        }
        const QString words = !card                ? errorText(card.error())
            : card->state == GiftCardState::Active ? tr("Worth %1").arg(moneyText(card->balance))
            : card->state == GiftCardState::Blocked
            ? tr("Worth %1, but blocked").arg(moneyText(card->balance))
            : tr("Replaced or taken back; worth nothing any more");
        m_balance->setText(words);
        m_code->setAccessibleDescription(words);
    });
}

std::optional<Money> GiftCardDialog::amountTyped(const QLineEdit* field) const
{
    const auto amount = m_house
        ? parseMoney(field->text().trimmed().toStdString(), m_house->currency)
        : Result<Money>{badInput("no_money", {})};
    return amount ? std::optional{*amount} : std::nullopt;
}

void GiftCardDialog::recompute()
{
    for (const FieldFault& fault : {m_amountFault, m_cashFault, m_referenceFault}) {
        fault.clear();
    }
    m_state->hide();
    const bool isCash = m_method->currentData().toInt() == static_cast<int>(PaymentMethod::Cash);
    m_cash->setEnabled(isCash);
    m_reference->setEnabled(!isCash);
    const auto amount = amountTyped(m_amount);
    const auto cash = isCash ? amountTyped(m_cash) : std::nullopt;
    m_cash->setPlaceholderText(amount && isCash ? plainMoneyText(*amount) : QString{});
    const bool hasChange = amount && cash && *cash >= *amount;
    m_change->setText(
        hasChange
            ? tr("Change %1").arg(moneyText(*cash - roundedForCash(*amount, m_house->cashStep)))
            : QString{});
}

std::optional<GiftCardSale> GiftCardDialog::readSale()
{
    const auto amount = amountTyped(m_amount);
    if (!amount || amount->minor() <= 0) {
        m_amountFault.say(tr("Type what the gift card is to be worth."));
        return std::nullopt;
    }
    const auto method = static_cast<PaymentMethod>(m_method->currentData().toInt());
    Money tendered = *amount;
    if (method == PaymentMethod::Cash) {
        const bool isExact = m_cash->text().trimmed().isEmpty();
        const auto cash = isExact ? std::optional{roundedForCash(*amount, m_house->cashStep)}
                                  : amountTyped(m_cash);
        if (!cash) {
            m_cashFault.say(tr("Type the cash that was given, or leave it empty."));
            return std::nullopt;
        }
        tendered = *cash;
    }
    const Tender tender{method, tendered,
                        method == PaymentMethod::Cash
                            ? std::string{}
                            : m_reference->text().trimmed().toStdString()};
    const auto settled = settle(*amount, {tender}, m_house->cashStep);
    if (!settled) {
        const FieldFault& fault = method == PaymentMethod::Cash ? m_cashFault : m_referenceFault;
        fault.say(errorText(settled.error()));
        return std::nullopt;
    }
    if (!m_order) {
        m_order = m_port.newOrderId();
    }
    return GiftCardSale{*m_order, {*amount}, {tender}, std::nullopt};
}

void GiftCardDialog::sell()
{
    const auto sale = m_house ? readSale() : std::nullopt;
    if (!sale) {
        return;
    }
    m_sell->setEnabled(false); // a second press while it is being written sells nothing twice
    m_port.sellGiftCards(*sale, [this, self = QPointer{this}](const Result<GiftCardsSold>& answer) {
        if (self) {
            finish(answer);
        }
    });
}

void GiftCardDialog::finish(const Result<GiftCardsSold>& answer)
{
    m_sell->setEnabled(true);
    if (!answer) {
        m_state->setText(errorText(answer.error()));
        m_state->show();
        return;
    }
    Q_EMIT sold(*answer);
    accept();
}

} // namespace foyer::ui
