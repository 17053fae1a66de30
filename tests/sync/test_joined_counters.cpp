// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/access_entries.h"
#include "core/services/after_sale.h"
#include "core/services/authority/entry_intake.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/till.h"
#include "core/storage/rights_store.h"
#include "sync/protocol/sync_messages.h"
#include "tests/support/joined_house.h"
#include "tests/support/journal_tables.h"
#include "tests/support/losing_line.h"
#include "tests/support/pace.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>

using namespace foyer;
using namespace foyer::test;

class JoinedCountersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasSoldAloneIsKnownToTheServerAndToTheNextCounter()
    {
        House house;
        const auto moved = house.first.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QVERIFY(moved->sent > 10);
        house.joinSecond();
        const auto heard = house.second.talk->exchange();
        QCOMPARE(codeOf(heard), std::string{"done"});
        QVERIFY(heard->heard >= moved->sent);
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
        const auto report = verifyJournal(*house.second.counter);
        QVERIFY(report && report->findings.empty());
    }

    void aSeatIsFetchedWhenItIsSoldAndNoOtherCounterGetsIt()
    {
        House house;
        QVERIFY(returnRights(*house.first.counter, house.first.performance()));
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        QCOMPARE(codeOf(house.second.sell({house.second.standing()})), std::string{"rights_short"});
        QCOMPARE(codeOf(house.second.sellOnline({house.second.standing()})), std::string{"done"});
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
    }

    void aStockIsFetchedByItselfAndGoesBackAfterTheLastShift()
    {
        House house;
        Season season = smallSeason(1); // once more, and tomorrow: the first may be long over
        const Instant start{house.first.clock.now().ms + 24 * 3'600'000};
        season.events[0].performances[0].startsAt = start;
        QVERIFY(importSeason(*house.first.counter, season));
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        Till& till = house.second;
        QVERIFY(till.talk->exchange());
        QVERIFY(till.session->roundTripMs());
        const auto shift = startShift(*till.counter, {});
        QVERIFY(shift);
        const auto kept = till.talk->keepStock();
        QVERIFY(kept && *kept);
        const auto all = *performances(*till.counter, Instant{0});
        const auto next = std::ranges::find(all, start, &PerformanceSummary::startsAt);
        QVERIFY(next != all.end());
        const PerformanceId tomorrow = next->id;
        QVERIFY(placesHere(*till.counter, tomorrow)->seats > 0);
        const auto offer = offerOf(*till.counter, tomorrow);
        CartItem item;
        item.performance = tomorrow;
        item.type = (*offer)->types.front().id;
        item.category =
            std::ranges::find((*offer)->categories, std::string{"Standing"}, &PriceCategory::name)
                ->id;
        QCOMPARE(codeOf(till.sell({item})), std::string{"done"}); // asks nobody
        QVERIFY(closeShift(*till.counter, shift->id, {1'000'000, {}}));
        QVERIFY(till.talk->exchange());
        QCOMPARE(*placesHere(*till.counter, tomorrow), PlacesHere{});
        const auto again = till.talk->keepStock();
        QVERIFY(again && !*again);
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), till.counter->database()),
                 std::string{});
    }

    void olderVersionsKeepWorking()
    {
        House house;
        house.first.talk->speak(WireVersion::Plain);
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
        house.joinSecond();
        house.second.talk->speak(WireVersion::Compressed);
        QCOMPARE(codeOf(house.second.talk->exchange()), std::string{"done"});
        house.first.talk->speak(WireVersion::Columns);
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
    }

    void anotherServerIsToldNothing()
    {
        House house;
        const Membership& server = *house.first.counter->membership();
        sync::DeviceSession session{server.url,
                                    std::string(43, 'A'),
                                    house.first.counter->organizer(),
                                    house.first.counter->replica(),
                                    house.first.counter->keys().device,
                                    house.first.clock,
                                    house.first.random};
        const std::string before = house.server().log();
        sync::HttpRequest request;
        request.path = "/v1/sync/pull";
        request.query = "after=0";
        QCOMPARE(codeOf(session.send(request)), std::string{"wrong_server"});
        QCOMPARE(house.server().log(), before); // not one request was read
    }

    void aBatchThatComesAgainOrWithAHoleOrCutAddsNothing()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        const auto write = [&] { QVERIFY(house.first.sell({house.first.standing()})); };
        write();
        CounterSync sync{*house.first.counter};
        const auto batch = sync.nextBatch();
        QVERIFY(batch && *batch);
        struct Answered {
            int status = 0;
            IntakeAnswer answer;
        };
        const auto push = [&](const EntryBatch& sent) {
            sync::HttpRequest request;
            request.method = "POST";
            request.path = "/v1/sync/push";
            request.contentType = mediaType(kNewestWireVersion);
            request.accept = request.contentType;
            request.body = encodePush(sent, kNewestWireVersion);
            const auto http = house.first.session->exchange(request);
            const auto answer = decodePushAnswer(http->body, kNewestWireVersion);
            return Answered{http->status, answer ? *answer : IntakeAnswer{}};
        };
        QCOMPARE(push(**batch).answer.added, std::int64_t((*batch)->entries.size()));
        for (int i = 0; i < 3; ++i) {
            const Answered again = push(**batch);
            QCOMPARE(again.status, 200);
            QCOMPARE(again.answer.added, std::int64_t{0});
            QCOMPARE(again.answer.sequence, (*batch)->entries.back().sequence);
        }
        EntryBatch cut = **batch; // its last entry is taken away on the way
        cut.entries.pop_back();
        QVERIFY(!cut.entries.empty());
        QCOMPARE(push(cut).status, 422);
        EntryBatch holed = **batch;
        write();
        write();
        std::vector<Entry> later;
        readEntriesAfter(house.first.counter->database(), house.first.counter->organizer(),
                         house.first.counter->replica(), 1, holed.entries.back().sequence + 1,
                         [&](const Entry& entry) {
                             later.push_back(entry);
                             return true;
                         });
        const Answered gap = push(signedBatch(house.first.counter->identity(), std::move(later),
                                              house.first.counter->keys().device));
        QCOMPARE(gap.status, 409);
        QCOMPARE(gap.answer.outcome, IntakeAnswer::Outcome::Gap);
        QCOMPARE(gap.answer.sequence, holed.entries.back().sequence);
    }

    void aCounterWhoseClockJumpsIsMeasuredAndSyncsAllTheSame()
    {
        House house;
        constexpr std::int64_t kDayMs = 86'400'000;
        QVERIFY(house.first.talk->exchange());
        for (const std::int64_t jump : {-kDayMs, 3 * kDayMs, -400 * kDayMs}) {
            house.first.clock.pass(jump);
            QVERIFY(house.first.sell({house.first.standing()}));
            QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
            const std::int64_t ahead = house.first.clock.now().ms - house.server().clock().now().ms;
            QVERIFY(std::abs(house.first.session->clockAheadMs() - ahead) < 2'000);
        }
        // Their order is the writer's own, whatever its clock said.
        const auto report = verifyJournal(*house.first.counter);
        QVERIFY(report && report->findings.empty());
    }

    void aRevokedCounterIsTurnedAwayAndKeepsWhatItHas()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        QVERIFY(house.first.sell({house.first.standing()}));
        QCOMPARE(house.server().revoke(house.first.counter->replica(),
                                       house.first.counter->organizer()),
                 std::string{"done"});
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"device_revoked"});
        CounterSync sync{*house.first.counter};
        QVERIFY(sync.status()->unsent > 0);
    }

    void withoutTheServerNothingIsLost()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        house.server().server().stop();
        QVERIFY(house.first.sell({house.first.standing()}));
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"offline"});
        CounterSync sync{*house.first.counter};
        QVERIFY(sync.status()->unsent > 0);
    }

    void aRequestWhoseAnswerWasLostIsAskedAgain()
    {
        House house;
        LosingLine line{house.server().server().port()};
        house.first.connect(line.url());
        QVERIFY(house.first.talk->exchange());
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(house.first.sell({house.first.standing()}));
            line.loseNextAnswer();
            QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
            QCOMPARE(line.lost(), i);
        }
        CounterSync sync{*house.first.counter};
        QCOMPARE(sync.status()->unsent, std::int64_t{0});
    }

    void aLineThatBreaksWhileItIsOpenedIsNoLieAndNoLoss()
    {
        House house;
        LosingLine line{house.server().server().port()};
        QVERIFY(house.first.talk->exchange());
        int broken = 0;
        for (int piece = 0; piece < 6; ++piece) {
            house.first.connect(line.url());
            line.loseNextAnswer(piece);
            const std::string code = codeOf(house.first.talk->exchange());
            QVERIFY2(code == "done" || code == "offline", code.c_str());
            broken += code == "offline";
            QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
        }
        QVERIFY(line.lost() > 3 && broken > 0);
    }

    void aCounterThatAsksTooOftenWaitsAndIsServed()
    {
        // A request takes half the time in which one more may come, however busy the machine is.
        std::atomic<std::int64_t> now{0};
        House house{[&now](server::FoyerServerOptions& options) {
            options.limitClock = [&now] { return now += 25'000'000; };
        }};
        const auto isRefused = [&house] {
            return house.server().log().find("\"status\":429") != std::string::npos;
        };
        for (int i = 0; i < 200 && !isRefused(); ++i) { // more than may come at once
            QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
        }
        QVERIFY(isRefused());
    }

    void aCounterThatGetsNoTokenYetWaitsForIt()
    {
        // Ten get theirs at once, with two requests each and one that uses it; from the eleventh's
        // first on, every look at the clock is as much later as one more takes.
        std::atomic<std::int64_t> now{0};
        std::atomic<int> looks{0};
        House house{[&](server::FoyerServerOptions& options) {
            options.limitClock = [&] { return now += ++looks > 31 ? 200'000'000 : 0; };
        }};
        looks = 0;
        for (int i = 0; i < 12; ++i) {
            house.first.connect();
            sync::HttpRequest request;
            request.path = "/v1/sync/report";
            request.accept = mediaType(kNewestWireVersion);
            QCOMPARE(codeOf(house.first.session->send(request)), std::string{"done"});
        }
        QVERIFY(house.server().log().find("\"status\":429") != std::string::npos);
    }

    void aCounterThatWaitsHearsOfASaleWithinASecond()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        QVERIFY(house.first.talk->exchange());
        QVERIFY(house.first.sell({house.first.standing()}));
        std::thread seller{[&house] {
            std::this_thread::sleep_for(std::chrono::milliseconds{300});
            Till& till = house.first;
            till.connect(); // its line belongs to this thread
            ENSURE(till.talk->exchange().has_value());
            till.talk.reset();
            till.session.reset();
        }};
        const auto started = std::chrono::steady_clock::now();
        const auto news = house.second.talk->waitForNews();
        const auto waited = std::chrono::steady_clock::now() - started;
        seller.join();
        QVERIFY(news && *news);
        QVERIFY(waited < paced(std::chrono::milliseconds{300 + 1'000}));
    }

    void anOrderIsRefundedAtAnotherCounterWhileTheOneThatSoldItLooksForNews()
    {
        House house;
        const auto order = house.first.sell({house.first.standing()});
        QVERIFY(order);
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        const ReturnRequest back{.order = order->id, .choice = {}, .reason = "ill"};
        Counter& other = *house.second.counter;
        QCOMPARE(codeOf(returnTickets(other, back)), std::string{"order_elsewhere"});
        std::atomic<bool> isOver{false};
        std::thread seller{[&] {
            Till& till = house.first;
            till.connect(); // its line belongs to this thread
            while (!isOver) {
                ENSURE(till.talk->exchange().has_value());
                std::this_thread::sleep_for(std::chrono::milliseconds{20});
            }
            till.talk.reset();
            till.session.reset();
        }};
        house.second.talk->askForOrdersAgain(30); // a busy machine takes its time
        const auto fetched = house.second.talk->fetchRights(other.rightsNeed());
        isOver = true;
        seller.join();
        QCOMPARE(codeOf(fetched), std::string{"done"});
        QCOMPARE(codeOf(returnTickets(other, back)), std::string{"done"});
        house.first.connect();
        house.settle();
        QCOMPARE(codeOf(returnTickets(*house.first.counter, back)), std::string{"order_elsewhere"});
        QCOMPARE(difference(house.first.counter->database(), other.database()), std::string{});
        const auto report = verifyJournal(other);
        QVERIFY(report && report->findings.empty());
    }

    void anOrderOfACounterThatDoesNotAnswerIsAskedForAndComesLater()
    {
        House house;
        const auto order = house.first.sell({house.first.standing()});
        QVERIFY(order);
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        Till& till = house.second;
        QVERIFY(till.talk->exchange());
        till.talk->askForOrdersAgain(1);
        const ReturnRequest back{.order = order->id, .choice = {}, .reason = "ill"};
        QCOMPARE(codeOf(returnTickets(*till.counter, back)), std::string{"order_elsewhere"});
        const auto asked = till.talk->fetchRights(till.counter->rightsNeed());
        QCOMPARE(codeOf(asked), std::string{"order_asked"});
        QCOMPARE(asked.error().facts.back(), house.first.counter->name());
        // Without a network the counter that sold it goes on with it.
        QCOMPARE(codeOf(planReturn(*house.first.counter, back)), std::string{"done"});
        QCOMPARE(codeOf(returnTickets(*house.first.counter, back)), std::string{"done"});
        QVERIFY(house.first.talk->exchange()); // gives it back, and sends that
        (void)planVoid(*till.counter, order->id);
        QCOMPARE(codeOf(till.talk->fetchRights(till.counter->rightsNeed())), std::string{"done"});
        QCOMPARE(codeOf(returnTickets(*till.counter, back)), std::string{"nothing_to_return"});
    }

    void aCopyOfACounterIsStoppedAndWhatItSentIsKept()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        house.first.open(); // lets go of the folder for the copy
        QTemporaryDir copy;
        house.first.counter.reset();
        for (const char* file : {"foyer.db", "foyer.head"}) {
            QVERIFY(QFile::copy(QString::fromStdString(house.first.path() + "/" + file),
                                copy.filePath(QLatin1String{file})));
        }
        house.first.open();
        house.first.connect();
        QVERIFY(house.first.sell({house.first.standing()}));
        QVERIFY(house.first.talk->exchange());
        auto twin = Counter::open(copy.path().toStdString(), house.first.vault, house.first.clock,
                                  house.first.random);
        QVERIFY(twin);
        std::swap(house.first.counter, *twin);
        house.first.connect();
        QVERIFY(house.first.sell({house.first.standing()}));
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"journal_fork"});
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"device_revoked"});
        // Every counter hears of it, and that nobody but the server decided it.
        std::vector<DeviceRevoked> kept;
        readEntries(house.server().server().store().here(), house.first.counter->organizer(),
                    [&](const Entry& entry) {
                        if (entry.kind == kind::kDeviceRevoked && entry.actor.isNil()) {
                            kept.push_back(decodeDeviceRevoked(*decodeCbor(entry.body)).value());
                        }
                        return true;
                    });
        QCOMPARE(kept.size(), std::size_t{1});
        QCOMPARE(kept[0].reason, std::string{"journal_fork"});
        QCOMPARE(kept[0].device, house.first.counter->replica());
    }
};

QTEST_GUILESS_MAIN(JoinedCountersTest)
#include "test_joined_counters.moc"
