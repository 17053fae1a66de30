// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/job_store.h"
#include "core/calendar/cron_times.h"
#include "sync/server/jobs/job_runner.h"
#include "tests/support/job_place.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 30'000; // a busy machine is slow, and not wrong

Instant utc(const char* text)
{
    return Instant{
        QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()};
}

std::string nextOf(const char* line, const char* after, const char* zone)
{
    const auto times = CronTimes::parse(line);
    const auto next = times ? times->next(utc(after), zone) : std::nullopt;
    return next
        ? QDateTime::fromMSecsSinceEpoch(next->ms, Qt::UTC).toString(Qt::ISODate).toStdString()
        : std::string{"never"};
}

} // namespace

class JobsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void askedTwiceItIsOneJob()
    {
        JobPlace place;
        QVERIFY(addJob(place.database(), place.job("mail", "order-1")));
        QVERIFY(!addJob(place.database(), place.job("mail", "order-1")));
        QVERIFY(addJob(place.database(), place.job("report", "order-1")));
        QCOMPARE(readJobs(place.database(), place.organizer, false, 10).size(), std::size_t{2});
    }

    void noTwoWorkersGetTheSameJobAndNoneWaits()
    {
        JobPlace place;
        for (int i = 0; i < 10; ++i) {
            place.add("mail", std::to_string(i));
        }
        SystemRandom random;
        const Instant now = place.clock().now();
        const Uuid one = Uuid::v7(now, random);
        const Uuid other = Uuid::v7(now, random);
        std::set<std::string> keys;
        const auto second = place.open();
        std::vector<Job> first;
        {
            std::optional<Transaction> open{std::in_place, place.database()};
            first = claimJobs(place.database(), {one, now, Instant{now.ms + 1000}, 4});
            if (!isOnPostgres()) {
                open->commit(); // one writer at a time: there the other one waits
            }
            Transaction also{*second};
            for (const Job& job : claimJobs(*second, {other, now, Instant{now.ms + 1000}, 4})) {
                keys.insert(job.key);
            }
            also.commit();
            if (isOnPostgres()) {
                open->commit();
            }
        }
        for (const Job& job : first) {
            keys.insert(job.key);
            QCOMPARE(job.attempts, std::int64_t{1});
        }
        QCOMPARE(keys.size(), std::size_t{8});
    }

    void whatADeadWorkerHadIsTakenByAnotherAndOnlyThatOneEndsIt()
    {
        JobPlace place;
        place.add("mail", "1");
        SystemRandom random;
        const Instant now = place.clock().now();
        const Uuid dead = Uuid::v7(now, random);
        const Uuid living = Uuid::v7(now, random);
        Database& database = place.database();
        const auto taken = claimJobs(database, {dead, now, Instant{now.ms + 1000}, 9});
        QCOMPARE(taken.size(), std::size_t{1});
        QVERIFY(claimJobs(database, {living, now, Instant{now.ms + 1000}, 9}).empty());
        const Instant late{now.ms + 1000};
        const auto again = claimJobs(database, {living, late, Instant{late.ms + 1000}, 9});
        QCOMPARE(again.size(), std::size_t{1});
        QCOMPARE(again.front().attempts, std::int64_t{2});
        QVERIFY(!endJob(database, taken.front(), dead, {late, false, {}}));
        QVERIFY(!postponeJob(database, taken.front(), dead, late, "slow"));
        QVERIFY(endJob(database, again.front(), living, {late, false, {}}));
    }

    void allOfManyAreDoneByTwoProcessesAndNothingIsRecordedTwice()
    {
        JobPlace place;
        constexpr int kJobs = 200;
        for (int i = 0; i < kJobs; ++i) {
            place.add("mail", std::to_string(i));
        }
        std::mutex mutex;
        std::map<std::string, int> recorded;
        std::atomic<int> fails{0};
        const auto work = [&](Database&, const Job& job) {
            // Every fifth try fails, as a receiver does that is not well.
            if (++fails % 5 == 0) {
                return JobOutcome::again("not now");
            }
            return JobOutcome::done([&, key = job.key](Database&) {
                const std::lock_guard lock{mutex};
                ++recorded[key];
            });
        };
        const auto one = place.runner();
        const auto other = place.runner();
        for (const auto& runner : {one.get(), other.get()}) {
            runner->add({.name = "mail", .work = work, .attemptsMax = 30});
            runner->start(3);
        }
        for (int i = 0; i < 600 && place.count(false) < kJobs; ++i) {
            place.clock().pass(20'000);
            one->wake();
            other->wake();
            QTest::qWait(20);
        }
        QCOMPARE(place.count(false), std::size_t{kJobs});
        QCOMPARE(recorded.size(), std::size_t{kJobs});
        for (const auto& [key, times] : recorded) {
            QCOMPARE(times, 1);
        }
    }

    void aJobThatNeverWorksIsGivenUpAndCanBeRevived()
    {
        JobPlace place;
        place.add("mail", "1");
        std::atomic<bool> works{false};
        const auto runner = place.runner();
        runner->add({.name = "mail",
                     .work =
                         [&](Database&, const Job&) {
                             return works ? JobOutcome::done() : JobOutcome::again("no such host");
                         },
                     .attemptsMax = 3});
        runner->start(1);
        for (int i = 0; i < 200 && place.count(true) == 0; ++i) {
            place.clock().pass(10'000);
            runner->wake();
            QTest::qWait(20);
        }
        const auto dead = readJobs(place.database(), place.organizer, true, 10);
        QCOMPARE(dead.size(), std::size_t{1});
        QCOMPARE(dead.front().attempts, std::int64_t{3});
        QCOMPARE(dead.front().problem, std::string{"no such host"});
        works = true;
        QVERIFY(reviveJob(place.database(), place.organizer, dead.front().id, place.clock().now()));
        QVERIFY(!reviveJob(place.database(), place.organizer, dead.front().id, Instant{}));
        runner->wake();
        QTRY_COMPARE_WITH_TIMEOUT(place.count(false), std::size_t{1}, kPatienceMs);
    }

    void anAttemptThatEndsTheProcessIsNotRepeatedForEver()
    {
        JobPlace place;
        place.add("mail", "1");
        SystemRandom random;
        for (int i = 0; i < 3; ++i) {
            const Instant now = place.clock().now();
            QCOMPARE(claimJobs(place.database(),
                               {Uuid::v7(now, random), now, Instant{now.ms + 1000}, 1})
                         .size(),
                     std::size_t{1}); // and then the process ends
            place.clock().pass(1000);
        }
        std::atomic<int> calls{0};
        const auto runner = place.runner();
        runner->add({.name = "mail",
                     .work =
                         [&](Database&, const Job&) {
                             ++calls;
                             return JobOutcome::done();
                         },
                     .attemptsMax = 3});
        runner->start(1);
        QTRY_COMPARE_WITH_TIMEOUT(place.count(true), std::size_t{1}, kPatienceMs);
        QCOMPARE(calls.load(), 0);
    }

    void aJobWhoseEndingFailedIsTakenAgainThoughOthersAreAtWork()
    {
        JobPlace place;
        place.add("mail", "1");
        place.add("slow", "1");
        std::atomic<int> attempts{0};
        std::atomic<bool> isReleased{false};
        const auto runner = place.runner();
        runner->add({.name = "mail", .work = [&](Database&, const Job&) {
                         ++attempts;
                         return JobOutcome::done([&](Database&) {
                             if (attempts == 1) {
                                 throw StorageFailure{storageError("disk_full", "No room.")};
                             }
                         });
                     }});
        runner->add({.name = "slow", .work = [&](Database&, const Job&) {
                         while (!isReleased) {
                             std::this_thread::sleep_for(5ms);
                         }
                         return JobOutcome::done();
                     }});
        runner->start(2);
        QTRY_COMPARE_WITH_TIMEOUT(attempts.load(), 1, kPatienceMs);
        for (int i = 0; i < 50 && place.count(false) == 0; ++i) {
            place.clock().pass(10'000);
            runner->wake();
            QTest::qWait(20);
        }
        QCOMPARE(attempts.load(), 2);
        isReleased = true;
        QTRY_COMPARE_WITH_TIMEOUT(place.count(false), std::size_t{2}, kPatienceMs);
    }

    void whatIsUnderWayIsFinishedBeforeItStops()
    {
        JobPlace place;
        for (int i = 0; i < 40; ++i) {
            const auto runner = place.runner();
            runner->add(
                {.name = "mail", .work = [](Database&, const Job&) { return JobOutcome::done(); }});
            runner->start(1);
            QTest::qWait(10); // it has its line to the database
            place.add("mail", std::to_string(i));
            runner->wake();
            std::this_thread::sleep_for(std::chrono::microseconds{i * 50});
            runner->stop();
            for (const Job& job : readJobs(place.database(), place.organizer, false, 100)) {
                QVERIFY2(!job.isRunning, job.key.c_str());
            }
        }
    }

    void whatWasDoneLongAgoIsForgottenByItself()
    {
        JobPlace place;
        place.add("mail", "1");
        const auto runner = place.runner();
        runner->add(
            {.name = "mail", .work = [](Database&, const Job&) { return JobOutcome::done(); }});
        runner->start(1);
        QTRY_COMPARE_WITH_TIMEOUT(place.count(false), std::size_t{1}, kPatienceMs);
        place.clock().pass(29 * 24 * 3'600'000LL);
        runner->wake();
        QTest::qWait(100);
        QCOMPARE(place.count(false), std::size_t{1});
        place.clock().pass(2 * 24 * 3'600'000LL);
        runner->wake();
        QTRY_COMPARE_WITH_TIMEOUT(place.count(false), std::size_t{0}, kPatienceMs);
    }

    void pausesGrowAndAreNeverTheSame()
    {
        const JobKind kind{.name = "mail", .work = {}};
        QCOMPARE(JobRunner::pauseAfter(kind, 1, 1.0).count(), std::int64_t{5'000});
        QCOMPARE(JobRunner::pauseAfter(kind, 1, 0.0).count(), std::int64_t{2'500});
        QCOMPARE(JobRunner::pauseAfter(kind, 4, 1.0).count(), std::int64_t{40'000});
        QCOMPARE(JobRunner::pauseAfter(kind, 60, 1.0).count(), std::int64_t{3'600'000});
    }

    void whatIsScheduledComesOnceHoweverManyProcessesLook()
    {
        JobPlace place;
        Schedule schedule{
            place.organizer, "reconcile", "30 6 * * *", "Europe/Berlin", "reconcile", {}, {}};
        schedule.nextAt =
            *CronTimes::parse(schedule.cron)->next(place.clock().now(), schedule.timeZone);
        storeSchedule(place.database(), schedule);
        std::atomic<int> runs{0};
        const auto one = place.runner();
        const auto other = place.runner();
        for (const auto& runner : {one.get(), other.get()}) {
            runner->add({.name = "reconcile", .work = [&](Database&, const Job&) {
                             ++runs;
                             return JobOutcome::done();
                         }});
            runner->start(1);
        }
        place.clock().pass(3 * 24 * 3'600'000LL); // nobody ran for three days: once is enough
        one->wake();
        other->wake();
        QTRY_COMPARE_WITH_TIMEOUT(runs.load(), 1, kPatienceMs);
        place.clock().pass(24 * 3'600'000LL);
        one->wake();
        other->wake();
        QTRY_COMPARE_WITH_TIMEOUT(runs.load(), 2, kPatienceMs);
        QTest::qWait(100);
        QCOMPARE(runs.load(), 2);
        QVERIFY(readSchedules(place.database(), place.organizer).front().nextAt >
                place.clock().now());
    }

    void whatWasDoneIsForgottenInTimeAndWhatWasGivenUpIsNot()
    {
        JobPlace place;
        SystemRandom random;
        const Instant now = place.clock().now();
        const Uuid worker = Uuid::v7(now, random);
        place.add("mail", "1");
        place.add("mail", "2");
        const auto jobs = claimJobs(place.database(), {worker, now, Instant{now.ms + 1000}, 9});
        QVERIFY(endJob(place.database(), jobs.at(0), worker, {now, false, {}}));
        QVERIFY(endJob(place.database(), jobs.at(1), worker, {now, true, "no"}));
        QCOMPARE(forgetJobs(place.database(), now, 10), std::int64_t{0});
        QCOMPARE(forgetJobs(place.database(), Instant{now.ms + 1}, 10), std::int64_t{1});
        QCOMPARE(readJobs(place.database(), place.organizer, false, 10).size(), std::size_t{1});
    }

    void schedulesAreReadAsAnotherReaderReadsThem()
    {
        QFile file{QStringLiteral(FOYER_TEST_DATA "/cron-1-vectors.json")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto vectors = nlohmann::json::parse(file.readAll().toStdString());
        QVERIFY(vectors.size() > 300);
        for (const auto& vector : vectors) {
            const auto line = vector["line"].get<std::string>();
            const auto times = CronTimes::parse(line);
            QVERIFY2(times, line.c_str());
            Instant at{vector["after"].get<std::int64_t>() * 1000};
            for (const auto& expected : vector["next"]) {
                const auto next = times->next(at, "UTC");
                QVERIFY2(next && next->ms == expected.get<std::int64_t>() * 1000, line.c_str());
                at = *next;
            }
        }
    }

    void clocksThatAreChangedSkipNoRunAndDoubleNone()
    {
        // 2026-03-29, 02:00 becomes 03:00; 2026-10-25, 03:00 becomes 02:00.
        const char* zone = "Europe/Berlin";
        QCOMPARE(nextOf("30 2 * * *", "2026-03-28T12:00:00Z", zone),
                 std::string{"2026-03-29T01:30:00Z"});
        QCOMPARE(nextOf("30 2 * * *", "2026-03-29T01:30:00Z", zone),
                 std::string{"2026-03-30T00:30:00Z"});
        QCOMPARE(nextOf("30 2 * * *", "2026-10-24T12:00:00Z", zone),
                 std::string{"2026-10-25T00:30:00Z"});
        QCOMPARE(nextOf("30 2 * * *", "2026-10-25T00:30:00Z", zone),
                 std::string{"2026-10-26T01:30:00Z"});
        QCOMPARE(nextOf("@daily", "2026-10-24T22:00:00Z", zone),
                 std::string{"2026-10-25T23:00:00Z"});
        QCOMPARE(nextOf("0 0 29 2 *", "2026-01-01T00:00:00Z", "UTC"),
                 std::string{"2028-02-29T00:00:00Z"});
        QCOMPARE(nextOf("0 0 30 2 *", "2026-01-01T00:00:00Z", "UTC"), std::string{"never"});
        QCOMPARE(nextOf("@daily", "2026-01-01T00:00:00Z", "Mars/Base"), std::string{"never"});
    }

    void whatIsNoScheduleIsRefusedWithTheFieldThatIsWrong()
    {
        const std::map<const char*, const char*> wrong{{"", "line"},
                                                       {"* * * *", "line"},
                                                       {"* * * * * *", "line"},
                                                       {"60 * * * *", "minute"},
                                                       {"* 24 * * *", "hour"},
                                                       {"* * 0 * *", "day of the month"},
                                                       {"* * * 13 *", "month"},
                                                       {"* * * foo *", "month"},
                                                       {"* * * * 8", "day of the week"},
                                                       {"5-1 * * * *", "minute"},
                                                       {"*/0 * * * *", "minute"},
                                                       {"1,,2 * * * *", "minute"},
                                                       {"-1 * * * *", "minute"},
                                                       {"1- * * * *", "minute"},
                                                       {"@never", "line"}};
        for (const auto& [line, field] : wrong) {
            const auto times = CronTimes::parse(line);
            QVERIFY2(!times, line);
            QCOMPARE(times.error().code, std::string{"bad_cron"});
            QCOMPARE(times.error().where, std::string{field});
        }
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "test_jobs.moc"
