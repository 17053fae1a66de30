// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/money_back_port.h"

#include <QObject>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// Gives everybody's money back for dates that do not take place: looks whom it concerns, asks,
/// and goes on order by order until it is paused or done. Whatever was done stays done; what is
/// left is gone on with at any time.
class MoneyBackPresenter final : public QObject {
    Q_OBJECT

public:
    enum class Stage : std::uint8_t {
        Idle,
        Looking, ///< whom it concerns is being read
        Asking,  ///< it is known, and somebody has to say yes
        Running,
        Paused,
        Done,
        Failed, ///< it could not be read
    };

    explicit MoneyBackPresenter(MoneyBackPort& port, QObject* parent = nullptr);

    /// Looks whom it concerns; while another one runs, that one stays.
    void open(const MoneyBackScope& scope);
    /// Whether fees stay with the house; looks again.
    void keepFees(bool isSo);
    /// Begins it, or goes on with what was begun before.
    void start(const QString& reason);
    void pause();
    /// Goes on where it was paused; with what failed from its start.
    void goOn();
    /// Nobody shall go on with it.
    void end();
    /// Drops it, unless it runs.
    void leave();
    /// Somebody else is here: what runs is stopped, and stands in the journal.
    void startOver();
    void refreshUnfinished();

    Stage stage() const { return m_stage; }
    bool isRunning() const { return m_stage == Stage::Running; }
    const MoneyBackScope& scope() const { return m_scope; }
    const MoneyBackLook& seen() const { return m_seen; }
    const MoneyBackProgress& progress() const { return m_progress; }
    /// What waits and what failed: of the look, or of what was done since.
    const std::vector<MoneyBackOrder>& rest() const { return m_rest; }
    /// Why it did not go on; empty where nothing is wrong.
    const QString& fault() const { return m_fault; }
    /// What is left of what was begun, but for the one that is open here.
    std::vector<MoneyBackUnfinished> unfinished() const;

Q_SIGNALS:
    void changed();
    void unfinishedChanged();
    /// Something was given back.
    void gaveBack();
    /// Nobody goes on with it any more.
    void ended();

private:
    void look();
    void lookOn();
    void take(const Result<MoneyBackLook>& look);
    void askNext();
    void take(const Result<MoneyBackProgress>& gone);
    void askRest();
    void stop(Stage stage, const QString& fault);
    bool isTold(int run) const { return run == m_run; }

    MoneyBackPort& m_port;
    Stage m_stage = Stage::Idle;
    MoneyBackScope m_scope;
    MoneyBackLook m_seen;
    MoneyBackProgress m_progress;
    std::vector<MoneyBackOrder> m_rest;
    std::vector<MoneyBackUnfinished> m_unfinished;
    std::string m_reason;
    QString m_fault;
    int m_run = 0;           ///< answers of another one are not told here
    bool m_isAsking = false; ///< a step is under way
};

} // namespace foyer::ui
