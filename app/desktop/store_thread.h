// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/counter.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace foyer::desktop {

/// The one thread that owns the counter: its database connection, journal and keys. Work is handed
/// in as functions and done in order; the window's thread never waits for it.
class StoreThread final : public QObject {
    Q_OBJECT

public:
    using Open = std::function<Result<std::unique_ptr<Counter>>()>;

    StoreThread();
    /// Finishes what was handed in, closes the counter, ends the thread.
    ~StoreThread() override;

    /// Opens the counter on the thread. `then` is called on the thread this object lives in.
    void open(Open open, std::function<void(Result<void>)> then);
    /// Does `work` with the counter, once it is open; later ones wait. Runs on the store thread.
    void post(std::function<void(Counter&)> work);
    /// Asks the counter and hands the answer to `then` on the window's thread.
    template <typename T>
    void ask(std::function<Result<T>(Counter&)> question, std::function<void(Result<T>)> then)
    {
        post([this, question = std::move(question), then = std::move(then)](Counter& counter) {
            auto answer = std::make_shared<Result<T>>(question(counter));
            deliver([answer, then] { then(std::move(*answer)); });
        });
    }

private:
    /// Runs on the thread this object lives in, unless it is gone by then.
    void deliver(std::function<void()> answer);

    QThread m_thread;
    std::unique_ptr<QObject> m_worker;  ///< lives in m_thread
    std::unique_ptr<Counter> m_counter; ///< touched in m_thread only
};

} // namespace foyer::desktop
