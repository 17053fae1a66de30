// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/awaited_panel.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"
#include "ui/sell/waiting_parts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kFieldWidth = 200;

using Phase = AwaitedPresenter::Phase;

/// What the clerk has to know of stands out: colour says it as well as the words.
bool isTrouble(const AwaitedPayment& payment, Phase phase)
{
    return phase == Phase::NotSent || phase == Phase::Checking || phase == Phase::ProviderDown ||
        phase == Phase::Held || phase == Phase::Ended ||
        (phase == Phase::Waiting && !payment.declined.empty());
}

} // namespace

AwaitedPanel::AwaitedPanel(AwaitedPresenter& presenter, QWidget* parent)
    : QFrame{parent}, m_presenter{presenter}
{
    setProperty("role", "panel");
    setAccessibleName(tr("Payment"));
    setFocusPolicy(Qt::StrongFocus);
    build();
    connect(&m_presenter, &AwaitedPresenter::changed, this, &AwaitedPanel::show);
    connect(&m_presenter, &AwaitedPresenter::failed, this, &AwaitedPanel::sayFault);
    connect(m_cancel, &QPushButton::clicked, &m_presenter, &AwaitedPresenter::cancel);
    connect(m_again, &QPushButton::clicked, &m_presenter, &AwaitedPresenter::tryAgain);
    connect(m_leave, &QPushButton::clicked, this, &AwaitedPanel::left);
    connect(m_cash, &QPushButton::clicked, this, [this] { showInstead(false); });
    connect(m_card, &QPushButton::clicked, this, [this] { showInstead(true); });
    connect(m_take, &QPushButton::clicked, this, &AwaitedPanel::payInstead);
    connect(m_insteadField, &QLineEdit::returnPressed, this, &AwaitedPanel::payInstead);
    show();
}

void AwaitedPanel::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    auto* head = new QHBoxLayout;
    auto* sums = new QVBoxLayout;
    sums->setSpacing(0);
    m_about = makeLabel({}, "muted", this);
    m_about->setWordWrap(true);
    sums->addWidget(m_about);
    m_amount = makeLabel({}, "amount", this);
    m_amount->setAccessibleName(tr("To pay"));
    sums->addWidget(m_amount);
    head->addLayout(sums, 1);
    m_ring = new TimeRing{this};
    head->addWidget(m_ring, 0, Qt::AlignTop);
    column->addLayout(head);

    m_headline = makeLabel({}, "section", this);
    m_headline->setWordWrap(true);
    column->addWidget(m_headline);
    m_sentence = makeLabel({}, "muted", this);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    column->addWidget(buildActs());
    column->addWidget(buildInstead());
    m_code = new QrView{this};
    column->addWidget(m_code, 1);
    m_url = makeLabel({}, "small", this);
    m_url->setAlignment(Qt::AlignHCenter);
    m_url->setWordWrap(true);
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_url->setAccessibleName(tr("Address of the payment page"));
    column->addWidget(m_url);
    m_fault = makeLabel({}, "fault", this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    column->addStretch();
    addLeaving(*column);
}

QWidget* AwaitedPanel::buildInstead()
{
    m_instead = makePanel(this);
    auto* column = new QVBoxLayout{m_instead};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    m_insist = makeLabel(tr("The first payment is cancelled. If its money comes all the same, the "
                            "server gives it back by itself."),
                         "muted", m_instead);
    m_insist->setWordWrap(true);
    column->addWidget(m_insist);
    auto* row = new QHBoxLayout;
    row->setSpacing(kBetween);
    m_insteadName = makeLabel({}, "", m_instead);
    m_insteadField = new QLineEdit{m_instead};
    m_insteadField->setMinimumHeight(kTarget);
    m_insteadField->setMaximumWidth(kFieldWidth);
    m_insteadName->setBuddy(m_insteadField);
    m_take = makeButton(tr("Take it"), "primary", m_instead);
    row->addWidget(m_insteadName);
    row->addWidget(m_insteadField, 1);
    row->addStretch();
    row->addWidget(m_take);
    column->addLayout(row);
    m_instead->hide();
    return m_instead;
}

/// What may be done where the money did not come.
QWidget* AwaitedPanel::buildActs()
{
    m_acts = new QWidget{this};
    auto* row = new FlowLayout{kInside};
    m_acts->setLayout(row);
    m_cash = makeButton(tr("Pay in cash instead"), "", m_acts, QStringLiteral("F9"));
    m_card = makeButton(tr("Pay by card instead"), "", m_acts, QStringLiteral("F10"));
    m_again = makeButton(tr("Ask once more"), "", m_acts);
    setButtonIcon(m_cash, QStringLiteral("banknote"));
    setButtonIcon(m_card, QStringLiteral("credit-card"));
    setButtonIcon(m_again, QStringLiteral("refresh-cw"));
    for (QPushButton* button : {m_cash, m_card, m_again}) {
        row->addWidget(button);
    }
    return m_acts;
}

void AwaitedPanel::addLeaving(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kInside);
    m_leave = makeButton(tr("Serve the next customer"), "", this, QStringLiteral("Esc"));
    m_leave->setToolTip(tr("The payment goes on. The order is found under Orders."));
    m_cancel = makeButton(tr("Cancel the payment"), "", this);
    setButtonIcon(m_leave, QStringLiteral("arrow-left"));
    setButtonIcon(m_cancel, QStringLiteral("x"));
    row->addWidget(m_leave);
    row->addStretch();
    row->addWidget(m_cancel);
    column.addLayout(row);
}

/// "Order K7-Q4M2-X · Card reader · Desk".
QString AwaitedPanel::aboutText(const AwaitedPayment& seen) const
{
    const bool isLink = seen.watched.payment.way == PaymentWay::Link;
    QStringList parts{tr("Order %1").arg(text(displayOrderCode(seen.watched.orderCode))),
                      methodText(isLink ? PaymentMethod::Online : PaymentMethod::Reader)};
    if (!seen.readerName.empty()) {
        parts << isolated(text(seen.readerName));
    }
    return parts.join(QStringLiteral(" · "));
}

void AwaitedPanel::show()
{
    const auto& seen = m_presenter.payment();
    const Phase phase = m_presenter.phase();
    m_amount->setText(seen ? moneyText(m_presenter.open()) : QString{});
    m_amount->setAccessibleDescription(m_amount->text());
    m_about->setText(seen ? aboutText(*seen) : QString{});
    m_headline->setText(m_presenter.headline());
    m_sentence->setText(m_presenter.sentence());
    setRole(m_sentence, seen && isTrouble(*seen, phase) ? "fault" : "muted");
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_ring->setTime(m_presenter.timeLeft(), seen ? m_presenter.timeLeftText() : QString{});
    const bool isLink = seen && seen->watched.payment.way == PaymentWay::Link;
    const bool isPayable = phase == Phase::Asking || phase == Phase::Waiting;
    m_code->setVisible(isLink && isPayable);
    m_code->setCode(seen ? seen->qrSize : 0, seen ? seen->qrModules : std::vector<bool>{});
    m_url->setText(isLink && isPayable ? text(seen->pageUrl) : QString{});
    m_url->setVisible(!m_url->text().isEmpty());
    showActs();
    if (m_saidLast != m_headline->text() && isVisible()) {
        m_saidLast = m_headline->text();
        QAccessibleEvent said{m_headline, QAccessible::NameChanged};
        QAccessible::updateAccessibility(&said);
    }
}

void AwaitedPanel::showActs()
{
    const bool instead = m_presenter.canPayInstead();
    m_acts->setVisible(instead);
    m_again->setVisible(m_presenter.canTryAgain());
    m_cancel->setVisible(m_presenter.phase() != Phase::Ended);
    m_cancel->setEnabled(m_presenter.canCancel());
    m_insist->setVisible(m_presenter.hasToInsist());
    if (!instead && !m_presenter.isBusy()) {
        m_instead->hide();
    }
    m_take->setEnabled(!m_presenter.isBusy());
}

void AwaitedPanel::showInstead(bool isCard)
{
    m_isCard = isCard;
    m_fault->hide();
    m_insteadName->setText(isCard ? tr("Terminal's receipt number") : tr("Cash given"));
    m_insteadField->setAccessibleName(m_insteadName->text());
    m_insteadField->clear();
    m_insteadField->setPlaceholderText(isCard ? QString{}
                                              : plainMoneyText(m_presenter.openInCash()));
    m_instead->show();
    m_insteadField->setFocus();
}

void AwaitedPanel::payInstead()
{
    m_fault->hide();
    const QString typed = m_insteadField->text().trimmed();
    if (m_isCard) {
        if (typed.isEmpty()) {
            sayFault(tr("Type the receipt number that the card terminal printed."));
            m_insteadField->setFocus();
            return;
        }
        m_presenter.payByCard(typed.toStdString());
        return;
    }
    const auto given = typed.isEmpty()
        ? Result<Money>{m_presenter.openInCash()}
        : parseMoney(typed.toStdString(), m_presenter.open().currency());
    if (!given) {
        sayFault(errorText(given.error()));
        m_insteadField->setFocus();
        return;
    }
    m_presenter.payCash(*given);
}

void AwaitedPanel::sayFault(const QString& sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void AwaitedPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_instead->isVisible()) {
            m_instead->hide();
            setFocus();
        } else {
            Q_EMIT left();
        }
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace foyer::ui
