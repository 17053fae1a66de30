// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace foyer::desktop {

/// Runs on the window's thread, later.
inline void onWindowThread(std::function<void()> act)
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(act), Qt::QueuedConnection);
}

/// Does what may wait for a disk or a printer away from window and store, and answers on the
/// window's thread.
template <typename T>
void inBackground(std::function<Result<T>()> work, std::function<void(Result<T>)> then)
{
    QThreadPool::globalInstance()->start([work = std::move(work), then = std::move(then)] {
        auto answer = std::make_shared<Result<T>>(work());
        onWindowThread([answer, then] { then(std::move(*answer)); });
    });
}

} // namespace foyer::desktop
