// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/house_snapshot.h"
#include "core/services/counter_sync.h"
#include "core/crypto/sealed_box.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_key_sync.h"
#include "core/services/customers.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/services/snapshot_intake.h"
#include "core/storage/customer_key_store.h"
#include "core/storage/snapshot_store.h"
#include "sync/client/snapshot_fetch.h"
#include "sync/protocol/enrolment.h"
#include "sync/server/feed/authority_desk.h"
#include "sync/server/process/foyer_server.h"
#include "sync/server/store/server_store.h"
#include "tests/support/joined_house.h"
#include "tests/support/journal_tables.h"
#include "tests/support/store_place.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

CustomerId addCustomer(Till& till, const std::string& name)
{
    Journal::Act act{till.counter->journal(), Permit::ofProgram()};
    const auto id = till.counter->customers().record(act, {name, "", "", ""});
    ENSURE(id.has_value());
    act.commit();
    till.counter->noteHead();
    till.counter->customers().remember({*id, {name, "", "", ""}});
    return *id;
}

std::int64_t countKeys(Database& database)
{
    return database.integer("SELECT count(*) FROM customer_key").value_or(0);
}

/// A house whose server gives out snapshots however small it is; its store may be PostgreSQL.
struct BigHouse {
    StorePlace place;
    House house{[this](server::FoyerServerOptions& options) {
        options.snapshotFrom = 1;
        if (!place.address().empty()) {
            options.database = place.address();
        }
    }};

    BigHouse()
    {
        ENSURE(house.first.talk->exchange().has_value());
        ENSURE(returnRights(*house.first.counter, house.first.performance()).has_value());
        ENSURE(house.first.talk->exchange().has_value());
    }
    Database& store() { return house.server().server().store().here(); }
    OrganizerId organizer() { return house.first.counter->organizer(); }
    void addCustomers(int count, const std::string& note = {})
    {
        Counter& counter = *house.first.counter;
        Journal::Act act{counter.journal(), Permit::ofProgram()};
        for (int i = 0; i < count; ++i) {
            const std::string name = "Guest " + std::to_string(i);
            ENSURE(counter.customers().record(act, {name, "", "", note}).has_value());
        }
        act.commit();
        counter.noteHead();
        ENSURE(house.first.talk->exchange().has_value());
    }
};

} // namespace

class SnapshotFetchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewCounterBeginsWithASnapshotAndSells()
    {
        BigHouse big;
        House& house = big.house;
        house.joinSecond();
        std::vector<std::int64_t> shown;
        const auto moved = house.second.talk->exchange(
            [&](const sync::Exchanged& now) { shown.push_back(now.snapshotBytes); });
        QCOMPARE(codeOf(moved), std::string{"done"});
        QVERIFY(!moved->snapshotRefused);
        QVERIFY(moved->snapshotSize > 0);
        QCOMPARE(moved->snapshotBytes, moved->snapshotSize);
        QVERIFY(shown.size() >= 2 && shown.front() == 0);
        const auto entries = house.second.counter->database().integer("SELECT count(*) FROM entry");
        QVERIFY(entries.value_or(0) < 5); // the past is not fetched
        QCOMPARE(codeOf(house.second.sellOnline({house.second.standing()})), std::string{"done"});
        house.settle();
        QCOMPARE(difference(house.first.counter->database(), house.second.counter->database()),
                 std::string{});
        const auto report = verifyJournal(*house.second.counter);
        QVERIFY(report && report->findings.empty());
    }

    void aSmallHouseIsHeardFromItsBeginning()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        const auto moved = house.second.talk->exchange();
        QVERIFY(moved);
        QCOMPARE(moved->snapshotSize, std::int64_t{0});
        QVERIFY(moved->heard > 10);
    }

    void waitingForASnapshotEndsAtOnceWhenItIsCancelled()
    {
        BigHouse big;
        big.house.joinSecond();
        Till& second = big.house.second;
        // Whoever makes the snapshot has to wait for this.
        Transaction hold{big.store()};
        if (isOnPostgres()) {
            big.store().run("LOCK TABLE snapshot_part IN EXCLUSIVE MODE");
        }
        std::thread closing{[&] {
            std::this_thread::sleep_for(std::chrono::milliseconds{2'300}); // amid a pause
            second.session->cancel();
        }};
        const sync::WithCounter withCounter = [&](const std::function<void(Counter&)>& act) {
            act(*second.counter);
        };
        sync::SnapshotFetch fetch{*second.session, withCounter};
        const auto fetched = fetch.run({});
        closing.join();
        QCOMPARE(codeOf(fetched), std::string{"cancelled"});
    }

    void whatHadArrivedBeforeACutIsNotFetchedAgain()
    {
        BigHouse big;
        big.addCustomers(1'500);
        big.house.joinSecond();
        Till& second = big.house.second;
        const auto whole = second.talk->exchange([&](const sync::Exchanged& now) {
            if (now.snapshotBytes > 0 && now.snapshotBytes < now.snapshotSize) {
                second.session->cancel();
                big.house.server().server().stop(); // the line is gone after the first part
            }
        });
        QCOMPARE(codeOf(whole), std::string{"offline"});
        QVERIFY(second.counter->database().integer("SELECT count(*) FROM snapshot_part").value() >
                0);
        QCOMPARE(second.counter->database().integer("SELECT count(*) FROM ticket").value(),
                 std::int64_t{0});
        second.open(); // and the program was started again
        const auto arriving = SnapshotIntake{*second.counter}.arriving();
        QVERIFY(arriving && *arriving && (*arriving)->nextPart > 0);
        const std::int64_t had = (*arriving)->bytes;
        big.house.server().restart();
        second.connect();
        std::int64_t first = -1;
        const auto rest = second.talk->exchange(
            [&](const sync::Exchanged& now) { first = first < 0 ? now.snapshotBytes : first; });
        QCOMPARE(codeOf(rest), std::string{"done"});
        QCOMPARE(first, had); // it goes on where it was
        QVERIFY(!rest->snapshotRefused);
        big.house.settle();
        QCOMPARE(difference(big.house.first.counter->database(), second.counter->database()),
                 std::string{});
        const auto report = verifyJournal(*second.counter);
        QVERIFY(report && report->findings.empty());
    }

    void aLargeHouseIsFetchedThoughTheServerLimitsItsCallers()
    {
        BigHouse big;
        big.addCustomers(5'000, std::string(1'900, 'x')); // sealed, so it stays as large
        big.house.joinSecond();
        const auto moved = big.house.second.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QVERIFY(!moved->snapshotRefused);
        QVERIFY(partsOf(moved->snapshotSize) > 70); // more than anybody may ask for at once
        QCOMPARE(findCustomers(*big.house.second.counter, "guest", 10'000)->size(),
                 std::size_t{5'000});
    }

    void aForgedSnapshotIsRefusedAndTheFeedIsHeard()
    {
        BigHouse big;
        SystemRandom random;
        const SigningKey stranger{SecretBytes::random(kSeedSize, random)};
        (void)publishSnapshot(big.store(), big.organizer(), stranger,
                              big.house.server().clock().now(), Instant{0});
        big.house.joinSecond();
        const auto moved = big.house.second.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QVERIFY(moved->snapshotRefused);
        QCOMPARE(moved->snapshotRefused->code, std::string{"snapshot_foreign"});
        big.house.settle();
        QCOMPARE(difference(big.house.first.counter->database(),
                            big.house.second.counter->database()),
                 std::string{});
    }

    void aPartThatWasDamagedAtTheServerIsRefusedAndTheFeedIsHeard()
    {
        BigHouse big;
        const auto root = big.house.server().server().keys().authorityOf(big.organizer());
        (void)publishSnapshot(big.store(), big.organizer(), *root, big.house.server().clock().now(),
                              Instant{0});
        big.store().run("UPDATE snapshot_part SET content = ?", {Bytes(50)});
        big.house.joinSecond();
        const auto moved = big.house.second.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QVERIFY(moved->snapshotRefused);
        QCOMPARE(moved->snapshotRefused->code, std::string{"snapshot_damaged"});
        big.house.settle();
        QCOMPARE(difference(big.house.first.counter->database(),
                            big.house.second.counter->database()),
                 std::string{});
    }

    void aCustomerOfOneCounterIsFoundByNameAtAnother()
    {
        BigHouse big;
        Till& first = big.house.first;
        big.house.joinSecond();
        Till& second = big.house.second;
        QVERIFY(second.talk->exchange());
        const auto sold = addCustomer(first, "Zerlina Quastenberg");
        QVERIFY(first.talk->exchange());
        QVERIFY(findCustomers(*second.counter, "quastenberg")->empty());
        QVERIFY(second.talk->exchange());
        const auto found = findCustomers(*second.counter, "quastenberg");
        QCOMPARE(found->size(), std::size_t{1});
        QCOMPARE(found->front().details.name, std::string{"Zerlina Quastenberg"});
        // A third counter that joins later finds her, too: by the snapshot.
        Till third;
        third.joinAsNew(big.house.invitation("Counter 3", big.organizer()));
        QVERIFY(third.talk->exchange());
        QCOMPARE(findCustomers(*third.counter, "zerlina")->size(), std::size_t{1});
        // Erased at one, she is gone everywhere, and the keys with her.
        QVERIFY(eraseCustomer(*second.counter, sold));
        for (Till* till : {&second, &first, &third}) {
            QVERIFY(till->talk->exchange());
            QVERIFY(findCustomers(*till->counter, "quastenberg")->empty());
            QCOMPARE(countKeys(till->counter->database()), std::int64_t{0});
            till->open(); // and not only in memory
            QVERIFY(findCustomers(*till->counter, "quastenberg")->empty());
        }
        QCOMPARE(countKeys(big.store()), std::int64_t{0});
    }

    void keysLieSealedAtTheServerAndGoToDevicesOfTheHouseOnly()
    {
        BigHouse big;
        const CustomerId known = addCustomer(big.house.first, "Zerlina Quastenberg");
        QVERIFY(big.house.first.talk->exchange());
        const auto key = big.house.first.counter->customers().keyOf(known);
        QVERIFY(key);
        big.store().each("SELECT wrapped FROM customer_key", {}, [&](const DbRow& row) {
            const Bytes wrapped = row.bytes(0);
            QVERIFY(std::ranges::search(wrapped, key->view()).empty());
        });
        big.house.joinSecond();
        QVERIFY(big.house.second.talk->exchange());
        // A box for the second counter is of no use to the first.
        sync::HttpRequest request;
        request.path = "/v1/customers/keys";
        request.query = "after=0";
        request.accept = "application/cbor";
        const auto answer = big.house.second.session->send(request);
        QVERIFY(answer);
        const auto page = decodeCustomerKeyPage(answer->body);
        QVERIFY(page);
        const auto opened = openSealedTo(big.house.second.counter->keys().device, page->box);
        QVERIFY(opened);
        const auto keys = decodeCarriedKeys(opened->view());
        QVERIFY(keys && keys->size() == 1 && std::ranges::equal(keys->front().key, key->view()));
        QVERIFY(!openSealedTo(big.house.first.counter->keys().device, page->box));
        // Nor does a device of another house get any, nor one that was revoked.
        ServerFixture& server = big.house.server();
        const OrganizerId other{Uuid::v7(server.clock().now(), server.random())};
        QVERIFY(server.server().desk().found(other));
        QVERIFY(readKeysAfter(big.store(), other, 0, 10).empty());
        QCOMPARE(server.revoke(big.house.second.counter->replica(), big.organizer()),
                 std::string{"done"});
        QCOMPARE(codeOf(big.house.second.session->send(request)), std::string{"device_revoked"});
    }

    void aKeyThatTheServerCannotOpenIsNotPassedOver()
    {
        BigHouse big;
        big.house.joinSecond();
        Till& second = big.house.second;
        QVERIFY(second.talk->exchange());
        (void)addCustomer(big.house.first, "Zerlina Quastenberg");
        QVERIFY(big.house.first.talk->exchange());
        Bytes sealed;
        big.store().each("SELECT wrapped FROM customer_key", {},
                         [&](const DbRow& row) { sealed = row.bytes(0); });
        Bytes damaged = sealed;
        damaged.back() ^= 1;
        big.store().run("UPDATE customer_key SET wrapped = ?", {damaged});
        QCOMPARE(codeOf(second.talk->exchange()), std::string{"keys_sealed"});
        QVERIFY(findCustomers(*second.counter, "quastenberg")->empty());
        big.store().run("UPDATE customer_key SET wrapped = ?", {sealed});
        QCOMPARE(codeOf(second.talk->exchange()), std::string{"done"});
        QCOMPARE(findCustomers(*second.counter, "quastenberg")->size(), std::size_t{1});
    }

    void whileADeviceKeyTakesOverABoxIsForTheOneThatAsks()
    {
        BigHouse big;
        big.house.joinSecond();
        Till& second = big.house.second;
        QVERIFY(second.talk->exchange());
        // Several, so that no order of them makes it right by chance.
        for (int i = 0; i < 4; ++i) {
            const SigningKey next{SecretBytes::random(kSeedSize, second.random)};
            protocol::KeyRotation rotation{second.counter->replica(), next.publicKey(), {}};
            rotation.signature = next.sign(protocol::rotationMessage(rotation));
            const std::string body = protocol::toText(rotation);
            sync::HttpRequest request;
            request.method = "POST";
            request.path = "/v1/devices/self/key";
            request.contentType = "application/json";
            request.body.assign(body.begin(), body.end());
            QCOMPARE(codeOf(second.session->send(request)), std::string{"done"});
        }
        (void)addCustomer(big.house.first, "Zerlina Quastenberg");
        QVERIFY(big.house.first.talk->exchange());
        QCOMPARE(codeOf(second.talk->exchange()), std::string{"done"});
        QCOMPARE(findCustomers(*second.counter, "quastenberg")->size(), std::size_t{1});
    }

    void aBoxThatDoesNotOpenIsSaidAndAskedForAgain()
    {
        BigHouse big;
        (void)addCustomer(big.house.first, "Zerlina Quastenberg");
        QVERIFY(big.house.first.talk->exchange());
        CustomerKeySync side{*big.house.first.counter};
        const std::int64_t before = side.heardUpTo().value();
        CustomerKeyPage page;
        page.life = 1;
        page.upTo = before + 1;
        page.box = Bytes(120, 7);
        QCOMPARE(codeOf(side.heard(page)), std::string{"customer_keys_unreadable"});
        QCOMPARE(side.heardUpTo().value(), before);
    }

    void aServerThatWasRestoredGetsAllKeysAgain()
    {
        BigHouse big;
        (void)addCustomer(big.house.first, "Zerlina Quastenberg");
        QVERIFY(big.house.first.talk->exchange());
        CustomerKeySync side{*big.house.first.counter};
        QVERIFY(side.toGive()->empty());
        CustomerKeyPage page;
        page.life = 1'800'000'000; // numbered by the second it began in
        QVERIFY(side.heard(page).value());
        QCOMPARE(side.toGive()->size(), std::size_t{1});
        QCOMPARE(side.heardUpTo().value(), std::int64_t{0});
    }

    void aKeyOfSomebodyWhoWasErasedIsNotTakenAgain()
    {
        BigHouse big;
        const CustomerId gone = addCustomer(big.house.first, "Zerlina Quastenberg");
        const auto keys = CustomerKeySync{*big.house.first.counter}.toGive();
        QVERIFY(keys && keys->size() == 1);
        QVERIFY(big.house.first.talk->exchange());
        QVERIFY(eraseCustomer(*big.house.first.counter, gone));
        QVERIFY(big.house.first.talk->exchange());
        sync::HttpRequest late;
        late.method = "POST";
        late.path = "/v1/customers/keys";
        late.contentType = "application/cbor";
        late.accept = "application/cbor";
        late.body = encode(*keys);
        QVERIFY(big.house.first.session->send(late));
        QCOMPARE(countKeys(big.store()), std::int64_t{0});
    }

    void aKeyThatFollowsAnErasedOneIsHeardByAll()
    {
        BigHouse big;
        Till& first = big.house.first;
        big.house.joinSecond();
        Till& second = big.house.second;
        const CustomerId gone = addCustomer(first, "Zerlina Quastenberg");
        QVERIFY(first.talk->exchange());
        QVERIFY(second.talk->exchange());
        QVERIFY(eraseCustomer(*first.counter, gone));
        QVERIFY(first.talk->exchange());
        QCOMPARE(countKeys(big.store()), std::int64_t{0});
        (void)addCustomer(first, "Leopold Quastenberg");
        QVERIFY(first.talk->exchange());
        QVERIFY(second.talk->exchange());
        const auto found = findCustomers(*second.counter, "quastenberg");
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t{1});
        QCOMPARE(found->front().details.name, std::string{"Leopold Quastenberg"});
    }

    void keysOfCustomersWhoAreNotKnownYetHoldNoOtherUp()
    {
        BigHouse big;
        Counter& counter = *big.house.first.counter;
        {
            Transaction transaction{counter.database()};
            for (std::size_t i = 0; i <= kCarriedKeysMax; ++i) { // with the ids that come first
                const CustomerId unknown{
                    Uuid::v7(Instant{static_cast<std::int64_t>(i)}, big.house.server().random())};
                QVERIFY(storeHeardKey(counter.database(), big.organizer(), unknown, Bytes(60, 1)));
            }
            noteNoKeyGiven(counter.database(), big.organizer());
            transaction.commit();
        }
        const CustomerId known = addCustomer(big.house.first, "Zerlina Quastenberg");
        const auto keys = CustomerKeySync{counter}.toGive();
        QVERIFY(keys);
        QCOMPARE(keys->size(), std::size_t{1});
        QCOMPARE(keys->front().customer, known);
    }

    void nobodyGetsAPartOfAnotherHouse()
    {
        BigHouse big;
        big.house.joinSecond();
        QVERIFY(big.house.second.talk->exchange());
        const auto stored = readSnapshot(big.store(), big.organizer());
        QVERIFY(stored);
        const OrganizerId other{Uuid::v7(Instant{1}, big.house.server().random())};
        QVERIFY(!readSnapshotPart(big.store(), other, stored->manifest.hash, 0));
        sync::HttpRequest request;
        request.path = "/v1/sync/snapshot/" + std::string(64, 'a') + "/0";
        request.accept = "application/octet-stream";
        QCOMPARE(codeOf(big.house.second.session->send(request)), std::string{"snapshot_gone"});
        request.path = "/v1/sync/snapshot/xyz/0";
        QCOMPARE(codeOf(big.house.second.session->send(request)), std::string{"bad_snapshot_part"});
    }
};

QTEST_GUILESS_MAIN(SnapshotFetchTest)
#include "test_snapshot_fetch.moc"
