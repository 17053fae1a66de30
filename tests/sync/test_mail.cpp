// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/crypto/sha256.h"
#include "core/base/hex.h"
#include "sync/server/mail/mail_message.h"
#include "sync/server/mail/smtp_courier.h"
#include "tests/support/mail_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <memory>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::server;
using foyer::test::MailServer;

namespace {

constexpr Instant kNow{1'790'000'000'000};
using Protection = SmtpSettings::Protection;

MailMessage confirmation()
{
    MailMessage message;
    message.id = "01980f2e@foyer.test";
    message.at = kNow;
    message.from = {"Theater am Markt, K\u00f6ln", "box@foyer.test"};
    message.replyTo = MailAddress{"", "office@theatre.test"};
    message.to = {"Zo\u00eb \u5c71\u7530", "zoe@example.test"};
    message.subject =
        "Ihre Karten f\u00fcr \u201eFaust\u201c am Samstag, dem 5. Dezember, um 19:30 "
        "Uhr im Gro\u00dfen Haus";
    message.text = "Gr\u00fc\u00dfe\n.\n..\n" + std::string(2'000, 'x') + "\nFrom here\n";
    message.html = "<p>Gr\u00fc\u00dfe</p>\n";
    message.attachments = {{"Karten K\u00f6ln.pdf", "application/pdf", Bytes(70'000, 0x0a)},
                           {"a.ics", "text/calendar", Bytes{'B', 'E', '\r', '\n'}}};
    message.unsubscribeUrl = "https://box.foyer.test/u/abc";
    message.pictures = {{"logo@foyer.test", "image/png", Bytes(5'000, 0x0d)}};
    return message;
}

std::string mime(const MailMessage& message)
{
    auto made = mimeOf(message);
    ENSURE(made.has_value());
    return *std::move(made);
}

Result<std::unique_ptr<SmtpCourier>> openTo(SmtpSettings settings)
{
    return SmtpCourier::open(std::make_shared<const SmtpSettings>(std::move(settings)));
}

MailFate deliver(SmtpSettings settings, const std::string& to = "zoe@example.test")
{
    const auto courier = openTo(std::move(settings));
    ENSURE(courier.has_value());
    return (*courier)->deliver("bounces@foyer.test", to, mime(confirmation()));
}

QString hashOf(const Bytes& bytes)
{
    return QString::fromStdString(toHex(sha256(bytes)));
}

QJsonArray person(const MailAddress& address)
{
    return {
        QJsonArray{QString::fromStdString(address.name), QString::fromStdString(address.address)}};
}

} // namespace

class MailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherReaderFindsInTheMailWhatWasPutIn_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("protection");
        QTest::newRow("STARTTLS") << "starttls" << static_cast<int>(Protection::StartTls);
        QTest::newRow("TLS") << "tls" << static_cast<int>(Protection::Tls);
        QTest::newRow("on this computer") << "plain" << static_cast<int>(Protection::None);
    }
    void anotherReaderFindsInTheMailWhatWasPutIn()
    {
        QFETCH(QString, mode);
        QFETCH(int, protection);
        MailServer server{mode};
        const MailMessage sent = confirmation();
        const MailFate fate = deliver(server.settings(static_cast<Protection>(protection)));
        QVERIFY2(fate.kind == MailFate::Kind::Taken, fate.problem.c_str());
        const QJsonObject found = server.mail();
        QCOMPARE(found["envelope"].toArray(),
                 (QJsonArray{"bounces@foyer.test", QJsonArray{"zoe@example.test"}}));
        QCOMPARE(found["user"].toString(), mode == "plain" ? "" : "box");
        QCOMPARE(found["tls"].toBool(), mode != "plain");
        QCOMPARE(server.signIns(), mode == "plain" ? 0 : 1);
        QCOMPARE(found["from"].toArray(), person(sent.from));
        QCOMPARE(found["to"].toArray(), person(sent.to));
        QCOMPARE(found["reply_to"].toArray(), person(*sent.replyTo));
        QCOMPARE(found["subject"].toString().toStdString(), sent.subject);
        QCOMPARE(found["date"].toInteger(), kNow.ms / 1000);
        QCOMPARE(found["id"].toString(), "<01980f2e@foyer.test>");
        QCOMPARE(found["unsubscribe"].toString(), "<https://box.foyer.test/u/abc>");
        QCOMPARE(found["text"].toString().toStdString(), sent.text);
        QCOMPARE(found["html"].toString().toStdString(), sent.html);
        QCOMPARE(found["files"].toArray(),
                 (QJsonArray{QJsonArray{"Karten K\u00f6ln.pdf", "application/pdf",
                                        hashOf(sent.attachments[0].content)},
                             QJsonArray{"a.ics", "text/calendar",
                                        hashOf(sent.attachments[1].content)}}));
        QCOMPARE(found["pictures"].toArray(),
                 (QJsonArray{QJsonArray{"<logo@foyer.test>", "image/png", "inline",
                                        hashOf(sent.pictures[0].content)}}));
        QCOMPARE(found["defects"].toArray(), QJsonArray{});
        QVERIFY(found["longest_line"].toInt() <= 998);
    }

    void nothingThatIsTypedBeginsAHeaderOfItsOwn()
    {
        MailServer server{"plain"};
        MailMessage message = confirmation();
        const std::string evil = "x\r\nBcc: evil@example.test\r\n\r\nbody";
        message.to.name = evil;
        message.from.name = evil;
        message.subject = evil;
        message.attachments[0].fileName = evil;
        const auto courier = openTo(server.settings(Protection::None));
        QVERIFY((*courier)->deliver("b@foyer.test", "zoe@example.test", mime(message)).kind ==
                MailFate::Kind::Taken);
        const QJsonObject found = server.mail();
        QVERIFY(!found["headers"].toArray().contains("bcc"));
        QCOMPARE(found["envelope"].toArray()[1].toArray().size(), 1);
        QCOMPARE(found["text"].toString().toStdString(), message.text);
        QCOMPARE(found["subject"].toString(), "x  Bcc: evil@example.test    body");
    }

    void whatIsNoAddressIsToldBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("address");
        for (const char* address :
             {"", "kim", "kim@", "@example.org", "kim@example..org", "kim@.org", "k im@example.org",
              "kim@exam ple.org", "kim@example.org>", "kim@example.org\r\nRCPT TO:<x@y>",
              "kim@[127.0.0.1]", "k\xc3\xadm@example.org", "a,b@example.org"}) {
            QTest::newRow(address) << QString::fromUtf8(address);
        }
    }
    void whatIsNoAddressIsToldBeforeAnythingIsSent()
    {
        QFETCH(QString, address);
        QVERIFY(!isMailAddress(address.toStdString()));
        MailMessage message = confirmation();
        message.to.address = address.toStdString();
        const auto made = mimeOf(message);
        QVERIFY(!made);
        QCOMPARE(made.error().code, std::string{"bad_mail_address"});
        SmtpSettings settings; // nobody listens there
        settings.host = "localhost";
        settings.port = 1;
        const MailFate fate = deliver(std::move(settings), address.toStdString());
        QVERIFY(fate.kind == MailFate::Kind::Refused);
        QVERIFY(fate.isBounce);
    }

    void addressesThatPeopleHaveAreTaken()
    {
        for (const char* address : {"kim@example.org", "kim.o'hara+tickets@sub.example.co.uk",
                                    "k@x.y", "1234@xn--kln-sna.de", "a_b-c%d@example.org"}) {
            QVERIFY2(isMailAddress(address), address);
        }
    }

    void aRefusedRecipientIsABounceAndTheNextMailGoesOverTheSameConnection()
    {
        MailServer server{"starttls"};
        const auto courier = openTo(server.settings(Protection::StartTls));
        const std::string mail = mime(confirmation());
        const MailFate gone = (*courier)->deliver("b@foyer.test", "gone@example.test", mail);
        QVERIFY(gone.kind == MailFate::Kind::Refused);
        QVERIFY(gone.isBounce);
        QCOMPARE(gone.reply, 550);
        QCOMPARE(gone.detail, std::string{"5.1.1"});
        QVERIFY(gone.problem.find("gone@") == std::string::npos);
        const MailFate full = (*courier)->deliver("b@foyer.test", "full@example.test", mail);
        QVERIFY(full.kind == MailFate::Kind::Later);
        QCOMPARE(full.reply, 452);
        QVERIFY((*courier)->deliver("b@foyer.test", "zoe@example.test", mail).kind ==
                MailFate::Kind::Taken);
        QVERIFY(!server.mail().isEmpty());
    }

    void aMailThatIsNotWantedIsNoBounce()
    {
        MailServer server{"plain"};
        MailMessage message = confirmation();
        message.subject = "spam";
        const auto courier = openTo(server.settings(Protection::None));
        const MailFate fate =
            (*courier)->deliver("b@foyer.test", "zoe@example.test", mime(message));
        QVERIFY(fate.kind == MailFate::Kind::Refused);
        QVERIFY(!fate.isBounce);
        QCOMPARE(fate.reply, 554);
    }

    void aConnectionThatIsGoneIsMadeAnew()
    {
        MailServer server{"closing"};
        const auto courier = openTo(server.settings(Protection::None));
        for (int i = 0; i < 3; ++i) {
            MailMessage message = confirmation();
            message.id = std::to_string(i) + "@foyer.test";
            // The server may hang up before its answer is out: then the mail goes once more, and
            // the server has it twice.
            const auto taken = [&] {
                return (*courier)
                           ->deliver("b@foyer.test", "zoe@example.test", mime(message))
                           .kind == MailFate::Kind::Taken;
            };
            QVERIFY(taken() || taken());
            const auto idOf = [](int mail) { return QStringLiteral("<%1@foyer.test>").arg(mail); };
            QString id = server.mail()["id"].toString();
            while (i > 0 && id == idOf(i - 1)) {
                id = server.mail()["id"].toString();
            }
            QCOMPARE(id, idOf(i));
        }
    }

    void aWrongPasswordIsSaidAndTriedLater()
    {
        MailServer server{"starttls"};
        SmtpSettings settings = server.settings(Protection::StartTls);
        settings.password = MailServer::passwordOf("open barley");
        const MailFate fate = deliver(std::move(settings));
        QVERIFY(fate.kind == MailFate::Kind::Later);
        QCOMPARE(fate.reply, 535);
        QVERIFY(fate.problem.find("password") != std::string::npos);
    }

    void aServerThatNobodyVouchesForGetsNothing()
    {
        MailServer server{"starttls"};
        const MailServer other{"starttls"};
        SmtpSettings settings = server.settings(Protection::StartTls);
        settings.authorities = other.certificate();
        const MailFate fate = deliver(std::move(settings));
        QVERIFY(fate.kind == MailFate::Kind::Later);
        QVERIFY2(fate.problem.find("certificate") != std::string::npos, fate.problem.c_str());
    }

    void aCertificateForAnotherNameGetsNothing()
    {
        for (const auto& [mode, protection] :
             {std::pair{"starttls", Protection::StartTls}, std::pair{"tls", Protection::Tls}}) {
            MailServer server{mode, "mail.elsewhere.test"};
            const MailFate fate = deliver(server.settings(protection));
            QVERIFY(fate.kind == MailFate::Kind::Later);
            QVERIFY2(fate.problem.find("certificate") != std::string::npos, fate.problem.c_str());
        }
    }

    void whereThereIsNoTlsNoPasswordIsSent()
    {
        MailServer server{"plain"};
        const MailFate fate = deliver(server.settings(Protection::StartTls));
        QVERIFY(fate.kind == MailFate::Kind::Later);
        QVERIFY2(fate.problem.find("TLS") != std::string::npos, fate.problem.c_str());
        // It would have let somebody sign in, and says so before the next mail.
        QVERIFY(deliver(server.settings(Protection::None)).kind == MailFate::Kind::Taken);
        QVERIFY(!server.mail().isEmpty());
        QCOMPARE(server.signIns(), 0);
    }

    void mailInTheClearStaysOnThisComputer()
    {
        SmtpSettings settings;
        settings.host = "mail.example.org";
        settings.protection = Protection::None;
        const auto courier = openTo(std::move(settings));
        QVERIFY(!courier);
        QCOMPARE(courier.error().code, std::string{"mail_unprotected"});
    }

    void aServerThatIsNotThereIsTriedLater()
    {
        SmtpSettings settings;
        settings.host = "localhost";
        settings.port = 1;
        const MailFate fate = deliver(std::move(settings));
        QVERIFY(fate.kind == MailFate::Kind::Later);
        QVERIFY(fate.problem.find("cannot be reached") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(MailTest)
#include "test_mail.moc"
