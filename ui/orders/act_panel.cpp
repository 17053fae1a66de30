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
      m_part{new QLineEdit{this}}, m_performance{new QComboBox{this}}, m_type{new QComboBox{this}},
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

FieldFault ActPanel::addRow(QFormLayout& form, const QString& name, QWidget* field)
{
    m_faults.push_back(addField(form, name, field, this));
    return m_faults.back();
}

void ActPanel::buildFields(QFormLayout& form)
{
    addRow(form, tr("Performance"), m_performance);
    addRow(form, tr("Ticket type"), m_type);
    addRow(form, tr("Category"), m_category);
    addRow(form, tr("Seats"), m_seats);
    m_seats->setPlaceholderText(tr("F7, F8: one for each ticket"));
    addRow(form, tr("Only a part"), m_part);
    m_part->setPlaceholderText(tr("Empty: all of it"));
    form.addRow(QString{}, m_keepFees);
    addRow(form, tr("Paid by"), m_method);
    m_method->addItem(methodText(PaymentMethod::Cash));
    m_method->addItem(methodText(PaymentMethod::CardTerminal));
    addRow(form, tr("Given"), m_tendered);
    addRow(form, tr("Terminal receipt"), m_receipt);
    addRow(form, tr("Receipt of the card refund"), m_cardReference);
    addRow(form, tr("Name"), m_name);
    addRow(form, tr("Telephone"), m_phone);
    addRow(form, tr("Email"), m_email);
    addRow(form, tr("Reason"), m_reason);
    for (QComboBox* box : {m_performance, m_type, m_category}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    connect(m_performance, &QComboBox::activated, this, &ActPanel::loadPlaces);
    connect(m_type, &QComboBox::activated, this, &ActPanel::plan);
    connect(m_category, &QComboBox::activated, this, &ActPanel::plan);
    connect(m_seats, &QLineEdit::textChanged, this, &ActPanel::plan);
    connect(m_part, &QLineEdit::textChanged, this, &ActPanel::plan);
    connect(m_keepFees, &QCheckBox::toggled, this, &ActPanel::plan);
    connect(m_reason, &QLineEdit::textEdited, this, &ActPanel::takeQuickReason);
    connect(m_method, &QComboBox::activated, this, &ActPanel::showRows);
    for (QLineEdit* field : {m_seats, m_part, m_tendered, m_receipt, m_cardReference, m_name,
                             m_phone, m_email, m_reason}) {
        connect(field, &QLineEdit::returnPressed, this, &ActPanel::confirm);
    }
}

bool ActPanel::hasPlan() const
{
    return m_act == OrderAct::Refund || m_act == OrderAct::Exchange;
}

bool ActPanel::needsReason() const
{
    return hasPlan() || m_act == OrderAct::Reissue || m_act == OrderAct::Void;
}

void ActPanel::begin(OrderAct act, const OrderView& view, const std::vector<TicketId>& chosen)
{
    m_act = act;
    m_view = view;
    m_chosen = chosen;
    m_plan.reset();
    clearFaults();
    const QSignalBlocker quiet1{m_part};
    const QSignalBlocker quiet2{m_keepFees};
    const QSignalBlocker quiet3{m_seats};
    for (QLineEdit* field : {m_seats, m_part, m_tendered, m_receipt, m_cardReference, m_name,
                             m_phone, m_email, m_reason}) {
        field->clear();
    }
    m_keepFees->setChecked(false);
    m_method->setCurrentIndex(0);
    m_title->setText(titleOf(act, chosen.size(), validTickets(view).size()));
    m_words->clear();
    m_money->clear();
    if (act == OrderAct::Reissue) {
        m_words->setText(tr("The old codes are refused at the door from now on. The places and the "
                            "money stay as they are."));
        m_chosen = chosen.empty() ? validTickets(view) : chosen;
    } else if (act == OrderAct::Void) {
        m_words->setText(tr("All its tickets become void, their places are free again, and the "
                            "money goes back as it came."));
        m_money->setText(
            tr("Give back · %1").arg(moneyText(Money{view.order.paid(), view.order.currency})));
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
                                              {m_method, isDue},
                                              {m_tendered, isDue && !byCard},
                                              {m_receipt, isDue && byCard},
                                              {m_cardReference, toCard},
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

void ActPanel::loadPerformances()
{
    m_port.performances(
        [self = QPointer{this}](const Result<std::vector<PerformanceSummary>>& all) {
            if (!self) {
                return;
            }
            if (!all) {
                self->showFault(all.error());
                return;
            }
            self->m_performances = *all;
            self->m_performance->clear();
            const StandingLine* first =
                self->m_chosen.empty() ? nullptr : self->m_view.order.line(self->m_chosen.front());
            int current = 0;
            for (const PerformanceSummary& each : *all) {
                if (first != nullptr && each.id == first->sold.performance) {
                    current = self->m_performance->count();
                }
                self->m_performance->addItem(isolated(text(each.event)) + QStringLiteral(" · ") +
                                             dayAndTimeText(each.startsAt, each.timeZone));
            }
            self->m_performance->setCurrentIndex(current);
            self->loadPlaces();
        });
}

void ActPanel::loadPlaces()
{
    const auto index = static_cast<std::size_t>(std::max(m_performance->currentIndex(), 0));
    if (index >= m_performances.size()) {
        return;
    }
    m_port.places(m_performances[index].id,
                  [self = QPointer{this}](const Result<ExchangePlaces>& places) {
                      if (!self) {
                          return;
                      }
                      if (!places) {
                          self->showFault(places.error());
                          return;
                      }
                      self->m_places = *places;
                      self->fillTypes();
                      self->plan();
                  });
}

void ActPanel::fillTypes()
{
    const StandingLine* first = m_chosen.empty() ? nullptr : m_view.order.line(m_chosen.front());
    m_type->clear();
    m_category->clear();
    for (const TicketType& type : m_places.offer->types) {
        m_type->addItem(isolated(text(type.name)));
        if (first != nullptr && type.id == first->sold.type) {
            m_type->setCurrentIndex(m_type->count() - 1);
        }
    }
    for (const PriceCategory& category : m_places.offer->categories) {
        m_category->addItem(isolated(text(category.name)));
        if (first != nullptr && category.id == first->sold.category) {
            m_category->setCurrentIndex(m_category->count() - 1);
        }
    }
}

std::optional<SeatNumber> ActPanel::seatTyped(const QString& typed) const
{
    if (!m_places.offer || !m_places.offer->plan) {
        return std::nullopt;
    }
    const auto seats = m_places.offer->plan->seatsNamed(typed.toStdString());
    // Of seats that are named alike the one of the category that was chosen is meant.
    for (const SeatNumber seat : seats) {
        const PriceCategory* category = m_places.offer->categoryOfSeat(seat);
        const auto index = static_cast<std::size_t>(std::max(m_category->currentIndex(), 0));
        if (seats.size() == 1 ||
            (category != nullptr && index < m_places.offer->categories.size() &&
             category->id == m_places.offer->categories[index].id)) {
            return seat;
        }
    }
    return std::nullopt;
}

ReturnRequest ActPanel::returnRequest() const
{
    ReturnRequest request{.order = m_view.order.id,
                          .choice = {m_chosen, m_keepFees->isChecked(), std::nullopt},
                          .reason = m_reason->text().trimmed().toStdString(),
                          .cardReference = m_cardReference->text().trimmed().toStdString(),
                          .told = std::nullopt};
    const QString part = m_part->text().trimmed();
    if (!part.isEmpty()) {
        const auto amount = parseMoney(part.toStdString(), m_view.order.currency);
        request.choice.part = amount ? amount->minor() : 0; // core says what is wrong with it
    }
    return request;
}

std::optional<ExchangeRequest> ActPanel::exchangeRequest()
{
    if (!m_places.offer || m_places.offer->types.empty() || m_places.offer->categories.empty()) {
        return std::nullopt;
    }
    ExchangeRequest request{.order = m_view.order.id,
                            .steps = {},
                            .reason = m_reason->text().trimmed().toStdString(),
                            .tenders = tenders(),
                            .cardReference = m_cardReference->text().trimmed().toStdString(),
                            .told = std::nullopt};
    const Offer& offer = *m_places.offer;
    const QStringList seats = m_seats->text().split(QLatin1Char{','}, Qt::SkipEmptyParts);
    const TicketTypeId type = offer.types[static_cast<std::size_t>(m_type->currentIndex())].id;
    const CategoryId category =
        offer.categories[static_cast<std::size_t>(m_category->currentIndex())].id;
    for (std::size_t i = 0; i < m_chosen.size(); ++i) {
        CartItem to{offer.performance.id, type, category, std::nullopt};
        if (static_cast<qsizetype>(i) < seats.size()) {
            const QString typed = seats[static_cast<qsizetype>(i)].trimmed();
            const auto seat = seatTyped(typed);
            if (!seat) {
                m_words->setText(tr("There is no seat %1 here. Write it as row and number, F7, or "
                                    "with its section, Stalls F7.")
                                     .arg(typed));
                return std::nullopt;
            }
            to.seat = *seat;
            if (const PriceCategory* own = offer.categoryOfSeat(*seat)) {
                to.category = own->id;
            }
        } else if (const StandingLine* line = m_view.order.line(m_chosen[i]); line != nullptr &&
                   line->sold.performance == to.performance && line->sold.category == to.category) {
            to.seat = line->sold.seat; // only the type changes
        }
        request.steps.push_back({m_chosen[i], to});
    }
    return request;
}

std::vector<Tender> ActPanel::tenders() const
{
    if (!m_plan || m_plan->due.isZero()) {
        return {};
    }
    if (m_method->currentIndex() == 1) {
        return {
            {PaymentMethod::CardTerminal, m_plan->due, m_receipt->text().trimmed().toStdString()}};
    }
    const auto given =
        parseMoney(m_tendered->text().trimmed().toStdString(), m_view.order.currency);
    return {{PaymentMethod::Cash, given ? *given : Money{0, m_view.order.currency}, {}}};
}

PersonNamed ActPanel::person() const
{
    CustomerDetails details{m_name->text().trimmed().toStdString(),
                            m_email->text().trimmed().toStdString(),
                            m_phone->text().trimmed().toStdString(),
                            {}};
    return details.isEmpty() ? PersonNamed{} : PersonNamed{std::nullopt, details};
}

void ActPanel::plan()
{
    if (!hasPlan()) {
        showRows();
        return;
    }
    const int asked = ++m_asked;
    const auto then = [self = QPointer{this}, asked](const Result<AfterSalePlan>& plan) {
        if (self && asked == self->m_asked) {
            self->showPlan(plan);
        }
    };
    if (m_act == OrderAct::Refund) {
        m_port.planReturn(returnRequest(), then);
    } else if (const auto request = exchangeRequest()) {
        m_port.planExchange(*request, then);
    } else {
        m_plan.reset();
        m_money->clear();
        showRows();
    }
}

void ActPanel::showPlan(const Result<AfterSalePlan>& plan)
{
    if (!plan) {
        m_plan.reset();
        m_money->clear();
        m_words->setText(errorText(plan.error()));
        showRows();
        return;
    }
    const bool wasDue = m_plan && !m_plan->due.isZero();
    m_plan = *plan;
    m_words->setText(planText(*plan));
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

void ActPanel::confirm()
{
    clearFaults();
    const auto then = [self = QPointer{this}](const Result<OrderView>& view) {
        if (self) {
            self->finish(view);
        }
    };
    const std::string reason = m_reason->text().trimmed().toStdString();
    const OrderId order = m_view.order.id;
    switch (m_act) {
    case OrderAct::Refund: {
        ReturnRequest request = returnRequest();
        request.told = m_plan ? std::optional{m_plan->difference()} : std::nullopt;
        m_port.returnTickets(request, then);
        break;
    }
    case OrderAct::Exchange:
        if (auto request = exchangeRequest()) {
            request->told = m_plan ? std::optional{m_plan->difference()} : std::nullopt;
            m_port.exchange(*request, then);
        }
        break;
    case OrderAct::Reissue:
        m_port.reissue(order, m_chosen, reason, then);
        break;
    case OrderAct::Void:
        m_port.voidOrder(order, reason, then);
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
    if (!view) {
        showFault(view.error());
        return;
    }
    QString sentence;
    if (m_plan) {
        sentence = moneySentence(*m_plan);
    } else if (m_act == OrderAct::Void) {
        sentence = m_money->text();
    } else if (m_act == OrderAct::Reissue) {
        sentence = tr("New tickets were made. Print them with F6; the old ones are refused.");
    } else {
        sentence = tr("Kept.");
    }
    Q_EMIT done(*view, sentence);
}

void ActPanel::showFault(const Error& error)
{
    const std::pair<const char*, QWidget*> places[] = {
        {"reason_missing", m_reason}, {"bad_part", m_part},       {"bad_amount", m_part},
        {"underpaid", m_tendered},    {"bad_tender", m_tendered}, {"seat_taken", m_seats},
        {"seat_held", m_seats},       {"seat_needed", m_seats},   {"wrong_category", m_seats},
        {"seat_not_here", m_seats},   {"unknown_seat", m_seats},  {"bad_email", m_email},
        {"bad_phone", m_phone},       {"bad_name", m_name}};
    QWidget* field = nullptr;
    for (const auto& [code, place] : places) {
        if (error.code == code) {
            field = place;
        }
    }
    if (error.code == "reference_missing") {
        field = error.where == "reference" ? m_cardReference : m_receipt;
    }
    for (const FieldFault& fault : m_faults) {
        if (fault.field == field && field != nullptr && field->isVisible()) {
            fault.say(errorText(error));
            return;
        }
    }
    m_general->setText(errorText(error));
    m_general->show();
}

void ActPanel::clearFaults()
{
    m_general->hide();
    for (const FieldFault& fault : m_faults) {
        fault.clear();
    }
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
