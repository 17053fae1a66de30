// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/store_thread.h"

#include "core/services/access_control.h"
#include "core/services/guarded.h"

#include <QMetaObject>

namespace foyer::desktop {

StoreThread::StoreThread() : m_worker{std::make_unique<QObject>()}
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // The counter's connection belongs to the thread, so it is closed there, after all work.
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_counter.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void StoreThread::open(Open open, std::function<void(Result<void>)> then)
{
    QMetaObject::invokeMethod(m_worker.get(),
                              [this, open = std::move(open), then = std::move(then)] {
                                  auto counter = open();
                                  Result<void> answer;
                                  if (counter) {
                                      m_counter = *std::move(counter);
                                  } else {
                                      answer = std::move(counter).error();
                                  }
                                  deliver([answer, then] { then(answer); });
                              });
}

void StoreThread::post(std::function<void(Counter&)> work)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, work = std::move(work)] {
        if (m_counter) {
            work(*m_counter);
        }
    });
}

bool StoreThread::mayBeApproved(const Error& error)
{
    if ((error.code != "not_permitted" && error.code != "over_limit") || error.facts.empty()) {
        return false;
    }
    // What somebody may not see stays unseen; only an act can be approved.
    return !error.facts.front().ends_with(".read");
}

Result<void> StoreThread::approveIn(Counter& counter, const std::string& name,
                                    const std::string& secret)
{
    return guarded([&] { return counter.access().approve(name, secret); });
}

void StoreThread::dropApprovalIn(Counter& counter)
{
    counter.access().dropApproval();
}

void StoreThread::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

} // namespace foyer::desktop
