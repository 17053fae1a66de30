// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sha256.h"
#include "core/domain/pictures/picture.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/integrity.h"
#include "core/services/offer_cache.h"
#include "core/services/plans.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/random_edits.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

PlanVersion onlyPlan(Counter& counter)
{
    const auto known = plans(counter);
    ENSURE(known && known->size() == 1);
    auto version = planVersion(counter, known->front().id);
    ENSURE(version.has_value());
    return *std::move(version);
}

/// The plan with one seat taken away.
SeatingPlan lacking(const SeatingPlan& plan, SeatNumber seat)
{
    KeySource keys;
    const PlanSketch drawing = drawingOf(plan, keys);
    return planOf(without(drawing, KeySet{seat}), &plan);
}

SeatingPlan withOneMore(const SeatingPlan& plan, SeatNumber behind)
{
    KeySource keys{0, "new"};
    const PlanSketch drawing = drawingOf(plan, keys);
    return planOf(withSeatBehind(drawing, keys, behind)->drawing, &plan);
}

std::int64_t capacityOf(CounterFixture& house)
{
    for (const Quota& quota : house.offer()->quotas) {
        if (quota.coversAll()) {
            return quota.capacity;
        }
    }
    return 0;
}

/// What limits the places to stand, and nothing else; -1 where nothing does.
std::int64_t limitOfStanding(CounterFixture& house)
{
    const CategoryId standing = house.category("Standing");
    for (const Quota& quota : house.offer()->quotas) {
        if (quota.types.empty() && quota.categories == std::set{standing}) {
            return quota.capacity;
        }
    }
    return -1;
}

/// The plan with so many places to stand; without the area for 0.
SeatingPlan withStanding(SeatingPlan plan, std::int32_t places)
{
    if (places == 0) {
        plan.areas.clear();
    } else {
        plan.areas.front().capacity = places;
    }
    return plan;
}

} // namespace

class PlansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=30"); // each case founds a counter of its own
        }
    }

    void aChangedPlanNeverOrphansASoldSeat()
    {
        QVERIFY(rc::check([] {
            CounterFixture house{smallSeason(2), 7};
            Counter& counter = house.counter();
            RandomDraughtsman hand{*rc::gen::arbitrary<std::uint64_t>()};
            std::map<SeatNumber, std::string> sold; // what stands on the tickets
            for (int round = 0; round < 4; ++round) {
                const PlanVersion before = onlyPlan(counter);
                for (int sale = *rc::gen::inRange(0, 4); sale > 0; --sale) {
                    const auto seat = static_cast<SeatNumber>(
                        *rc::gen::inRange<std::size_t>(0, before.plan.seats.size()));
                    const auto night = *rc::gen::inRange<std::size_t>(0, 2);
                    if (house.sell({house.seat(seat, "Adult", night)})) {
                        RC_ASSERT(before.plan.isSeat(seat));
                        sold[seat] = before.plan.seatLabel(seat);
                    }
                }
                PlanDrawing drawing{before.plan, "v" + std::to_string(round)};
                for (int edit = *rc::gen::inRange(1, 6); edit > 0; --edit) {
                    hand.edit(drawing);
                }
                const auto changed = changePlan(counter,
                                                {.plan = before.id,
                                                 .base = before.stamp,
                                                 .next = planOf(drawing.now(), &before.plan)});
                const SeatingPlan now = onlyPlan(counter).plan;
                for (const auto& [seat, label] : sold) {
                    RC_ASSERT(now.isSeat(seat));
                    RC_ASSERT(now.seatLabel(seat) == label);
                    RC_ASSERT(now.seats[seat].id == before.plan.seats[seat].id);
                }
                if (!changed) {
                    RC_ASSERT(now == before.plan);
                    continue;
                }
                // Every seat that is there may be sold here, or is; what is gone may not.
                const auto states = seatStates(counter, house.performance());
                RC_ASSERT(states.has_value());
                for (std::size_t seat = 0; seat < states->size(); ++seat) {
                    const auto number = static_cast<SeatNumber>(seat);
                    RC_ASSERT(now.isSeat(number) || (*states)[seat] == SeatState::NoPrice);
                    RC_ASSERT(!now.isSeat(number) || (*states)[seat] != SeatState::NotHere);
                }
            }
            const auto report = verifyJournal(counter);
            RC_ASSERT(report.has_value());
            RC_ASSERT(report->findings.empty());
        }));
    }

    void aSeatWithATicketIsNeitherRemovedNorRenamed()
    {
        CounterFixture house{smallSeason()};
        Counter& counter = house.counter();
        QVERIFY(house.sell({house.seat(5)}));
        const PlanVersion before = onlyPlan(counter);
        const auto use = planUse(counter, before.id);
        QVERIFY(use);
        QCOMPARE(use->performances.size(), std::size_t{1});
        QCOMPARE(use->performances.front().sold, std::size_t{1});
        QVERIFY(use->taken.contains(5));

        const auto removed =
            changePlan(counter, {.plan = before.id, .next = lacking(before.plan, 5)});
        QCOMPARE(codeOf(removed), std::string("seats_taken"));
        QCOMPARE(removed.error().facts, std::vector{before.plan.seatLabel(5)});

        KeySource keys;
        const PlanSketch drawing = drawingOf(before.plan, keys);
        const auto renamed = changePlan(counter,
                                        {.plan = before.id,
                                         .next = planOf(numbered(drawing, 5, "99"), &before.plan)});
        QCOMPARE(codeOf(renamed), std::string("seats_taken"));

        const SeatingPlan elsewhere =
            planOf(moved(withTrait(drawing, KeySet{5}, SeatTrait::RestrictedView, true), KeySet{5},
                         {3, 3}),
                   &before.plan);
        const auto allowed = changePlan(counter, {.plan = before.id, .next = elsewhere});
        QCOMPARE(codeOf(allowed), std::string("done"));
        QVERIFY(onlyPlan(counter).plan.seats[5].has(SeatTrait::RestrictedView));
    }

    void whenTheShowIsOverItsSeatsMayGo()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        QVERIFY(house.sell({house.seat(5)}));
        const PlanVersion before = onlyPlan(counter);
        house.clock().pass(400LL * 24 * 3'600'000);
        const auto changed =
            changePlan(counter, {.plan = before.id, .next = lacking(before.plan, 5)});
        QCOMPARE(codeOf(changed), std::string("done"));
        QCOMPARE(onlyPlan(counter).plan.seatLabel(5), before.plan.seatLabel(5));
    }

    void aRemovedSeatIsSoldNoMoreAndItsRightGoesBack()
    {
        CounterFixture house{smallSeason()};
        Counter& counter = house.counter();
        const PlanVersion before = onlyPlan(counter);
        const auto changed =
            changePlan(counter, {.plan = before.id, .next = lacking(before.plan, 5)});
        QVERIFY(changed);
        QCOMPARE(changed->seatsReturned, std::int64_t{1});
        QCOMPARE(changed->difference.removed, std::vector<SeatNumber>{5});
        QCOMPARE(codeOf(house.sell({house.seat(5)})), std::string("unknown_seat"));
        QVERIFY(!contains(readLeases(counter.database(), counter.organizer(), house.performance(),
                                     counter.replica()),
                          5));
        QVERIFY(house.sell({house.seat(6)}));
        const auto report = verifyJournal(counter);
        QVERIFY(report && report->findings.empty());
    }

    void aNewSeatCanBeSoldAtOnceAndTheCapacityFollows()
    {
        CounterFixture house{smallSeason(1), 3};
        Counter& counter = house.counter();
        const PlanVersion before = onlyPlan(counter);
        const auto changed =
            changePlan(counter, {.plan = before.id, .next = withOneMore(before.plan, 3)});
        QVERIFY(changed);
        QCOMPARE(changed->seatsLeased, std::int64_t{1});
        QVERIFY(house.sell({house.seat(kSmallSeats)}));
        // The small house sells fewer than it has places: that limit is somebody's wish.
        QCOMPARE(capacityOf(house), kSmallCapacity);
    }

    void aCapacityThatIsThePlansFollowsIt()
    {
        Season season = smallSeason(1);
        season.events.front().performances.front().capacity = kSmallSeats + kSmallStanding;
        CounterFixture house{season, 3};
        Counter& counter = house.counter();
        QCOMPARE(capacityOf(house), kSmallSeats + kSmallStanding);
        const PlanVersion before = onlyPlan(counter);
        QVERIFY(changePlan(counter, {.plan = before.id, .next = withOneMore(before.plan, 3)}));
        QCOMPARE(capacityOf(house), kSmallSeats + kSmallStanding + 1);
        const PlanVersion grown = onlyPlan(counter);
        SeatingPlan smaller = lacking(grown.plan, 8);
        smaller = lacking(smaller, 9);
        QVERIFY(changePlan(counter, {.plan = grown.id, .next = smaller}));
        QCOMPARE(capacityOf(house), kSmallSeats + kSmallStanding - 1);
        const auto report = verifyJournal(counter);
        QVERIFY(report && report->findings.empty());
    }

    void aStandingAreaIsLimitedByWhatIsLeftOfIt()
    {
        CounterFixture house{smallSeason(), 3};
        Counter& counter = house.counter();
        QCOMPARE(limitOfStanding(house), kSmallStanding);
        QVERIFY(house.sell({house.standing(), house.standing(), house.standing()}));
        PlanVersion before = onlyPlan(counter);
        const auto tooSmall =
            changePlan(counter, {.plan = before.id, .next = withStanding(before.plan, 2)});
        QCOMPARE(codeOf(tooSmall), std::string("area_taken"));
        QCOMPARE(tooSmall.error().facts, (std::vector<std::string>{"3", "Standing", "2"}));
        QCOMPARE(codeOf(changePlan(counter,
                                   {.plan = before.id, .next = withStanding(before.plan, 0)})),
                 std::string("area_taken"));
        QCOMPARE(onlyPlan(counter).stamp, before.stamp);
        QCOMPARE(codeOf(changePlan(counter,
                                   {.plan = before.id, .next = withStanding(before.plan, 4)})),
                 std::string("done"));
        QCOMPARE(limitOfStanding(house), std::int64_t{4});
        QVERIFY(house.sell({house.standing()}));
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string("sold_out"));
        QCOMPARE(codeOf(changePlan(counter,
                                   {.plan = before.id, .next = withStanding(before.plan, 5)})),
                 std::string("done"));
        QVERIFY(house.sell({house.standing()}));
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string("sold_out"));
        const auto report = verifyJournal(counter);
        QVERIFY(report && report->findings.empty());
    }

    void anAreaThatIsNewOfItsCategoryHasALimitAtOnce()
    {
        CounterFixture house{smallSeason(), 3};
        Counter& counter = house.counter();
        const SeatingPlan whole = onlyPlan(counter).plan;
        QVERIFY(
            changePlan(counter, {.plan = onlyPlan(counter).id, .next = withStanding(whole, 0)}));
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string("sold_out"));
        SeatingPlan again = onlyPlan(counter).plan;
        again.areas = whole.areas;
        again.areas.front().capacity = 2;
        const auto back = changePlan(counter, {.plan = onlyPlan(counter).id, .next = again});
        QCOMPARE(codeOf(back), std::string("done"));
        QCOMPARE(limitOfStanding(house), std::int64_t{2});
        QVERIFY(house.sell({house.standing(), house.standing()}));
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string("sold_out"));
    }

    void nothingIsWrittenByADryRun()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const PlanVersion before = onlyPlan(counter);
        const auto changed =
            changePlan(counter,
                       {.plan = before.id, .next = lacking(before.plan, 5), .dryRun = true});
        QVERIFY(changed);
        QCOMPARE(changed->difference.removed, std::vector<SeatNumber>{5});
        QCOMPARE(onlyPlan(counter).stamp, before.stamp);
        QVERIFY(house.sell({house.seat(5)}));
    }

    void twoWhoEditOneVersionDoNotOverwriteEachOther()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const PlanVersion before = onlyPlan(counter);
        QVERIFY(
            changePlan(counter,
                       {.plan = before.id, .base = before.stamp, .next = lacking(before.plan, 5)}));
        const auto second =
            changePlan(counter,
                       {.plan = before.id, .base = before.stamp, .next = lacking(before.plan, 6)});
        QCOMPARE(codeOf(second), std::string("plan_outdated"));
    }

    void whoMovesThePictureAndWhoDrawsSeatsBothWin()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const PlanVersion before = onlyPlan(counter);
        const PictureHash hash = sha256(Bytes{1, 2, 3});
        PlanBackground picture{pictureHashText(hash), {10, 20}, {400, 300}, 0.4F, false};
        // A file of another house may name one that is not here; who sets one means one that is.
        QCOMPARE(codeOf(setPlanBackground(counter, before.id, picture)),
                 std::string("unknown_picture"));
        SeatingPlan drawn = before.plan;
        drawn.background = picture;
        QVERIFY(changePlan(counter, {.plan = before.id, .base = before.stamp, .next = drawn}));
        const PlanVersion over = onlyPlan(counter);
        QCOMPARE(over.plan.background, std::optional{picture});
        QCOMPARE(over.stamp, before.stamp); // the seats are those that somebody may be drawing on
        SeatingPlan more = withOneMore(before.plan, 3);
        more.background = picture;
        QVERIFY(changePlan(counter, {.plan = before.id, .base = before.stamp, .next = more}));
        QCOMPARE(onlyPlan(counter).plan.background, std::optional{picture});
        QVERIFY(setPlanBackground(counter, before.id, std::nullopt));
        QVERIFY(!onlyPlan(counter).plan.background);
        QCOMPARE(onlyPlan(counter).plan.seatCount(), std::uint32_t{kSmallSeats + 1});
        picture.opacity = 7;
        QCOMPARE(codeOf(setPlanBackground(counter, before.id, picture)),
                 std::string("bad_background"));
        drawn.background = picture;
        QCOMPARE(codeOf(changePlan(counter, {.plan = before.id, .next = drawn})),
                 std::string("bad_plan"));
    }

    void aPictureToDrawOverIsNothingThatSellingReads()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        SeatingPlan plan = smallPlan();
        plan.name = "Scanned";
        plan.background = PlanBackground{std::string(64, 'b'), {0, 0}, {400, 300}, 0.5F, true};
        const auto made = importPlan(counter, plan);
        QVERIFY(made);
        QCOMPARE(planVersion(counter, *made)->plan.background, plan.background);
        QVERIFY(!counter.offers().plan(*made)->background);
        const auto copy = duplicatePlan(counter, *made, "Scanned again");
        QVERIFY(copy);
        QCOMPARE(planVersion(counter, *copy)->plan.background, plan.background);
        QVERIFY(verifyJournal(counter));
    }

    void plansAreRenamedCopiedAndArchived()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const PlanVersion before = onlyPlan(counter);
        QVERIFY(changePlan(counter, {.plan = before.id, .next = lacking(before.plan, 5)}));
        const auto copy = duplicatePlan(counter, before.id, "Another room");
        QVERIFY(copy);
        const auto copied = planVersion(counter, *copy);
        QCOMPARE(copied->plan.seats.size(), std::size_t{kSmallSeats - 1});
        QCOMPARE(codeOf(renamePlan(counter, *copy, before.plan.name)), std::string("plan_known"));
        QCOMPARE(codeOf(renamePlan(counter, *copy, "")), std::string("name_missing"));
        QVERIFY(renamePlan(counter, *copy, "A third room"));
        QCOMPARE(planNamed(counter, "a THIRD room").value(), *copy);
        QCOMPARE(codeOf(planNamed(counter, "Another room")), std::string("unknown_plan"));
        QVERIFY(archivePlan(counter, *copy, true));
        QVERIFY(planVersion(counter, *copy)->archived);
        QVERIFY(archivePlan(counter, *copy, false));
        QVERIFY(!planVersion(counter, *copy)->archived);
        QCOMPARE(codeOf(duplicatePlan(counter, PlanId{}, "x")), std::string("unknown_plan"));
    }
};

QTEST_GUILESS_MAIN(PlansTest)
#include "test_plans.moc"
