// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/mail/mail_pace.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kAtOnceMs = 5'000;      // so much of a minute's share may go at once
constexpr std::size_t kTurnsMax = 100'000;     // beyond that those that never came are forgotten
constexpr std::int64_t kForgottenMs = 600'000; // after their turn

} // namespace

MailPace::MailPace(int perMinute, int perMinuteOfOrganizer)
    : m_perMinute{perMinute}, m_perMinuteOfOrganizer{perMinuteOfOrganizer}
{}

std::optional<Instant> MailPace::turnOf(const Asks& asks, Instant now)
{
    const std::lock_guard lock{m_mutex};
    if (const auto known = m_turns.find(asks.mail); known != m_turns.end()) {
        if (now < known->second) {
            return known->second;
        }
        m_turns.erase(known);
        return std::nullopt;
    }
    const Instant turn =
        std::max(reserve({{}, asks.isBulk}, m_perMinute, now),
                 reserve({asks.organizer, asks.isBulk}, m_perMinuteOfOrganizer, now));
    if (turn <= now) {
        return std::nullopt;
    }
    forgetOld(now);
    m_turns[asks.mail] = turn;
    return turn;
}

/// The generic cell rate algorithm: each mail moves the time from which there is room again.
Instant MailPace::reserve(const Lane& lane, int perMinute, Instant now)
{
    if (perMinute <= 0) {
        return now;
    }
    const std::int64_t each = std::max<std::int64_t>(1, 2 * kMinuteMs / perMinute);
    std::int64_t& free = m_free.try_emplace(lane, 0).first->second;
    free = std::max(free, now.ms - kAtOnceMs);
    const Instant turn{std::max(free, now.ms)};
    free += each;
    return turn;
}

void MailPace::forgetOld(Instant now)
{
    if (m_turns.size() >= kTurnsMax) {
        std::erase_if(m_turns,
                      [&](const auto& each) { return now.ms - each.second.ms > kForgottenMs; });
    }
}

} // namespace foyer::server
