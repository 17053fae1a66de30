// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/events_presenter.h"

#include "ui/common/error_text.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace foyer::ui {
namespace {

constexpr int kDrawAfterMs = 200; // of no key: a person types faster than a ticket is drawn

} // namespace

EventsPresenter::EventsPresenter(EventsPort& port, QObject* parent)
    : QObject{parent}, m_port{port}, m_patience{new QTimer{this}}
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(kDrawAfterMs);
    connect(m_patience, &QTimer::timeout, this, &EventsPresenter::askTicket);
}

const EventShare* EventsPresenter::share(EventId event) const
{
    const auto found = m_shares.find(event);
    return found != m_shares.end() ? &found->second : nullptr;
}

void EventsPresenter::refreshList()
{
    readList(true);
}

void EventsPresenter::readList(bool isFresh)
{
    const int asked = ++m_listAsked;
    m_port.list(m_filter, m_search,
                [this, self = QPointer{this}, asked,
                 isFresh](const Result<std::vector<EventCard>>& cards) {
                    if (!self || asked != m_listAsked) {
                        return;
                    }
                    m_listState = cards ? ListState::Ready : ListState::Failed;
                    m_fault = cards ? QString{} : errorText(cards.error());
                    m_cards = cards ? *cards : std::vector<EventCard>{};
                    m_sharesWanted.clear();
                    for (const EventCard& card : m_cards) {
                        if (isFresh || !m_shares.contains(card.id)) {
                            m_sharesWanted.push_back(card.id);
                        }
                    }
                    Q_EMIT listChanged();
                    askNextShare();
                });
}

void EventsPresenter::askNextShare()
{
    // One after the other, so that a sale never waits for more than one of them.
    if (m_isAskingShare || m_sharesWanted.empty()) {
        return;
    }
    const EventId next = m_sharesWanted.front();
    m_sharesWanted.pop_front();
    m_isAskingShare = true;
    m_port.share(next, [this, self = QPointer{this}, next](const Result<EventShare>& share) {
        if (!self) {
            return;
        }
        m_isAskingShare = false;
        if (share) {
            m_shares[next] = *share;
            Q_EMIT sharesChanged();
        }
        askNextShare();
    });
}

void EventsPresenter::searchFor(const QString& words)
{
    m_search = words.trimmed().toStdString();
    readList(false);
}

void EventsPresenter::filterBy(std::optional<EventState> state)
{
    m_filter = state;
    readList(false);
}

void EventsPresenter::open(EventId event)
{
    m_wanted = event;
    m_view.reset();
    readHouse();
    m_port.open(event, [this, self = QPointer{this}, event](const Result<EventView>& view) {
        if (!self || m_wanted != event) {
            return;
        }
        if (!view) {
            Q_EMIT refused(errorText(view.error()));
            return;
        }
        m_view = *view;
        Q_EMIT opened();
        Q_EMIT viewChanged();
    });
}

void EventsPresenter::leave()
{
    m_wanted.reset();
    m_view.reset();
    refreshList();
}

void EventsPresenter::reread()
{
    refreshList();
    readHouse();
    if (!m_wanted) {
        return;
    }
    m_port.open(*m_wanted, [this, self = QPointer{this}](const Result<EventView>& view) {
        if (self) {
            take(view);
        }
    });
}

void EventsPresenter::startOver()
{
    m_wanted.reset();
    m_view.reset();
    m_cards.clear();
    m_shares.clear();
    m_sharesWanted.clear();
    m_search.clear();
    m_filter.reset();
    ++m_listAsked;
    m_listState = ListState::Loading;
    m_house = {}; // what may be changed of it is another matter for everybody
    Q_EMIT listChanged();
    Q_EMIT houseChanged();
}

void EventsPresenter::readHouse()
{
    m_port.house([this, self = QPointer{this}](const Result<EventHouse>& house) {
        if (self && house) {
            m_house = *house;
            Q_EMIT houseChanged();
        }
    });
}

void EventsPresenter::create(const NewEvent& event, Answer then)
{
    m_port.create(event,
                  [this, self = QPointer{this}, then = std::move(then)](const Result<EventId>& id) {
                      if (!self) {
                          return;
                      }
                      then(id ? std::nullopt : std::optional{id.error()});
                      if (id) {
                          open(*id);
                      }
                  });
}

void EventsPresenter::clone(EventId event, const std::string& name, bool withDates, int shiftDays,
                            Answer then)
{
    m_port.clone(event, name, withDates, shiftDays,
                 [this, self = QPointer{this}, then = std::move(then)](const Result<EventId>& id) {
                     if (!self) {
                         return;
                     }
                     then(id ? std::nullopt : std::optional{id.error()});
                     if (id) {
                         open(*id);
                     }
                 });
}

void EventsPresenter::archive(EventId event)
{
    m_port.edit(event, ArchiveEvent{},
                [this, self = QPointer{this}](const Result<EventView>& view) {
                    if (!self) {
                        return;
                    }
                    if (!view) {
                        Q_EMIT refused(errorText(view.error()));
                    }
                    refreshList();
                });
}

void EventsPresenter::edit(const EventEdit& edit, Answer then)
{
    if (!m_wanted) {
        return;
    }
    m_wasRefused = m_saving > 0 && m_wasRefused;
    ++m_saving;
    Q_EMIT savingChanged();
    const bool changesHouse = std::holds_alternative<NewVenue>(edit) ||
        std::holds_alternative<NewTax>(edit) || std::holds_alternative<ChangeVenue>(edit);
    m_port.edit(*m_wanted, edit,
                [this, self = QPointer{this}, then = std::move(then),
                 changesHouse](const Result<EventView>& view) {
                    if (!self) {
                        return;
                    }
                    --m_saving;
                    m_wasRefused = m_wasRefused || !view;
                    if (then) {
                        then(view ? std::nullopt : std::optional{view.error()});
                    } else if (!view) {
                        Q_EMIT refused(errorText(view.error()));
                    }
                    take(view);
                    if (view) {
                        Q_EMIT edited();
                    }
                    if (changesHouse) {
                        readHouse();
                    }
                    Q_EMIT savingChanged();
                });
}

void EventsPresenter::addPicture(EventId event, const NewPicture& picture, Answer then)
{
    m_port.addPicture(event, picture,
                      [this, self = QPointer{this}, event,
                       then = std::move(then)](const Result<EventView>& view) {
                          if (!self) {
                              return;
                          }
                          then(view ? std::nullopt : std::optional{view.error()});
                          if (!view && m_wanted != event) {
                              Q_EMIT refused(errorText(view.error()));
                          }
                          take(view);
                          if (view) {
                              Q_EMIT edited();
                          }
                      });
}

void EventsPresenter::askEffect(const EventConcern& concern,
                                std::function<void(const Result<EventEffect>&)> then)
{
    if (!m_view) {
        return;
    }
    m_wasRefused = m_saving > 0 && m_wasRefused;
    ++m_saving;
    Q_EMIT savingChanged();
    const EventId event = m_view->event.id;
    m_port.effect(event, concern,
                  [this, self = QPointer{this}, event,
                   then = std::move(then)](const Result<EventEffect>& effect) {
                      if (!self) {
                          return;
                      }
                      if (m_view && m_view->event.id == event) {
                          then(effect); // what it saves counts before this no longer does
                      }
                      --m_saving;
                      Q_EMIT savingChanged();
                  });
}

void EventsPresenter::take(const Result<EventView>& view)
{
    if (view && m_wanted == view->event.id) {
        m_view = *view;
        Q_EMIT viewChanged();
    }
}

void EventsPresenter::drawTicket(const TicketDraft& draft)
{
    m_draft = draft;
    m_patience->start();
}

void EventsPresenter::askTicket()
{
    if (!m_wanted || m_isDrawing) {
        m_isStale = m_wanted.has_value();
        return;
    }
    m_isDrawing = true;
    m_isStale = false;
    m_port.ticket(*m_wanted, m_draft,
                  [this, self = QPointer{this}](const Result<std::string>& png) {
                      if (!self) {
                          return;
                      }
                      m_isDrawing = false;
                      if (png) {
                          Q_EMIT ticketDrawn(QByteArray::fromStdString(*png));
                      }
                      if (m_isStale) {
                          m_patience->start();
                      }
                  });
}

} // namespace foyer::ui
