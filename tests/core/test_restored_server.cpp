// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/replica_enrolment.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/authority/rights_office.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/storage/rights_store.h"
#include "tests/support/box_office_net.h"

#include <QTest>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

std::string codeOf(const Result<Order>& answer)
{
    return answer ? std::string{"sold"} : answer.error().code;
}

/// A house of which counter 0 has given back all its rights, with the backup that was made then.
/// Counter 1 has sold since, with rights that the backup does not know.
struct RestoredHouse {
    RestoredHouse()
    {
        ENSURE(returnRights(net.counter(0), net.performance()).has_value());
        net.settle();
        backup = net.backupServer();
        ENSURE(net.sell(1, {net.seat(1, 3), net.standing(1)}).has_value());
    }
    /// All are in step when the backup comes back: the first part of what a counter reports then.
    ReplicaReport reportAfterRestore(std::size_t number)
    {
        net.settle();
        net.restoreServer(backup);
        const auto due = reportDue(net.authority(), net.counter(number).replica());
        ENSURE(due.has_value());
        auto report = net.sync(number).reportFor(*due, due->after);
        ENSURE(report && !report->entries.empty());
        return *std::move(report);
    }

    BoxOfficeNet net{2};
    std::string backup;
};

} // namespace

class RestoredServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsGivenOutBeforeEveryCounterHasReported()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        net.restoreServer(house.backup);
        QVERIFY(isAnyReportDue(net.authority()));
        QCOMPARE(codeOf(net.sell(2, {net.seat(2, 3), net.standing(2)})),
                 std::string{"holders_unheard"});
        QVERIFY(net.report(0));
        QVERIFY(net.report(2));
        QCOMPARE(codeOf(net.sell(2, {net.seat(2, 4), net.standing(2)})),
                 std::string{"holders_unheard"});
        // Who holds rights sells on.
        QCOMPARE(codeOf(net.sellOffline(1, {net.standing(1)})), std::string{"sold"});
        QVERIFY(net.report(1));
        QVERIFY(!isAnyReportDue(net.authority()));
        QCOMPARE(codeOf(net.sell(2, {net.seat(2, 3)})), std::string{"seat_elsewhere"});
        QCOMPARE(codeOf(net.sell(2, {net.seat(2, 4), net.standing(2)})), std::string{"sold"});
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void theServerGetsBackItsOwnEntriesAndThoseOfOthers()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        net.settle(); // all know all of it
        QVERIFY(net.sell(1, {net.seat(1, 5)}));
        net.restoreServer(house.backup);
        for (const std::size_t number : {0U, 2U, 1U}) {
            QVERIFY(net.report(number));
            QVERIFY(!net.report(number));
        }
        net.settle();
        QCOMPARE(net.difference(), std::string{});
        for (std::size_t i = 0; i < net.counters(); ++i) {
            const auto report = verifyJournal(net.counter(i));
            QVERIFY(report);
            QVERIFY2(report->findings.empty(),
                     report->findings.empty() ? "" : report->findings[0].sentence.c_str());
        }
    }

    void aCounterThatIsWrittenOffNeedNotReport()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        net.restoreServer(house.backup);
        QVERIFY(net.report(0));
        QVERIFY(net.report(1));
        const auto batch = net.authority().begin();
        QVERIFY(writeOffReplica(net.authority(), *batch, Permit::ofProgram(),
                                net.counter(2).replica(), "stolen"));
        batch->commit();
        QVERIFY(!isAnyReportDue(net.authority()));
        QVERIFY(net.sell(0, {net.seat(0, 6), net.standing(0)}));
    }

    void whoWasLetInAndNotHeardOfYetIsWaitedForToo()
    {
        for (const bool isLost : {false, true}) {
            BoxOfficeNet net{1};
            QVERIFY(returnRights(net.counter(0), net.performance()));
            net.settle();
            const std::size_t late = net.join();
            while (net.pull(late)) {}
            const std::string backup = net.backupServer();
            QCOMPARE(codeOf(net.sell(late, {net.seat(late, 3)})), std::string{"sold"});
            net.restoreServer(backup);
            QVERIFY(net.report(0));
            QVERIFY(net.report(1));
            QCOMPARE(codeOf(net.sell(1, {net.seat(1, 3)})), std::string{"holders_unheard"});
            if (isLost) {
                const auto batch = net.authority().begin();
                QVERIFY(writeOffReplica(net.authority(), *batch, Permit::ofProgram(),
                                        net.counter(late).replica(), "stolen"));
                batch->commit();
                QCOMPARE(codeOf(net.sell(1, {net.seat(1, 3)})), std::string{"sold"});
                continue;
            }
            QVERIFY(net.report(late));
            QCOMPARE(codeOf(net.sell(1, {net.seat(1, 3)})), std::string{"seat_elsewhere"});
            net.settle();
            QCOMPARE(net.difference(), std::string{});
        }
    }

    void noSeriesIsGivenAwayThatTheBackupHasForgotten()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        net.restoreServer(house.backup);
        const auto batch = net.authority().begin();
        const auto terms = enrolReplica(net.authority(), *batch,
                                        {ReplicaId{Uuid::v7(net.clock().now(), net.random())},
                                         "Counter 9", PublicKey{}});
        QVERIFY(!terms);
        QCOMPARE(terms.error().code, std::string{"holders_unheard"});
    }

    void whatWasChangedOnTheWayBackIsNotTaken()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        auto report = house.reportAfterRestore(0);
        report.entries.back().body.back() ^= 1;
        const auto batch = net.authority().begin();
        QVERIFY(!takeReport(net.authority(), *batch, report));
        QVERIFY(reportDue(net.authority(), net.counter(0).replica()));
    }

    void whatWasReportedToAnEarlierLifeDoesNotCount()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        net.settle();
        net.restoreServer(house.backup);
        const auto due = reportDue(net.authority(), net.counter(2).replica());
        QVERIFY(due);
        auto report = net.sync(2).reportFor(*due, due->after);
        QVERIFY(report && report->isLast);
        report->entries.clear(); // the part before went to the life that is gone
        net.clock().pass(60'000);
        net.restoreServer(house.backup);
        const auto batch = net.authority().begin();
        QVERIFY(takeReport(net.authority(), *batch, *report));
        QVERIFY(reportDue(net.authority(), net.counter(2).replica()));
    }

    void aReporterSpeaksNeitherForItselfNorForTheServer()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        net.settle();
        const QuotaId quota = readHeldQuotas(net.authority().database(),
                                             net.authority().organizer(), net.counter(1).replica())
                                  .front()
                                  .quota;
        net.restoreServer(house.backup);
        const ReplicaId reporter = net.counter(2).replica();
        const auto rights = [&] {
            return readRights(net.authority().database(), net.authority().organizer(), quota,
                              reporter)
                .granted;
        };
        const std::int64_t before = rights();
        const auto due = reportDue(net.authority(), reporter);
        QVERIFY(due);
        const auto honest = net.sync(2).reportFor(*due, due->after);
        QVERIFY(honest);
        const auto forged = [&](ReplicaId writer) {
            Entry entry;
            const JournalHead head =
                readWriterHead(net.authority().database(), net.authority().organizer(), writer);
            entry.id = EntryId{Uuid::v7(net.clock().now(), net.random())};
            entry.organizer = net.authority().organizer();
            entry.replica = writer;
            entry.epoch = head.epoch;
            entry.sequence = head.sequence + 1;
            entry.at = HlcTime::after(head.at, net.clock().now());
            entry.kind = kind::kAllotmentGranted;
            entry.body = encode(Allotment{quota, reporter, 1'000});
            entry.previous = head.hash;
            entry.hash = hashOf(entry);
            return entry;
        };
        const auto taken = [&](const Entry& entry) {
            ReplicaReport report = *honest;
            report.entries = {entry};
            report.isLast = false;
            const auto batch = net.authority().begin();
            const auto done = takeReport(net.authority(), *batch, report);
            batch->commit();
            return done ? std::string{"taken"} : done.error().code;
        };
        // What it wrote itself comes signed, by push; here it is passed over.
        const JournalHead head =
            readWriterHead(net.authority().database(), net.authority().organizer(), reporter);
        QCOMPARE(taken(forged(reporter)), std::string{"taken"});
        QCOMPARE(readWriterHead(net.authority().database(), net.authority().organizer(), reporter)
                     .sequence,
                 head.sequence);
        QCOMPARE(taken(forged(net.counter(1).replica())), std::string{"wrong_writer"});
        QCOMPARE(rights(), before);
        // Who does not lie is heard as before.
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QVERIFY(net.report(i));
        }
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void whatTheServerWritesComesAfterWhatWasReported()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        auto report = house.reportAfterRestore(2);
        // The last thing that counter 1 did, by a clock that is five minutes ahead.
        const ReplicaId writer = net.counter(1).replica();
        const auto found = std::ranges::find(report.entries, writer, &Entry::replica);
        QVERIFY(found != report.entries.end());
        Entry ahead = *found;
        ahead.at = HlcTime{(net.clock().now().ms + 300'000) << 16};
        ahead.hash = hashOf(ahead);
        report.entries = {ahead};
        const auto batch = net.authority().begin();
        QVERIFY(takeReport(net.authority(), *batch, report));
        QVERIFY(writeOffReplica(net.authority(), *batch, Permit::ofProgram(), writer, "stolen"));
        batch->commit();
        const JournalHead head =
            readWriterHead(net.authority().database(), net.authority().organizer(),
                           net.authority().replica());
        QVERIFY(head.at > ahead.at);
    }

    void aBackupThatIsRestoredTwiceNeverGivesAPositionTwice()
    {
        RestoredHouse house;
        BoxOfficeNet& net = house.net;
        for (int life = 0; life < 2; ++life) {
            net.restoreServer(house.backup);
            for (std::size_t i = 0; i < net.counters(); ++i) {
                QVERIFY(net.report(i));
            }
            net.clock().pass(60'000);
            QVERIFY(net.sell(2, {net.standing(2)}));
            net.settle();
            QCOMPARE(net.difference(), std::string{});
        }
    }
};

QTEST_GUILESS_MAIN(RestoredServerTest)
#include "test_restored_server.moc"
