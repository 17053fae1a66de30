// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/worker_pool.h"

#include "sync/server/observe/thread_signals.h"

namespace foyer::server {

WorkerPool::WorkerPool(int threads, std::size_t waitingMax)
    : m_waitingMax{waitingMax}, m_runnable{*this, &WorkerPool::work}, m_threads{"workers", threads,
                                                                                threads}
{
    for (int i = 0; i < threads; ++i) {
        m_threads.start(m_runnable);
    }
}

bool WorkerPool::offer(std::function<void()> job)
{
    {
        const std::lock_guard lock{m_mutex};
        if (m_isStopping || m_jobs.size() >= m_waitingMax) {
            return false;
        }
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

void WorkerPool::stop()
{
    {
        const std::lock_guard lock{m_mutex};
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_threads.joinAll();
}

void WorkerPool::work()
{
    leaveSignalsToMain();
    while (true) {
        std::function<void()> job;
        {
            std::unique_lock lock{m_mutex};
            m_wake.wait(lock, [this] { return m_isStopping || !m_jobs.empty(); });
            if (m_jobs.empty()) {
                return;
            }
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace foyer::server
