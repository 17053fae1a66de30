// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Poco/RunnableAdapter.h>
#include <Poco/ThreadPool.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace foyer::server {

/// The threads that run handlers. A pool of its own, joined before anything else ends: threads of
/// Poco's default pool would outlive what Qt Sql needs at the end of the program.
class WorkerPool {
public:
    WorkerPool(int threads, std::size_t waitingMax);
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False where as many wait already as may; the job is not taken then.
    bool offer(std::function<void()> job);
    /// Finishes what was taken, then ends the threads.
    void stop();

private:
    void work();

    std::size_t m_waitingMax;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_isStopping = false;
    Poco::RunnableAdapter<WorkerPool> m_runnable;
    Poco::ThreadPool m_threads;
};

} // namespace foyer::server
