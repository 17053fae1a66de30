// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/counter.h"
#include "core/services/key_vault.h"
#include "core/storage/sync_store.h"
#include "sync/client/device_session.h"
#include "sync/client/sync_conversation.h"
#include "tests/bench/must.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace foyer::bench {

/// A counter with its line to the server. Belongs to one thread.
struct BenchTill {
    explicit BenchTill(std::string path) : folder{std::move(path)}
    {
        std::filesystem::create_directories(folder);
    }

    std::string folder;
    MemoryVault vault;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Counter> counter;
    std::unique_ptr<sync::DeviceSession> session;
    std::unique_ptr<sync::SyncConversation> talk;

    void open() { counter = must(Counter::open(folder, vault, clock, random)); }
    void connect()
    {
        const Membership& server = *counter->membership();
        session =
            std::make_unique<sync::DeviceSession>(server.url,
                                                  std::string{server.pin.begin(), server.pin.end()},
                                                  counter->organizer(), counter->replica(),
                                                  counter->keys().device, clock, random);
        talk = std::make_unique<sync::SyncConversation>(
            *session, [this](const std::function<void(Counter&)>& act) { act(*counter); });
    }
};

} // namespace foyer::bench
