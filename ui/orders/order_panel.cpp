// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/orders/order_panel.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/payment_reasons.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"
#include "ui/orders/order_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kHistoryHeight = 132;
constexpr int kPlaceWidth = 200;
enum Column { Place, Type, Date, State, Worth, Columns };

} // namespace

OrderPanel::OrderPanel(QWidget* parent)
    : QFrame{parent}, m_code{makeLabel({}, "title", this)}, m_worth{makeLabel({}, "total", this)},
      m_about{makeLabel({}, "muted", this)}, m_tickets{new QTableWidget{0, Columns, this}},
      m_payments{makeLabel({}, "muted", this)}, m_history{new QListWidget{this}}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    auto* head = new QHBoxLayout;
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(m_code, 1);
    head->addWidget(m_worth);
    column->addLayout(head);
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    m_tickets->setAccessibleName(tr("Tickets of the order; tick those that are meant"));
    m_tickets->setHorizontalHeaderLabels(
        {tr("Place"), tr("Ticket"), tr("Performance"), tr("State"), tr("Worth")});
    m_tickets->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tickets->horizontalHeader()->setSectionResizeMode(Date, QHeaderView::Stretch);
    m_tickets->horizontalHeader()->setSectionResizeMode(Place, QHeaderView::Interactive);
    m_tickets->setColumnWidth(Place, kPlaceWidth); // with its box, which Qt forgets
    m_tickets->setWordWrap(false);
    m_tickets->horizontalHeader()->setHighlightSections(false);
    m_tickets->verticalHeader()->hide();
    m_tickets->verticalHeader()->setDefaultSectionSize(kTarget);
    m_tickets->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tickets->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tickets->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tickets->setShowGrid(false);
    m_tickets->setTabKeyNavigation(false);
    column->addWidget(m_tickets, 1);
    m_payments->setWordWrap(true);
    column->addWidget(m_payments);
    m_awaited = makePanel(this);
    auto* awaited = new QHBoxLayout{m_awaited};
    awaited->setContentsMargins(kBetween, kInside, kBetween, kInside);
    awaited->setSpacing(kBetween);
    m_awaitedWords = makeLabel({}, "", m_awaited);
    m_awaitedWords->setWordWrap(true);
    awaited->addWidget(m_awaitedWords, 1);
    m_takeUp = makeButton(tr("Take up the payment"), "", m_awaited);
    awaited->addWidget(m_takeUp);
    connect(m_takeUp, &QPushButton::clicked, this, &OrderPanel::paymentAsked);
    column->addWidget(m_awaited);
    auto* acts = new QWidget{this};
    auto* row = new FlowLayout{kInside};
    acts->setLayout(row);
    addAct(*row, tr("Refund"), QStringLiteral("F4"), OrderAct::Refund);
    addAct(*row, tr("Exchange or move"), QStringLiteral("F5"), OrderAct::Exchange);
    addAct(*row, tr("Print again"), QStringLiteral("F6"), OrderAct::Reprint);
    addAct(*row, tr("Lost ticket"), QStringLiteral("F7"), OrderAct::Reissue);
    addAct(*row, tr("Void"), QStringLiteral("F8"), OrderAct::Void);
    addAct(*row, tr("Name"), QStringLiteral("F9"), OrderAct::Name);
    addAct(*row, tr("Pick-up"), QStringLiteral("F10"), OrderAct::Pickup);
    column->addWidget(acts);
    m_history->setAccessibleName(tr("What was done to the order"));
    m_history->setFixedHeight(kHistoryHeight);
    m_history->setWordWrap(true);
    column->addWidget(m_history);
}

QPushButton* OrderPanel::addAct(FlowLayout& row, const QString& words, const QString& key,
                                OrderAct act)
{
    auto* button = makeButton(words, "", this, key);
    row.addWidget(button);
    m_acts.push_back(button);
    connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT asked(act); });
    return button;
}

void OrderPanel::show(const OrderView& view, const std::vector<TicketId>& chosen)
{
    m_view = view;
    const StandingOrder& order = view.order;
    m_code->setText(text(displayOrderCode(order.code)));
    m_worth->setText(moneyText(Money{order.voided ? 0 : order.worth(), order.currency}));
    QStringList about{orderStateText(view), dayAndTimeText(order.placedAt, view.timeZone)};
    if (view.customer) {
        about << isolated(text(view.customer->details.name));
        for (const std::string& way :
             {view.customer->details.phone, view.customer->details.email}) {
            if (!way.empty()) {
                about << text(way);
            }
        }
    } else {
        about << tr("Nobody is named");
    }
    m_about->setText(about.join(QStringLiteral(" · ")));
    showTickets(chosen);
    showPayments();
    m_history->clear();
    for (auto change = view.history.rbegin(); change != view.history.rend(); ++change) {
        m_history->addItem(changeText(*change, order.currency, view.timeZone));
    }
    if (view.history.empty()) {
        m_history->addItem(tr("Nothing was changed since it was sold."));
    }
    QFrame::show();
}

void OrderPanel::showPayments()
{
    const StandingOrder& order = m_view.order;
    QStringList payments;
    for (const StandingPayment& payment : order.payments) {
        if (payment.amount == 0 || payment.awaited > 0) {
            continue; // paid in another way, or not paid: see below
        }
        QString words = methodText(payment.method) + QStringLiteral(" ") +
            moneyText(Money{payment.amount, order.currency});
        if (payment.returnedAmount > 0) {
            words += QStringLiteral(" ") +
                tr("(%1 given back)").arg(moneyText(Money{payment.returnedAmount, order.currency}));
        }
        payments << words;
    }
    m_payments->setText(payments.isEmpty()
                            ? tr("Nothing was paid.")
                            : tr("Paid: %1").arg(payments.join(QStringLiteral(", "))));
    QStringList provided;
    for (const WatchedPayment& watched : m_view.provided) {
        const ProviderPayment& payment = watched.payment;
        const bool isPlain = payment.settledAt && !payment.isLate() && payment.refunds.empty() &&
            payment.goingBack() == 0;
        const bool isReplaced = payment.endedAt && !payment.settledAt && payment.awaited == 0;
        if (isPlain || isReplaced) {
            continue; // said above
        }
        const auto method =
            payment.way == PaymentWay::Link ? PaymentMethod::Online : PaymentMethod::Reader;
        provided << tr("%1 %2: %3")
                        .arg(methodText(method), moneyText(Money{payment.amount, payment.currency}),
                             standingText(watched));
    }
    m_awaitedWords->setText(provided.join(QLatin1Char{'\n'}));
    const bool isTrouble = std::ranges::any_of(m_view.provided, [](const WatchedPayment& watched) {
        return watched.payment.goingBack() > 0 && watched.payment.failedRefund() != nullptr;
    });
    setRole(m_awaitedWords, isTrouble ? "fault" : "");
    m_awaited->setVisible(!provided.isEmpty());
    m_takeUp->setVisible(order.awaited() > 0 && !order.voided);
}

void OrderPanel::showTickets(const std::vector<TicketId>& chosen)
{
    const QSignalBlocker quiet{m_tickets};
    m_tickets->setRowCount(static_cast<int>(m_view.order.lines.size()));
    for (int row = 0; row < m_tickets->rowCount(); ++row) {
        const StandingLine& line = m_view.order.lines[static_cast<std::size_t>(row)];
        const auto event = m_view.performances.find(line.sold.performance);
        const auto start = m_view.starts.find(line.sold.performance);
        QString date =
            event != m_view.performances.end() ? isolated(text(event->second)) : QString{};
        if (start != m_view.starts.end()) {
            date += QStringLiteral(" · ") + dayAndTimeText(start->second, m_view.timeZone);
        }
        const bool isPaid = m_view.order.awaited() == 0 || line.state != TicketState::Sold;
        QString state = isPaid ? ticketStateText(line.state) : orderStateText(m_view);
        if (line.pickup) {
            const auto name = m_view.pickups.find(*line.pickup);
            if (name != m_view.pickups.end()) {
                state += QStringLiteral(" · ") + tr("for %1").arg(isolated(text(name->second)));
            }
        }
        const QStringList cells{isolated(text(line.sold.seatLabel)),
                                isolated(text(line.sold.typeName)), date, state,
                                moneyText(Money{line.worth(), m_view.order.currency})};
        for (int cell = 0; cell < cells.size(); ++cell) {
            auto* item = new QTableWidgetItem{cells[cell]};
            item->setToolTip(cells[cell]);
            const bool isValid = line.state != TicketState::Voided;
            item->setFlags(isValid ? Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                                   (cell == Place ? Qt::ItemIsUserCheckable : Qt::NoItemFlags)
                                   : Qt::ItemIsSelectable);
            if (cell == Place && isValid) {
                const bool isChosen = std::ranges::find(chosen, line.sold.ticket) != chosen.end();
                item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
            }
            item->setTextAlignment(cell == Worth ? Qt::AlignRight | Qt::AlignVCenter
                                                 : Qt::AlignLeft | Qt::AlignVCenter);
            m_tickets->setItem(row, cell, item);
        }
    }
}

std::vector<TicketId> OrderPanel::chosen() const
{
    std::vector<TicketId> chosen;
    for (int row = 0; row < m_tickets->rowCount(); ++row) {
        if (m_tickets->item(row, Place)->checkState() == Qt::Checked) {
            chosen.push_back(m_view.order.lines[static_cast<std::size_t>(row)].sold.ticket);
        }
    }
    return chosen;
}

} // namespace foyer::ui
