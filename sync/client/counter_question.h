// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <functional>
#include <optional>
#include <utility>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::sync {

/// Does something with the counter on the thread that owns it, and returns when it is done.
using WithCounter = std::function<void(const std::function<void(Counter&)>&)>;

/// Asks one side of the counter (`Side` is made of it) on the counter's own thread. Error cancelled
/// where the counter was closed meanwhile.
template <typename T, typename Side>
Result<T> askCounter(const WithCounter& withCounter,
                     const std::function<Result<T>(Side&)>& question)
{
    std::optional<Result<T>> answer;
    withCounter([&](Counter& counter) {
        Side side{counter};
        answer.emplace(question(side));
    });
    return answer ? *std::move(answer)
                  : Result<T>{storageError("cancelled", "The counter is closed.")};
}

} // namespace foyer::sync
