// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace foyer {

/// How long the name of a channel of Database::notify() may be, in bytes: PostgreSQL cuts names
/// off, and which schema it is of is said there, too.
inline constexpr std::size_t kChannelMax = 30;

/// What Database::notify() said.
struct Notification {
    std::string channel;
    std::string payload;
    friend bool operator==(const Notification&, const Notification&) = default;
};

/// Hears what the other connections to the same tables tell, over a connection of its own, so that
/// several processes can wake each other; what another schema of the same PostgreSQL database says
/// on a channel of that name is not for them. A notification is a hint and never the only way to
/// learn of something: one that comes while nobody listens is gone.
///
/// On SQLite one process has the file and nobody tells anything: wait() waits, and hears nothing.
class Listener {
public:
    /// `path` as of Database::open, and its codes. `channels` are names, not SQL, of up to
    /// kChannelMax bytes.
    static std::unique_ptr<Listener> open(const std::string& path,
                                          std::vector<std::string> channels);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    struct Heard {
        std::vector<Notification> notifications;
        /// The connection was lost meanwhile, and is there again: look for yourself what is new.
        bool mayHaveMissed = false;
    };
    /// Returns as soon as something was told, after wake(), or when the time is over. A connection
    /// that is lost is made again, at each call; while that fails nothing is heard and nothing
    /// thrown, since a writing connection will say it.
    Heard wait(std::chrono::milliseconds most);
    /// Ends the wait that is going on, or the next one. The only function that another thread may
    /// call.
    void wake();

private:
    struct Private;
    explicit Listener(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace foyer
