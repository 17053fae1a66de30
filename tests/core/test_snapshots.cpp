// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/hex.h"
#include "core/crypto/sha256.h"
#include "core/services/access_control.h"
#include "core/services/authority/house_snapshot.h"
#include "core/services/customer_directory.h"
#include "core/services/customers.h"
#include "core/services/exports.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/snapshot_intake.h"
#include "core/services/users.h"
#include "core/storage/feed_store.h"
#include "core/storage/migrator.h"
#include "core/storage/projection.h"
#include "core/storage/read_view.h"
#include "core/storage/snapshot_store.h"
#include "core/storage/snapshot_tables.h"
#include "tests/support/box_office_net.h"
#include "tests/support/journal_tables.h"
#include "tests/support/store_place.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

std::vector<Bytes> cutIntoParts(const Bytes& content)
{
    std::vector<Bytes> parts;
    for (std::size_t at = 0; at < content.size(); at += kSnapshotPart) {
        const auto from = content.begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t size = std::min<std::size_t>(kSnapshotPart, content.size() - at);
        parts.emplace_back(from, from + static_cast<std::ptrdiff_t>(size));
    }
    return parts;
}

/// A house with a server that has sold, and a snapshot of it.
struct House {
    explicit House(std::size_t customers = 0)
    {
        Counter& counter = net.counter(0);
        ENSURE(net.sell(0, {net.seat(0, 3), net.standing(0)}));
        const auto order = net.sell(0, {net.standing(0, "Child")});
        ENSURE(order && voidOrder(counter, order->code, "wrong evening"));
        ENSURE(returnRights(counter, net.performance()).has_value()); // for others to sell
        for (std::size_t i = 0; i < customers; ++i) {
            addCustomer("Guest " + std::to_string(i));
        }
        net.settle();
        take();
    }
    CustomerId addCustomer(const std::string& name)
    {
        Journal::Act act{net.counter(0).journal(), Permit::ofProgram()};
        const auto id = net.counter(0).customers().record(act, {name, "", "", ""});
        ENSURE(id.has_value());
        act.commit();
        net.counter(0).customers().remember({*id, {name, "", "", ""}});
        return *id;
    }
    void take()
    {
        taken = takeSnapshot(net.authority().database(), net.authority().organizer());
        manifest = signedManifest(taken, *net.authority().keys().root);
        parts = cutIntoParts(taken.content);
    }
    /// Fetches what is missing, and loads it.
    Result<void> give(std::size_t number)
    {
        SnapshotIntake intake{net.counter(number)};
        if (auto begun = intake.begin(manifest); !begun) {
            return begun;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (auto kept = intake.keepPart(static_cast<std::int64_t>(i), parts[i]); !kept) {
                return kept;
            }
        }
        return intake.load();
    }
    std::string differenceTo(std::size_t number)
    {
        return difference(net.authority().database(), net.counter(number).database());
    }
    std::string findingAt(std::size_t number)
    {
        const auto report = verifyJournal(net.counter(number));
        ENSURE(report.has_value());
        return report->findings.empty() ? std::string{}
                                        : report->findings[0].code + " " +
                report->findings[0].sentence + " " + report->findings[0].where;
    }
    std::int64_t rows(std::size_t number, const char* sql)
    {
        return net.counter(number).database().integer(sql).value_or(0);
    }

    BoxOfficeNet net{1};
    SnapshotTaken taken;
    SnapshotManifest manifest;
    std::vector<Bytes> parts;
};

} // namespace

class SnapshotsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewCounterKnowsTheHouseWithoutItsPastAndGoesOnFromThere()
    {
        House house;
        const std::size_t fresh = house.net.join();
        QVERIFY(SnapshotIntake{house.net.counter(fresh)}.isWanted().value());
        QCOMPARE(codeOf(house.give(fresh)), std::string{"done"});
        QVERIFY(!SnapshotIntake{house.net.counter(fresh)}.isWanted().value());
        QCOMPARE(house.net.sync(fresh).pulled().value(), house.manifest.position);
        QCOMPARE(house.rows(fresh, "SELECT count(*) FROM entry"), std::int64_t{1}); // its own
        house.net.settle();
        QCOMPARE(house.net.difference(), std::string{});
        QCOMPARE(house.findingAt(fresh), std::string{});
        // It sells, and hears of what is sold.
        QVERIFY(house.net.sell(fresh, {house.net.standing(fresh)}));
        QVERIFY(house.net.sell(0, {house.net.standing(0)}));
        house.net.settle();
        QCOMPARE(house.net.difference(), std::string{});
        QCOMPARE(house.findingAt(fresh), std::string{});
        house.net.restart(fresh);
        QCOMPARE(house.findingAt(fresh), std::string{});
    }

    void theLedgerOfAPeriodIsNotExportedWhereItsPastIsNotKnown()
    {
        House house;
        const std::size_t fresh = house.net.join();
        QCOMPARE(codeOf(house.give(fresh)), std::string{"done"});
        house.net.settle();
        std::size_t lines = 0;
        const ExportSink sink{[](const ExportTable&) { return Result<void>{}; },
                              [&lines](const ExportRow&) {
                                  ++lines;
                                  return Result<void>{};
                              },
                              [] { return Result<void>{}; }};
        const ExportTerms all{.tables = {"ledger"}};
        ExportTerms since = all;
        since.from = Instant{1};
        ExportTerms before = all;
        before.until = Instant{1'900'000'000'000};
        for (const ExportTerms& period : {since, before}) {
            QCOMPARE(codeOf(exportHouse(house.net.counter(fresh), period, sink)),
                     std::string{"history_not_here"});
            QCOMPARE(codeOf(exportHouse(house.net.counter(0), period, sink)), std::string{"done"});
        }
        QCOMPARE(codeOf(exportJournal(house.net.counter(fresh), all.from, all.until, sink)),
                 std::string{"history_not_here"});
        QCOMPARE(codeOf(exportJournal(house.net.counter(0), all.from, all.until, sink)),
                 std::string{"done"});
        // All that was ever booked is there, without its times.
        lines = 0;
        QCOMPARE(codeOf(exportHouse(house.net.counter(fresh), all, sink)), std::string{"done"});
        QCOMPARE(static_cast<std::int64_t>(lines),
                 house.rows(fresh, "SELECT count(*) FROM ledger_line"));
        QVERIFY(lines > 0);
    }

    void rebuildingBeginsWithTheSnapshot()
    {
        House house;
        const std::size_t fresh = house.net.join();
        QVERIFY(house.give(fresh));
        QVERIFY(house.net.sell(fresh, {house.net.standing(fresh)}));
        house.net.settle();
        house.net.counter(fresh).database().run("DELETE FROM ticket");
        QVERIFY(house.findingAt(fresh).starts_with("table_differs"));
        QVERIFY(rebuildProjections(house.net.counter(fresh)));
        QCOMPARE(house.net.difference(), std::string{});
        QCOMPARE(house.findingAt(fresh), std::string{});
    }

    void whatWasSoldWhileTheSnapshotWasUnderWayIsHeardAfterIt()
    {
        House house;
        const std::size_t fresh = house.net.join();
        QVERIFY(house.net.sell(0, {house.net.standing(0)}));
        house.net.settle(); // the new counter hears, too: it is loaded over what it knows
        QVERIFY(house.give(fresh));
        house.net.settle();
        QCOMPARE(house.net.difference(), std::string{});
        QCOMPARE(house.findingAt(fresh), std::string{});
    }

    void aCutLineGoesOnWhereItWas()
    {
        House house{1'500}; // what is sealed does not get smaller
        QVERIFY(house.parts.size() >= 2);
        const std::size_t fresh = house.net.join();
        {
            SnapshotIntake intake{house.net.counter(fresh)};
            QVERIFY(intake.begin(house.manifest));
            QVERIFY(intake.keepPart(0, house.parts[0]));
        }
        house.net.restart(fresh);
        SnapshotIntake intake{house.net.counter(fresh)};
        const auto arriving = intake.arriving();
        QVERIFY(arriving && *arriving);
        QCOMPARE((*arriving)->nextPart, std::int64_t{1});
        QCOMPARE((*arriving)->bytes, std::int64_t{kSnapshotPart});
        QCOMPARE(codeOf(intake.load()), std::string{"snapshot_incomplete"});
        QCOMPARE((*intake.arriving())->nextPart, std::int64_t{1}); // and nothing was lost by asking
        QCOMPARE(house.rows(fresh, "SELECT count(*) FROM ticket"), std::int64_t{0});
        QCOMPARE(codeOf(house.give(fresh)), std::string{"done"});
        house.net.settle();
        QCOMPARE(house.net.difference(), std::string{});
    }

    void whileASnapshotArrivesNothingIsRebuiltFromIt()
    {
        House house;
        const std::size_t fresh = house.net.join();
        QVERIFY(SnapshotIntake{house.net.counter(fresh)}.begin(house.manifest));
        QCOMPARE(house.findingAt(fresh), std::string{});
        QCOMPARE(codeOf(rebuildProjections(house.net.counter(fresh))), std::string{"done"});
        QCOMPARE(codeOf(house.give(fresh)), std::string{"done"});
        house.net.settle();
        QCOMPARE(house.net.difference(), std::string{});
    }

    void aDamagedPartIsNotKeptAndMayComeAgain()
    {
        House house;
        const std::size_t fresh = house.net.join();
        SnapshotIntake intake{house.net.counter(fresh)};
        QVERIFY(intake.begin(house.manifest));
        Bytes damaged = house.parts[0];
        damaged[damaged.size() / 2] ^= 1;
        QCOMPARE(codeOf(intake.keepPart(0, damaged)), std::string{"snapshot_damaged"});
        Bytes cut = house.parts[0];
        cut.pop_back();
        QCOMPARE(codeOf(intake.keepPart(0, cut)), std::string{"snapshot_damaged"});
        QCOMPARE((*intake.arriving())->nextPart, std::int64_t{0});
        QVERIFY(intake.keepPart(0, house.parts[0]));
        QVERIFY(intake.keepPart(0, house.parts[0])); // twice is once
        QCOMPARE(codeOf(intake.load()), std::string{"done"});
    }

    void aSnapshotOfSomebodyElseIsRefused()
    {
        House house;
        const std::size_t fresh = house.net.join();
        SnapshotIntake intake{house.net.counter(fresh)};
        SnapshotManifest forged = house.manifest;
        forged.position += 1;
        QCOMPARE(codeOf(intake.begin(forged)), std::string{"snapshot_foreign"});
        const SigningKey stranger{SecretBytes::random(kSeedSize, house.net.random())};
        QCOMPARE(codeOf(intake.begin(signedManifest(house.taken, stranger))),
                 std::string{"snapshot_foreign"});
        SnapshotTaken other = house.taken;
        other.header.organizer = OrganizerId{Uuid::v7(Instant{1}, house.net.random())};
        QCOMPARE(codeOf(intake.begin(signedManifest(other, *house.net.authority().keys().root))),
                 std::string{"snapshot_foreign"});
        SnapshotTaken newer = house.taken;
        newer.header.schema += 1;
        QCOMPARE(codeOf(intake.begin(signedManifest(newer, *house.net.authority().keys().root))),
                 std::string{"snapshot_of_other_version"});
        QVERIFY(!intake.arriving()->has_value());
    }

    void rowsOfAnotherOrganizerAreRefusedWhoeverSigned()
    {
        House house;
        const std::size_t fresh = house.net.join();
        const auto reader = SnapshotReader::open(house.taken.content);
        QVERIFY(reader);
        SnapshotWriter writer{house.taken.header};
        const OrganizerId other{Uuid::v7(Instant{1}, house.net.random())};
        for (auto piece = (*reader)->next(); piece && *piece; piece = (*reader)->next()) {
            const auto owner = std::ranges::find((*piece)->columns, std::string{"organizer"});
            for (Param& value :
                 (*piece)->values.at(static_cast<std::size_t>(owner - (*piece)->columns.begin()))) {
                value = Param{other};
            }
            writer.add(**piece);
        }
        house.taken.content = writer.finish();
        house.manifest = signedManifest(house.taken, *house.net.authority().keys().root);
        house.parts = cutIntoParts(house.taken.content);
        const std::int64_t before = house.rows(fresh, "SELECT count(*) FROM replica");
        QCOMPARE(codeOf(house.give(fresh)), std::string{"snapshot_damaged"});
        QCOMPARE(house.rows(fresh, "SELECT count(*) FROM replica"), before);
        QCOMPARE(house.rows(fresh, "SELECT count(*) FROM snapshot_part"), std::int64_t{0});
        house.net.settle(); // the feed is still there
        QCOMPARE(house.net.difference(), std::string{});
    }

    void anyChangedByteIsRefusedAndChangesNothing()
    {
        House house;
        const std::size_t fresh = house.net.join();
        const auto before = projected(entriesOf(house.net.counter(fresh)));
        QCOMPARE(difference(house.net.counter(fresh).database(), *before), std::string{});
        QVERIFY(rc::check("changed bytes", [&] {
            Bytes changed = house.taken.content;
            const auto at = *rc::gen::inRange<std::size_t>(0, changed.size());
            changed[at] =
                static_cast<std::uint8_t>(changed[at] ^ *rc::gen::inRange<std::uint32_t>(1, 256));
            if (*rc::gen::arbitrary<bool>()) {
                changed.resize(at);
            }
            SnapshotIntake intake{house.net.counter(fresh)};
            RC_ASSERT(intake.begin(house.manifest).has_value());
            std::string refusal;
            const auto damaged = cutIntoParts(changed);
            for (std::size_t i = 0; i < damaged.size() && refusal.empty(); ++i) {
                const auto kept = intake.keepPart(static_cast<std::int64_t>(i), damaged[i]);
                refusal = kept ? std::string{} : kept.error().code;
            }
            // Cut at the end of a part, each part is sound and something is missing.
            const bool isShort = refusal.empty() && changed.size() % kSnapshotPart == 0;
            RC_ASSERT(isShort || refusal == "snapshot_damaged");
            RC_ASSERT(codeOf(intake.load()) == "snapshot_incomplete");
            RC_ASSERT(intake.drop().has_value());
            RC_ASSERT(difference(house.net.counter(fresh).database(), *before) == std::string{});
        }));
        QCOMPARE(codeOf(house.give(fresh)), std::string{"done"}); // the sound one is still good
    }

    /// Its parts are sound, it is not: what the authority itself signed is read as carefully.
    void aSnapshotThatWasCutBeforeItWasSignedIsRefusedAsAWhole()
    {
        House house;
        const std::size_t fresh = house.net.join();
        const auto before = projected(entriesOf(house.net.counter(fresh)));
        QCOMPARE(difference(house.net.counter(fresh).database(), *before), std::string{});
        const Bytes sound = house.taken.content;
        QVERIFY(rc::check("cut before it was signed", [&] {
            const auto at = *rc::gen::inRange<std::size_t>(1, sound.size());
            house.taken.content.assign(sound.begin(),
                                       sound.begin() + static_cast<std::ptrdiff_t>(at));
            house.manifest = signedManifest(house.taken, *house.net.authority().keys().root);
            house.parts = cutIntoParts(house.taken.content);
            const std::string code = codeOf(house.give(fresh));
            RC_ASSERT(code == "snapshot_damaged" || code == "snapshot_foreign");
            RC_ASSERT(difference(house.net.counter(fresh).database(), *before) == std::string{});
        }));
    }

    void theSameTablesAreTheSameBytesOnEveryEngine()
    {
        House house{20};
        std::vector<Entry> entries;
        readEntries(house.net.authority().database(), house.net.authority().organizer(),
                    [&](const Entry& entry) {
                        entries.push_back(entry);
                        return true;
                    });
        const auto other = projected(shuffled(entries, 7));
        SnapshotHeader header = house.taken.header;
        QCOMPARE(toHex(sha256(writeSnapshot(*other, header))), toHex(sha256(house.taken.content)));
        // And back, into an engine that had none of it.
        const auto empty = projected({});
        Transaction transaction{*empty};
        const auto loaded = loadSnapshot(*empty, header.organizer, house.taken.content);
        QCOMPARE(codeOf(loaded), std::string{"done"});
        transaction.commit();
        QCOMPARE(difference(*other, *empty), std::string{});
        QVERIFY(loaded->heads == house.taken.header.heads);
    }

    void whileASnapshotIsReadOthersSellAndItDoesNotSeeIt()
    {
        StorePlace place;
        QTemporaryDir folder;
        const std::string path = isOnPostgres()
            ? place.address()
            : folder.filePath(QStringLiteral("view.db")).toStdString();
        const auto reader = Database::open(path, Database::Mode::ReadWrite);
        migrate(*reader);
        const auto writer = Database::open(path, Database::Mode::ReadWrite);
        SeededRandom random{3};
        const OrganizerId organizer{Uuid::v7(Instant{1}, random)};
        constexpr const char* kCount = "SELECT count(*) FROM feed";
        {
            const ReadView view{*reader};
            Transaction transaction{*writer};
            (void)lockFeed(*writer, organizer);
            transaction.commit(); // does not wait for the view
            QCOMPARE(writer->integer(kCount).value(), std::int64_t{1});
            QCOMPARE(reader->integer(kCount).value(), std::int64_t{0});
        }
        QCOMPARE(reader->integer(kCount).value(), std::int64_t{1});
        Transaction transaction{*reader}; // it is over, and writing goes again
        setFeedPosition(*reader, organizer, 5);
        transaction.commit();
        QCOMPARE(readFeedPosition(*writer, organizer), std::int64_t{5});
    }

    void aSnapshotHoldsNoKeyAndNoSecretOfTheServer()
    {
        House house;
        const CustomerId known = house.addCustomer("Zerlina Quastenberg");
        QVERIFY(addUser(house.net.counter(0), {"Vera", "administrator", "correct horse 17", ""}));
        house.net.settle();
        Database& server = house.net.authority().database();
        const Uuid user = Uuid::v7(Instant{5}, house.net.random());
        server.run("INSERT INTO user_secret (organizer, user_id, password_hash, pin_hash, "
                   "valid_after) VALUES (?, ?, 'the-hash-of-the-password', '', 0)",
                   {house.net.authority().organizer(), user});
        const OrganizerId other{Uuid::v7(Instant{7}, house.net.random())};
        server.run("INSERT INTO order_series (organizer, series, used) VALUES (?, 'XY', 7)",
                   {other});
        house.take();
        std::string text;
        const auto reader = SnapshotReader::open(house.taken.content);
        QVERIFY(reader);
        for (auto piece = (*reader)->next(); piece && *piece; piece = (*reader)->next()) {
            QVERIFY((*piece)->table != "user_secret" && (*piece)->table != "customer_key" &&
                    (*piece)->table != "server_key" && (*piece)->table != "identity");
            const Bytes record = encode(**piece);
            text.append(record.begin(), record.end());
        }
        const auto holds = [&text](ByteView bytes) {
            return text.find(std::string{bytes.begin(), bytes.end()}) != std::string::npos;
        };
        QVERIFY(holds(known.uuid.bytes()));
        QVERIFY(text.find("Quastenberg") == std::string::npos);
        QVERIFY(text.find("the-hash-of-the-password") == std::string::npos);
        QVERIFY(text.find("correct horse") == std::string::npos);
        QVERIFY(!holds(other.uuid.bytes()));
        house.net.counter(0).database().each("SELECT wrapped FROM customer_key", {},
                                             [&](const DbRow& row) {
                                                 QVERIFY(!holds(row.bytes(0)));
                                             });
    }

    void whoWasErasedIsErasedInTheSnapshot()
    {
        House house;
        const CustomerId gone = house.addCustomer("Zerlina Quastenberg");
        QVERIFY(eraseCustomer(house.net.counter(0), gone));
        house.net.settle();
        house.take();
        const std::size_t fresh = house.net.join();
        QVERIFY(house.give(fresh));
        QCOMPARE(house.rows(fresh,
                            "SELECT count(*) FROM customer WHERE erased = 1 AND sealed IS "
                            "NULL"),
                 std::int64_t{1});
        QVERIFY(!house.net.counter(fresh).customers().knows(gone));
    }

    void verifySaysThatTheSnapshotItBeganWithIsDamaged()
    {
        House house;
        const std::size_t fresh = house.net.join();
        QVERIFY(house.give(fresh));
        house.net.settle();
        Database& database = house.net.counter(fresh).database();
        database.run("UPDATE snapshot_part SET content = ? WHERE number = 0", {Bytes(100)});
        QVERIFY(house.findingAt(fresh).starts_with("base_damaged"));
        QCOMPARE(codeOf(rebuildProjections(house.net.counter(fresh))),
                 std::string{"snapshot_damaged"});
        QCOMPARE(house.net.difference(), std::string{}); // as it was
    }

    void verifyFindsAnEntryThatWasTakenOutAfterTheSnapshot()
    {
        House house;
        const std::size_t fresh = house.net.join();
        QVERIFY(house.give(fresh));
        QVERIFY(house.net.sell(0, {house.net.standing(0)}));
        QVERIFY(house.net.sell(0, {house.net.standing(0)}));
        house.net.settle();
        QCOMPARE(house.findingAt(fresh), std::string{});
        Database& database = house.net.counter(fresh).database();
        database.run(
            "DELETE FROM entry WHERE replica = ? AND sequence = (SELECT min(sequence) FROM "
            "entry WHERE replica = ?)",
            {house.net.counter(0).replica(), house.net.counter(0).replica()});
        QVERIFY(house.findingAt(fresh).starts_with("entry_missing"));
    }

    void theSnapshotOfAnEarlierFoyerStaysGood()
    {
        House house;
        const std::size_t fresh = house.net.join();
        // The same tables as they were one migration ago; one of them was not there yet.
        const auto before = Database::open(":memory:", Database::Mode::Scratch);
        migrate(*before, migrations().back().version - 1);
        readEntries(house.net.authority().database(), house.net.authority().organizer(),
                    [&](const Entry& entry) {
                        project(*before, entry);
                        return true;
                    });
        QVERIFY(house.give(fresh));
        SnapshotTaken earlier = house.taken;
        earlier.content = writeSnapshot(*before, earlier.header);
        earlier.header.schema = schemaVersion(*before);
        const auto manifest = signedManifest(earlier, *house.net.authority().keys().root);
        Database& database = house.net.counter(fresh).database();
        dropSnapshots(database, manifest.organizer, Instant{INT64_MAX});
        storeSnapshot(database, manifest, Instant{1});
        storeSnapshotPart(database, manifest.organizer, manifest.hash, 0, earlier.content);
        noteSnapshotReady(database, manifest, Instant{1});
        house.net.settle();
        QCOMPARE(house.findingAt(fresh), std::string{});
        QVERIFY(rebuildProjections(house.net.counter(fresh)));
        QCOMPARE(house.net.difference(), std::string{});
    }

    void manifestsComeBackAsTheyWere()
    {
        House house;
        const auto again = decodeSnapshotManifest(encode(house.manifest));
        QVERIFY(again && *again == house.manifest);
        SnapshotManifest short_ = house.manifest;
        short_.parts.clear();
        QCOMPARE(codeOf(decodeSnapshotManifest(encode(short_))), std::string{"bad_entry"});
    }

    void aServerKeepsWhatIsFetchedAndDropsTheOldOnes()
    {
        House house;
        Authority& authority = house.net.authority();
        Database& server = authority.database();
        const auto first = publishSnapshot(server, authority.organizer(), *authority.keys().root,
                                           Instant{1'000}, Instant{0});
        QVERIFY(first == house.manifest);
        QVERIFY(house.net.sell(0, {house.net.standing(0)}));
        house.net.settle();
        const auto second = publishSnapshot(server, authority.organizer(), *authority.keys().root,
                                            Instant{2'000}, Instant{500});
        QVERIFY(second.position > first.position);
        QVERIFY(readSnapshotPart(server, authority.organizer(), first.hash, 0));
        QVERIFY(readSnapshot(server, authority.organizer())->manifest == second);
        (void)publishSnapshot(server, authority.organizer(), *authority.keys().root, Instant{3'000},
                              Instant{2'500});
        QVERIFY(!readSnapshotPart(server, authority.organizer(), first.hash, 0));
        QVERIFY(readSnapshotPart(server, authority.organizer(), second.hash, 0));
    }
};

QTEST_GUILESS_MAIN(SnapshotsTest)
#include "test_snapshots.moc"
