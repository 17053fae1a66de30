// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/till.h"
#include "core/storage/rights_store.h"
#include "sync/client/device_session.h"
#include "sync/client/joining.h"
#include "sync/client/sync_conversation.h"
#include "sync/server/process/foyer_server.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/journal_tables.h"
#include "tests/support/server_fixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename T>
std::string codeOf(const Result<T>& result)
{
    return result ? std::string{"done"} : result.error().code;
}

/// A counter with its line to the server.
struct Till {
    QTemporaryDir folder;
    MemoryVault vault;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Counter> counter;
    std::unique_ptr<sync::DeviceSession> session;
    std::unique_ptr<sync::SyncConversation> talk;

    std::string path() const { return folder.path().toStdString(); }
    void open()
    {
        talk.reset();
        session.reset();
        counter.reset();
        auto opened = Counter::open(path(), vault, clock, random);
        ENSURE(opened.has_value());
        counter = *std::move(opened);
    }
    void connect()
    {
        const Membership& server = *counter->membership();
        session =
            std::make_unique<sync::DeviceSession>(server.url,
                                                  std::string{server.pin.begin(), server.pin.end()},
                                                  counter->organizer(), counter->replica(),
                                                  counter->keys().device, clock, random);
        talk = std::make_unique<sync::SyncConversation>(
            *session, [this](const std::function<void(Counter&)>& act) { act(*counter); });
    }
    Result<Order> sell(std::vector<CartItem> items)
    {
        SaleRequest request;
        request.id = OrderId{Uuid::v7(clock.now(), random)};
        request.cart.items = std::move(items);
        request.tenders = {{PaymentMethod::Cash, Money{1'000'000, *Currency::fromCode("EUR")}, {}}};
        return foyer::sell(*counter, request);
    }
    Result<Order> sellOnline(std::vector<CartItem> items)
    {
        auto order = sell(items);
        if (order || order.error().code != "rights_short") {
            return order;
        }
        if (auto fetched = talk->fetchRights(counter->rightsNeed()); !fetched) {
            return std::move(fetched).error();
        }
        return sell(std::move(items));
    }
    CartItem standing()
    {
        const auto offer = offerOf(*counter, performance());
        ENSURE(offer.has_value());
        CartItem item;
        item.performance = performance();
        item.type = (*offer)->types.front().id;
        for (const PriceCategory& category : (*offer)->categories) {
            item.category = category.name == "Standing" ? category.id : item.category;
        }
        return item;
    }
    PerformanceId performance() { return performances(*counter, Instant{0})->front().id; }
};

/// The founding counter sells a little by itself, joins, and a second one joins after it.
class House {
public:
    House() : m_server{{}, false}
    {
        foundSmallHouse(first.path(), first.vault, m_still, m_random, smallSeason(1));
        first.open();
        ENSURE(first.sell({first.standing()}).has_value());
        const auto joined = sync::joinServer(*first.counter, invitation("Counter 1", {}));
        if (!joined) {
            qFatal("join: %s: %s", joined.error().code.c_str(), joined.error().message.c_str());
        }
        first.connect();
    }
    void joinSecond()
    {
        const auto joined =
            sync::joinAsNew(second.path(), invitation("Counter 2", first.counter->organizer()),
                            second.vault, second.clock, second.random);
        if (!joined) {
            qFatal("join: %s: %s", joined.error().code.c_str(), joined.error().message.c_str());
        }
        second.open();
        second.connect();
    }
    std::string invitation(const std::string& name, OrganizerId organizer)
    {
        const auto code = m_server.server().devices().makeCode(organizer, name);
        ENSURE(code.has_value());
        return protocol::toText(
            protocol::EnrolmentInvitation{"https://localhost:" +
                                              std::to_string(m_server.server().port()),
                                          code->text(), m_server.server().pin()});
    }
    ServerFixture& server() { return m_server; }
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            ENSURE(first.talk->exchange().has_value());
            ENSURE(second.talk->exchange().has_value());
        }
    }

    Till first;
    Till second;

private:
    StillClock m_still;
    SeededRandom m_random{5};
    ServerFixture m_server;
};

} // namespace

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
        Season season = smallSeason(1); // once more, and tomorrow: the first is long over
        season.events[0].performances[0].startsAt =
            Instant{house.first.clock.now().ms + 24 * 3'600'000};
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
        const PerformanceId tomorrow = performances(*till.counter, Instant{0})->back().id;
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

    void aRevokedCounterIsTurnedAwayAndKeepsWhatItHas()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        QVERIFY(house.first.sell({house.first.standing()}));
        QVERIFY(house.server().server().devices().revoke(house.first.counter->organizer(),
                                                         house.first.counter->replica(), "lost"));
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
        QVERIFY(waited < std::chrono::milliseconds{300 + 1'000});
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
    }
};

QTEST_GUILESS_MAIN(JoinedCountersTest)
#include "test_joined_counters.moc"
