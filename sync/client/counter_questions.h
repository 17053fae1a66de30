// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "sync/client/sync_conversation.h"

#include <functional>
#include <optional>

namespace foyer::sync {

/// Asks the counter on its own thread.
template <typename T>
Result<T> askCounter(const SyncConversation::WithCounter& withCounter,
                     const std::function<Result<T>(Counter&)>& question)
{
    std::optional<Result<T>> answer;
    withCounter([&](Counter& counter) { answer.emplace(question(counter)); });
    return answer ? *std::move(answer)
                  : Result<T>{storageError("cancelled", "The counter is closed.")};
}

/// The same of its part in syncing.
template <typename T>
Result<T> ask(const SyncConversation::WithCounter& withCounter,
              const std::function<Result<T>(CounterSync&)>& question)
{
    return askCounter<T>(withCounter, [&](Counter& counter) {
        CounterSync sync{counter};
        return question(sync);
    });
}

} // namespace foyer::sync
