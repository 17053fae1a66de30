// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/services/authority/entry_intake.h"
#include "core/services/authority/rights_office.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/rights_authority.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/ticket_codes.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/feed_store.h"
#include "core/storage/rights_store.h"
#include "tests/support/box_office_net.h"

#include <QTest>

#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

std::string codeOf(const Result<Order>& answer)
{
    return answer ? std::string{"sold"} : answer.error().code;
}

template <typename T>
std::string errorOf(const Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

/// The authority gets entries of the founder's again, and says how far it knows it.
IntakeAnswer takeOnceMore(BoxOfficeNet& net, const EntryBatch& entries)
{
    const auto feed = net.authority().begin();
    const IntakeAnswer answer = takeIn(net.authority(), *feed, entries,
                                       SigningKey{net.counter(0).keys().device}.publicKey());
    feed->commit();
    return answer;
}

/// A counter that was copied: the one has sold three tickets since and sent them, the other one has
/// sold one. `before` is what both have.
struct TwoCopies {
    TwoCopies()
    {
        net.settle();
        ENSURE(net.sell(0, {net.standing(0)}).has_value());
        const auto batch = net.sync(0).nextBatch();
        ENSURE(batch && *batch);
        before = **batch;
        copy = net.clone(0);
        for (int i = 0; i < 3; ++i) {
            ENSURE(net.sellOffline(0, {net.standing(0)}).has_value());
        }
        ENSURE(net.push(0)->outcome == IntakeAnswer::Outcome::Accepted);
        ENSURE(net.sellOffline(copy, {net.standing(copy)}).has_value());
    }

    BoxOfficeNet net{1};
    EntryBatch before;
    std::size_t copy = 0;
};

} // namespace

class SyncTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatOneCounterSellsIsKnownEverywhere()
    {
        BoxOfficeNet net{2};
        QCOMPARE(net.difference(), std::string{});
        QVERIFY(net.sell(0, {net.seat(0, 3), net.standing(0)}));
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        QCOMPARE(codeOf(net.sell(1, {net.standing(1, "Child")})), std::string{"sold"});
        net.settle();
        QCOMPARE(net.difference(), std::string{});
        QVERIFY(isSeatSold(net.counter(2).database(), net.counter(2).organizer(), net.performance(),
                           3));
        for (std::size_t i = 0; i < net.counters(); ++i) {
            const auto report = verifyJournal(net.counter(i));
            QVERIFY(report);
            QVERIFY2(report->findings.empty(),
                     report->findings.empty() ? "" : report->findings[0].sentence.c_str());
        }
    }

    void theCounterThatHandsOverKeepsTheRightsThatItHad()
    {
        BoxOfficeNet net{1};
        QCOMPARE(codeOf(net.sellOffline(0, {net.seat(0, 1), net.standing(0)})),
                 std::string{"sold"});
        QCOMPARE(codeOf(net.sellOffline(1, {net.seat(1, 2)})), std::string{"rights_short"});
        QCOMPARE(codeOf(net.sell(1, {net.seat(1, 2)})), std::string{"sold_out"});
    }

    void seatsThatNobodyHasAreOfferedWhileTheServerCanBeAsked()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.seat(0, 1)}));
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        const auto stateOf = [&](SeatNumber seat) {
            return seatStates(net.counter(1), net.performance())->at(seat);
        };
        QCOMPARE(stateOf(1), SeatState::Sold);
        QCOMPARE(stateOf(2), SeatState::Free);
        net.counter(1).authority().setWithinReach(false);
        QCOMPARE(stateOf(2), SeatState::NotHere);
        net.counter(1).authority().setWithinReach(true);
        QCOMPARE(codeOf(net.sell(1, {net.seat(1, 2)})), std::string{"sold"});
        net.settle();
        QCOMPARE(seatStates(net.counter(0), net.performance())->at(3), SeatState::Free);
    }

    void aReturnGivesTheSeatsToWhoeverAsksNext()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.seat(0, 1)}));
        const auto returned = returnRights(net.counter(0), net.performance());
        QVERIFY(returned);
        QCOMPARE(returned->seats, std::int64_t{kSmallSeats - 1});
        net.settle();
        QCOMPARE(codeOf(net.sell(1, {net.seat(1, 2), net.standing(1)})), std::string{"sold"});
        QCOMPARE(codeOf(net.sell(1, {net.seat(1, 1)})), std::string{"seat_elsewhere"});
        QCOMPARE(codeOf(net.sellOffline(0, {net.seat(0, 2)})), std::string{"rights_short"});
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void aSeatCanBeLeasedReturnedAndLeasedAgain()
    {
        BoxOfficeNet net{1};
        for (int i = 0; i < 3; ++i) {
            const auto holder = static_cast<std::size_t>(i % 2);
            const auto next = static_cast<std::size_t>((i + 1) % 2);
            QVERIFY(returnRights(net.counter(holder), net.performance()));
            net.settle();
            const auto order = net.sell(next, {net.seat(next, 5), net.standing(next)});
            QCOMPARE(codeOf(order), std::string{"sold"});
            QVERIFY(voidOrder(net.counter(next), order->code, "mistake"));
            net.settle();
        }
        QCOMPARE(net.difference(), std::string{});
    }

    void aRecallBringsBackWhatIsUnspentAndNothingElse()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.seat(0, 4)}));
        const auto batch = net.authority().begin();
        QVERIFY(recallRights(net.authority(), *batch, Permit::ofProgram(),
                             {net.counter(0).replica(), net.performance(), 0, "capacity is cut"}));
        batch->commit();
        net.settle();
        QCOMPARE(availableSeats(net.authority(), net.performance()),
                 (std::vector<SeatRange>{{0, 3}, {5, kSmallSeats - 1}}));
        QVERIFY(readOpenRecalls(net.authority().database(), net.authority().organizer(),
                                net.counter(0).replica())
                    .empty());
    }

    void aRepeatedWishGetsTheSameAnswerAndNothingTwice()
    {
        BoxOfficeNet net{1};
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        QCOMPARE(codeOf(net.sellOffline(1, {net.standing(1)})), std::string{"rights_short"});
        const RightsWish wish = *net.sync(1).wishFor(net.counter(1).rightsNeed());
        std::vector<RightsAnswer> answers;
        for (int i = 0; i < 3; ++i) {
            const auto batch = net.authority().begin();
            const auto answer = grantRights(net.authority(), *batch, wish);
            QVERIFY(answer);
            batch->commit();
            answers.push_back(*answer);
            QVERIFY(net.sync(1).granted(*answer));
        }
        QCOMPARE(answers[1], answers[0]);
        QCOMPARE(answers[2], answers[0]);
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void aLostAnswerIsRepeatedWithoutASecondEntry()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.standing(0)}));
        const auto batch = net.sync(0).nextBatch();
        QVERIFY(batch && *batch);
        const auto device = SigningKey{net.counter(0).keys().device}.publicKey();
        for (int i = 0; i < 3; ++i) {
            const auto feed = net.authority().begin();
            const auto answer = takeIn(net.authority(), *feed, **batch, device);
            feed->commit();
            QCOMPARE(answer.outcome, IntakeAnswer::Outcome::Accepted);
            QCOMPARE(answer.added > 0, i == 0);
        }
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void aGapIsAnsweredWithWhereItBegins()
    {
        BoxOfficeNet net{1};
        net.settle();
        QVERIFY(net.sell(0, {net.standing(0)}));
        QVERIFY(net.sell(0, {net.standing(0)}));
        const auto batch = net.sync(0).nextBatch();
        QVERIFY(batch && *batch);
        std::vector<Entry> late{(*batch)->entries.begin() + 2, (*batch)->entries.end()};
        const std::int64_t before = (*batch)->entries.front().sequence - 1;
        const auto feed = net.authority().begin();
        const auto answer =
            takeIn(net.authority(), *feed,
                   signedBatch(net.counter(0).identity(), late, net.counter(0).keys().device),
                   SigningKey{net.counter(0).keys().device}.publicKey());
        feed->commit();
        QCOMPARE(answer.outcome, IntakeAnswer::Outcome::Gap);
        QCOMPARE(answer.sequence, before);
    }

    void aRepeatThatWasChangedOnTheWayIsNoSecondCopy()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.standing(0)}));
        const auto batch = net.sync(0).nextBatch();
        QVERIFY(batch && *batch);
        QCOMPARE(net.push(0)->outcome, IntakeAnswer::Outcome::Accepted);
        EntryBatch changed = **batch;
        changed.entries[0].body.back() ^= 1;
        const auto feed = net.authority().begin();
        const auto answer = takeIn(net.authority(), *feed, changed,
                                   SigningKey{net.counter(0).keys().device}.publicKey());
        feed->commit();
        QCOMPARE(answer.outcome, IntakeAnswer::Outcome::BrokenChain);
        QVERIFY(net.sync(0).batchAnswered(answer));
        QVERIFY(!net.sync(0).status()->problem); // all of it is there, and nothing to be done
        QCOMPARE(codeOf(net.sellOffline(0, {net.standing(0)})), std::string{"sold"});
    }

    void whatWasChangedOnTheWayIsNotTaken()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.standing(0)}));
        const auto batch = net.sync(0).nextBatch();
        QVERIFY(batch && *batch);
        const auto device = SigningKey{net.counter(0).keys().device}.publicKey();
        const auto outcome = [&](EntryBatch changed) {
            const auto feed = net.authority().begin();
            const auto answer = takeIn(net.authority(), *feed, changed, device);
            feed->commit();
            return answer.outcome;
        };
        EntryBatch body = **batch;
        body.entries[0].body.back() ^= 1;
        QCOMPARE(outcome(body), IntakeAnswer::Outcome::BrokenChain);
        EntryBatch cut = **batch;
        cut.entries.pop_back();
        QCOMPARE(outcome(cut), IntakeAnswer::Outcome::BadSignature);
        EntryBatch foreign = **batch;
        foreign.writer = net.counter(1).replica();
        QVERIFY(outcome(foreign) != IntakeAnswer::Outcome::Accepted);
        QCOMPARE(outcome(**batch), IntakeAnswer::Outcome::Accepted);
    }

    void aCounterMayNotGiveItselfRights()
    {
        BoxOfficeNet net{1};
        const QuotaId quota = readHeldQuotas(net.authority().database(),
                                             net.authority().organizer(), net.counter(0).replica())
                                  .front()
                                  .quota;
        {
            Journal::Act act{net.counter(1).journal(), Permit::ofProgram()};
            act.append(kind::kAllotmentGranted,
                       encode(Allotment{quota, net.counter(1).replica(), 1'000}));
            act.commit();
        }
        QCOMPARE(net.push(1)->outcome, IntakeAnswer::Outcome::WrongWriter);
        QCOMPARE(readRights(net.authority().database(), net.authority().organizer(), quota,
                            net.counter(1).replica())
                     .granted,
                 std::int64_t{0});
    }

    void twoCopiesThatWriteAreAForkAndTheSecondIsKeptAside()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.standing(0)}));
        const auto batch = net.sync(0).nextBatch();
        QVERIFY(batch && *batch);
        EntryBatch other = **batch;
        other.entries.resize(1);
        other.entries[0].id = EntryId{Uuid::v7(net.clock().now(), net.random())};
        other.entries[0].hash = hashOf(other.entries[0]);
        other = signedBatch(net.counter(0).identity(), other.entries, net.counter(0).keys().device);
        QCOMPARE(net.push(0)->outcome, IntakeAnswer::Outcome::Accepted);
        const auto feed = net.authority().begin();
        const auto answer = takeIn(net.authority(), *feed, other,
                                   SigningKey{net.counter(0).keys().device}.publicKey());
        feed->commit();
        QCOMPARE(answer.outcome, IntakeAnswer::Outcome::Fork);
        QCOMPARE(countStray(net.authority().database(), net.authority().organizer(),
                            net.counter(0).replica()),
                 std::int64_t{1});
    }

    void aCounterThatIsWrittenOffLeavesItsUnsoldSeatsToOthers()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.seat(0, 7)}));
        net.settle();
        QVERIFY(net.sellOffline(0, {net.seat(0, 8)})); // nobody hears of it
        const auto batch = net.authority().begin();
        QCOMPARE(errorOf(writeOffReplica(net.authority(), *batch, Permit::ofProgram(),
                                         net.counter(0).replica(), "stolen")),
                 std::string{});
        batch->commit();
        net.pull(1);
        QCOMPARE(codeOf(net.sell(1, {net.seat(1, 7)})), std::string{"seat_elsewhere"});
        QCOMPARE(codeOf(net.sell(1, {net.seat(1, 8)})), std::string{"sold"});
        // The lost counter comes back: what it sold is kept, and its seat is not sold a third time.
        net.settle();
        QCOMPARE(net.difference(), std::string{});
        QVERIFY(returnRights(net.counter(1), net.performance()));
        net.settle();
        QVERIFY(!contains(availableSeats(net.authority(), net.performance()), 8));
    }

    void aCounterThatIsWrittenOffGetsNothingWhenItAsks()
    {
        BoxOfficeNet net{1};
        net.settle();
        const auto wish = [&] {
            RightsWish one;
            one.id = Uuid::v7(net.clock().now(), net.random());
            one.holder = net.counter(0).replica();
            one.seats.push_back({net.performance(), {{7, 7}}, 0});
            return one;
        };
        const auto answerTo = [&](const RightsWish& asked) {
            const auto batch = net.authority().begin();
            const auto answer = grantRights(net.authority(), *batch, asked);
            batch->commit();
            return answer ? std::string{"given"} : answer.error().code;
        };
        const RightsWish before = wish();
        QCOMPARE(answerTo(before), std::string{"given"});
        const auto batch = net.authority().begin();
        QCOMPARE(errorOf(writeOffReplica(net.authority(), *batch, Permit::ofProgram(),
                                         net.counter(0).replica(), "stolen")),
                 std::string{});
        batch->commit();
        QCOMPARE(answerTo(wish()), std::string{"already_written_off"});
        // Nor does it get again what it was given before, and which went back since.
        QCOMPARE(answerTo(before), std::string{"already_written_off"});
        net.pull(1);
        QCOMPARE(codeOf(net.sell(1, {net.seat(1, 7)})), std::string{"sold"});
    }

    void aCopyThatWasToldThatItIsOneStopsForGood()
    {
        BoxOfficeNet net{1};
        QVERIFY(returnRights(net.counter(0), net.performance(), 10));
        net.settle();
        const std::size_t copy = net.clone(0);
        QVERIFY(net.sellOffline(0, {net.standing(0)}));
        QVERIFY(net.sellOffline(copy, {net.standing(copy)}));
        const auto taken = net.push(0);
        QVERIFY(taken && taken->outcome == IntakeAnswer::Outcome::Accepted);
        QCOMPARE(net.push(copy)->outcome, IntakeAnswer::Outcome::Fork);
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"journal_fork"});
        QCOMPARE(errorOf(returnRights(net.counter(copy), net.performance())),
                 std::string{"journal_fork"});
        // Neither a restart nor an answer that comes late makes it go on.
        net.restart(copy);
        QVERIFY(net.sync(copy).batchAnswered(*taken));
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"journal_fork"});
        QCOMPARE(codeOf(net.sellOffline(0, {net.standing(0)})), std::string{"sold"});
    }

    void aCopyLearnsFromAnyAnswerThatMoreWasWrittenAndWaitsForIt()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.standing(0)})); // not sent when the copy is made
        const std::size_t copy = net.clone(0);
        QVERIFY(net.sellOffline(0, {net.standing(0)}));
        QCOMPARE(net.push(0)->outcome, IntakeAnswer::Outcome::Accepted);
        QCOMPARE(net.push(copy)->outcome, IntakeAnswer::Outcome::Accepted);
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})),
                 std::string{"database_behind"});
        QVERIFY(net.giveOwnEntriesBack(copy));
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"sold"});
        QCOMPARE(net.push(copy)->outcome, IntakeAnswer::Outcome::Accepted);
    }

    void whatACopyWroteIsNeverTakenForConfirmed()
    {
        BoxOfficeNet net{1};
        net.settle();
        QVERIFY(net.sell(0, {net.standing(0)}));
        const auto before = net.sync(0).nextBatch();
        QVERIFY(before && *before);
        const std::size_t copy = net.clone(0);
        QVERIFY(net.sellOffline(0, {net.standing(0)}));
        QCOMPARE(net.push(0)->outcome, IntakeAnswer::Outcome::Accepted);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(net.sellOffline(copy, {net.standing(copy)}));
        }
        // Both copies have these; so they are taken once more, and say how far the other one is.
        const IntakeAnswer answer = takeOnceMore(net, **before);
        QCOMPARE(answer.outcome, IntakeAnswer::Outcome::Accepted);
        QVERIFY(net.sync(copy).batchAnswered(answer));
        QVERIFY(net.sync(copy).status()->unsent > 0);
        QCOMPARE(net.push(copy)->outcome, IntakeAnswer::Outcome::Fork);
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"journal_fork"});
    }

    void aCopyThatHasWrittenTakesNothingOfWhatTheOtherOneWrote()
    {
        TwoCopies house;
        BoxOfficeNet& net = house.net;
        const std::size_t copy = house.copy;
        // Both copies have these; the answer says that the other one has written more.
        const IntakeAnswer answer = takeOnceMore(net, house.before);
        QVERIFY(net.sync(copy).batchAnswered(answer));
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})),
                 std::string{"database_behind"});
        QVERIFY(net.giveOwnEntriesBack(copy));
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"journal_fork"});
        // So its own sale is not taken for confirmed either, and is kept where it arrives.
        QVERIFY(net.sync(copy).batchAnswered(answer));
        QVERIFY(net.sync(copy).status()->unsent > 0);
        QCOMPARE(net.push(copy)->outcome, IntakeAnswer::Outcome::Fork);
        net.restart(copy);
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"journal_fork"});
        QCOMPARE(codeOf(net.sellOffline(0, {net.standing(0)})), std::string{"sold"});
    }

    void aCopyThatWaitedForEntriesIsNotToldToWaitOnceItIsStopped()
    {
        TwoCopies house;
        BoxOfficeNet& net = house.net;
        const std::size_t copy = house.copy;
        QVERIFY(net.sync(copy).batchAnswered(takeOnceMore(net, house.before)));
        QVERIFY(net.sync(copy).behind());
        QCOMPARE(net.push(copy)->outcome, IntakeAnswer::Outcome::Fork);
        // "Connect it to the network" would help nobody.
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"journal_fork"});
        QVERIFY(!net.sync(copy).behind());
        net.restart(copy);
        QCOMPARE(codeOf(net.sellOffline(copy, {net.standing(copy)})), std::string{"journal_fork"});
        QVERIFY(!net.sync(copy).behind());
    }

    void ownEntriesThatComeLateOrTooEarlyChangeNothing()
    {
        BoxOfficeNet net{1};
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        const std::string backup = net.backup(1);
        QVERIFY(net.sell(1, {net.standing(1)}));
        net.settle();
        net.restore(1, backup);
        const auto behind = net.sync(1).behind();
        QVERIFY(behind);
        std::vector<Entry> own;
        readEntriesAfter(net.authority().database(), net.counter(1).organizer(),
                         net.counter(1).replica(), behind->epoch, behind->sequence,
                         [&own](const Entry& entry) {
                             own.push_back(entry);
                             return true;
                         });
        QVERIFY(own.size() > 1);
        QCOMPARE(errorOf(net.sync(1).ownEntriesBack({own.back()})), std::string{"feed_gap"});
        QCOMPARE(net.sync(1).behind()->sequence, behind->sequence);
        // What was changed on the way says nothing of a second copy.
        std::vector<Entry> changed = own;
        changed.front().previous[0] ^= 1;
        QCOMPARE(errorOf(net.sync(1).ownEntriesBack(changed)), std::string{"feed_damaged"});
        QVERIFY(net.sync(1).ownEntriesBack(own));
        QCOMPARE(codeOf(net.sell(1, {net.standing(1)})), std::string{"sold"});
        QVERIFY(net.sync(1).ownEntriesBack(own));
        QCOMPARE(codeOf(net.sell(1, {net.standing(1)})), std::string{"sold"});
    }

    void aRestoredCounterWritesNothingBeforeItsOwnEntriesAreBack()
    {
        BoxOfficeNet net{1};
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        const auto order = net.sell(1, {net.seat(1, 3)});
        QVERIFY(order);
        const auto code = ticketCodes(net.counter(1), *order).front();
        net.settle();
        const std::string backup = net.backup(1);
        QVERIFY(net.sell(1, {net.standing(1)}));
        net.settle();
        net.restore(1, backup);
        QCOMPARE(codeOf(net.sellOffline(1, {net.standing(1)})), std::string{"database_behind"});
        QCOMPARE(errorOf(returnRights(net.counter(1), net.performance())),
                 std::string{"database_behind"});
        QCOMPARE(errorOf(scan(net.counter(1), code, "A")), std::string{"database_behind"});
        net.restart(1); // the mark has not been taken back
        QCOMPARE(codeOf(net.sellOffline(1, {net.standing(1)})), std::string{"database_behind"});
        QVERIFY(net.giveOwnEntriesBack(1));
        QCOMPARE(scan(net.counter(1), code, "A")->outcome, std::string{"admitted"});
        QVERIFY(net.sell(1, {net.standing(1)}));
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void aRecallThatACrashInterruptedIsDoneWithTheNextPage()
    {
        BoxOfficeNet net{1};
        const auto batch = net.authority().begin();
        QVERIFY(recallRights(net.authority(), *batch, Permit::ofProgram(),
                             {net.counter(0).replica(), net.performance(), 0, "capacity is cut"}));
        batch->commit();
        const auto page = readFeed(net.authority().database(), net.authority().organizer(),
                                   {.after = *net.sync(0).pulled()});
        // Taken in, and nothing more was done.
        QVERIFY(net.sync(0).granted({.wish = {}, .entries = page.entries, .shortages = {}}));
        net.restart(0);
        QVERIFY(net.sync(0).heard({.entries = {}, .upTo = page.upTo}));
        net.settle();
        QVERIFY(readOpenRecalls(net.authority().database(), net.authority().organizer(),
                                net.counter(0).replica())
                    .empty());
        QCOMPARE(availableSeats(net.authority(), net.performance()).size(), std::size_t{1});
    }

    void aPageThatWasUnderWayWhileABackupWasPutBackLeavesNoHole()
    {
        BoxOfficeNet net{1};
        const std::string backup = net.backup(1);
        QVERIFY(net.sell(0, {net.standing(0)}));
        net.settle();
        QVERIFY(net.sell(0, {net.standing(0)}));
        while (net.push(0)) {}
        const FeedPage late = readFeed(net.authority().database(), net.authority().organizer(),
                                       {.after = *net.sync(1).pulled()});
        QVERIFY(!late.entries.empty());
        net.restore(1, backup);
        QCOMPARE(errorOf(net.sync(1).heard(late)), std::string{"feed_gap"});
        QVERIFY(net.giveOwnEntriesBack(1));
        net.settle();
        QVERIFY(net.sync(1).heard(late)); // once more, and after all before it: no harm
        QCOMPARE(net.difference(), std::string{});
    }

    void whatIsWrittenAfterSomethingWasHeardComesAfterItInTime()
    {
        BoxOfficeNet net{1};
        QVERIFY(net.sell(0, {net.standing(0)}));
        while (net.push(0)) {}
        FeedPage page = readFeed(net.authority().database(), net.authority().organizer(),
                                 {.after = *net.sync(1).pulled()});
        const auto arrivesWith = [&](std::int64_t aheadMs) {
            Entry& entry = page.entries.front();
            entry.at = HlcTime{(net.clock().now().ms + aheadMs) << 16};
            entry.hash = hashOf(entry);
            ENSURE(net.sync(1).heard({.entries = {entry}, .upTo = 0}).has_value());
            Journal::Act act{net.counter(1).journal(), Permit::ofProgram()};
            act.append(kind::kUserSignedOut, Bytes{0xa0});
            act.commit();
            return std::pair{entry.at, net.counter(1).journal().head().at};
        };
        const auto [fast, after] = arrivesWith(5 * 60'000);
        QVERIFY(after > fast);
        // A clock that is a day ahead is wrong, and nobody follows it.
        const auto [wrong, still] = arrivesWith(86'400'000);
        QVERIFY(still < wrong);
        QVERIFY(still > after);
    }

    void aGateThatJoinedLetsInTheTicketsOfAnotherCounter()
    {
        BoxOfficeNet net{1};
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        const auto order = net.sell(1, {net.standing(1)});
        QVERIFY(order);
        const auto code = ticketCodes(net.counter(1), *order).front();
        QCOMPARE(scan(net.counter(0), code, "A")->outcome, std::string{"admitted"});
        // Also of one that joined after the gate had begun to scan.
        const std::size_t late = net.join();
        net.settle();
        const auto other = net.sell(late, {net.standing(late)});
        QVERIFY(other);
        const auto lateCode = ticketCodes(net.counter(late), *other).front();
        QCOMPARE(scan(net.counter(0), lateCode, "A")->outcome, std::string{"admitted"});
        QCOMPARE(scan(net.counter(1), lateCode, "A")->outcome, std::string{"admitted"});
    }

    void theLastOnesGoOneAtATime()
    {
        QVERIFY(rc::check("fair shares", [] {
            const auto available = *rc::gen::inRange<std::int64_t>(0, 500);
            const auto least = *rc::gen::inRange<std::int64_t>(0, 10);
            const auto most = least + *rc::gen::inRange<std::int64_t>(0, 100);
            const auto counters = *rc::gen::inRange<std::int64_t>(1, 20);
            const auto share = fairShare(available, least, most, counters);
            RC_ASSERT(share <= available);
            RC_ASSERT(share == 0 || share >= least);
            RC_ASSERT(available < least || share >= least);
            RC_ASSERT(share <= most);
            if (available < 2 * counters && available >= least) {
                RC_ASSERT(share == least);
            }
        }));
    }

    void nothingIsOversoldHoweverTheMessagesGo()
    {
        QVERIFY(rc::check("random messages", [] {
            BoxOfficeNet net{2, *rc::gen::arbitrary<std::uint64_t>()};
            RC_ASSERT(returnRights(net.counter(0), net.performance()).has_value());
            std::map<SeatNumber, int> sold;
            int tickets = 0;
            const int steps = *rc::gen::inRange(5, 60);
            for (int step = 0; step < steps; ++step) {
                const auto who = *rc::gen::inRange<std::size_t>(0, net.counters());
                switch (*rc::gen::inRange(0, 6)) {
                case 0:
                    (void)net.push(who);
                    break;
                case 1:
                    (void)net.pull(who, *rc::gen::inRange(1, 20));
                    break;
                case 2:
                    net.restart(who);
                    break;
                case 3: {
                    const auto seat =
                        static_cast<SeatNumber>(*rc::gen::inRange(0, int{kSmallSeats}));
                    if (net.sell(who, {net.seat(who, seat)})) {
                        ++sold[seat];
                        ++tickets;
                    }
                    break;
                }
                case 4:
                    tickets += net.sellOffline(who, {net.standing(who)}) ? 1 : 0;
                    break;
                default:
                    (void)returnRights(net.counter(who), net.performance(),
                                       *rc::gen::inRange(0, 3));
                    break;
                }
            }
            net.settle();
            for (const auto& [seat, times] : sold) {
                RC_ASSERT(times == 1);
            }
            RC_ASSERT(tickets <= kSmallCapacity);
            RC_ASSERT(net.difference() == std::string{});
        }));
    }
};

QTEST_GUILESS_MAIN(SyncTest)
#include "test_sync.moc"
