// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/rate_limits.h"

#include <QTest>

using namespace foyer;
using namespace foyer::server;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

std::string headerOf(const Reply& reply, const std::string& name)
{
    for (const auto& [known, value] : reply.headers) {
        if (known == name) {
            return value;
        }
    }
    return {};
}

} // namespace

class TestRateLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheBurstPassesAtOnceAndThenOneEachPeriod()
    {
        RateLimiter limiter{{"x", 5, 900, 5}}; // one each 180 s
        const std::int64_t now = 1'000 * kSecond;
        for (int i = 0; i < 5; ++i) {
            const auto decision = limiter.take("a", now);
            QVERIFY(decision.passes);
            QCOMPARE(decision.remaining, std::int64_t{4 - i});
        }
        auto refused = limiter.take("a", now);
        QVERIFY(!refused.passes);
        QCOMPARE(refused.retryAfterSeconds, std::int64_t{180});
        QVERIFY(limiter.take("b", now).passes); // somebody else
        QVERIFY(!limiter.take("a", now + 180 * kSecond - 1).passes);
        QVERIFY(limiter.take("a", now + 180 * kSecond).passes);
        QVERIFY(!limiter.take("a", now + 180 * kSecond).passes);
        // After a long rest there is one burst again, not more.
        for (int i = 0; i < 5; ++i) {
            QVERIFY(limiter.take("a", now + 100'000 * kSecond).passes);
        }
        QVERIFY(!limiter.take("a", now + 100'000 * kSecond).passes);
    }

    void aClockThatGoesBackLocksNobodyOutForLong()
    {
        RateLimiter limiter{{"x", 20, 1, 60}};
        const std::int64_t now = 1'000'000 * kSecond;
        QVERIFY(limiter.take("a", now).passes);
        const std::int64_t earlier = 10 * kSecond;
        auto decision = limiter.take("a", earlier);
        QVERIFY(decision.retryAfterSeconds <= 1);
        QVERIFY(limiter.take("a", earlier + kSecond).passes);
        QVERIFY(limiter.take("fresh", 0).passes);
    }

    void aMillionKeysTakeNoMoreRoomThanAllowed()
    {
        RateLimiter limiter{{"x", 5, 1, 20}, 10'000};
        for (int i = 0; i < 1'000'000; ++i) {
            limiter.take("key-" + std::to_string(i), kSecond);
        }
        QVERIFY(limiter.keys() <= 10'000);
        QVERIFY(limiter.keys() > 5'000);
    }

    void thoseWhoOwnANetworkHaveNoMoreTriesThanOneAddress()
    {
        QCOMPARE(networkOf("192.0.2.1"), networkOf("192.0.2.254"));
        QVERIFY(networkOf("192.0.2.1") != networkOf("192.0.3.1"));
        QCOMPARE(networkOf("::ffff:192.0.2.9"), networkOf("192.0.2.1"));
        QCOMPARE(networkOf("2001:db8:0:1200::1"), networkOf("2001:db8:0:12ff:ffff::2"));
        QVERIFY(networkOf("2001:db8:0:1200::1") != networkOf("2001:db8:0:1300::1"));
    }

    void whoProvesThemselvesWasNoGuesser()
    {
        std::int64_t now = 50 * kSecond;
        RateLimits limits{[&] { return now; }};
        for (int i = 0; i < 100; ++i) {
            QVERIFY(limits.takeAccount("ben").passes);
            limits.giveBackSignIn("ben", "192.0.2.1");
        }
        for (int i = 0; i < 5; ++i) {
            QVERIFY(limits.takeAccount("ben").passes);
        }
        QVERIFY(!limits.takeAccount("ben").passes);
        limits.giveBackSignIn("nobody", "192.0.2.1"); // of whom nothing was taken
    }

    void theHeadersSayWhatIsLeftAndRetryAfterIsNeverTooEarly()
    {
        std::int64_t now = 50 * kSecond;
        RateLimits limits{[&] { return now; }};
        RateDecision decision;
        for (int i = 0; i < 5; ++i) {
            decision = limits.takeAccount("ada");
        }
        Reply reply;
        addRateHeaders(reply, limits.accountPolicy(), decision);
        QCOMPARE(headerOf(reply, "RateLimit-Policy"), std::string{R"("login";q=5;w=900)"});
        QCOMPARE(headerOf(reply, "RateLimit"), std::string{R"("login";r=0;t=900)"});
        QVERIFY(headerOf(reply, "Retry-After").empty());
        const Reply refused = rateRefusal(limits.accountPolicy(), limits.takeAccount("ada"));
        QCOMPARE(refused.status, 429);
        QCOMPARE(headerOf(refused, "RateLimit"), std::string{R"("login";r=0;t=180)"});
        QCOMPARE(headerOf(refused, "Retry-After"), std::string{"180"});
        now += 180 * kSecond;
        QVERIFY(limits.takeAccount("ada").passes);
        // From #21 on within a minute, whatever the names are.
        int passed = 0;
        for (int i = 0; i < 1000; ++i) {
            passed += limits.take(Bucket::Login, "198.51.100")->passes ? 1 : 0;
        }
        QCOMPARE(passed, 20);
        QVERIFY(!limits.take(Bucket::None, "198.51.100").has_value());
    }
};

QTEST_GUILESS_MAIN(TestRateLimits)
#include "test_rate_limits.moc"
