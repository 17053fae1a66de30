// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/route.h"

#include <array>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace foyer::server {

/// `limit` acts in `periodSeconds`, `burst` of them at once.
struct RatePolicy {
    std::string_view name;
    std::int64_t limit = 1;
    std::int64_t periodSeconds = 1;
    std::int64_t burst = 1;
};

struct RateDecision {
    bool passes = true;
    std::int64_t remaining = 0;    ///< acts that would pass at once now
    std::int64_t resetSeconds = 0; ///< until all of the burst is there again; refused: until one is
    std::int64_t retryAfterSeconds = 0; ///< where it does not pass
};

/// The generic cell rate algorithm (ITU-T I.371): one instant per key and no timer. Bounded: of
/// more than `keysMax` keys the one that was used longest ago is forgotten. Safe from any thread.
class RateLimiter {
public:
    explicit RateLimiter(const RatePolicy& policy, std::size_t keysMax = 100'000);
    /// `now` in nanoseconds of a clock that does not go back; if it does, nobody waits longer than
    /// a full burst takes.
    RateDecision take(std::string_view key, std::int64_t now);
    /// Takes an act back that turned out to be none that the limit is about.
    void giveBack(std::string_view key, std::int64_t now);
    const RatePolicy& policy() const { return m_policy; }
    std::size_t keys() const;

private:
    struct Cell {
        std::string key;
        std::int64_t arrival = 0; ///< the theoretical arrival time
    };
    struct Shard {
        mutable std::mutex mutex;
        std::list<Cell> cells; ///< the one used last is at the end
        std::unordered_map<std::string_view, std::list<Cell>::iterator> index;
    };
    static constexpr std::size_t kShards = 16;

    RatePolicy m_policy;
    std::size_t m_perShard;
    std::array<Shard, kShards> m_shards;
};

/// What of an address a limit counts: the /24 of IPv4, the /56 of IPv6, so that nobody has as many
/// tries as they have addresses.
std::string networkOf(std::string_view address);

/// The limits of all buckets.
class RateLimits {
public:
    using Nanoseconds = std::function<std::int64_t()>;
    /// `now`: nanoseconds; the steady clock by default.
    explicit RateLimits(Nanoseconds now = {});

    /// Draws on the bucket of an address or a device; nothing where it has no limit.
    std::optional<RateDecision> take(Bucket bucket, std::string_view key);
    /// Draws on the limit of one account: 5 in 15 minutes.
    RateDecision takeAccount(std::string_view account);
    /// Somebody proved who they are: their tries were no guesses, however many there are.
    void giveBackSignIn(std::string_view account, std::string_view address);
    const RatePolicy& policyOf(Bucket bucket) const;
    const RatePolicy& accountPolicy() const { return m_account.policy(); }

private:
    RateLimiter* limiterOf(Bucket bucket);

    Nanoseconds m_now;
    RateLimiter m_account;
    RateLimiter m_login;
    RateLimiter m_enrol;
    RateLimiter m_device;
    RateLimiter m_public;
    RateLimiter m_webhook;
    RateLimiter m_picture;
    RateLimiter m_export;
};

/// Whether a bucket counts by address, which is known before anybody has proved who they are.
bool isByAddress(Bucket bucket);

/// Adds RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers), and Retry-After
/// where it was refused.
void addRateHeaders(Reply& reply, const RatePolicy& policy, const RateDecision& decision);
/// 429 "too_many_requests" with those headers.
Reply rateRefusal(const RatePolicy& policy, const RateDecision& decision);

} // namespace foyer::server
