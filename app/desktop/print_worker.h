// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/printing/spool_job.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <vector>

class QTimer;

namespace foyer::desktop {

class StoreThread;

/// Carries out the print queue while the program runs: one run for each printer that has something
/// to do, each in a thread of its own, so that one without paper holds up no other, no sale and no
/// window. A printer that does not answer is asked again every few seconds.
class PrintWorker final : public QObject {
    Q_OBJECT

public:
    /// The counter is open by then. What was under way when the program ended becomes "maybe
    /// printed".
    explicit PrintWorker(StoreThread& store);
    /// Stops what is under way: its page is judged by a person.
    ~PrintWorker() override;

    /// Something was put into the queue: does not wait for the next look.
    void kick();
    /// Stops a job that is under way.
    void stop(PrintJobId job);

Q_SIGNALS:
    /// A job went on, ended, or waits for somebody.
    void changed();

private:
    void look();
    void start(const std::string& printer, std::vector<SpoolJob> jobs);
    void run(const SpoolJob& job);
    bool isStopped(PrintJobId job);

    StoreThread& m_store;
    QThreadPool m_pool;
    QTimer* m_timer;
    std::set<std::string> m_busy; ///< printers with a run; touched on the window's thread only
    std::atomic<bool> m_ends{false};
    std::mutex m_lock;
    std::set<PrintJobId> m_stopped;
};

} // namespace foyer::desktop
