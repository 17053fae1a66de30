// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/incidents/incidents_port.h"

#include <QObject>

#include <optional>

namespace foyer::ui {

/// What the conflict desk knows and decides. Owns no widget.
class IncidentsPresenter final : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t { Loading, Failed, Ready };
    enum class Tab : std::uint8_t { Open, Settled };

    explicit IncidentsPresenter(IncidentsPort& port, QObject* parent = nullptr);

    State state() const { return m_state; }
    const QString& fault() const { return m_fault; }
    Tab tab() const { return m_tab; }
    /// Of the list that is open.
    const std::vector<Incident>& rows() const;
    std::size_t count(Tab tab) const;
    /// The chosen one; null: none.
    const Incident* current() const;
    int currentIndex() const;

    /// Reads everything again; what is chosen stays chosen while it is there.
    void refresh();
    void startOver();
    /// Only counts, for what is shown while the page is not.
    void countOpen();
    void openTab(Tab tab);
    void choose(int row);

    /// The acts on the chosen incident; what became of them is told or refused.
    void accept(const std::string& reason);
    void keep(const IncidentSide& side, const std::string& reason);
    void reseat(const IncidentSide& side, SeatNumber seat, const std::string& reason);
    void refund(const IncidentRefund& request);
    void noteMailed(OrderId order);
    /// What has to be known before an act is asked about; answers only while the same incident is
    /// chosen.
    void suggestSeats(const IncidentSide& side);
    void planRefund(const IncidentSide& side);
    void findContact(const IncidentSide& side);

Q_SIGNALS:
    void stateChanged();
    void rowsChanged();
    void currentChanged();
    void openCounted(int incidents);
    void told(const QString& sentence);
    void refused(const QString& sentence);
    void seatsSuggested(const foyer::IncidentSide& side,
                        const std::vector<foyer::SeatSuggestion>& seats);
    void refundPlanned(const foyer::IncidentRefund& request, const foyer::AfterSalePlan& plan);
    void contactFound(const foyer::IncidentSide& side, const foyer::CustomerContact& contact);
    /// Places came free or were sold: other screens may show them.
    void placesChanged();

private:
    void take(const Result<IncidentsSnapshot>& snapshot);
    IncidentsPort::Then<bool> done(const QString& sentence, bool changesPlaces);
    /// Hands an answer on while the incident it was asked about is still the chosen one.
    template <typename T>
    IncidentsPort::Then<T> whileChosen(std::function<void(const T&)> use);

    IncidentsPort& m_port;
    State m_state = State::Loading;
    QString m_fault;
    Tab m_tab = Tab::Open;
    IncidentsSnapshot m_snapshot;
    IncidentId m_chosen;
    int m_asked = 0; ///< only the answer to the last question counts
};

} // namespace foyer::ui
