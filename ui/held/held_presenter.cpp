// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/held/held_presenter.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"

#include <QPointer>

#include <algorithm>

namespace foyer::ui {

HeldPresenter::HeldPresenter(HeldPort& port, QObject* parent) : QObject{parent}, m_port{port} {}

const HeldRow* HeldPresenter::current() const
{
    const int at = currentIndex();
    return at < 0 ? nullptr : &m_rows[static_cast<std::size_t>(at)];
}

int HeldPresenter::currentIndex() const
{
    const auto found = std::ranges::find(m_rows, m_chosen, &HeldRow::key);
    return found == m_rows.end() || m_chosen.isEmpty() ? -1
                                                       : static_cast<int>(found - m_rows.begin());
}

void HeldPresenter::refresh()
{
    const int asked = ++m_asked;
    m_port.performances(
        [this, self = QPointer{this}, asked](const Result<std::vector<PerformanceSummary>>& list) {
            if (self && asked == m_asked && list) {
                m_performances = *list;
                Q_EMIT performancesChanged();
            }
        });
    m_port.read(m_performance,
                [this, self = QPointer{this}, asked](const Result<HeldSnapshot>& snapshot) {
                    if (self && asked == m_asked) {
                        take(snapshot);
                    }
                });
}

void HeldPresenter::startOver()
{
    ++m_asked;
    m_rows.clear(); // they point into what goes next
    m_model = {};
    m_chosen.clear();
    m_wanted.reset();
    m_performance.reset();
    m_state = State::Loading;
    Q_EMIT stateChanged();
    Q_EMIT rowsChanged();
    Q_EMIT currentChanged();
}

void HeldPresenter::countNext()
{
    m_port.countNext([this, self = QPointer{this}](const Result<int>& people) {
        if (self && people) {
            Q_EMIT nextCounted(*people);
        }
    });
}

void HeldPresenter::take(const Result<HeldSnapshot>& snapshot)
{
    m_rows.clear();
    if (!snapshot) {
        m_model.set({});
        m_fault = errorText(snapshot.error());
        m_state = State::Failed;
        Q_EMIT rowsChanged();
        Q_EMIT stateChanged();
        return;
    }
    m_model.set(*snapshot);
    m_state = State::Ready;
    if (m_wanted) {
        for (const HeldBack& held : m_model.snapshot().back) {
            if (std::ranges::find(held.holds, *m_wanted, &StoredHold::id) != held.holds.end()) {
                m_tab = HeldModel::tabOf(held.first().kind);
                m_chosen = text(held.first().id.text());
            }
        }
        m_wanted.reset();
    }
    showRows();
    Q_EMIT stateChanged();
    Q_EMIT nextCounted(m_model.nextCount());
}

void HeldPresenter::showRows()
{
    m_rows = m_model.rows(m_tab);
    if (currentIndex() < 0) {
        m_chosen = m_rows.empty() ? QString{} : m_rows.front().key();
    }
    Q_EMIT rowsChanged();
    Q_EMIT currentChanged();
}

void HeldPresenter::choosePerformance(std::optional<PerformanceId> performance)
{
    if (m_performance != performance) {
        m_performance = performance;
        m_state = State::Loading;
        Q_EMIT stateChanged();
        refresh();
    }
}

void HeldPresenter::openTab(HeldTab tab)
{
    if (m_tab != tab) {
        m_tab = tab;
        m_chosen.clear();
        showRows();
        Q_EMIT stateChanged();
    }
}

void HeldPresenter::searchFor(const QString& words)
{
    m_model.searchFor(words);
    showRows();
    Q_EMIT stateChanged();
}

void HeldPresenter::choose(int row)
{
    const QString key = row >= 0 && row < static_cast<int>(m_rows.size())
        ? m_rows[static_cast<std::size_t>(row)].key()
        : QString{};
    if (m_chosen != key) {
        m_chosen = key;
        Q_EMIT currentChanged();
    }
}

void HeldPresenter::showHold(HoldId hold)
{
    m_wanted = hold;
    m_performance.reset();
    m_model.searchFor({});
    refresh();
}

std::vector<HoldId> HeldPresenter::currentHolds() const
{
    std::vector<HoldId> holds;
    if (const HeldRow* row = current(); row != nullptr && row->back != nullptr) {
        for (const StoredHold& hold : row->back->holds) {
            holds.push_back(hold.id);
        }
    }
    return holds;
}

void HeldPresenter::sellNow(const HeldPart& part)
{
    const HeldRow* row = current();
    if (row == nullptr) {
        return;
    }
    if (row->order != nullptr) {
        Q_EMIT orderAsked(text(row->order->code));
    } else if (row->back != nullptr) {
        // A sale ends a reservation or a parked cart, so nothing of it is left behind by mistake.
        const bool isWhole = HeldModel::tabOf(row->back->first().kind) != HeldTab::Holds;
        Q_EMIT sellAsked(currentHolds(), isWhole ? HeldPart{} : part);
    }
}

HeldPort::Then<bool> HeldPresenter::done(const QString& sentence)
{
    return [this, self = QPointer{this}, sentence](const Result<bool>& answer) {
        if (!self) {
            return;
        }
        if (answer) {
            Q_EMIT told(sentence);
            Q_EMIT placesChanged();
        } else {
            Q_EMIT refused(errorText(answer.error()));
        }
        refresh();
    };
}

void HeldPresenter::letGo(const HeldPart& part)
{
    const HeldRow* row = current();
    if (row != nullptr && row->back != nullptr) {
        std::size_t count = part.seats.size();
        for (const auto& [category, places] : part.standing) {
            count += static_cast<std::size_t>(places);
        }
        const auto places = static_cast<int>(part.isAll() ? row->back->places() : count);
        m_port.letGo(currentHolds(), part, done(tr("%n places are free again.", nullptr, places)));
    }
}

void HeldPresenter::extend(std::optional<Instant> until)
{
    const HeldRow* row = current();
    if (row != nullptr && row->back != nullptr) {
        const std::string zone = zoneOf(m_model.snapshot().offers, row->performance());
        m_port.extend(currentHolds(), until,
                      done(tr("Kept %1.", "until when").arg(releaseText(until, zone))));
    }
}

void HeldPresenter::offerPlaces(std::optional<Instant> until)
{
    const HeldRow* row = current();
    if (row == nullptr || row->waiting == nullptr) {
        return;
    }
    const QString name = text(row->waiting->name);
    const QString reach = text(row->waiting->reach);
    m_port.offerPlaces(row->waiting->waiting.id, until,
                       [this, self = QPointer{this}, name,
                        reach](const Result<std::vector<StoredHold>>& reserved) {
                           if (!self) {
                               return;
                           }
                           if (!reserved) {
                               Q_EMIT refused(errorText(reserved.error()));
                           } else {
                               Q_EMIT told(tr("Reserved for %1 as %2. Tell them: %3")
                                               .arg(isolated(name),
                                                    text(displayOrderCode(reserved->front().code)),
                                                    reach));
                               Q_EMIT placesChanged();
                           }
                           refresh();
                       });
}

void HeldPresenter::endWaiting()
{
    const HeldRow* row = current();
    if (row != nullptr && row->waiting != nullptr) {
        m_port.endWaiting(row->waiting->waiting.id,
                          done(tr("%1 is off the list.").arg(isolated(text(row->waiting->name)))));
    }
}

std::optional<PerformanceId> HeldPresenter::willCallPerformance() const
{
    if (m_performance) {
        return m_performance;
    }
    const HeldRow* row = current();
    return row != nullptr ? std::optional{row->performance()} : std::nullopt;
}

void HeldPresenter::writeWillCall()
{
    const auto performance = willCallPerformance();
    if (!performance) {
        return;
    }
    m_port.writeWillCall(*performance,
                         [this, self = QPointer{this}](const Result<std::string>& file) {
                             if (!self) {
                                 return;
                             }
                             if (file) {
                                 Q_EMIT told(tr("The will-call list is in %1").arg(text(*file)));
                                 Q_EMIT willCallWritten(text(*file));
                             } else {
                                 Q_EMIT refused(errorText(file.error()));
                             }
                         });
}

} // namespace foyer::ui
