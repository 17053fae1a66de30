// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/counter.h"
#include "core/services/counter_sync.h"

#include <functional>
#include <optional>
#include <utility>

namespace foyer::sync {

/// Does something with the counter on the thread that owns it, and returns when it is done.
using WithCounter = std::function<void(const std::function<void(Counter&)>&)>;

/// Asks the counter on its own thread. Error cancelled where it was closed meanwhile.
template <typename T>
Result<T> askCounter(const WithCounter& withCounter,
                     const std::function<Result<T>(Counter&)>& question)
{
    std::optional<Result<T>> answer;
    withCounter([&](Counter& counter) { answer.emplace(question(counter)); });
    return answer ? *std::move(answer)
                  : Result<T>{storageError("cancelled", "The counter is closed.")};
}

/// Asks one side of the counter, which is made of it: `CounterSync`, for example.
template <typename T, typename Side>
Result<T> askSide(const WithCounter& withCounter, const std::function<Result<T>(Side&)>& question)
{
    return askCounter<T>(withCounter, [&](Counter& counter) {
        Side side{counter};
        return question(side);
    });
}

/// Asks its part in syncing.
template <typename T>
Result<T> ask(const WithCounter& withCounter,
              const std::function<Result<T>(CounterSync&)>& question)
{
    return askSide<T, CounterSync>(withCounter, question);
}

} // namespace foyer::sync
