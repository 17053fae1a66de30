// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/uuid.h"
#include "core/services/rights_need.h"
#include "core/services/trace_log.h"
#include "ui/settings/server_page.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

class QTimer;

namespace foyer::sync {
class DeviceSession;
} // namespace foyer::sync

namespace foyer::desktop {

class PictureKeeper;
class ServerLine;
class StoreThread;

/// Keeps a joined counter in step with its server while the program runs: sends what was sold
/// within a second, hears of the others when something is new, and fetches rights that a sale
/// needs, and a stock for times without a network. Two threads of its own wait for the network; the
/// window's and the store's never do.
class ServerSync final : public QObject {
    Q_OBJECT

public:
    /// `folder`: the data folder, where what it did is noted.
    ServerSync(StoreThread& store, ui::ServerPage& page, Random& random, std::string folder);
    ~ServerSync() override;

    /// Looks whether the counter has joined, and begins.
    void begin();
    /// Of this performance the state says what can be sold without a network.
    void setShown(PerformanceId performance);
    const ui::ServerState& state() const { return m_state; }
    /// Sends and hears now.
    void exchange();
    /// Somebody who looks after users or money signed in here: they are signed in at the server,
    /// too, so that it takes the passwords and PINs that are set here, and shows them its accounts.
    /// Where it cannot be reached, or does
    /// not know them, nothing happens: what was set waits for the next time.
    void signIn(const std::string& name, const std::string& secret);
    /// They are gone, or away.
    void signOut();
    /// Does something at the server as whoever is signed in there, after what waits to be sent, on
    /// a thread that may wait. False where this counter has no server.
    bool atServer(std::function<void(sync::DeviceSession&)> work);

Q_SIGNALS:
    void stateChanged(const ui::ServerState& state);
    /// Something came from other counters: screens show it.
    void heard();

private:
    void lookAtCounter();
    void join(const QString& invitation);
    void startLines(const std::string& url, const std::string& pin);
    void listen();
    void fetch(const RightsNeed& need, std::function<void(const RightsFetched&)> then);
    /// What an exchange came to.
    struct Outcome;
    void exchanged(const Outcome& outcome);
    void setOnline(bool isOnline);
    /// Fetches what is missing of the stock, if the server can be reached.
    void keepStock();
    void show();

    StoreThread& m_store;
    ui::ServerPage& m_page;
    Random& m_random;
    SystemClock m_clock;
    ui::ServerState m_state;
    QTimer* m_looking;
    QTimer* m_stocking;
    TraceLog m_trace;
    PerformanceId m_shown;
    std::optional<Error> m_refusal;       ///< of the last exchange
    std::unique_ptr<ServerLine> m_talk;   ///< sends and hears
    std::unique_ptr<ServerLine> m_listen; ///< waits for news
    std::unique_ptr<PictureKeeper> m_pictures;
    std::string m_folder;
    std::atomic<bool> m_isEnding{false};
    bool m_isExchanging = false;
    bool m_exchangesAgain = false;
    bool m_isStocking = false;
    bool m_isHereOld = true; ///< something came or went since the places here were counted
};

} // namespace foyer::desktop
