// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sealing.h"
#include "core/storage/mail_store.h"
#include "core/domain/journal/cbor.h"
#include "sync/server/mail/mail_body.h"
#include "sync/server/mail/mail_desk.h"
#include "tests/support/job_place.h"
#include "tests/support/mail_server.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 300'000; // a busy machine is slow, and not wrong

/// A house whose server sends mails.
struct MailHouse {
    explicit MailHouse(const QString& mode) : server{mode}
    {
        auto settings =
            std::make_shared<SmtpSettings>(server.settings(SmtpSettings::Protection::None));
        desk = *MailDesk::open(
            {settings, "bounces@foyer.test"},
            [this](ByteView text) { return seal(key, text, {}, random); },
            [this](ByteView sealed) { return open(key, sealed, {}); }, place.clock(), random);
    }

    MailRequest request(const std::string& about, const std::string& to = "kim@example.test")
    {
        MailRequest asked{.organizer = place.organizer, .key = about, .order = {}, .message = {}};
        asked.message.from = {"Theatre", "box@foyer.test"};
        asked.message.to = {"Kim", to};
        asked.message.subject = "Your tickets";
        asked.message.text = "Here they are.\n";
        return asked;
    }
    Result<bool> post(const MailRequest& asked)
    {
        Transaction transaction{place.database()};
        auto posted = desk->post(place.database(), asked);
        transaction.commit();
        return posted;
    }
    /// Works until nothing waits; pauses between attempts pass at once.
    void drain(int workers = 2)
    {
        const auto runner = place.runner();
        runner->add(desk->job());
        runner->start(workers);
        const auto waits = [this] {
            return place.database()
                       .integer("SELECT count(*) FROM job WHERE ended_at IS NULL")
                       .value() > 0;
        };
        QElapsedTimer timer;
        timer.start();
        while (waits() && timer.elapsed() < kPatienceMs) {
            place.clock().pass(60'000);
            runner->wake();
            QTest::qWait(20);
        }
        runner->stop();
    }
    std::vector<Job> jobs() { return readJobs(place.database(), place.organizer, false, 100'000); }
    Mail mailOf(const Job& job)
    {
        return readMail(place.database(), place.organizer, MailId{job.id.uuid}).value();
    }

    MailServer server;
    JobPlace place;
    SystemRandom random;
    SecretBytes key = SecretBytes::random(32, random);
    std::unique_ptr<MailDesk> desk;
};

} // namespace

class MailDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsWhatWasGiven()
    {
        MailMessage message;
        message.id = "1@foyer.test";
        message.at = Instant{5};
        message.from = {"A", "a@foyer.test"};
        message.replyTo = MailAddress{"", "b@foyer.test"};
        message.to = {"C", "c@foyer.test"};
        message.subject = "s";
        message.text = "t";
        message.html = "h";
        message.attachments = {{"f.pdf", "application/pdf", {1, 2, 3}}};
        message.unsubscribeUrl = "https://foyer.test/u";
        message.pictures = {{"logo@foyer.test", "image/png", {4, 5}}};
        const auto read = decodeMail(encode(message));
        QVERIFY(read.has_value());
        QCOMPARE(encode(*read), encode(message));
        QCOMPARE(read->replyTo->address, std::string{"b@foyer.test"});
        QCOMPARE(read->attachments.at(0).content, (Bytes{1, 2, 3}));
        QCOMPARE(read->pictures.at(0).content, (Bytes{4, 5}));
        QVERIFY(!decodeMail(Bytes{0x80}).has_value());
    }

    void aMailThatWaitedWhenPicturesCameToBeIsStillRead()
    {
        CborWriter before;
        before.array(10).text("id@foyer.test").integer(7);
        before.array(2).text("").text("a@foyer.test").null();
        before.array(2).text("").text("c@foyer.test");
        before.text("subject").text("text").text("html").array(0).null();
        const auto read = decodeMail(before.take());
        QVERIFY(read.has_value());
        QCOMPARE(read->html, std::string{"html"});
        QVERIFY(read->pictures.empty());
    }

    void aMailIsSentOnceForWhatItTells()
    {
        MailHouse house{"plain"};
        QCOMPARE(house.post(house.request("order.placed/1")).value(), true);
        QCOMPARE(house.post(house.request("order.placed/1")).value(), false);
        const std::vector<Job> waiting = house.jobs();
        QCOMPARE(waiting.size(), std::size_t{1});
        QVERIFY(house.mailOf(waiting[0]).state == MailState::Waiting);
        house.drain();
        const auto arrived = house.server.mail();
        QCOMPARE(arrived["subject"].toString(), "Your tickets");
        QVERIFY(arrived["id"].toString().endsWith("@foyer.test>"));
        const std::vector<Job> done = house.jobs();
        QCOMPARE(done.size(), std::size_t{1});
        QVERIFY(house.mailOf(done[0]).state == MailState::Sent);
        QVERIFY(done[0].body.empty()); // nothing of it stays
    }

    void whatIsWrittenWaitsSealed()
    {
        MailHouse house{"plain"};
        QVERIFY(house.post(house.request("a", "kim@example.test")).has_value());
        const Job job = house.jobs().at(0);
        const std::string body{job.body.begin(), job.body.end()};
        QVERIFY(!body.empty());
        QVERIFY(body.find("kim@example") == std::string::npos);
        QVERIFY(body.find("tickets") == std::string::npos);
    }

    void aMailGoesWithTheTransactionThatAskedForIt()
    {
        MailHouse house{"plain"};
        {
            const Transaction transaction{house.place.database()};
            QVERIFY(house.desk->post(house.place.database(), house.request("a")).value());
        }
        QCOMPARE(house.jobs().size(), std::size_t{0});
        QCOMPARE(house.post(house.request("a")).value(), true);
    }

    void whatCannotBeMailedIsToldToWhoAsks()
    {
        MailHouse house{"plain"};
        const auto posted = house.post(house.request("a", "no address"));
        QVERIFY(!posted);
        QCOMPARE(posted.error().code, std::string{"bad_mail_address"});
        QCOMPARE(house.jobs().size(), std::size_t{0});
    }

    void anAddressThatBouncedIsNotWrittenToAgainUntilSomebodySaysSo()
    {
        MailHouse house{"plain"};
        QVERIFY(house.post(house.request("a", "gone@example.test")).has_value());
        house.drain();
        const Mail first = house.mailOf(house.jobs().at(0));
        QVERIFY(first.state == MailState::Refused);
        QVERIFY(first.problem.find("550") != std::string::npos);
        QVERIFY(house.post(house.request("b", "Gone@Example.test")).has_value());
        house.drain();
        QVERIFY(house.mailOf(house.jobs().at(0)).problem.find("before") != std::string::npos);
        forgetBounce(house.place.database(), house.place.organizer,
                     MailDesk::bounceKey(house.place.organizer, "GONE@example.test"));
        QVERIFY(house.post(house.request("c", "gone@example.test")).has_value());
        house.drain();
        QVERIFY(house.mailOf(house.jobs().at(0)).problem.find("550") != std::string::npos);
    }

    void aServerThatIsNotThereGetsTheMailWhenItIs()
    {
        MailHouse house{"plain"};
        auto settings = std::make_shared<SmtpSettings>();
        settings->host = "localhost";
        settings->port = 1;
        settings->protection = SmtpSettings::Protection::None;
        const auto lost = *MailDesk::open(
            {settings, "b@foyer.test"},
            [&](ByteView text) { return seal(house.key, text, {}, house.random); },
            [&](ByteView sealed) { return open(house.key, sealed, {}); }, house.place.clock(),
            house.random);
        QVERIFY(house.post(house.request("a")).has_value());
        {
            const auto runner = house.place.runner();
            runner->add(lost->job());
            runner->start(1);
            QTRY_VERIFY_WITH_TIMEOUT(!house.jobs().at(0).problem.empty(), 30'000);
        }
        QVERIFY(house.mailOf(house.jobs().at(0)).state == MailState::Waiting);
        house.place.clock().pass(60'000);
        house.drain();
        QVERIFY(house.mailOf(house.jobs().at(0)).state == MailState::Sent);
        QVERIFY(!house.server.mail().isEmpty());
    }

    /// FOYER_TEST_MAILS: how many; the promise is about ten thousand.
    void ofThousandsOfMailsToAServerThatRefusesOneInFiveNoneIsLostAndNoneGoesTwice()
    {
        const int given = qEnvironmentVariableIntValue("FOYER_TEST_MAILS");
        const int mails = given > 0 ? given : 2'000;
        MailHouse house{"flaky"};
        {
            Transaction transaction{house.place.database()};
            for (int i = 0; i < mails; ++i) {
                QVERIFY(house.desk
                            ->post(house.place.database(),
                                   house.request(std::to_string(i),
                                                 "kim" + std::to_string(i) + "@example.test"))
                            .value());
            }
            transaction.commit();
        }
        house.drain(4);
        std::map<QString, int> arrived;
        for (int i = 0; i < mails; ++i) {
            ++arrived[house.server.mail()["id"].toString()];
        }
        QVERIFY2(arrived.erase(QString{}) == 0, "not as many arrived as were sent");
        const auto twice =
            std::ranges::count_if(arrived, [](const auto& each) { return each.second > 1; });
        QCOMPARE(static_cast<int>(twice), 0);
        QCOMPARE(arrived.size(), static_cast<std::size_t>(mails));
        QCOMPARE(house.place.database().integer("SELECT count(*) FROM mail WHERE state = 'sent'"),
                 std::optional<std::int64_t>{mails});
    }
};

QTEST_GUILESS_MAIN(MailDeskTest)
#include "test_mail_desk.moc"
