// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server does with pictures of its houses, without a network in between.

#include "core/crypto/sha256.h"
#include "core/domain/journal/entry.h"
#include "core/services/counter.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/storage/job_store.h"
#include "core/storage/picture_store.h"
#include "sync/server/pictures/picture_desk.h"
#include "sync/server/pictures/picture_routes.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/text_pictures.h"

#include <QTest>

#include <map>
#include <memory>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;

namespace {

constexpr std::int64_t kDeskDayMs = 86'400'000;

/// The store of a counter stands in for that of a server, and its pictures' folder is another one.
struct DeskHouse : CounterFixture {
    QTemporaryDir place;
    std::shared_ptr<TextPictures> worker = std::make_shared<TextPictures>();
    ServerLog log{clock(), LogLevel::Info, [](std::string_view) {}};
    int woken = 0;
    PictureDesk desk;

    explicit DeskHouse(std::int64_t bytesMax = 1'000'000)
        : desk{PictureOptions{place.path().toStdString() + "/pictures", worker, bytesMax},
               PictureDesk::Parts{[this]() -> Database& { return counter().database(); },
                                  [this] { ++woken; }, log, clock(), random()}}
    {}

    OrganizerId house() { return counter().organizer(); }
    Bytes file(const std::string& words, std::size_t padding = 1'000)
    {
        return TextPictures::picture(1000, 500, words, padding);
    }
    /// The journal names it; of its bytes there is nothing here.
    PictureAdded known(const Bytes& bytes)
    {
        const auto added = addPicture(counter(), TextPictures{}, bytes);
        if (!added) {
            qFatal("add: %s", added.error().code.c_str());
        }
        forgetKeptPicture(counter().database(), house(), added->hash);
        return *added;
    }
    /// What the job of a kind comes to.
    JobOutcome work(const JobKind& kind, const PictureHash& hash)
    {
        const Job job = newJob(house(), kind.name, pictureHashText(hash),
                               Bytes{hash.begin(), hash.end()}, clock().now(), random());
        JobOutcome outcome = kind.work(counter().database(), job);
        if (outcome.record) {
            outcome.record(counter().database());
        }
        return outcome;
    }
    std::size_t jobs(bool onlyDead = false)
    {
        return readJobs(counter().database(), house(), onlyDead, 100).size();
    }
};

} // namespace

class PictureDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTicketsPosterIsThatOfTheEventOnceItsRenditionIsMade()
    {
        DeskHouse all;
        const EventId event = all.offer()->event.id;
        QVERIFY(all.desk.paperPoster(all.house(), event) == nullptr);
        const Bytes bytes = all.file("a");
        const PictureAdded picture = all.known(bytes);
        QVERIFY(setEventPoster(all.counter(), event, PictureReference{picture.hash, {}}));
        QVERIFY(all.desk.paperPoster(all.house(), event) == nullptr); // it has not come
        QVERIFY(all.desk.take(all.house(), picture.hash, 0, bytes)->isHere);
        all.work(all.desk.makeJob(), picture.hash);
        const auto poster = all.desk.paperPoster(all.house(), event);
        QVERIFY(poster != nullptr);
        QVERIFY(poster->size == (PictureSize{320, 160}));
        QCOMPARE(all.desk.paperPoster(all.house(), event), poster); // read once
        QVERIFY(all.desk.paperPoster(OrganizerId{}, event) == nullptr);
        QVERIFY(setEventPoster(all.counter(), event, std::nullopt));
        QVERIFY(all.desk.paperPoster(all.house(), event) == nullptr);
    }

    void aPictureComesInPiecesAndIsMadeAnewByAJob()
    {
        DeskHouse all;
        const Bytes bytes = all.file("a");
        const PictureAdded picture = all.known(bytes);
        const ByteView view{bytes};
        QCOMPARE(all.desk.standing(all.house(), picture.hash)->arrived, 0);
        QCOMPARE(all.desk.take(all.house(), picture.hash, 0, view.first(600))->arrived, 600);
        QCOMPARE(all.desk.take(all.house(), picture.hash, 0, view.first(600))->arrived, 600);
        QCOMPARE(all.desk.take(all.house(), picture.hash, 900, view.subspan(900))->arrived, 600);
        QCOMPARE(all.woken, 0);
        const auto whole = all.desk.take(all.house(), picture.hash, 600, view.subspan(600));
        QVERIFY(whole->isHere);
        QCOMPARE(all.woken, 1);
        QCOMPARE(all.jobs(), std::size_t{2}); // to make, and to look each day
        QVERIFY(all.desk.standing(all.house(), picture.hash)->isHere);
        QVERIFY(all.desk.take(all.house(), picture.hash, 0, view)->isHere); // changes nothing
        QCOMPARE(all.jobs(), std::size_t{2});
        const PictureFiles& files = all.desk.files();
        QVERIFY(!files.hasRendition(picture.hash, {640, 0}, PictureFormat::Jpeg));
        for (int i = 0; i < 2; ++i) { // a job may be done twice
            QVERIFY(all.work(all.desk.makeJob(), picture.hash).kind == JobOutcome::Kind::Done);
        }
        for (const PictureRendition& each : picture.renditions) {
            QVERIFY(files.hasRendition(picture.hash, each.size, each.format));
        }
    }

    void aServerThatEndedBeforeItKeptAPictureGoesOn()
    {
        DeskHouse all;
        const Bytes bytes = all.file("a");
        const PictureAdded picture = all.known(bytes);
        QVERIFY(all.desk.files().addPiece(all.house(), picture.hash, 0, bytes, picture.bytes));
        QVERIFY(all.desk.standing(all.house(), picture.hash)->isHere);
        QCOMPARE(all.woken, 1);
    }

    void whatIsNotNamedOrNotItselfOrTooMuchIsNotTaken()
    {
        DeskHouse all{2'000};
        const Bytes bytes = all.file("a");
        const PictureAdded picture = all.known(bytes);
        const PictureHash other{};
        QCOMPARE(codeOf(all.desk.standing(all.house(), other)), std::string{"unknown_picture"});
        QCOMPARE(codeOf(all.desk.take(all.house(), other, 0, bytes)),
                 std::string{"unknown_picture"});
        const OrganizerId stranger{Uuid::v7(all.clock().now(), all.random())};
        QCOMPARE(codeOf(all.desk.take(stranger, picture.hash, 0, bytes)),
                 std::string{"unknown_picture"});
        const Bytes wrong(bytes.size(), 'x');
        QCOMPARE(codeOf(all.desk.take(all.house(), picture.hash, 0, wrong)),
                 std::string{"picture_hash"});
        QCOMPARE(all.desk.standing(all.house(), picture.hash)->arrived, 0);
        QVERIFY(all.desk.take(all.house(), picture.hash, 0, bytes)->isHere);
        const Bytes second = all.file("b");
        const PictureAdded more = all.known(second);
        QCOMPARE(codeOf(all.desk.take(all.house(), more.hash, 0, second)),
                 std::string{"pictures_full"});
    }

    void whatIsArrivingTakesRoomAndIsSweptOneDay()
    {
        const auto size = std::ssize(TextPictures::picture(1000, 500, "a", 1'000));
        DeskHouse all{2 * size - 2};
        const Bytes bytes = all.file("a");
        const Bytes second = all.file("b");
        QCOMPARE(std::ssize(second), size);
        const PictureAdded picture = all.known(bytes);
        const PictureAdded more = all.known(second);
        const ByteView view{bytes};
        const std::size_t most = bytes.size() - 1;
        QCOMPARE(all.desk.take(all.house(), picture.hash, 0, view.first(most))->arrived, size - 1);
        QCOMPARE(all.jobs(), std::size_t{1}); // to look each day, though nothing is whole yet
        QCOMPARE(codeOf(all.desk.take(all.house(), more.hash, 0, ByteView{second}.first(1))),
                 std::string{"pictures_full"});
        QCOMPARE(all.desk.standing(all.house(), more.hash)->arrived, 0);
        QVERIFY(all.desk.take(all.house(), picture.hash, size - 1, view.subspan(most))->isHere);
    }

    void anybodyGetsARenditionToKeepAndNothingElse()
    {
        DeskHouse all;
        const Bytes bytes = all.file("a");
        const PictureAdded picture = all.known(bytes);
        QVERIFY(all.desk.take(all.house(), picture.hash, 0, bytes)->isHere);
        Router router;
        addPictureRoutes(router, all.desk);
        const auto ask = [&](const std::string& file, const std::string& tag = {}) {
            const auto match = router.find("GET", "/pictures/" + file);
            if (match.route == nullptr) {
                return Reply{.status = 404, .body = {}, .headers = {}, .wait = {}};
            }
            Request request;
            request.parameters = match.parameters;
            if (!tag.empty()) {
                request.headers.emplace("if-none-match", tag);
            }
            return match.route->handler(request);
        };
        const std::string hash = pictureHashText(picture.hash);
        QCOMPARE(ask(hash + "-640.jpg").status, 404); // not made yet
        (void)all.work(all.desk.makeJob(), picture.hash);
        const Reply given = ask(hash + "-640.jpg");
        QCOMPARE(given.status, 200);
        QCOMPARE(given.contentType, std::string{"image/jpeg"});
        const std::map<std::string, std::string> headers{given.headers.begin(),
                                                         given.headers.end()};
        QCOMPARE(headers.at("Cache-Control"), std::string{"public, max-age=31536000, immutable"});
        QCOMPARE(headers.at("ETag"), '"' + hash + "-640.jpg\"");
        const Reply same = ask(hash + "-640.jpg", headers.at("ETag"));
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.empty());
        QCOMPARE(ask(hash + "-640.jpg", "\"other\"").status, 200);
        // What is not here is not there either for who says that they have it.
        QCOMPARE(ask(hash + "-641.jpg", '"' + hash + "-641.jpg\"").status, 404);
        for (const std::string& name : {hash,
                                        hash + ".orig",
                                        hash + "-.orig",
                                        hash + "-0.jpg",
                                        hash + "-641.jpg",
                                        hash + "-0640.jpg",
                                        hash + "-+640.jpg",
                                        hash + "-640.JPG",
                                        hash + "-640.png",
                                        hash + "-640.webp",
                                        hash + "-640.jpg%00",
                                        hash + "-640.jpg%2e",
                                        hash + "-640.jpg/",
                                        std::string(64, 'A') + "-640.jpg",
                                        std::string{"..%2f..%2fetc%2fpasswd"},
                                        std::string{"%2e%2e/"},
                                        std::string{".."},
                                        std::string{"..%5c.."},
                                        hash + "-99999999999999999999.jpg",
                                        std::string(64, '0') + "-640.jpg",
                                        std::string{"arriving"}}) {
            QVERIFY2(ask(name).status == 404, name.c_str());
        }
        QVERIFY(router.find("HEAD", "/pictures/" + hash + "-640.jpg").route != nullptr);
        QVERIFY(router.find("DELETE", "/pictures/" + hash + "-640.jpg").route == nullptr);
    }

    void whatCannotBeReadOrIsNotAsSaidIsRemoved()
    {
        DeskHouse all;
        const auto arrives = [&](const PictureAdded& said, const Bytes& bytes) {
            Counter& counter = all.counter();
            Journal::Act act{counter.journal(), Permit::ofProgram()};
            act.append(kind::kPictureAdded, encode(said));
            act.commit();
            QVERIFY(all.desk.take(all.house(), said.hash, 0, bytes)->isHere);
            QVERIFY(all.work(all.desk.makeJob(), said.hash).kind == JobOutcome::Kind::Done);
            QVERIFY(!all.desk.files().hasOriginal(said.hash));
            QVERIFY(!all.desk.standing(all.house(), said.hash)->isHere);
            QVERIFY(!all.desk.files().hasRendition(said.hash, {10, 10}, PictureFormat::Jpeg));
        };
        const Bytes evil{'e', 'v', 'i', 'l'};
        PictureAdded lie;
        lie.hash = sha256(evil);
        lie.size = {10, 10};
        lie.bytes = std::ssize(evil);
        lie.renditions = {{{10, 10}, PictureFormat::Jpeg, lie.hash, lie.bytes}};
        arrives(lie, evil);
        const Bytes other = TextPictures::picture(20, 20);
        lie.hash = sha256(other);
        lie.bytes = std::ssize(other);
        arrives(lie, other);
    }

    void whatNothingShowsGoesAfterAMonth()
    {
        DeskHouse all;
        const Bytes bytes = all.file("a");
        const PictureAdded picture = all.known(bytes);
        const EventId event = all.offer()->event.id;
        QVERIFY(setEventPoster(all.counter(), event, PictureReference{picture.hash, {}}));
        QVERIFY(all.desk.take(all.house(), picture.hash, 0, bytes)->isHere);
        const auto look = [&] {
            const JobOutcome outcome = all.work(all.desk.collectJob(), picture.hash);
            QVERIFY(outcome.kind == JobOutcome::Kind::Waits);
            QCOMPARE(outcome.notBefore->ms, all.clock().now().ms + kDeskDayMs);
        };
        all.clock().pass(60 * kDeskDayMs);
        look();
        QVERIFY(setEventPoster(all.counter(), event, std::nullopt));
        look();
        all.clock().pass(29 * kDeskDayMs);
        look();
        QVERIFY(all.desk.files().hasOriginal(picture.hash));
        all.clock().pass(kDeskDayMs);
        look();
        QVERIFY(!all.desk.files().hasOriginal(picture.hash));
        QVERIFY(all.desk.take(all.house(), picture.hash, 0, bytes)->isHere); // it may come again
    }
};

QTEST_GUILESS_MAIN(PictureDeskTest)
#include "test_picture_desk.moc"
