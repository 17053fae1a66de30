// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_port.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

class QTimer;

namespace foyer::ui {

/// What the events workspace shows, and what is being done to it. Has no rules: what is refused is
/// said where it was typed.
class EventsPresenter final : public QObject {
    Q_OBJECT

public:
    enum class ListState : std::uint8_t { Loading, Ready, Failed };
    /// Nothing: it was done.
    using Answer = std::function<void(const std::optional<Error>&)>;

    explicit EventsPresenter(EventsPort& port, QObject* parent = nullptr);

    void refreshList();
    void searchFor(const QString& words);
    void filterBy(std::optional<EventState> state);
    const std::vector<EventCard>& cards() const { return m_cards; }
    /// Nothing until it was read.
    const EventShare* share(EventId event) const;
    ListState listState() const { return m_listState; }
    QString fault() const { return m_fault; }
    bool isNarrowed() const { return m_filter.has_value() || !m_search.empty(); }

    void open(EventId event);
    void leave();
    /// The event that is open; null where none is.
    const EventView* view() const { return m_view ? &*m_view : nullptr; }
    const EventHouse& house() const { return m_house; }
    /// Somebody else may have changed something: reads again what is shown.
    void reread();
    void startOver();

    void create(const NewEvent& event, Answer then);
    void clone(EventId event, const std::string& name, bool withDates, int shiftDays, Answer then);
    void archive(EventId event);
    void edit(const EventEdit& edit, Answer then = {});
    /// Puts a picture up. Does not count as saving: whoever wants to go on need not wait for it.
    /// What is refused of an event that was left is told where the person is now.
    void addPicture(EventId event, const NewPicture& picture, Answer then);
    /// What a change of the event that is open concerns. Is saving until it is answered: what
    /// depends on it is still to come. Not answered where another event is open by then.
    void askEffect(const EventConcern& concern,
                   std::function<void(const Result<EventEffect>&)> then);
    void readHouse();
    /// What the ticket says while somebody types; drawn a moment later.
    void drawTicket(const TicketDraft& draft);
    EventsPort& port() { return m_port; }
    bool isSaving() const { return m_saving > 0; }
    /// Something of what was saved last was refused.
    bool wasRefused() const { return m_wasRefused; }

Q_SIGNALS:
    void listChanged();
    void sharesChanged();
    void opened();
    void viewChanged();
    void houseChanged();
    void savingChanged();
    /// Something was changed here.
    void edited();
    void ticketDrawn(const QByteArray& png);
    void refused(const QString& sentence);

private:
    void readList(bool isFresh);
    void askNextShare();
    void take(const Result<EventView>& view);
    void askTicket();

    EventsPort& m_port;
    std::vector<EventCard> m_cards;
    std::map<EventId, EventShare> m_shares;
    std::deque<EventId> m_sharesWanted;
    bool m_isAskingShare = false;
    ListState m_listState = ListState::Loading;
    QString m_fault;
    std::optional<EventState> m_filter;
    std::string m_search;
    int m_listAsked = 0;
    std::optional<EventId> m_wanted; ///< the event that is open, or being opened
    std::optional<EventView> m_view;
    EventHouse m_house;
    int m_saving = 0;
    bool m_wasRefused = false;
    TicketDraft m_draft;
    bool m_isDrawing = false;
    bool m_isStale = false;
    QTimer* m_patience;
};

} // namespace foyer::ui
