// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "sync/protocol/sync_messages.h"
#include "tests/support/joined_house.h"
#include "tests/support/journal_tables.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Two counters and a server; a backup was taken, and after it the server gave the second counter
/// places, which that sold.
struct RestoredHouse : House {
    RestoredHouse()
    {
        ENSURE(returnRights(*first.counter, first.performance()).has_value());
        ENSURE(first.talk->exchange().has_value());
        joinSecond();
        settle();
        copy = server().backup();
        ENSURE(second.sellOnline({second.standing()}).has_value());
        ENSURE(first.sellOnline({first.standing()}).has_value());
        settle();
    }
    void restore(const std::string& why)
    {
        server().restore(copy, why, first.counter->organizer());
        first.connect();
        second.connect();
    }
    std::string copy;
};

} // namespace

class RestoredOnlineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatTheBackupForgotComesBackFromTheCountersAndIsGivenOutOnce()
    {
        RestoredHouse house;
        house.restore("the disk broke");
        // Nothing is given out before both have reported.
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
        QVERIFY(returnRights(*house.first.counter, house.first.performance()));
        QCOMPARE(codeOf(house.first.sellOnline({house.first.standing()})),
                 std::string{"holders_unheard"});
        QCOMPARE(codeOf(house.second.talk->exchange()), std::string{"done"});
        QCOMPARE(codeOf(house.first.sellOnline({house.first.standing()})), std::string{"done"});
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
        QCOMPARE(difference(house.first.counter->database(),
                            house.server().server().store().here()),
                 std::string{});
        const auto report = verifyJournal(*house.second.counter);
        QVERIFY(report && report->findings.empty());
    }

    void aServerThatDoesNotKnowThatItWasRestoredTakesAndGivesNothing()
    {
        RestoredHouse house;
        house.restore("");
        QVERIFY(house.first.sell({house.first.standing()}));
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"server_behind"});
        CounterSync sync{*house.first.counter};
        QVERIFY(sync.status()->unsent > 0); // and nothing is lost
        QVERIFY(returnRights(*house.second.counter, house.second.performance()));
        QCOMPARE(codeOf(house.second.sellOnline({house.second.standing()})),
                 std::string{"server_behind"});
        // Once it is told, all goes on.
        house.restore("the disk broke");
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
            QCOMPARE(codeOf(house.second.talk->exchange()), std::string{"done"});
        }
        QCOMPARE(codeOf(house.second.sellOnline({house.second.standing()})), std::string{"done"});
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
    }

    void aCounterThatNeverStoppedTalkingReportsWhenItHears()
    {
        RestoredHouse house;
        // The line stays as it is: the counter learns of the server's next life by the feed.
        QVERIFY(house.second.talk->exchange());
        house.server().restore(house.copy, "the disk broke", house.first.counter->organizer());
        QCOMPARE(codeOf(house.second.talk->exchange()), std::string{"done"});
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
        house.settle();
        QVERIFY(returnRights(*house.second.counter, house.second.performance()));
        QCOMPARE(codeOf(house.second.sellOnline({house.second.standing()})), std::string{"done"});
    }

    void aPartOfAReportIsForOneselfOnly()
    {
        RestoredHouse house;
        house.restore("the disk broke");
        const ReplicaReport foreign{house.second.counter->replica(), 1, 1, {}, 0, true, 1};
        sync::HttpRequest request;
        request.method = "POST";
        request.path = "/v1/sync/report";
        request.contentType = mediaType(kNewestWireVersion);
        request.accept = request.contentType;
        request.body = encodeReport(foreign, kNewestWireVersion);
        QCOMPARE(codeOf(house.first.session->send(request)), std::string{"wrong_writer"});
    }
};

QTEST_GUILESS_MAIN(RestoredOnlineTest)
#include "test_restored_online.moc"
