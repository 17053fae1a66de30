// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures at a counter: their files, who shows them, what is sent and fetched, and what goes.

#include "core/crypto/sha256.h"
#include "core/domain/journal/entry.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/event_clone.h"
#include "core/services/integrity.h"
#include "core/services/picture_transfer.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/services/plans.h"
#include "core/storage/picture_store.h"
#include "core/storage/projection.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/files_below.h"
#include "tests/support/text_pictures.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

void overwrite(const std::string& path, const char* content)
{
    QFile file{QString::fromStdString(path)};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

struct PictureHouse : CounterFixture {
    TextPictures worker;

    PictureAdded add(const std::string& words, int width = 1000)
    {
        auto added = addPicture(counter(), worker, TextPictures::picture(width, 500, words));
        if (!added) {
            qFatal("add: %s", added.error().code.c_str());
        }
        return *std::move(added);
    }
    EventId event() { return offer()->event.id; }
    std::string pictures() { return folder() + "/pictures"; }
    std::vector<PictureHash> gallery()
    {
        std::vector<PictureHash> hashes;
        const auto shown = eventPictures(counter(), event());
        for (const PictureReference& each : shown->gallery) {
            hashes.push_back(each.hash);
        }
        return hashes;
    }
    std::int64_t entries() { return counter().journal().head().sequence; }
};

PictureReference shown(const PictureAdded& picture)
{
    return {picture.hash, {}};
}

/// The picture table as verify sees it.
std::string pictureTable(Database& database)
{
    std::string text;
    database.each("SELECT hash, added_at, added_by, body FROM picture ORDER BY hash", {},
                  [&](const DbRow& row) {
                      for (const int column : {0, 2, 3}) {
                          const Bytes bytes = row.bytes(column);
                          text.append(bytes.begin(), bytes.end());
                      }
                      text += std::to_string(row.integer(1)) + "\n";
                  });
    return text;
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAddedIsOnTheDiskUnderNamesMadeOfItsHash()
    {
        PictureHouse house;
        const Bytes file = TextPictures::picture(1000, 500, "../../etc/passwd");
        const auto added = addPicture(house.counter(), house.worker, file);
        QCOMPARE(codeOf(added), std::string{"done"});
        QCOMPARE(added->hash, sha256(file));
        const std::string hash = pictureHashText(added->hash);
        const std::string shelf = "/" + hash.substr(0, 2) + "/" + hash;
        QCOMPARE(filesBelow(house.pictures()),
                 (std::vector<std::string>{shelf + "-1000.jpg", shelf + "-320.jpg",
                                           shelf + "-640.jpg", shelf + ".orig"}));
        const PictureFiles files = pictureFilesIn(house.folder());
        QCOMPARE(**files.readOriginal(added->hash), file);
        for (const PictureRendition& each : added->renditions) {
            QCOMPARE(sha256(**files.readRendition(added->hash, each.size, each.format)), each.hash);
        }
        QCOMPARE(codeOf(verifyJournal(house.counter())), std::string{"done"});
    }

    void aSecondTimeIsNoSecondFact()
    {
        PictureHouse house;
        const PictureAdded first = house.add("a");
        const std::int64_t before = house.entries();
        QCOMPARE(house.add("a"), first);
        QCOMPARE(house.entries(), before);
        QCOMPARE(pictures(house.counter())->size(), std::size_t{1});
    }

    void whatIsNoPictureLeavesNothing()
    {
        PictureHouse house;
        const std::int64_t before = house.entries();
        const Bytes text{'x'};
        QCOMPARE(codeOf(addPicture(house.counter(), house.worker, text)),
                 std::string{"picture_format"});
        QCOMPARE(house.entries(), before);
        QCOMPARE(filesBelow(house.pictures()), std::vector<std::string>{});
    }

    void anEntryMayComeBeforeItsBytesAndTheOrderIsNoMatter()
    {
        PictureHouse house;
        const PictureAdded known = house.add("a");
        std::vector<Entry> entries;
        for (int i = 0; i < 4; ++i) {
            PictureAdded picture = known;
            picture.hash.fill(static_cast<std::uint8_t>(i / 2));
            picture.renditions.front().bytes = 10 + i;
            Entry entry;
            entry.organizer = house.counter().organizer();
            entry.replica = ReplicaId{Uuid::v7(Instant{i + 1}, house.random())};
            entry.at = HlcTime{1'000 - i};
            entry.kind = kind::kPictureAdded;
            entry.body = encode(picture);
            entries.push_back(std::move(entry));
        }
        std::vector<std::size_t> order{0, 1, 2, 3};
        std::vector<std::string> seen;
        Database& database = house.counter().database();
        do {
            Transaction transaction{database};
            database.run("DELETE FROM picture", {});
            for (const std::size_t i : order) {
                project(database, entries[i]);
                project(database, entries[i]);
            }
            seen.push_back(pictureTable(database));
        } while (std::ranges::next_permutation(order).found);
        QCOMPARE(seen.size(), std::size_t{24});
        QVERIFY(std::ranges::all_of(seen, [&](const auto& each) { return each == seen.front(); }));
        // Taken back with the transactions: what the house has is as it was.
        QCOMPARE(pictures(house.counter())->size(), std::size_t{1});
        Transaction transaction{database};
        project(database, entries[0]);
        transaction.commit();
        QCOMPARE(codeOf(picture(house.counter(), *pictureHashFrom(ByteView{Bytes(32, 0)}), 320)),
                 std::string{"picture_not_here"});
    }

    void bodiesComeBackAsTheyWereAndOthersAreRefused()
    {
        PictureHouse house;
        const PictureAdded added = house.add("a");
        const Bytes body = encode(added);
        QCOMPARE(*decodePictureAdded(*decodeCbor(body)), added);
        for (int fault = 0; fault < 5; ++fault) {
            PictureAdded bad = added;
            bad.bytes = fault == 0 ? std::int64_t{kPictureBytesMax} + 1 : bad.bytes;
            bad.size.width = fault == 1 ? 50'000 : bad.size.width;
            bad.size.height = fault == 1 ? 50'000 : bad.size.height;
            if (fault == 2) {
                bad.renditions.pop_back();
            }
            bad.renditions.front().size.height += fault == 3 ? 1 : 0;
            bad.renditions.front().bytes = fault == 4 ? 0 : bad.renditions.front().bytes;
            const Bytes encoded = encode(bad);
            QCOMPARE(codeOf(decodePictureAdded(*decodeCbor(encoded))), std::string{"bad_entry"});
        }
    }

    void posterGalleryAndLogoAreFieldsThatAreMergedLikeOthers()
    {
        PictureHouse house;
        const auto a = house.add("a");
        const auto b = house.add("b");
        const auto c = house.add("c");
        Counter& counter = house.counter();
        const PictureReference poster{a.hash, {{"de", "Ein Mann"}, {"en-GB", "A man, \"alone\""}}};
        QVERIFY(setEventPoster(counter, house.event(), poster));
        QCOMPARE(eventPictures(counter, house.event())->poster, std::optional{poster});
        for (const auto& each : {a, b, c}) {
            QVERIFY(addToGallery(counter, house.event(), shown(each)));
        }
        QCOMPARE(house.gallery(), (std::vector{a.hash, b.hash, c.hash}));
        QVERIFY(reorderGallery(counter, house.event(), {c.hash, a.hash}));
        QCOMPARE(house.gallery(), (std::vector{c.hash, a.hash, b.hash}));
        QVERIFY(removeFromGallery(counter, house.event(), a.hash));
        QCOMPARE(house.gallery(), (std::vector{c.hash, b.hash}));
        QVERIFY(addToGallery(counter, house.event(), {b.hash, {{"en", "A hall"}}}));
        QCOMPARE(house.gallery(), (std::vector{c.hash, b.hash}));
        QVERIFY(setLogo(counter, shown(b)));
        QCOMPARE((*logo(counter))->hash, b.hash);
        QVERIFY(setLogo(counter, std::nullopt));
        QVERIFY(!*logo(counter));
        QVERIFY(setEventPoster(counter, house.event(), std::nullopt));
        QVERIFY(!eventPictures(counter, house.event())->poster);
        // The event itself is as it was.
        QCOMPARE(house.offer()->event.name, smallSeason(1).events.front().name);
        QCOMPARE(codeOf(verifyJournal(counter)), std::string{"done"});
        QVERIFY(rebuildProjections(counter));
        QCOMPARE(house.gallery(), (std::vector{c.hash, b.hash}));
    }

    void aCopyOfAnEventShowsItsPictures()
    {
        PictureHouse house;
        const auto a = house.add("a");
        const auto b = house.add("b");
        const auto c = house.add("c");
        Counter& counter = house.counter();
        const PictureReference poster{a.hash, {{"de", "Ein Mann"}}};
        QVERIFY(setEventPoster(counter, house.event(), poster));
        QVERIFY(addToGallery(counter, house.event(), shown(c)));
        QVERIFY(addToGallery(counter, house.event(), shown(b)));
        const auto copy = cloneEvent(counter, {.of = house.event(), .name = "Again"});
        QCOMPARE(codeOf(copy), std::string{"done"});
        const auto there = eventPictures(counter, *copy);
        QCOMPARE(there->poster, std::optional{poster});
        QCOMPARE(there->gallery, (std::vector{shown(c), shown(b)}));
        // Each has its own: what is taken from one stays with the other.
        QVERIFY(setEventPoster(counter, house.event(), std::nullopt));
        QCOMPARE(eventPictures(counter, *copy)->poster, std::optional{poster});
    }

    void whatCannotBeShownIsRefused()
    {
        PictureHouse house;
        const auto a = house.add("a");
        Counter& counter = house.counter();
        PictureHash other{};
        QCOMPARE(codeOf(setEventPoster(counter, house.event(), PictureReference{other, {}})),
                 std::string{"unknown_picture"});
        QCOMPARE(codeOf(setEventPoster(counter, EventId{}, shown(a))),
                 std::string{"unknown_event"});
        QCOMPARE(codeOf(removeFromGallery(counter, house.event(), a.hash)),
                 std::string{"not_in_gallery"});
        for (const std::string& text : {std::string{}, std::string{"two\nlines"},
                                        std::string(501, 'x'), std::string{"\xff"}}) {
            QCOMPARE(codeOf(setLogo(counter, PictureReference{a.hash, {{"en", text}}})),
                     std::string{"bad_alt_text"});
        }
        QCOMPARE(codeOf(setLogo(counter, PictureReference{a.hash, {{"not a language", "x"}}})),
                 std::string{"bad_language"});
        for (int i = 0; i < static_cast<int>(kGalleryMax); ++i) {
            QVERIFY(addToGallery(counter, house.event(), shown(house.add(std::to_string(i)))));
        }
        QCOMPARE(codeOf(addToGallery(counter, house.event(), shown(a))),
                 std::string{"gallery_full"});
    }

    void referencesAreReadBackAsTheyWereWritten()
    {
        const bool holds = rc::check("a reference", [] {
            PictureReference reference;
            for (auto& byte : reference.hash) {
                byte = *rc::gen::arbitrary<std::uint8_t>();
            }
            const auto words =
                *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange(' ', '~')));
            for (const char* language : {"de", "en-GB", "fr"}) {
                if (*rc::gen::arbitrary<bool>()) {
                    reference.alt[language] = words.substr(0, 500);
                }
            }
            const std::string text = formatPictureReference(reference);
            RC_ASSERT(parsePictureReference(text) == reference);
        });
        QVERIFY(holds);
        for (const std::string& bad :
             {std::string{}, std::string(64, 'G'), std::string(64, 'A'), std::string(63, 'a'),
              "../" + std::string(61, 'a'), std::string(64, 'a') + "\n",
              std::string(64, 'a') + "\nx", std::string(64, 'a') + "\nen ", std::string(65, 'a')}) {
            const bool isTrailing = bad == std::string(64, 'a') + "\n";
            QCOMPARE(parsePictureReference(bad).has_value(), isTrailing);
        }
    }

    void theWidthThatIsWantedOrTheNextThatIsHere()
    {
        PictureHouse house;
        const auto wide = house.add("wide", 3000);
        Counter& counter = house.counter();
        const auto file = [&](std::int64_t width) {
            return QString::fromStdString(*picture(counter, wide.hash, width)).section('-', -1);
        };
        QCOMPARE(file(1), QString{"320.jpg"});
        QCOMPARE(file(320), QString{"320.jpg"});
        QCOMPARE(file(321), QString{"640.jpg"});
        QCOMPARE(file(99'999), QString{"1920.jpg"});
        pictureFilesIn(house.folder()).removeRendition(wide.hash, {1920, 0}, PictureFormat::Jpeg);
        QCOMPARE(file(1920), QString{"1280.jpg"});
    }

    void damageIsFoundAndMended()
    {
        PictureHouse house;
        const auto a = house.add("a");
        Counter& counter = house.counter();
        QVERIFY(checkPictures(counter, house.worker)->empty());
        overwrite(*picture(counter, a.hash, 320), "garbage");
        pictureFilesIn(house.folder()).removeRendition(a.hash, {640, 0}, PictureFormat::Jpeg);
        const auto found = *checkPictures(counter, house.worker);
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].width, 320);
        QVERIFY(found[0].isDamaged);
        QCOMPARE(found[1].width, 640);
        QVERIFY(!found[1].isDamaged);
        QCOMPARE(*remakePictures(counter, house.worker), 1);
        QVERIFY(checkPictures(counter, house.worker)->empty());
        const auto original = house.pictures() + "/" + pictureHashText(a.hash).substr(0, 2) + "/" +
            pictureHashText(a.hash) + ".orig";
        overwrite(original, "garbage");
        QCOMPARE(checkPictures(counter, house.worker)->front().width, 0);
        house.add("a"); // from where it came heals it
        QVERIFY(checkPictures(counter, house.worker)->empty());
    }

    void whatNothingShowsGoesAfterItsTime()
    {
        PictureHouse house;
        const auto used = house.add("used");
        const auto idle = house.add("idle");
        Counter& counter = house.counter();
        QVERIFY(setEventPoster(counter, house.event(), shown(used)));
        QCOMPARE(collectPictures(counter)->waiting, 1);
        house.clock().pass(29 * kDayMs);
        QCOMPARE(collectPictures(counter)->pictures, 0);
        house.clock().pass(kDayMs);
        QCOMPARE(collectPictures(counter)->pictures, 1);
        QCOMPARE(filesBelow(house.pictures()).size(), std::size_t{4});
        QCOMPARE(codeOf(picture(counter, idle.hash, 320)), std::string{"picture_not_here"});
        QCOMPARE(codeOf(picture(counter, used.hash, 320)), std::string{"done"});
        QVERIFY(setEventPoster(counter, house.event(), std::nullopt));
        QCOMPARE(collectPictures(counter)->waiting, 1);
        QVERIFY(setLogo(counter, shown(used))); // somebody shows it again: the time is over
        QCOMPARE(collectPictures(counter)->waiting, 0);
        QVERIFY(setLogo(counter, std::nullopt));
        house.clock().pass(60 * kDayMs);
        QCOMPARE(collectPictures(counter)->pictures, 0);
        house.add("idle"); // and one that went may come again
        QCOMPARE(codeOf(picture(counter, idle.hash, 320)), std::string{"done"});
        QCOMPARE(codeOf(verifyJournal(counter)), std::string{"done"});
    }

    void whatIsToBeSentAndFetched()
    {
        PictureHouse house;
        const auto a = house.add("a", 3000);
        const auto b = house.add("b", 3000);
        const auto small = house.add("small", 100);
        Counter& counter = house.counter();
        QCOMPARE(picturesToSend(counter)->size(), std::size_t{3});
        QVERIFY(notePictureAtServer(counter, a.hash));
        QCOMPARE(picturesToSend(counter)->size(), std::size_t{2});
        QVERIFY(addToGallery(counter, house.event(), shown(b)));
        QVERIFY(addToGallery(counter, house.event(), shown(small)));
        QVERIFY(setEventPoster(counter, house.event(), shown(a)));
        QCOMPARE(picturesToSend(counter)->size(), std::size_t{3}); // the server is asked again
        QVERIFY(renditionsToFetch(counter)->empty());
        std::filesystem::remove_all(house.pictures());
        std::vector<std::pair<PictureHash, std::int64_t>> wanted;
        const auto missing = renditionsToFetch(counter);
        for (const RenditionToFetch& each : *missing) {
            wanted.emplace_back(each.picture.hash, each.rendition.size.width);
        }
        QCOMPARE(wanted.size(), std::size_t{6});
        QVERIFY(wanted[0] == std::pair(a.hash, std::int64_t{320}));
        QVERIFY(wanted[1] == std::pair(a.hash, std::int64_t{640}));
        QVERIFY(wanted[2] == std::pair(a.hash, std::int64_t{1280}));
        QVERIFY(wanted[3] == std::pair(small.hash, std::int64_t{100}));
        QVERIFY(wanted[5] == std::pair(b.hash, std::int64_t{640}));
    }

    void whatASeatingPlanIsDrawnOverIsKeptAndFetchedWhole()
    {
        PictureHouse house;
        Counter& counter = house.counter();
        const auto scan = house.add("scan", 3000);
        QVERIFY(notePictureAtServer(counter, scan.hash));
        QVERIFY(picturesToSend(counter)->empty());
        const PlanId plan = plans(counter)->front().id;
        const PlanBackground background{pictureHashText(scan.hash), {0, 0}, {600, 300}, 0.5F};
        QVERIFY(setPlanBackground(counter, plan, background));
        QCOMPARE(picturesToSend(counter)->size(), std::size_t{1}); // the server is asked again
        QCOMPARE(pictures(counter)->front().uses, std::int64_t{1});
        house.clock().pass(60 * kDayMs);
        QCOMPARE(collectPictures(counter)->pictures, 0);
        std::filesystem::remove_all(house.pictures());
        const auto missing = renditionsToFetch(counter);
        QCOMPARE(missing->size(), std::size_t{4});
        QCOMPARE(missing->back().rendition.size.width, std::int64_t{1920});
        QVERIFY(setPlanBackground(counter, plan, std::nullopt));
        QCOMPARE(pictures(counter)->front().uses, std::int64_t{0});
    }

    void noLinkIsFollowedAndNoNameOfAnotherIsUsed()
    {
        PictureHouse house;
        const Bytes file = TextPictures::picture(300, 300, "a");
        const std::string shelf = pictureHashText(sha256(file)).substr(0, 2);
        const std::string elsewhere = house.folder() + "/elsewhere";
        std::filesystem::create_directories(elsewhere);
        std::filesystem::create_directories(house.pictures());
        std::filesystem::create_directory_symlink(elsewhere, house.pictures() + "/" + shelf);
        QCOMPARE(codeOf(addPicture(house.counter(), house.worker, file)),
                 std::string{"picture_not_kept"});
        QVERIFY(filesBelow(elsewhere).empty());
        QCOMPARE(pictures(house.counter())->size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "test_pictures.moc"
