// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace foyer::server {

/// Remembers for at least `keepMs` what was used once. Two generations, of which the older one is
/// forgotten as a whole, so that forgetting costs nothing. Bounded; safe from any thread.
class NonceCache {
public:
    explicit NonceCache(std::int64_t keepMs, std::size_t most = 500'000)
        : m_keepMs{keepMs}, m_most{most}
    {}

    enum class Verdict : std::uint8_t { Fresh, Repeated, Full };
    /// `nowMs` of a clock that does not go back.
    Verdict use(std::string_view key, std::string_view nonce, std::int64_t nowMs)
    {
        std::string name{key};
        name.append(1, '\n').append(nonce);
        const std::lock_guard lock{m_mutex};
        if (nowMs - m_since >= m_keepMs) {
            m_older = nowMs - m_since >= 2 * m_keepMs ? std::unordered_set<std::string>{}
                                                      : std::move(m_newer);
            m_newer.clear();
            m_since = nowMs;
        }
        if (m_older.contains(name) || m_newer.contains(name)) {
            return Verdict::Repeated;
        }
        // Forgetting early would let a request be repeated: rather none is taken for a while.
        if (m_newer.size() >= m_most) {
            return Verdict::Full;
        }
        m_newer.insert(std::move(name));
        return Verdict::Fresh;
    }

private:
    std::int64_t m_keepMs;
    std::size_t m_most;
    std::mutex m_mutex;
    std::int64_t m_since = 0;
    std::unordered_set<std::string> m_newer;
    std::unordered_set<std::string> m_older;
};

} // namespace foyer::server
