// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/rights_need.h"
#include "ui/settings/server_page.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

class QTimer;

namespace foyer::desktop {

class StoreThread;

/// Keeps a joined counter in step with its server while the program runs: sends what was sold
/// within a second, hears of the others when something is new, and fetches rights that a sale
/// needs. Two threads of its own wait for the network; the window's and the store's never do.
class ServerSync final : public QObject {
    Q_OBJECT

public:
    ServerSync(StoreThread& store, ui::ServerPage& page, Random& random);
    ~ServerSync() override;

    /// Looks whether the counter has joined, and begins.
    void begin();

Q_SIGNALS:
    void stateChanged(const ui::ServerState& state);
    /// Something came from other counters: screens show it.
    void heard();

private:
    class Line;
    void lookAtCounter();
    void join(const QString& invitation);
    void startLines(const std::string& url, const std::string& pin);
    void exchange();
    void listen();
    void fetch(const RightsNeed& need, std::function<void(bool)> then);
    void exchanged(const std::optional<Error>& error, std::int64_t heardEntries);
    void show();

    StoreThread& m_store;
    ui::ServerPage& m_page;
    Random& m_random;
    SystemClock m_clock;
    ui::ServerState m_state;
    QTimer* m_looking;
    std::unique_ptr<Line> m_talk;   ///< sends and hears
    std::unique_ptr<Line> m_listen; ///< waits for news
    std::atomic<bool> m_isEnding{false};
    bool m_isExchanging = false;
    bool m_exchangesAgain = false;
};

} // namespace foyer::desktop
