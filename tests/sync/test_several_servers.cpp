// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/rights_office.h"
#include "core/services/counter_sync.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/storage/feed_store.h"
#include "sync/server/feed/authority_desk.h"
#include "tests/support/joined_till.h"
#include "tests/support/journal_tables.h"
#include "tests/support/server_fixture.h"
#include "tests/support/tcp_switch.h"

#include <QTest>

#include <array>
#include <atomic>
#include <set>
#include <thread>

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPlaces = 60;

/// Two server processes' worth of servers over one database of PostgreSQL, behind one address, and
/// counters that never know which of them they talk to.
class TwinHouse {
public:
    TwinHouse()
    {
        for (auto& server : m_servers) {
            server = std::make_unique<ServerFixture>(
                [this](server::FoyerServerOptions& options) { share(options); }, false);
        }
        door.pointTo(port(0));
        foundSmallHouse(first.path(), first.vault, m_still, m_random, smallSeason(1, kPlaces));
        first.open();
        ENSURE(sync::joinServer(*first.counter, invitation("Counter 1", {})).has_value());
        first.connect();
        ENSURE(returnRights(*first.counter, first.performance()).has_value());
        ENSURE(first.talk->exchange().has_value());
        second.joinAsNew(invitation("Counter 2", first.counter->organizer()));
        ENSURE(second.talk->exchange().has_value());
    }
    std::uint16_t port(std::size_t which) { return m_servers.at(which)->server().port(); }
    ServerFixture& server(std::size_t which) { return *m_servers.at(which); }
    std::string invitation(const std::string& name, OrganizerId organizer)
    {
        ServerFixture& server = *m_servers.front();
        return server.invitation(name, organizer, server.server().publicUrl());
    }
    std::unique_ptr<Database> database() const
    {
        return Database::open(m_place.address(), Database::Mode::ReadOnly);
    }
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            ENSURE(first.talk->exchange().has_value());
            ENSURE(second.talk->exchange().has_value());
        }
    }

private:
    void share(server::FoyerServerOptions& options)
    {
        // One database, one key file, one certificate, one address: what a second process is given.
        options.database = m_place.address();
        options.publicUrl = "https://localhost:" + std::to_string(door.port());
        if (!m_shared) {
            m_shared = options;
        }
        options.keyFile = m_shared->keyFile;
        options.tls = m_shared->tls;
    }

    StorePlace m_place;
    std::optional<server::FoyerServerOptions> m_shared;
    std::array<std::unique_ptr<ServerFixture>, 2> m_servers;
    StillClock m_still;
    SeededRandom m_random{5};

public:
    TcpSwitch door;
    Till first;
    Till second;
};

} // namespace

class SeveralServersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noCounterKnowsWhichServerItTalksTo()
    {
        TwinHouse house;
        for (std::size_t i = 0; i < 6; ++i) {
            house.door.pointTo(house.port(i % 2));
            QCOMPARE(codeOf(house.first.sellOnline({house.first.standing()})), std::string{"done"});
            house.door.pointTo(house.port((i + 1) % 2));
            QCOMPARE(codeOf(house.second.sellOnline({house.second.standing()})),
                     std::string{"done"});
            QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
        }
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
        const auto report = verifyJournal(*house.second.counter);
        QVERIFY(report && report->findings.empty());
    }

    void aCounterThatWaitsAtOneIsWokenByWhatCameToTheOther()
    {
        TwinHouse house;
        house.settle();
        house.door.pointTo(house.port(0));
        QVERIFY(house.first.sellOnline({house.first.standing()}));
        std::atomic<bool> isWaiting{false};
        std::chrono::steady_clock::time_point woken;
        std::thread waiter{[&] {
            Till& till = house.second;
            till.connect(); // its line belongs to this thread
            isWaiting = true;
            const auto news = till.talk->waitForNews();
            woken = std::chrono::steady_clock::now();
            ENSURE(news.has_value() && *news);
            till.talk.reset();
            till.session.reset();
        }};
        while (!isWaiting) {
            std::this_thread::sleep_for(10ms);
        }
        std::this_thread::sleep_for(300ms); // its request is held by the first server
        // Around the switch: cutting the line would wake the waiter, too.
        auto& other = house.server(1).server();
        const auto told = std::chrono::steady_clock::now();
        const auto done = other.desk().doAndWait(
            house.first.counter->organizer(), [&](Authority& authority, FeedBatch& batch) {
                const RightsRecalled recall{house.first.counter->replica(),
                                            house.first.performance(), 0, "no longer needed"};
                ENSURE(recallRights(authority, batch, Permit::ofProgram(), recall).has_value());
            });
        waiter.join();
        QCOMPARE(codeOf(done), std::string{"done"});
        QVERIFY2(woken - told < 2s, "the waiter slept on");
    }

    void whatBothTakeInAtOnceIsSeenByAReaderThatNeverLooksBack()
    {
        TwinHouse house;
        std::atomic<int> busy{2};
        std::atomic<int> sold{0};
        const auto sellAllAt = [&](Till& till) {
            till.connect(); // its line belongs to this thread
            std::string outcome;
            for (; outcome.empty(); ++sold) {
                const auto order = till.sellOnline({till.standing()});
                outcome = order ? "" : order.error().code;
                if (const auto moved = till.talk->exchange(); !moved) {
                    qFatal("exchange: %s", moved.error().message.c_str());
                }
            }
            --sold;
            if (outcome != "sold_out") {
                qFatal("sale: %s", outcome.c_str());
            }
            till.talk.reset();
            till.session.reset();
            --busy;
        };
        house.first.talk.reset();
        house.second.talk.reset();
        house.first.session.reset();
        house.second.session.reset();
        std::thread one{[&] { sellAllAt(house.first); }};
        std::thread other{[&] { sellAllAt(house.second); }};
        // New connections go to either; each of them is held by a counter for a while.
        std::jthread swapping{[&](const std::stop_token& stop) {
            for (std::size_t i = 0; !stop.stop_requested(); ++i) {
                std::this_thread::sleep_for(150ms);
                house.door.steerTo(house.port(i % 2));
            }
        }};
        const auto database = house.database();
        const OrganizerId organizer = house.first.counter->organizer();
        std::set<EntryId> seen;
        std::int64_t position = 0;
        const auto read = [&] {
            const FeedPage page = readFeed(*database, organizer, {.after = position});
            for (const Entry& entry : page.entries) {
                seen.insert(entry.id);
            }
            position = page.upTo;
            return page.entries.size();
        };
        while (busy > 0) {
            read();
        }
        one.join();
        other.join();
        swapping.request_stop();
        swapping.join();
        while (read() > 0) {}
        std::size_t stored = 0;
        readEntriesByPosition(*database, organizer, 0, 1'000'000, [&](const Entry& entry) {
            ++stored;
            return seen.contains(entry.id) || (qFatal("an entry was skipped"), false);
        });
        QCOMPARE(seen.size(), stored);
        QCOMPARE(sold.load(), kPlaces);
        house.first.connect();
        house.second.connect();
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
    }

    void oneServerGoesAndTheOtherGoesOn()
    {
        TwinHouse house;
        QVERIFY(house.first.sellOnline({house.first.standing()}));
        house.server(0).server().stop();
        house.door.pointTo(house.port(1));
        QCOMPARE(codeOf(house.first.sellOnline({house.first.standing()})), std::string{"done"});
        house.settle();
        CounterSync sync{*house.first.counter};
        QCOMPARE(sync.status()->unsent, std::int64_t{0});
    }

    void whoIsRevokedAtOneIsTurnedAwayByTheOther()
    {
        TwinHouse house;
        house.door.pointTo(house.port(1));
        QCOMPARE(codeOf(house.second.talk->exchange()), std::string{"done"}); // it is known there
        QCOMPARE(house.server(0).revoke(house.second.counter->replica(),
                                        house.second.counter->organizer()),
                 std::string{"done"});
        QTRY_COMPARE_WITH_TIMEOUT(codeOf(house.second.talk->exchange()),
                                  std::string{"device_revoked"}, 5000);
    }
};

QTEST_GUILESS_MAIN(SeveralServersTest)
#include "test_several_servers.moc"
