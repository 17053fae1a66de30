// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/held/held_model.h"

#include <QObject>

#include <optional>

namespace foyer::ui {

/// What the held workspace knows and decides. Owns no widget.
class HeldPresenter final : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t { Loading, Failed, Ready };

    explicit HeldPresenter(HeldPort& port, QObject* parent = nullptr);

    State state() const { return m_state; }
    const QString& fault() const { return m_fault; }
    const std::vector<PerformanceSummary>& performances() const { return m_performances; }
    const std::optional<PerformanceId>& performance() const { return m_performance; }
    HeldTab tab() const { return m_tab; }
    const HeldModel& model() const { return m_model; }
    /// Of the list that is open, as far as the search goes.
    const std::vector<HeldRow>& rows() const { return m_rows; }
    /// The chosen one; null: none.
    const HeldRow* current() const;
    int currentIndex() const;

    /// Reads everything again; what is chosen stays chosen while it is there.
    void refresh();
    /// Forgets what was read for the operator before.
    void startOver();
    /// Only counts who is next, for what is shown while the page is not.
    void countNext();
    void choosePerformance(std::optional<PerformanceId> performance);
    void openTab(HeldTab tab);
    void searchFor(const QString& words);
    void choose(int row);
    /// Chooses a hold wherever it stands, once it has been read.
    void showHold(HoldId hold);

    /// The acts on the chosen row. `then` gets the sentence that says what was done, or why not.
    void sellNow(const HeldPart& part);
    void letGo(const HeldPart& part);
    void extend(std::optional<Instant> until);
    /// Reserves for the chosen one on the waiting list.
    void offerPlaces(std::optional<Instant> until);
    void endWaiting();
    /// Of the performance that is shown, else of the chosen row's.
    void writeWillCall();
    std::optional<PerformanceId> willCallPerformance() const;

Q_SIGNALS:
    void stateChanged();
    void performancesChanged();
    void rowsChanged();
    void currentChanged();
    /// How many are next on waiting lists and could get their places.
    void nextCounted(int people);
    void told(const QString& sentence);
    void refused(const QString& sentence);
    /// These are to be sold: the sell workspace takes them as its cart.
    void sellAsked(const std::vector<foyer::HoldId>& holds, const foyer::HeldPart& part);
    void orderAsked(const QString& code);
    void willCallWritten(const QString& file);
    /// Places came free or were kept: other screens may show them.
    void placesChanged();

private:
    void take(const Result<HeldSnapshot>& snapshot);
    void showRows();
    std::vector<HoldId> currentHolds() const;
    HeldPort::Then<bool> done(const QString& sentence);

    HeldPort& m_port;
    State m_state = State::Loading;
    QString m_fault;
    std::vector<PerformanceSummary> m_performances;
    std::optional<PerformanceId> m_performance;
    HeldTab m_tab = HeldTab::WillCall;
    HeldModel m_model;
    std::vector<HeldRow> m_rows;
    QString m_chosen; ///< key of the chosen row
    std::optional<HoldId> m_wanted;
    int m_asked = 0; ///< only the answer to the last question counts
};

} // namespace foyer::ui
