// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/money_back_presenter.h"

#include "ui/common/error_text.h"

#include <QPointer>

#include <algorithm>

namespace foyer::ui {

MoneyBackPresenter::MoneyBackPresenter(MoneyBackPort& port, QObject* parent)
    : QObject{parent}, m_port{port}
{}

void MoneyBackPresenter::open(const MoneyBackScope& scope)
{
    if (isRunning()) {
        stop(Stage::Running,
             scope.dates == m_scope.dates
                 ? QString{}
                 : tr("This one goes on first. Give the other money back from its date, once this "
                      "is done."));
        return;
    }
    m_scope = scope;
    look();
}

void MoneyBackPresenter::keepFees(bool isSo)
{
    if (m_stage == Stage::Asking && !m_seen.begunAt && m_scope.keepFees != isSo) {
        m_scope.keepFees = isSo;
        look();
    }
}

void MoneyBackPresenter::look()
{
    const int run = ++m_run;
    m_isAsking = false;
    m_seen = {};
    m_progress = {};
    m_rest.clear();
    m_fault.clear();
    m_stage = Stage::Looking;
    Q_EMIT changed();
    m_port.look(m_scope, [this, self = QPointer{this}, run](const Result<MoneyBackLook>& look) {
        if (self && isTold(run)) {
            take(look);
        }
    });
}

void MoneyBackPresenter::lookOn()
{
    m_port.lookOn([this, self = QPointer{this}, run = m_run](const Result<MoneyBackLook>& look) {
        if (self && isTold(run)) {
            take(look);
        }
    });
}

void MoneyBackPresenter::take(const Result<MoneyBackLook>& look)
{
    if (!look) {
        stop(Stage::Failed, errorText(look.error()));
        return;
    }
    m_seen = *look;
    if (!m_seen.isDone) {
        Q_EMIT changed();
        lookOn();
        return;
    }
    m_rest = m_seen.waiting;
    m_scope.keepFees = m_seen.keepFees;
    stop(Stage::Asking, {});
}

void MoneyBackPresenter::stop(Stage stage, const QString& fault)
{
    m_stage = stage;
    m_fault = fault;
    Q_EMIT changed();
}

void MoneyBackPresenter::start(const QString& reason)
{
    if (m_stage != Stage::Asking && m_stage != Stage::Done) {
        return;
    }
    m_reason = reason.trimmed().toStdString();
    m_progress = {};
    const Stage before = m_stage;
    stop(Stage::Running, {});
    m_isAsking = true;
    m_port.begin(m_reason,
                 [this, self = QPointer{this}, run = m_run, before](const Result<void>& begun) {
                     if (!self || !isTold(run)) {
                         return;
                     }
                     m_isAsking = false;
                     if (!begun) {
                         stop(before, errorText(begun.error()));
                     } else if (isRunning()) {
                         askNext();
                     }
                 });
}

void MoneyBackPresenter::pause()
{
    if (isRunning()) {
        stop(Stage::Paused, {});
        askRest();
        refreshUnfinished();
    }
}

void MoneyBackPresenter::goOn()
{
    if (m_stage == Stage::Done) {
        start(QString::fromStdString(m_reason));
        return;
    }
    if (m_stage == Stage::Paused) {
        stop(Stage::Running, {});
        if (!m_isAsking) {
            askNext();
        }
    }
}

void MoneyBackPresenter::askNext()
{
    m_isAsking = true;
    m_port.goOn([this, self = QPointer{this}, run = m_run](const Result<MoneyBackProgress>& gone) {
        if (self && isTold(run)) {
            m_isAsking = false;
            take(gone);
        }
    });
}

void MoneyBackPresenter::take(const Result<MoneyBackProgress>& gone)
{
    if (!gone) {
        stop(Stage::Paused, errorText(gone.error()));
        askRest();
        refreshUnfinished();
        return;
    }
    const bool isMore = gone->returned > m_progress.returned;
    m_progress = *gone;
    if (m_progress.isDone) {
        stop(Stage::Done, {});
        askRest();
        refreshUnfinished();
    } else {
        Q_EMIT changed();
    }
    if (isMore) {
        Q_EMIT gaveBack();
    }
    if (isRunning()) {
        askNext();
    } else if (m_stage == Stage::Paused) {
        askRest(); // what was under way when it was paused
    }
}

void MoneyBackPresenter::askRest()
{
    m_port.rest([this, self = QPointer{this},
                 run = m_run](const Result<std::vector<MoneyBackOrder>>& rest) {
        if (self && isTold(run) && rest) {
            m_rest = *rest;
            Q_EMIT changed();
        }
    });
}

void MoneyBackPresenter::end()
{
    if (isRunning() || m_stage == Stage::Idle) {
        return;
    }
    m_port.end([this, self = QPointer{this}, run = m_run](const Result<void>& done) {
        if (!self || !isTold(run)) {
            return;
        }
        if (!done) {
            stop(m_stage, errorText(done.error()));
            return;
        }
        leave();
        Q_EMIT ended();
    });
}

void MoneyBackPresenter::leave()
{
    if (!isRunning()) {
        ++m_run;
        m_isAsking = false;
        stop(Stage::Idle, {});
    }
    refreshUnfinished();
}

void MoneyBackPresenter::startOver()
{
    ++m_run;
    m_isAsking = false;
    m_rest.clear();
    m_unfinished.clear();
    stop(Stage::Idle, {});
    Q_EMIT unfinishedChanged();
}

void MoneyBackPresenter::refreshUnfinished()
{
    m_port.unfinished(
        [this, self = QPointer{this}](const Result<std::vector<MoneyBackUnfinished>>& found) {
            if (self) {
                // Who may not read it is told nothing of it.
                m_unfinished = found ? *found : std::vector<MoneyBackUnfinished>{};
                Q_EMIT unfinishedChanged();
            }
        });
}

std::vector<MoneyBackUnfinished> MoneyBackPresenter::unfinished() const
{
    auto others = m_unfinished;
    if (isRunning()) {
        std::erase_if(others, [this](const MoneyBackUnfinished& each) {
            return each.scope.event == m_scope.event;
        });
    }
    return others;
}

} // namespace foyer::ui
