// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/orders/act_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"
#include "ui/orders/order_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

/// What people say most, so that one digit is enough.
QStringList quickReasons()
{
    return {ActPanel::tr("Cannot come"), ActPanel::tr("Bought by mistake"),
            ActPanel::tr("Wish of the customer"), ActPanel::tr("Performance changed")};
}

/// "one ticket", "3 tickets": said so that every title can take it.
QString ticketsText(std::size_t count)
{
    return count == 1 ? ActPanel::tr("one ticket") : ActPanel::tr("%1 tickets").arg(count);
}

QString titleOf(OrderAct act, std::size_t chosen, std::size_t valid)
{
    const QString tickets = ticketsText(chosen == 0 ? valid : chosen);
    switch (act) {
    case OrderAct::Refund:
        return ActPanel::tr("Refund: %1").arg(tickets);
    case OrderAct::Exchange:
        return ActPanel::tr("Exchange or move: %1").arg(tickets);
    case OrderAct::Reissue:
        return ActPanel::tr("Lost, new codes: %1").arg(tickets);
    case OrderAct::Void:
        return ActPanel::tr("Void the whole order");
    case OrderAct::Name:
        return ActPanel::tr("Whose order is it?");
    case OrderAct::Pickup:
        return ActPanel::tr("Who picks up: %1").arg(tickets);
    case OrderAct::Reprint:
        break; // asks on the page
    }
    return {};
}

std::vector<TicketId> validTickets(const OrderView& view)
{
    std::vector<TicketId> valid;
    for (const StandingLine& line : view.order.lines) {
        if (line.state != TicketState::Voided) {
            valid.push_back(line.sold.ticket);
        }
    }
    return valid;
}

} // namespace

ActPanel::ActPanel(OrdersPort& port, QWidget* parent)
    : QFrame{parent}, m_port{port}, m_title{makeLabel({}, "section", this)},
      m_words{makeLabel({}, "", this)}, m_money{makeLabel({}, "total", this)},
      m_general{makeLabel({}, "fault", this)}, m_reasons{makeLabel({}, "muted", this)},
      m_keepFees{new QCheckBox{tr("The fees stay with the house"), this}},
      m_insist{new QCheckBox{tr("Take it back all the same"), this}}, m_part{new QLineEdit{this}},
      m_performance{new QComboBox{this}}, m_type{new QComboBox{this}},
      m_category{new QComboBox{this}}, m_seats{new QLineEdit{this}}, m_reason{new QLineEdit{this}},
      m_cardReference{new QLineEdit{this}}, m_method{new QComboBox{this}},
      m_tendered{new QLineEdit{this}}, m_receipt{new QLineEdit{this}}, m_name{new QLineEdit{this}},
      m_phone{new QLineEdit{this}}, m_email{new QLineEdit{this}}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(m_title);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_money->setWordWrap(true);
    column->addWidget(m_money);
    m_general->setWordWrap(true);
    column->addWidget(m_general);
    m_form = new QFormLayout;
    m_form->setVerticalSpacing(kInside / 2);
    buildFields(*m_form);
    column->addLayout(m_form);
    m_reasons->setWordWrap(true);
    column->addWidget(m_reasons);
    column->addStretch();
    auto* buttons = new QHBoxLayout;
    auto* back = makeButton(tr("Back"), "", this, QStringLiteral("Esc"));
    m_confirm = makeButton(tr("Confirm"), "primary", this);
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(m_confirm);
    column->addLayout(buttons);
    showRows();
    connect(back, &QPushButton::clicked, this, &ActPanel::left);
    connect(m_confirm, &QPushButton::clicked, this, &ActPanel::confirm);
}

bool ActPanel::hasPlan() const
{
    return m_act == OrderAct::Refund || m_act == OrderAct::Exchange || m_act == OrderAct::Void;
}

bool ActPanel::needsReason() const
{
    return hasPlan() || m_act == OrderAct::Reissue;
}

void ActPanel::begin(OrderAct act, const OrderView& view, const std::vector<TicketId>& chosen)
{
    m_act = act;
    m_view = view;
    m_chosen = chosen;
    m_plan.reset();
    m_planFault.reset();
    m_isPlanning = false;
    ++m_asked; // a plan of the act before is none of this one
    clearFaults();
    const QSignalBlocker quiet1{m_part};
    const QSignalBlocker quiet2{m_keepFees};
    const QSignalBlocker quiet3{m_seats};
    for (QLineEdit* field : {m_seats, m_part, m_tendered, m_receipt, m_cardReference, m_name,
                             m_phone, m_email, m_reason}) {
        field->clear();
    }
    m_keepFees->setChecked(false);
    const QSignalBlocker quiet4{m_insist};
    m_insist->setChecked(false);
    m_method->setCurrentIndex(0);
    m_title->setText(titleOf(act, chosen.size(), validTickets(view).size()));
    m_words->clear();
    m_money->clear();
    if (act == OrderAct::Reissue) {
        m_words->setText(tr("The old codes are refused at the door from now on. The places and the "
                            "money stay as they are."));
        m_chosen = chosen.empty() ? validTickets(view) : chosen;
    } else if (act == OrderAct::Pickup) {
        m_words->setText(tr("Whoever is named here gets these tickets at the counter. Leave all "
                            "empty to give them to the order's customer again."));
        m_chosen = chosen.empty() ? validTickets(view) : chosen;
    }
    if (act == OrderAct::Name && view.customer) {
        m_name->setText(text(view.customer->details.name));
        m_phone->setText(text(view.customer->details.phone));
        m_email->setText(text(view.customer->details.email));
    }
    const QStringList reasons = quickReasons();
    QStringList numbered;
    for (int i = 0; i < reasons.size(); ++i) {
        numbered << QStringLiteral("%1 %2").arg(i + 1).arg(reasons[i]);
    }
    m_reasons->setText(numbered.join(QStringLiteral("   ")));
    showRows();
    QFrame::show();
    const bool isPerson = act == OrderAct::Name || act == OrderAct::Pickup;
    (isPerson ? m_name : isExchange() ? m_seats : m_reason)->setFocus();
    if (isExchange()) {
        m_chosen = chosen.empty() ? validTickets(view) : chosen;
        loadPerformances();
    } else {
        plan();
    }
}

void ActPanel::showRows()
{
    const bool isDue = m_plan && !m_plan->due.isZero();
    const bool byCard = m_method->currentIndex() == 1;
    const bool toCard = m_plan && std::ranges::any_of(m_plan->parts, [](const RefundPart& part) {
                            return part.method == PaymentMethod::CardTerminal;
                        });
    const bool isPerson = m_act == OrderAct::Name || m_act == OrderAct::Pickup;
    const std::pair<QWidget*, bool> rows[] = {{m_performance, isExchange()},
                                              {m_type, isExchange()},
                                              {m_category, isExchange()},
                                              {m_seats, isExchange()},
                                              {m_part, m_act == OrderAct::Refund},
                                              {m_keepFees, m_act == OrderAct::Refund},
                                              {m_insist, mayInsist()},
                                              {m_method, isDue},
                                              {m_tendered, isDue && !byCard},
                                              {m_receipt, isDue && byCard},
                                              {m_cardReference, toCard && m_act != OrderAct::Void},
                                              {m_name, isPerson},
                                              {m_phone, isPerson},
                                              {m_email, isPerson},
                                              {m_reason, needsReason()}};
    for (const auto& [field, shown] : rows) {
        field->setVisible(shown);
        for (QLabel* label : findChildren<QLabel*>()) {
            if (label->buddy() == field) {
                label->setVisible(shown);
            }
        }
    }
    m_reasons->setVisible(needsReason());
    m_money->setVisible(!m_money->text().isEmpty());
}

void ActPanel::plan()
{
    if (!hasPlan()) {
        showRows();
        return;
    }
    const int asked = ++m_asked;
    m_isPlanning = true;
    const auto then = [self = QPointer{this}, asked](const Result<AfterSalePlan>& plan) {
        if (self && asked == self->m_asked) {
            self->showPlan(plan);
        }
    };
    if (m_act == OrderAct::Refund) {
        m_port.planReturn(returnRequest(), then);
    } else if (m_act == OrderAct::Void) {
        m_port.planVoid(m_view.order.id, openPayment(), then);
    } else if (const auto request = exchangeRequest()) {
        m_port.planExchange(*request, then);
    } else {
        m_isPlanning = false;
        m_plan.reset();
        m_planFault.reset();
        m_money->clear();
        showRows();
    }
}

void ActPanel::showPlan(const Result<AfterSalePlan>& plan)
{
    m_isPlanning = false;
    m_planFault = plan ? std::nullopt : std::optional{plan.error()};
    if (!plan) {
        m_plan.reset();
        m_money->clear();
        m_words->setText(errorText(plan.error()));
        showRows();
        return;
    }
    const bool wasDue = m_plan && !m_plan->due.isZero();
    m_plan = *plan;
    m_words->setText(plan->tickets.empty() ? tr("The gift cards that it sold are worth nothing "
                                                "from then on.")
                                           : planText(*plan));
    m_money->setText(moneySentence(*plan));
    if (!plan->due.isZero() && !wasDue) {
        m_tendered->setText(text(toPlainText(plan->due)));
    }
    showRows();
}

void ActPanel::takeQuickReason(const QString& typed)
{
    const QStringList reasons = quickReasons();
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (isNumber && typed.size() == 1 && number >= 1 && number <= reasons.size()) {
        m_reason->setText(reasons[number - 1]);
    }
}

bool ActPanel::isPlanShown()
{
    if (m_isPlanning) {
        return false; // money is never moved unseen; the next Enter finds it shown
    }
    if (m_planFault) {
        showFault(*m_planFault);
        plan(); // what was in the way may be gone, like a shift that was not open
        return false;
    }
    return m_plan.has_value();
}

void ActPanel::confirm()
{
    if (m_isDoing) {
        return;
    }
    clearFaults();
    if (hasPlan() && !isPlanShown()) {
        return;
    }
    const auto then = [self = QPointer{this}](const Result<OrderView>& view) {
        if (self) {
            self->finish(view);
        }
    };
    const std::string reason = m_reason->text().trimmed().toStdString();
    const OrderId order = m_view.order.id;
    m_isDoing = true;
    switch (m_act) {
    case OrderAct::Refund: {
        ReturnRequest request = returnRequest();
        request.told = m_plan->difference();
        m_port.returnTickets(request, then);
        break;
    }
    case OrderAct::Exchange:
        if (auto request = exchangeRequest()) {
            request->told = m_plan->difference();
            m_port.exchange(*request, then);
        } else {
            m_isDoing = false;
        }
        break;
    case OrderAct::Reissue:
        m_port.reissue(order, m_chosen, reason, then);
        break;
    case OrderAct::Void:
        m_port.voidOrder(order, reason, openPayment(), then);
        break;
    case OrderAct::Name:
        m_port.setCustomer(order, person(), then);
        break;
    case OrderAct::Pickup:
        m_port.splitPickup(order, m_chosen, person(), then);
        break;
    case OrderAct::Reprint:
        break; // has no panel of its own
    }
}

void ActPanel::finish(const Result<OrderView>& view)
{
    m_isDoing = false;
    if (!view) {
        showFault(view.error());
        plan(); // what refused it may have changed the plan, too
        return;
    }
    QString sentence;
    if (m_plan) {
        sentence = moneySentence(*m_plan);
    } else if (m_act == OrderAct::Reissue) {
        sentence = tr("New tickets were made. Print them with F6; the old ones are refused.");
    } else {
        sentence = tr("Kept.");
    }
    Q_EMIT done(*view, sentence);
}

void ActPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace foyer::ui
