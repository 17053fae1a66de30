// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures between two counters and their server: what is sent in pieces, made anew there, given to
// anybody, and fetched; and what is refused.

#include "core/crypto/sha256.h"
#include "core/domain/journal/entry.h"
#include "core/services/catalogue.h"
#include "core/services/data_folder.h"
#include "core/services/integrity.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/storage/picture_store.h"
#include "sync/client/picture_exchange.h"
#include "sync/server/pictures/picture_routes.h"
#include "tests/support/joined_house.h"
#include "tests/support/store_place.h"
#include "tests/support/text_pictures.h"

#include <QTest>

#include <chrono>
#include <memory>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::size_t kLarge = 700'000; ///< several pieces

struct PictureServer {
    QTemporaryDir m_folder; // before the house, whose server keeps its pictures in it
    StorePlace place;
    std::shared_ptr<TextPictures> worker = std::make_shared<TextPictures>();
    House house;

    explicit PictureServer(std::int64_t bytesMax = 100'000'000)
        : house{[this, bytesMax](server::FoyerServerOptions& options) {
              options.pictures.folder = m_folder.path().toStdString() + "/pictures";
              options.pictures.worker = worker;
              options.pictures.bytesMax = bytesMax;
              if (!place.address().empty()) {
                  options.database = place.address();
              }
          }}
    {
        ENSURE(house.first.talk->exchange().has_value()); // hands over
        house.joinSecond();
        house.settle();
    }

    PictureFiles filesOf(const Till& till) const { return pictureFilesIn(till.path()); }
    PictureFiles files() const { return PictureFiles{m_folder.path().toStdString() + "/pictures"}; }
    sync::PictureExchange exchangeOf(Till& till)
    {
        return {*till.session,
                [&till](const std::function<void(Counter&)>& act) { act(*till.counter); },
                filesOf(till), m_local};
    }
    /// A picture at the first counter, shown as the poster; the server has heard of it.
    PictureAdded addPoster(const std::string& words, std::size_t padding = 0)
    {
        Counter& counter = *house.first.counter;
        const auto added =
            addPicture(counter, m_local, TextPictures::picture(1000, 500, words, padding));
        ENSURE(added.has_value());
        ENSURE(setEventPoster(counter, event(), PictureReference{added->hash, {}}).has_value());
        house.settle();
        return *added;
    }
    EventId event()
    {
        return (*offerOf(*house.first.counter, house.first.performance()))->event.id;
    }
    std::string path(const PictureAdded& picture, int width)
    {
        return "/pictures/" + pictureHashText(picture.hash) + "-" + std::to_string(width) + ".jpg";
    }
    RawAnswer get(const std::string& target, const std::string& method = "GET",
                  const std::string& headers = {})
    {
        return house.server().connect().ask(method + " " + target +
                                            " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }
    /// Once the server's job has made them.
    RawAnswer getWhenMade(const std::string& target)
    {
        constexpr int kTries = 600;
        RawAnswer answer;
        for (int i = 0; i < kTries && answer.status != 200; ++i) {
            answer = get(target);
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
        return answer;
    }

private:
    TextPictures m_local;
};

} // namespace

class PicturesServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPosterReachesTheOtherCounterThroughTheServer()
    {
        PictureServer all;
        const PictureAdded poster = all.addPoster("poster", kLarge);
        Till& second = all.house.second;
        QCOMPARE(codeOf(picture(*second.counter, poster.hash, 640)),
                 std::string{"picture_not_here"});
        auto sending = all.exchangeOf(all.house.first);
        const auto sent = sending.run();
        QCOMPARE(codeOf(sent), std::string{"done"});
        QCOMPARE(sent->sent, 1);
        QCOMPARE(sent->toSend, 0);
        QCOMPARE(sent->bytesSent, poster.bytes);
        QVERIFY(all.files().hasOriginal(poster.hash));
        QCOMPARE(all.getWhenMade(all.path(poster, 1000)).status, 200);
        auto fetching = all.exchangeOf(second);
        const auto fetched = fetching.run();
        QCOMPARE(fetched->fetched, 3);
        QCOMPARE(fetched->toFetch, 0);
        QCOMPARE(codeOf(picture(*second.counter, poster.hash, 640)), std::string{"done"});
        QVERIFY(!all.filesOf(second).hasOriginal(poster.hash));
        for (Till* till : {&all.house.first, &second}) {
            const auto again = all.exchangeOf(*till).run(); // nothing is left
            QCOMPARE(again->sent + again->fetched, 0);
            QCOMPARE(codeOf(verifyJournal(*till->counter)), std::string{"done"});
        }
    }

    void aLineThatIsCutCostsOnePiece()
    {
        PictureServer all;
        const PictureAdded poster = all.addPoster("poster", kLarge);
        Till& first = all.house.first;
        auto cut = all.exchangeOf(first);
        const auto broken = cut.run([&](const sync::PicturesCarried& carried) {
            if (carried.bytesSent > 300'000) {
                first.session->cancel();
            }
        });
        QVERIFY(!broken);
        QVERIFY(!all.files().hasOriginal(poster.hash));
        first.open(); // and the counter was closed meanwhile
        first.connect();
        const auto rest = all.exchangeOf(first).run();
        QCOMPARE(codeOf(rest), std::string{"done"});
        QCOMPARE(rest->sent, 1);
        QVERIFY(rest->bytesSent < poster.bytes - 250'000);
        QCOMPARE(**all.files().readOriginal(poster.hash),
                 **all.filesOf(first).readOriginal(poster.hash));
    }

    void aServerThatEndedAfterTheLastPieceGoesOnFromThere()
    {
        PictureServer all;
        const PictureAdded poster = all.addPoster("poster", kLarge);
        const Bytes whole = **all.filesOf(all.house.first).readOriginal(poster.hash);
        QVERIFY(all.files().addPiece(all.house.first.counter->organizer(), poster.hash, 0, whole,
                                     poster.bytes));
        const auto sent = all.exchangeOf(all.house.first).run();
        QCOMPARE(sent->sent, 1);
        QCOMPARE(sent->bytesSent, 0);
        QCOMPARE(all.getWhenMade(all.path(poster, 320)).status, 200);
    }

    void anybodyMayKeepARenditionForEver()
    {
        PictureServer all;
        const PictureAdded poster = all.addPoster("poster");
        QVERIFY(all.exchangeOf(all.house.first).run());
        const std::string path = all.path(poster, 640);
        const RawAnswer answer = all.getWhenMade(path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("cache-control"),
                 std::string{"public, max-age=31536000, immutable"});
        QCOMPARE(answer.header("content-type"), std::string{"image/jpeg"});
        QCOMPARE(answer.header("x-content-type-options"), std::string{"nosniff"});
        QCOMPARE(answer.header("cross-origin-resource-policy"), std::string{"cross-origin"});
        QVERIFY(answer.header("content-security-policy").starts_with("default-src 'none'"));
        const std::string tag = answer.header("etag");
        QCOMPARE(tag, '"' + path.substr(std::string_view{"/pictures/"}.size()) + '"');
        const RawAnswer same = all.get(path, "GET", "If-None-Match: " + tag + "\r\n");
        QCOMPARE(same.status, 304);
        QCOMPARE(same.body, std::string{});
        QCOMPARE(same.header("etag"), tag);
        QCOMPARE(all.get(path, "GET", "If-None-Match: \"x\"\r\n").status, 200);
        RawClient client = all.house.server().connect();
        client.send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        const std::string head = client.read().text;
        QVERIFY(head.find("Content-Length: " + std::to_string(answer.body.size())) !=
                std::string::npos);
        QVERIFY(head.ends_with("\r\n\r\n"));
    }

    void onlyWhatTheServerMadeHasAnAddress()
    {
        PictureServer all;
        const PictureAdded poster = all.addPoster("poster");
        QVERIFY(all.exchangeOf(all.house.first).run());
        QCOMPARE(all.getWhenMade(all.path(poster, 640)).status, 200);
        const std::string hash = pictureHashText(poster.hash);
        for (const std::string& name :
             {hash, hash + ".orig", hash + "-.orig", hash + "-0.jpg", hash + "-641.jpg",
              hash + "-0640.jpg", hash + "-640.JPG", hash + "-640.png", hash + "-640.webp",
              hash + "-640.jpg%00", hash + "-640.jpg%2e", hash + "-640.jpg/",
              std::string(64, 'A') + "-640.jpg", std::string{"..%2f..%2fetc%2fpasswd"},
              std::string{"%2e%2e/"}, std::string{".."}, std::string{"..%5c.."},
              std::string(64, '0') + "-640.jpg", std::string{"arriving"}}) {
            const int status = all.get("/pictures/" + name).status;
            QVERIFY2(status == 404 || status == 400, (name + std::to_string(status)).c_str());
        }
        QVERIFY(!server::renditionNameIn(hash + "-99999999999999999999.jpg"));
        QVERIFY(server::renditionNameIn(hash + "-640.jpg"));
        QCOMPARE(all.get(all.path(poster, 640), "DELETE").status, 405);
    }

    void onlyACounterOfTheHouseSendsAndOnlyWhatTheJournalNames()
    {
        PictureServer all;
        const PictureAdded poster = all.addPoster("poster");
        const std::string target = "/v1/pictures/" + pictureHashText(poster.hash);
        QCOMPARE(all.get(target).status, 401);
        sync::DeviceSession& session = *all.house.first.session;
        const auto ask = [&](const std::string& method, const std::string& hash,
                             const std::string& query, std::size_t bytes) {
            sync::HttpRequest request;
            request.method = method;
            request.path = "/v1/pictures/" + hash;
            request.query = query;
            request.contentType = bytes > 0 ? "application/octet-stream" : "";
            request.body = Bytes(bytes, 'x');
            return session.exchange(request)->status;
        };
        const std::string known = pictureHashText(poster.hash);
        QCOMPARE(ask("GET", known, "", 0), 200);
        QCOMPARE(ask("GET", std::string(64, '0'), "", 0), 404);
        QCOMPARE(ask("GET", std::string(64, 'A'), "", 0), 400);
        QCOMPARE(ask("PUT", std::string(64, '0'), "from=0", 10), 404);
        QCOMPARE(ask("PUT", known, "from=-1", 10), 400);
        QCOMPARE(ask("PUT", known, "", 10), 400);
        QCOMPARE(all.get(target + "?from=0", "PUT",
                         "Content-Type: application/octet-stream\r\nContent-Length: 262145\r\n")
                     .status,
                 413);
        // Bytes of that length, and of another picture.
        QCOMPARE(ask("PUT", known, "from=0", static_cast<std::size_t>(poster.bytes)), 400);
        QVERIFY(!all.files().hasOriginal(poster.hash));
        QCOMPARE(all.files().arrived(all.house.first.counter->organizer(), poster.hash), 0);
        QCOMPARE(all.exchangeOf(all.house.first).run()->sent, 1); // and the true ones are taken
    }

    void whatTheServerCannotReadIsNotKeptThere()
    {
        PictureServer all;
        Counter& counter = *all.house.first.counter;
        // A counter that was taken over says that anything is a picture.
        const Bytes evil{'e', 'v', 'i', 'l'};
        PictureAdded lie;
        lie.hash = sha256(evil);
        lie.size = {10, 10};
        lie.bytes = std::ssize(evil);
        lie.renditions = {{{10, 10}, PictureFormat::Jpeg, lie.hash, lie.bytes}};
        Journal::Act act{counter.journal(), Permit::ofProgram()};
        act.append(kind::kPictureAdded, encode(lie));
        notePictureKept(counter.database(), counter.organizer(), lie.hash, lie.bytes,
                        counter.clock().now(), true);
        act.commit();
        counter.noteHead();
        QVERIFY(all.filesOf(all.house.first).keepOriginal(lie.hash, evil));
        all.house.settle();
        QCOMPARE(all.exchangeOf(all.house.first).run()->sent, 1);
        for (int i = 0; i < 600 && all.files().hasOriginal(lie.hash); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
        QVERIFY(!all.files().hasOriginal(lie.hash));
        QCOMPARE(all.get(all.path(lie, 10)).status, 404);
    }

    void aHouseHasSoMuchRoomAndNoMore()
    {
        PictureServer all{800'000};
        const PictureAdded one = all.addPoster("one", kLarge);
        QCOMPARE(all.exchangeOf(all.house.first).run()->sent, 1);
        const PictureAdded two = all.addPoster("two", kLarge);
        const auto full = all.exchangeOf(all.house.first).run();
        QCOMPARE(full->sent, 0); // the first is there already
        QCOMPARE(full->refused, 1);
        QVERIFY(!all.files().hasOriginal(two.hash));
        QCOMPARE(codeOf(picture(*all.house.first.counter, two.hash, 320)), std::string{"done"});
        QVERIFY(all.files().hasOriginal(one.hash));
    }

    void renditionsOfAnotherEditionAreLookedAtFirst()
    {
        PictureServer all;
        all.worker->becomeEdition("another one");
        const PictureAdded poster = all.addPoster("poster");
        QVERIFY(all.exchangeOf(all.house.first).run());
        QCOMPARE(all.getWhenMade(all.path(poster, 1000)).status, 200);
        QCOMPARE(all.exchangeOf(all.house.second).run()->fetched, 3);
        QVERIFY(checkPictures(*all.house.second.counter, TextPictures{})->empty());
        // But not what is no picture of that size.
        all.filesOf(all.house.second).removeRendition(poster.hash, {320, 0}, PictureFormat::Jpeg);
        all.files().removeRendition(poster.hash, {320, 0}, PictureFormat::Jpeg);
        QVERIFY(all.files().keepRendition(poster.hash, {320, 0}, PictureFormat::Jpeg,
                                          TextPictures::picture(320, 999)));
        const auto refused = all.exchangeOf(all.house.second).run();
        QCOMPARE(refused->fetched, 0);
        QCOMPARE(refused->toFetch, 1);
    }

    void twoCountersThatSendTheSameDisturbNothing()
    {
        PictureServer all;
        const PictureAdded poster = all.addPoster("poster", kLarge);
        const auto same = addPicture(*all.house.second.counter, TextPictures{},
                                     TextPictures::picture(1000, 500, "poster", kLarge));
        QCOMPARE(same->hash, poster.hash);
        all.house.settle();
        const auto half =
            all.exchangeOf(all.house.first).run([&](const sync::PicturesCarried& carried) {
                if (carried.bytesSent > 200'000) {
                    all.house.first.session->cancel();
                }
            });
        QVERIFY(!half);
        const auto rest = all.exchangeOf(all.house.second).run();
        QCOMPARE(rest->sent, 1);
        QVERIFY(rest->bytesSent < poster.bytes);
        all.house.first.connect();
        const auto nothing = all.exchangeOf(all.house.first).run();
        QCOMPARE(nothing->sent, 1);
        QCOMPARE(nothing->bytesSent, 0);
    }
};

QTEST_GUILESS_MAIN(PicturesServerTest)
#include "test_pictures_server.moc"
