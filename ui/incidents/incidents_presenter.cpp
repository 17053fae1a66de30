// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incidents/incidents_presenter.h"

#include "ui/common/error_text.h"

#include <QPointer>

#include <algorithm>

namespace foyer::ui {

IncidentsPresenter::IncidentsPresenter(IncidentsPort& port, QObject* parent)
    : QObject{parent}, m_port{port}
{}

const std::vector<Incident>& IncidentsPresenter::rows() const
{
    return m_tab == Tab::Open ? m_snapshot.open : m_snapshot.settled;
}

std::size_t IncidentsPresenter::count(Tab tab) const
{
    return tab == Tab::Open ? m_snapshot.open.size() : m_snapshot.settled.size();
}

int IncidentsPresenter::currentIndex() const
{
    const auto found = std::ranges::find(rows(), m_chosen, &Incident::id);
    return found != rows().end() ? static_cast<int>(found - rows().begin()) : -1;
}

const Incident* IncidentsPresenter::current() const
{
    const int index = currentIndex();
    return index >= 0 ? &rows()[static_cast<std::size_t>(index)] : nullptr;
}

void IncidentsPresenter::refresh()
{
    const int asked = ++m_asked;
    m_port.read([guard = QPointer{this}, this, asked](const Result<IncidentsSnapshot>& snapshot) {
        if (guard && asked == m_asked) {
            take(snapshot);
        }
    });
}

void IncidentsPresenter::startOver()
{
    ++m_asked;
    m_snapshot = {};
    m_chosen = {};
    m_tab = Tab::Open;
    m_state = State::Loading;
    Q_EMIT rowsChanged();
    Q_EMIT stateChanged();
}

void IncidentsPresenter::countOpen()
{
    m_port.countOpen([guard = QPointer{this}, this](const Result<int>& count) {
        if (guard && count) {
            Q_EMIT openCounted(*count);
        }
    });
}

void IncidentsPresenter::take(const Result<IncidentsSnapshot>& snapshot)
{
    if (!snapshot) {
        m_state = State::Failed;
        m_fault = errorText(snapshot.error());
        Q_EMIT stateChanged();
        return;
    }
    m_snapshot = *snapshot;
    m_state = State::Ready;
    if (current() == nullptr) {
        m_chosen = rows().empty() ? IncidentId{} : rows().front().id;
    }
    Q_EMIT openCounted(static_cast<int>(m_snapshot.open.size()));
    Q_EMIT rowsChanged();
    Q_EMIT stateChanged();
}

void IncidentsPresenter::openTab(Tab tab)
{
    m_tab = tab;
    m_chosen = rows().empty() ? IncidentId{} : rows().front().id;
    Q_EMIT rowsChanged();
    Q_EMIT currentChanged();
}

void IncidentsPresenter::choose(int row)
{
    const bool isRow = row >= 0 && static_cast<std::size_t>(row) < rows().size();
    const IncidentId id = isRow ? rows()[static_cast<std::size_t>(row)].id : IncidentId{};
    if (id != m_chosen) {
        m_chosen = id;
        Q_EMIT currentChanged();
    }
}

IncidentsPort::Then<bool> IncidentsPresenter::done(const QString& sentence, bool changesPlaces)
{
    return [guard = QPointer{this}, this, sentence, changesPlaces](const Result<bool>& done) {
        if (!guard) {
            return;
        }
        if (done) {
            Q_EMIT told(sentence);
        } else {
            Q_EMIT refused(errorText(done.error()));
        }
        if (done && changesPlaces) {
            Q_EMIT placesChanged();
        }
        refresh();
    };
}

template <typename T>
IncidentsPort::Then<T> IncidentsPresenter::whileChosen(std::function<void(const T&)> use)
{
    return [guard = QPointer{this}, this, chosen = m_chosen,
            use = std::move(use)](const Result<T>& answer) {
        if (!guard || chosen != m_chosen) {
            return;
        }
        if (answer) {
            use(*answer);
        } else {
            Q_EMIT refused(errorText(answer.error()));
        }
    };
}

void IncidentsPresenter::accept(const std::string& reason)
{
    m_port.accept(m_chosen, reason, done(tr("Accepted. It is kept under Dealt with."), false));
}

void IncidentsPresenter::keep(const IncidentSide& side, const std::string& reason)
{
    m_port.choose(m_chosen, side.fact, reason,
                  done(tr("This value stands now, at every counter."), true));
}

void IncidentsPresenter::reseat(const IncidentSide& side, SeatNumber seat,
                                const std::string& reason)
{
    m_port.reseat({m_chosen, side.ticket, seat, reason},
                  done(tr("The ticket has another seat. Print it again in Orders, and tell the "
                          "customer."),
                       true));
}

void IncidentsPresenter::refund(const IncidentRefund& request)
{
    m_port.refund(request, done(tr("The tickets are void and the money is given back."), true));
}

void IncidentsPresenter::noteMailed(OrderId order)
{
    m_port.noteMailed(m_chosen, order,
                      done(tr("It is noted that the customer was written to."), false));
}

void IncidentsPresenter::suggestSeats(const IncidentSide& side)
{
    m_port.suggestSeats(side.ticket,
                        whileChosen<std::vector<SeatSuggestion>>(
                            [this, side](const std::vector<SeatSuggestion>& seats) {
                                Q_EMIT seatsSuggested(side, seats);
                            }));
}

void IncidentsPresenter::planRefund(const IncidentSide& side)
{
    IncidentRefund request;
    request.incident = m_chosen;
    request.order = side.order;
    if (!side.ticket.isNil()) {
        request.tickets = {side.ticket};
    }
    m_port.planRefund(request,
                      whileChosen<AfterSalePlan>([this, request](const AfterSalePlan& plan) {
                          Q_EMIT refundPlanned(request, plan);
                      }));
}

void IncidentsPresenter::findContact(const IncidentSide& side)
{
    m_port.contact(m_chosen, side.order,
                   whileChosen<CustomerContact>([this, side](const CustomerContact& contact) {
                       Q_EMIT contactFound(side, contact);
                   }));
}

} // namespace foyer::ui
