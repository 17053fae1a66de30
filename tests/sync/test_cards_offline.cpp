// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/access_entries.h"
#include "core/services/card_keeping.h"
#include "core/storage/operator_card_store.h"
#include "tests/support/staffed_house.h"

#include <QFile>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kHourMs = 3'600'000;

/// Two counters of a staffed house; the second has synced, and holds a few places to sell.
struct TwoCounters : StaffedJoinedHouse {
    TwoCounters()
    {
        joinSecond();
        ENSURE(second.talk->exchange().has_value());
    }
    std::string signInAtSecond(const std::string& name, const std::string& secret)
    {
        return codeOf(second.counter->access().signIn(name, secret));
    }
    /// As the server gave them out.
    std::vector<OperatorCard> cardsOfSecond()
    {
        return readOperatorCards(serverDatabase(), organizer(), second.counter->replica(),
                                 Instant{0});
    }
    void syncBoth()
    {
        ENSURE(first.talk->exchange().has_value());
        ENSURE(second.talk->exchange().has_value());
    }
};

} // namespace

class CardsOfflineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoWasAddedAtOneCounterSignsInAtAnotherWithoutANetwork()
    {
        TwoCounters house;
        house.server().server().stop();
        QCOMPARE(house.signInAtSecond("Kim", "471194"), std::string{"wrong_secret"});
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
        QCOMPARE(house.signInAtSecond("Ada", kAdaSecret), std::string{"done"});
        QVERIFY(!house.second.counter->access().may(Permission::EditUsers)); // not by a card
        // Cards are kept: the computer may be started anew.
        house.second.open();
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
        QVERIFY(house.second.counter->access().may(Permission::Sell));
        // Whoever copies the database gets nothing to guess PINs by.
        QByteArray stored;
        for (const char* name : {"/foyer.db", "/foyer.db-wal"}) {
            QFile file{QString::fromStdString(house.second.path() + name)};
            if (file.open(QIODevice::ReadOnly)) {
                stored += file.readAll();
            }
        }
        QVERIFY(stored.contains("Kim"));
        QVERIFY(!stored.contains("argon2"));
    }

    void aCardIsOverAfterThreeDaysByTheServersTimeWhateverTheClockSays()
    {
        TwoCounters house;
        house.server().server().stop();
        house.second.clock.pass(kCardLifeMsMax - kHourMs);
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
        house.second.clock.pass(2 * kHourMs);
        QVERIFY(!house.second.counter->access().may(Permission::Sell));
        QCOMPARE(house.signInAtSecond("Kim", "471194"), std::string{"wrong_secret"});
        const auto over = house.second.counter->access().signIn("Kim", kKimPin);
        QCOMPARE(codeOf(over), std::string{"card_expired"});
        QVERIFY(over.error().message.find("server") != std::string::npos);
        house.second.open();
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"card_expired"});
    }

    void aClockThatIsSetBackRevivesNoCardThatWasOver()
    {
        TwoCounters house;
        house.server().server().stop();
        house.second.clock.pass(kCardLifeMsMax + kHourMs);
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"card_expired"});
        for (const std::int64_t back :
             {2 * kHourMs, kCardLifeMsMax, std::int64_t{365} * 24 * kHourMs}) {
            house.second.clock.pass(-back);
            QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"card_expired"});
            house.second.open(); // nor does starting it anew
            QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"card_expired"});
        }
    }

    void aClockThatIsSetBackBringsNoCardBeforeItsTime()
    {
        TwoCounters house;
        house.server().server().stop();
        house.second.clock.pass(-365 * 24 * kHourMs);
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
        house.second.open();
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
    }

    void aClockThatWasAheadAndIsPutRightLocksNobodyOutOnceTheServerIsHeard()
    {
        TwoCounters house;
        house.second.clock.pass(365 * 24 * kHourMs);
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"card_expired"});
        house.second.clock.pass(-365 * 24 * kHourMs);
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"card_expired"});
        house.second.connect(); // asks for cards at once
        house.syncBoth();
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
        house.second.open();
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
    }

    void aNewPinCountsEverywhereAndTheOldOneNowhere()
    {
        TwoCounters house;
        house.server().clock().pass(1'000);
        house.administrator();
        UserChange change;
        change.pin = "314159";
        QVERIFY(changeUser(*house.first.counter, house.kim, change));
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"}); // not heard yet
        house.syncBoth();
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"wrong_secret"});
        QCOMPARE(house.signInAtSecond("Kim", "314159"), std::string{"done"});
    }

    void whoWasShutOutIsOutAtEveryCounterThatHasHeard()
    {
        TwoCounters house;
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
        UserChange change;
        change.active = false;
        QVERIFY(changeUser(*house.first.counter, house.kim, change));
        house.server().server().registry().forgetPeople(house.organizer());
        house.syncBoth();
        QVERIFY(!house.second.counter->access().current());
        const auto refused = house.second.counter->access().signIn("Kim", kKimPin);
        QCOMPARE(codeOf(refused), std::string{"card_missing"});
        QVERIFY(refused.error().message.find("administrator") != std::string::npos);
    }

    void aCardThatTheAuthorityDidNotSignIsNotKept()
    {
        TwoCounters house;
        auto cards = house.cardsOfSecond();
        QCOMPARE(cards.size(), std::size_t{2});
        cards[0].pinVerifier = hashPassword("000001", kCheap); // edited on its way
        const auto kept = keepCards(*house.second.counter, cards, 0);
        QVERIFY(kept && *kept == 1);
        // And those of the first counter are nothing at the second.
        const auto others = keepCards(*house.first.counter, cards, 0);
        QVERIFY(others && *others == 0);
    }

    void whatSomebodyDoesUnderACardNamesIt()
    {
        TwoCounters house;
        QCOMPARE(house.signInAtSecond("Kim", kKimPin), std::string{"done"});
        house.syncBoth();
        const auto entries = house.entriesOf(kind::kUserSignedIn);
        const auto signedIn = decodeUserSigned(*decodeCbor(entries.back().body));
        QVERIFY(signedIn->how.starts_with("card:"));
        const auto id = Uuid::fromText(signedIn->how.substr(5));
        QVERIFY(id && readOperatorCard(house.serverDatabase(), house.organizer(), *id));
    }
};

QTEST_GUILESS_MAIN(CardsOfflineTest)
#include "test_cards_offline.moc"
