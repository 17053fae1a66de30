// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is typed for an act, the request that it makes, and what is wrong with it.

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
    m_insist->setToolTip(tr("The payment is cancelled. If its money comes all the same, the server "
                            "gives it back by itself."));
    m_insist->setAccessibleDescription(m_insist->toolTip());
    form.addRow(QString{}, m_insist);
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
    connect(m_insist, &QCheckBox::toggled, this, &ActPanel::plan);
    connect(m_reason, &QLineEdit::textEdited, this, &ActPanel::takeQuickReason);
    connect(m_method, &QComboBox::activated, this, &ActPanel::showRows);
    for (QLineEdit* field : {m_seats, m_part, m_tendered, m_receipt, m_cardReference, m_name,
                             m_phone, m_email, m_reason}) {
        connect(field, &QLineEdit::returnPressed, this, &ActPanel::confirm);
    }
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

bool ActPanel::mayInsist() const
{
    return m_act == OrderAct::Void &&
        (m_insist->isChecked() || (m_planFault && m_planFault->code == "payment_open"));
}

OpenPayment ActPanel::openPayment() const
{
    return m_insist->isChecked() ? OpenPayment::Insist : OpenPayment::Refuse;
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

} // namespace foyer::ui
