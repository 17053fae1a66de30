// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/rate_limits.h"

#include "sync/server/http/problem.h"

#include <arpa/inet.h>

#include <algorithm>
#include <chrono>

namespace foyer::server {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

std::int64_t secondsUp(std::int64_t nanoseconds)
{
    return (std::max<std::int64_t>(nanoseconds, 0) + kSecond - 1) / kSecond;
}

std::int64_t steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

RateLimiter::RateLimiter(const RatePolicy& policy, std::size_t keysMax)
    : m_policy{policy}, m_perShard{std::max<std::size_t>(keysMax / kShards, 1)}
{}

RateDecision RateLimiter::take(std::string_view key, std::int64_t now)
{
    const std::int64_t each = m_policy.periodSeconds * kSecond / m_policy.limit;
    const std::int64_t tolerance = each * (m_policy.burst - 1);
    Shard& shard = m_shards[std::hash<std::string_view>{}(key) % kShards];
    const std::lock_guard lock{shard.mutex};
    auto found = shard.index.find(key);
    if (found == shard.index.end()) {
        if (shard.cells.size() >= m_perShard) {
            shard.index.erase(shard.cells.front().key);
            shard.cells.pop_front();
        }
        shard.cells.push_back({std::string{key}, now});
        found = shard.index.emplace(shard.cells.back().key, std::prev(shard.cells.end())).first;
    } else {
        shard.cells.splice(shard.cells.end(), shard.cells, found->second);
    }
    // More than a full burst ahead of now can only be a clock that went back.
    std::int64_t& arrival = found->second->arrival;
    arrival = std::clamp(arrival, now, now + tolerance + each);
    RateDecision decision;
    if (arrival - now > tolerance) {
        decision.passes = false;
        decision.retryAfterSeconds =
            std::max<std::int64_t>(secondsUp(arrival - tolerance - now), 1);
        decision.resetSeconds = decision.retryAfterSeconds;
        return decision;
    }
    arrival += each;
    decision.remaining = (tolerance + each - (arrival - now)) / each;
    decision.resetSeconds = secondsUp(arrival - now);
    return decision;
}

void RateLimiter::giveBack(std::string_view key, std::int64_t now)
{
    const std::int64_t each = m_policy.periodSeconds * kSecond / m_policy.limit;
    Shard& shard = m_shards[std::hash<std::string_view>{}(key) % kShards];
    const std::lock_guard lock{shard.mutex};
    if (const auto found = shard.index.find(key); found != shard.index.end()) {
        found->second->arrival = std::max(found->second->arrival - each, now);
    }
}

std::size_t RateLimiter::keys() const
{
    std::size_t count = 0;
    for (const Shard& shard : m_shards) {
        const std::lock_guard lock{shard.mutex};
        count += shard.cells.size();
    }
    return count;
}

std::string networkOf(std::string_view address)
{
    const std::string text{address};
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
        return std::string{"4"}.append(bytes.begin(), bytes.begin() + 3);
    }
    constexpr std::array<unsigned char, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) {
        if (std::equal(kMapped.begin(), kMapped.end(), bytes.begin())) {
            return std::string{"4"}.append(bytes.begin() + 12, bytes.begin() + 15);
        }
        return std::string{"6"}.append(bytes.begin(), bytes.begin() + 7);
    }
    return text;
}

RateLimits::RateLimits(Nanoseconds now)
    : m_now{now ? std::move(now) : Nanoseconds{steadyNow}}, m_account{{"login", 5, 900, 5}},
      m_login{{"login-network", 20, 60, 20}}, m_enrol{{"enrol", 10, 3600, 10}},
      m_device{{"device", 20, 1, 60}}, m_public{{"public", 5, 1, 20}},
      m_webhook{{"webhook", 50, 1, 200}}, m_picture{{"picture", 100, 1, 400}}, m_export{{"export",
                                                                                         6, 60, 3}}
{}

RateLimiter* RateLimits::limiterOf(Bucket bucket)
{
    switch (bucket) {
    case Bucket::None:
        return nullptr;
    case Bucket::Login:
        return &m_login;
    case Bucket::Enrol:
        return &m_enrol;
    case Bucket::Device:
        return &m_device;
    case Bucket::Public:
        return &m_public;
    case Bucket::Webhook:
        return &m_webhook;
    case Bucket::Picture:
        return &m_picture;
    case Bucket::Export:
        break;
    }
    return &m_export;
}

std::optional<RateDecision> RateLimits::take(Bucket bucket, std::string_view key)
{
    RateLimiter* limiter = limiterOf(bucket);
    return limiter != nullptr ? std::optional{limiter->take(key, m_now())} : std::nullopt;
}

RateDecision RateLimits::takeAccount(std::string_view account)
{
    return m_account.take(account, m_now());
}

void RateLimits::giveBackSignIn(std::string_view account, std::string_view address)
{
    m_account.giveBack(account, m_now());
    m_login.giveBack(networkOf(address), m_now());
}

const RatePolicy& RateLimits::policyOf(Bucket bucket) const
{
    return const_cast<RateLimits*>(this)->limiterOf(bucket)->policy();
}

bool isByAddress(Bucket bucket)
{
    return bucket == Bucket::Login || bucket == Bucket::Enrol || bucket == Bucket::Public ||
        bucket == Bucket::Webhook || bucket == Bucket::Picture;
}

void addRateHeaders(Reply& reply, const RatePolicy& policy, const RateDecision& decision)
{
    const std::string name = '"' + std::string{policy.name} + '"';
    reply.headers.emplace_back("RateLimit-Policy",
                               name + ";q=" + std::to_string(policy.limit) +
                                   ";w=" + std::to_string(policy.periodSeconds));
    reply.headers.emplace_back("RateLimit",
                               name + ";r=" + std::to_string(decision.remaining) +
                                   ";t=" + std::to_string(decision.resetSeconds));
    if (!decision.passes) {
        reply.headers.emplace_back("Retry-After", std::to_string(decision.retryAfterSeconds));
    }
}

Reply rateRefusal(const RatePolicy& policy, const RateDecision& decision)
{
    Reply reply = problem(429, "too_many_requests",
                          "Too many requests. Wait " + std::to_string(decision.retryAfterSeconds) +
                              " seconds, then try again.");
    addRateHeaders(reply, policy, decision);
    return reply;
}

} // namespace foyer::server
