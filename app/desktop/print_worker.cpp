// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/print_worker.h"

#include "app/desktop/store_thread.h"
#include "app/printing/print_run.h"
#include "core/services/spool.h"

#include <QMetaObject>
#include <QTimer>

#include <future>
#include <map>
#include <memory>
#include <utility>

namespace foyer::desktop {
namespace {

constexpr int kLookEveryMs = 5000;
constexpr int kPrintersAtOnce = 8;

/// Waits, on a thread of the pool, for the store thread to do something.
template <typename Answer>
Answer fromStore(StoreThread& store, std::function<Answer(Counter&)> work)
{
    auto promise = std::make_shared<std::promise<Answer>>();
    auto future = promise->get_future();
    store.post(
        [promise, work = std::move(work)](Counter& counter) { promise->set_value(work(counter)); });
    return future.get();
}

} // namespace

PrintWorker::PrintWorker(StoreThread& store) : m_store{store}, m_timer{new QTimer{this}}
{
    m_pool.setMaxThreadCount(kPrintersAtOnce);
    connect(m_timer, &QTimer::timeout, this, &PrintWorker::look);
    m_store.post([](Counter& counter) { static_cast<void>(recoverSpool(counter)); });
    m_timer->start(kLookEveryMs);
    look();
}

PrintWorker::~PrintWorker()
{
    m_ends = true;
    m_pool.waitForDone();
}

void PrintWorker::kick()
{
    QMetaObject::invokeMethod(this, &PrintWorker::look, Qt::QueuedConnection);
}

void PrintWorker::stop(PrintJobId job)
{
    const std::lock_guard guard{m_lock};
    m_stopped.insert(job);
}

bool PrintWorker::isStopped(PrintJobId job)
{
    const std::lock_guard guard{m_lock};
    return m_ends || m_stopped.contains(job);
}

void PrintWorker::look()
{
    m_store.ask<std::vector<SpoolJob>>([](Counter& counter) { return waitingSpoolJobs(counter); },
                                       [this](const Result<std::vector<SpoolJob>>& waiting) {
                                           if (!waiting || m_ends) {
                                               return;
                                           }
                                           std::map<std::string, std::vector<SpoolJob>> byPrinter;
                                           for (const SpoolJob& job : *waiting) {
                                               byPrinter[job.printer].push_back(job);
                                           }
                                           for (auto& [printer, jobs] : byPrinter) {
                                               if (!m_busy.contains(printer)) {
                                                   start(printer, std::move(jobs));
                                               }
                                           }
                                       });
}

void PrintWorker::start(const std::string& printer, std::vector<SpoolJob> jobs)
{
    m_busy.insert(printer);
    m_pool.start([this, printer, jobs = std::move(jobs)] {
        for (const SpoolJob& job : jobs) {
            run(job);
        }
        QMetaObject::invokeMethod(
            this,
            [this, printer] {
                m_busy.erase(printer);
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

void PrintWorker::run(const SpoolJob& job)
{
    const auto ready = fromStore<Result<app::ReadyJob>>(m_store, [job](Counter& counter) {
        return app::readyJob(counter, job);
    });
    if (!ready) {
        fromStore<bool>(m_store, [job, why = ready.error()](Counter& counter) {
            return app::noteUndrawable(counter, job, why).has_value();
        });
        return;
    }
    const auto note = [this, id = job.id](const std::vector<int>& pages, SpoolState state,
                                          const std::optional<Error>& fault) {
        const bool noted = !(state == SpoolState::Sending && isStopped(id)) &&
            fromStore<bool>(m_store, [id, pages, state, fault](Counter& counter) {
                return app::notePages(counter, id, pages, state, fault);
            });
        Q_EMIT changed();
        return noted;
    };
    // Said once, not at every look: the window shows it as long as it is so.
    std::string said;
    const auto trouble = [this, &said, id = job.id](const PrinterTrouble* now) {
        const std::string code = now == nullptr ? std::string{} : now->code;
        if (code != said) {
            said = code;
            const std::optional<Error> fault = now == nullptr
                ? std::nullopt
                : std::optional{storageError(now->code, now->message)};
            fromStore<bool>(m_store, [id, fault](Counter& counter) {
                return noteSpoolFault(counter, id, fault).has_value();
            });
            Q_EMIT changed();
        }
        return !isStopped(id);
    };
    if (const auto fault = app::printJob(*ready, {note, trouble})) {
        fromStore<bool>(m_store, [id = job.id, fault](Counter& counter) {
            return noteSpoolFault(counter, id, fault).has_value();
        });
        Q_EMIT changed();
    }
}

} // namespace foyer::desktop
