// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Payouts by the schedule of a server: made once for each time, whoever dies when.

#include "core/domain/sales/provider_payment.h"
#include "core/services/authority/payout_office.h"
#include "core/storage/job_store.h"
#include "core/storage/payout_store.h"
#include "core/storage/settlement_store.h"
#include "sync/server/payments/payout_desk.h"
#include "tests/support/box_office_net.h"

#include <QTest>

#include <memory>

using namespace foyer;
using namespace foyer::test;
using server::JobOutcome;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

/// A house whose server pays out on the first of each month, at six by its own clocks.
class PayingServer {
public:
    explicit PayingServer(std::string schedule = "0 6 1 * *")
        : m_schedule{std::move(schedule)}, m_database{Database::open(net.serverFile(),
                                                                     Database::Mode::ReadWrite)}
    {
        restart();
    }
    /// The server's process ends and begins anew.
    void restart()
    {
        m_desk.reset();
        m_authority.reset();
        m_authority = std::make_unique<server::AuthorityDesk>(
            [this] { return Database::open(net.serverFile(), Database::Mode::ReadWrite); },
            [this](OrganizerId) { return net.authority().keys(); },
            [](OrganizerId, std::int64_t) {}, net.clock(), m_random);
        m_desk = std::make_unique<server::PayoutDesk>(server::PayoutDesk::Options{m_schedule,
                                                                                  {"stripe"}},
                                                      *m_authority, net.clock(), m_random, m_log);
        m_desk->plan(*m_database);
    }
    void setSchedule(std::string schedule)
    {
        m_schedule = std::move(schedule);
        restart();
    }
    server::PayoutDesk& desk() { return *m_desk; }
    Database& database() { return *m_database; }
    OrganizerId organizer() { return net.authority().organizer(); }
    void take(std::int64_t amount, Currency currency = kEuro)
    {
        const auto done =
            m_authority->doAndWait(organizer(), [&](Authority& authority, FeedBatch& batch) {
                Journal::Act act{authority.journal(), Permit::ofProgram(), batch};
                act.append(kind::kPaymentSettled,
                           encode(PaymentSettled{PaymentId{Uuid::v7(net.clock().now(), m_random)},
                                                 {},
                                                 currency,
                                                 amount,
                                                 "stripe",
                                                 "pi"}));
                act.commit();
            });
        ENSURE(done.has_value());
    }
    Schedule schedule()
    {
        const auto all = readSchedules(*m_database, organizer());
        ENSURE(all.size() == 1);
        return all.front();
    }
    /// The job that the schedule makes of a time.
    Job jobOf(Instant at)
    {
        return server::newJob(organizer(), server::PayoutDesk::kJob,
                              "payouts@" + std::to_string(at.ms), {}, net.clock().now(), m_random);
    }
    JobOutcome run(const Job& job) { return m_desk->job().work(*m_database, job); }
    std::vector<StoredPayout> payouts() { return readPayouts(*m_database, organizer(), 100); }

    BoxOfficeNet net{0};

private:
    std::string m_schedule;
    SystemRandom m_random;
    server::ServerLog m_log{net.clock(), server::LogLevel::Error, [](std::string_view) {}};
    std::unique_ptr<Database> m_database;
    std::unique_ptr<server::AuthorityDesk> m_authority;
    std::unique_ptr<server::PayoutDesk> m_desk;
};

} // namespace

class PayoutDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHouseHasItsTurnByItsOwnClocks()
    {
        PayingServer house;
        const Schedule schedule = house.schedule();
        QCOMPARE(schedule.kind, std::string{server::PayoutDesk::kJob});
        QCOMPARE(schedule.timeZone, std::string{"Europe/Berlin"});
        // 2026-12-01, 06:00 in Berlin.
        QCOMPARE(toRfc3339(schedule.nextAt), std::string{"2026-12-01T05:00:00.000Z"});
    }

    void whatIsDueOutlivesARestartAndAnotherScheduleTakesItsPlace()
    {
        PayingServer house;
        house.net.clock().pass(20LL * 86'400'000); // its time has come while the server was down
        house.restart();
        QCOMPARE(toRfc3339(house.schedule().nextAt), std::string{"2026-12-01T05:00:00.000Z"});
        house.setSchedule("0 7 * * mon");
        QCOMPARE(toRfc3339(house.schedule().nextAt), std::string{"2026-12-14T06:00:00.000Z"});
        house.setSchedule("");
        QVERIFY(readSchedules(house.database(), house.organizer()).empty());
    }

    void theScheduleMakesEachPayoutOnce()
    {
        PayingServer house;
        house.take(5'000);
        const Instant at = house.net.clock().now();
        const Job job = house.jobOf(at);
        QVERIFY(house.run(job).kind == JobOutcome::Kind::Done);
        QCOMPARE(house.payouts().size(), std::size_t{1});
        QVERIFY(house.payouts()[0].actor.isNil());
        // It died before it noted that it was done, and is done again by the next process.
        house.take(700);
        house.restart();
        house.net.clock().pass(60'000);
        QVERIFY(house.run(job).kind == JobOutcome::Kind::Done);
        QCOMPARE(house.payouts().size(), std::size_t{1});
        QCOMPARE(house.payouts()[0].made.paid, std::int64_t{5'000});
        QVERIFY(house.run(house.jobOf(house.net.clock().now())).kind == JobOutcome::Kind::Done);
        QCOMPARE(house.payouts().size(), std::size_t{2});
        QCOMPARE(house.payouts()[0].made.paid, std::int64_t{700});
        // Nothing happened since: that is no failure.
        house.net.clock().pass(60'000);
        QVERIFY(house.run(house.jobOf(house.net.clock().now())).kind == JobOutcome::Kind::Done);
        QCOMPARE(house.payouts().size(), std::size_t{2});
    }

    void whatIsBrokenOffIsWholeOrNotAtAll()
    {
        PayingServer house;
        house.take(5'000);
        house.take(900, *Currency::fromCode("JPY"));
        const Instant until = house.net.clock().now();
        const PayoutPlan plan =
            gatherPayouts(house.database(), house.organizer(), until, until, {"stripe"});
        {
            // The process dies with both payouts written and nothing committed.
            Authority& authority = house.net.authority();
            const auto batch = authority.begin();
            QVERIFY(makePayouts(authority, *batch, Permit::ofProgram(), plan, {}));
        }
        QVERIFY(house.payouts().empty());
        house.net.restartServer();
        house.restart();
        QVERIFY(house.run(house.jobOf(until)).kind == JobOutcome::Kind::Done);
        QCOMPARE(house.payouts().size(), std::size_t{2});
        QCOMPARE(house.payouts()[0].made.number, std::string{"PO-2026-0002"});
    }

    void whileCasesAreOpenTheScheduleWaitsForSomebody()
    {
        PayingServer house;
        house.take(5'000);
        SettlementCase open{.organizer = house.organizer(),
                            .provider = "stripe",
                            .kind = "amount_diff",
                            .subject = "ch_1",
                            .payment = {},
                            .here = Money{1, kEuro},
                            .there = Money{2, kEuro},
                            .openedAt = house.net.clock().now(),
                            .endedAt = {},
                            .endedBy = {},
                            .note = {}};
        storeCase(house.database(), open);
        const Job job = house.jobOf(house.net.clock().now());
        const JobOutcome waits = house.run(job);
        QVERIFY(waits.kind == JobOutcome::Kind::Waits);
        QCOMPARE(waits.problem, std::string{"cases_open"});
        QVERIFY(house.payouts().empty());
        open.endedAt = house.net.clock().now();
        open.note = "a tip";
        QVERIFY(endCaseWithNote(house.database(), open));
        house.net.clock().pass(3'600'000);
        QVERIFY(house.run(job).kind == JobOutcome::Kind::Done);
        QCOMPARE(house.payouts().size(), std::size_t{1});
        QCOMPARE(house.payouts()[0].made.openCases, std::int64_t{0});
    }

    void aScheduledTimeThatAPersonHasPaidOutIsDone()
    {
        PayingServer house;
        house.take(5'000);
        const Instant early = house.net.clock().now();
        house.net.clock().pass(60'000);
        QVERIFY(house.desk().make(house.database(), house.organizer(), house.net.clock().now(),
                                  Permit::ofProgram(), {}));
        QVERIFY(house.run(house.jobOf(early)).kind == JobOutcome::Kind::Done);
        QCOMPARE(house.payouts().size(), std::size_t{1});
        Job broken = house.jobOf(early);
        broken.key = "payouts";
        QVERIFY(house.run(broken).kind == JobOutcome::Kind::GivenUp);
    }
};

QTEST_GUILESS_MAIN(PayoutDeskTest)
#include "test_payout_desk.moc"
