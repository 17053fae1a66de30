// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_desk.h"
#include "core/documents/drawing/document_language.h"
#include "core/services/after_sale.h"
#include "core/services/branding.h"
#include "core/services/customers.h"
#include "core/services/event_dates.h"
#include "core/services/event_editing.h"
#include "core/services/event_publishing.h"
#include "core/services/order_import.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/services/ticket_codes.h"
#include "sync/server/mail/mail_pace.h"
#include "tests/support/letter_house.h"
#include "tests/support/pdf_pages.h"
#include "tests/support/text_pictures.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;

namespace {

using Lines = std::vector<std::string>;

QString pdfOf(const QJsonObject& mail)
{
    return mail["pdfs"].toArray().at(0).toString();
}

QString addressee(const QJsonObject& mail)
{
    return mail["to"].toArray().at(0).toArray().at(1).toString();
}

/// What its address in the mail stands for at the server of the test.
std::string pathOf(const QString& unsubscribe)
{
    return unsubscribe.mid(1, unsubscribe.size() - 2).remove("https://localhost").toStdString();
}

/// What was to be paid by phone and was not.
void payInCash(LetterHouse& house, const Order& order)
{
    const auto open = providerPaymentsOf(house.counter(), order.id);
    ENSURE(open.has_value());
    const InsteadRequest cash{PaymentId{Uuid::v7(house.first.clock.now(), house.first.random)},
                              open->back().payment.id,
                              {PaymentMethod::Cash, order.total, {}},
                              OpenPayment::Insist};
    ENSURE(payInstead(house.counter(), cash).has_value());
}

} // namespace

class LettersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { allowDocumentLanguages(); }

    void anOrderIsConfirmedOnceWithTicketsThatScanAtAnyGate()
    {
        LetterHouse house;
        const Order order = house.sell("kim@example.test", 2);
        house.settle();
        const QJsonObject mail = house.mailbox.mail();
        QVERIFY(mail["defects"].toArray().isEmpty());
        QVERIFY(mail["tls"].toBool());
        QCOMPARE(mail["user"].toString(), "box");
        QCOMPARE(addressee(mail), "kim@example.test");
        QCOMPARE(mail["from"].toArray().at(0).toArray().at(1).toString(), "box@foyer.test");
        QVERIFY(!mail["from"].toArray().at(0).toArray().at(0).toString().isEmpty());
        QVERIFY(mail["subject"].toString().contains("tickets"));
        for (const char* twin : {"text", "html"}) {
            QVERIFY(mail[twin].toString().contains(QString::fromUtf8("Kim Möller")));
            QVERIFY(!mail[twin].toString().contains("{{"));
        }
        QVERIFY(!mail["headers"].toArray().contains("list-unsubscribe"));
        Lines codes;
        for (const QImage& page : rasterized(pdfOf(mail), 200)) {
            std::ranges::copy(codesIn(page), std::back_inserter(codes));
        }
        QCOMPARE(codes.size(), std::size_t{2});
        house.exchange(); // the certificate of the server's key
        for (const std::string& code : codes) {
            const auto seen =
                ticketVerifier(house.counter())
                    .verify(code, order.placedAt); // days before: only the key matters
            QVERIFY(seen.authenticity == TicketAuthenticity::TooEarly ||
                    seen.authenticity == TicketAuthenticity::Genuine);
            QVERIFY(std::ranges::any_of(order.tickets, [&](const Ticket& ticket) {
                return ticket.id == seen.claims.ticket;
            }));
        }
        const QJsonArray events = mail["calendar"].toArray();
        QCOMPARE(events.size(), 1);
        const auto offer = offerOf(house.counter(), house.first.performance());
        const QJsonObject event = events.at(0).toObject();
        QCOMPARE(event["start"].toDouble() * 1000,
                 static_cast<double>((*offer)->performance.startsAt.ms));
        QCOMPARE(event["zone"].toString().toStdString(), (*offer)->performance.timeZone);
        QCOMPARE(event["summary"].toString().toStdString(), (*offer)->event.name);
        QCOMPARE(event["status"].toString(), "CONFIRMED");
        QCOMPARE(house.history(order.id), Lines{"mail.ended confirmation"});
        house.settle();
        QCOMPARE(house.mails(), 1);
    }

    void aLetterCarriesTheLogoAndTheColourOfTheHouse()
    {
        QTemporaryDir pictures;
        LetterHouse house{{}, pictures.path().toStdString()};
        const auto prepared = preparePicture(TextPictures{}, TextPictures::picture(640, 160));
        QVERIFY(addPicture(house.counter(), *prepared).has_value());
        QVERIFY(
            setLogo(house.counter(), PictureReference{prepared->picture.hash, {{"en", "A tower"}}})
                .has_value());
        QVERIFY(setHouseColours(house.counter(), {HouseColour{0x80, 0x00, 0x20}, {}}).has_value());
        house.sell("kim@example.test");
        house.settle();
        // Its file is not at the server yet: the mail does not wait for it.
        QVERIFY(house.mailbox.mail()["pictures"].toArray().isEmpty());
        QVERIFY(keepPicture(PictureFiles{pictures.path().toStdString()}, *prepared).has_value());
        house.sell("kim@example.test");
        house.settle();
        const QJsonObject mail = house.mailbox.mail();
        const QJsonArray shown = mail["pictures"].toArray();
        QCOMPARE(shown.size(), 1);
        const QString id = shown.at(0).toArray().at(0).toString();
        QVERIFY(id.endsWith("@foyer.test>"));
        const QString html = mail["html"].toString();
        QVERIFY(html.contains("src=\"cid:" + id.mid(1, id.size() - 2) + '"'));
        QVERIFY(html.contains("alt=\"A tower\""));
        QVERIFY(html.contains("background:#800020;color:#ffffff"));
        QVERIFY(mail["defects"].toArray().isEmpty());
    }

    void aLetterNamesWhoseEventItIsOnceInTheLanguageOfItsReader()
    {
        LetterHouse house;
        const EventId event = (*offerOf(house.counter(), house.first.performance()))->event.id;
        EventChange change;
        change.promoterName = "Rockhaus & Co";
        change.promoterAddress = "1 Mill Lane\nLeeds";
        QVERIFY(editEvent(house.counter(), event, change).has_value());
        for (const auto& [language, words] :
             {std::array{"en", "Organizer: Rockhaus & Co, 1 Mill Lane, Leeds"},
              std::array{"de", "Veranstalter: Rockhaus & Co, 1 Mill Lane, Leeds"}}) {
            house.sell("kim@example.test", 2, language);
            house.settle();
            const QJsonObject mail = house.mailbox.mail();
            QCOMPARE(mail["text"].toString().count(words), 1);
            QCOMPARE(mail["html"].toString().count(QString{words}.toHtmlEscaped()), 1);
            const QString paper =
                output(QStringLiteral("pdftotext"), {pdfOf(mail), QStringLiteral("-")});
            QVERIFY2(paper.contains("Rockhaus & Co"), qPrintable(paper));
        }
    }

    void theTicketsSpeakTheCustomersLanguage()
    {
        LetterHouse house;
        for (const auto& [language, words, others] :
             {std::array{"de", "Karte 1 von 1", "Ticket 1 of 1"},
              std::array{"en", "Ticket 1 of 1", "Karte 1 von 1"},
              std::array{"de-AT", "Karte 1 von 1", "Ticket 1 of 1"},
              std::array{"tlh", "Ticket 1 of 1", "Karte 1 von 1"}}) {
            house.sell("kim@example.test", 1, language);
            house.settle();
            const QString text = output(QStringLiteral("pdftotext"),
                                        {pdfOf(house.mailbox.mail()), QStringLiteral("-")});
            QVERIFY2(text.contains(words), qPrintable(text));
            QVERIFY2(!text.contains(others), qPrintable(text));
        }
    }

    void whoHasNoAddressAndWhatWasSoldBeforeTheServerWasThereIsNotMailed()
    {
        LetterHouse house{[](Till& till) { LetterHouse::sell(till, "old@example.test"); }};
        QVERIFY(house.first.sell({house.first.standing()}));
        house.sell("");
        house.settle();
        QVERIFY(house.database().integer("SELECT count(*) FROM mail") == 0);
    }

    void noTicketIsMailedBeforeItsMoneyHasCome()
    {
        LetterHouse house;
        const Order order = house.sellByPhone("kim@example.test");
        house.settle();
        QCOMPARE(house.mails(), 0);
        payInCash(house, order);
        house.settle();
        QCOMPARE(house.mails(), 1); // it is paid, though not as was asked for first
        QCOMPARE(house.mailbox.mail()["pdfs"].toArray().size(), 1);
    }

    void moneyGivenBackIsMailedWithItsAmountAndSoAreNewTickets()
    {
        LetterHouse house;
        const Order order = house.sell("kim@example.test", 2);
        house.settle();
        QVERIFY(house.mailbox.mail()["subject"].toString().contains("tickets"));
        ReturnRequest request;
        request.order = order.id;
        request.choice.tickets = {order.tickets[0].id};
        request.reason = "ill; the clerk's own remark";
        QVERIFY(returnTickets(house.counter(), request));
        house.settle();
        const QJsonObject back = house.mailbox.mail();
        QVERIFY(back["subject"].toString().contains("refund"));
        QVERIFY(back["text"].toString().contains("€"));
        QVERIFY(!back["text"].toString().contains("remark"));
        QVERIFY(reissueTickets(house.counter(), order.id, {order.tickets[1].id}, "lost"));
        house.settle();
        const QJsonObject anew = house.mailbox.mail();
        QVERIFY(anew["text"].toString().contains("replace"));
        QCOMPARE(anew["pdfs"].toArray().size(), 1);
        QCOMPARE(house.history(order.id),
                 (Lines{"mail.ended confirmation", "mail.ended refund",
                        "mail.ended confirmation"}));
        const Order other = house.sell("ann@example.test");
        house.settle();
        QCOMPARE(addressee(house.mailbox.mail()), "ann@example.test");
        QVERIFY(voidOrder(house.counter(), other.code, "all of it"));
        house.settle();
        const QJsonObject gone = house.mailbox.mail();
        QVERIFY(gone["text"].toString().contains("whole order"));
        QVERIFY(gone["calendar"].toArray().isEmpty());
    }

    void nobodyIsToldOfMoneyBackWhenAnImportIsTakenBack()
    {
        LetterHouse house;
        ImportedOrder there;
        there.externalId = "A1";
        there.where = "test, order A1";
        there.placedAt = house.first.clock.now();
        there.currency = "EUR";
        there.customer = {"Kim Möller", "kim@example.test", {}, {}, {}};
        there.tickets.emplace_back();
        there.tickets[0].type = "Adult";
        there.tickets[0].category = "Standing";
        there.tickets[0].gross = 1200;
        const OrderSource source{"pretix", "test", [&there](const TakeImportedOrder& take) {
                                     take(ImportedOrder{there});
                                     return Result<void>{};
                                 }};
        OrderImportTerms terms;
        terms.performance = house.first.standing().performance;
        const auto report = importOrders(house.counter(), source, terms);
        QVERIFY(report.has_value());
        QCOMPARE(report->added, std::size_t{1});
        QCOMPARE(undoOrderImport(house.counter(), report->id)->voided, std::size_t{1});
        house.settle();
        QVERIFY(house.database().integer("SELECT count(*) FROM order_void") == 1);
        QVERIFY(house.database().integer("SELECT count(*) FROM mail") == 0);
    }

    void anotherTimeAndACancellationAreMailedWhereTheHouseWantsIt()
    {
        LetterHouse house;
        const PerformanceId performance = house.first.performance();
        const Order order = house.sell("kim@example.test");
        house.settle();
        const QJsonObject before = house.mailbox.mail()["calendar"].toArray().at(0).toObject();
        const auto offer = offerOf(house.counter(), performance);
        const std::int64_t later = (*offer)->performance.startsAt.ms + 3'600'000;
        house.edit(performance, "starts_at", later);
        house.settle();
        QCOMPARE(house.mails(), 1); // nobody asked for it
        QVERIFY(setMailSettings(house.counter(),
                                {{{MailKind::Changed, true}, {MailKind::Cancelled, true}},
                                 "The Playhouse",
                                 "desk@playhouse.test",
                                 {}}));
        house.edit(performance, "starts_at", later + 3'600'000);
        house.settle();
        const QJsonObject changed = house.mailbox.mail();
        QVERIFY(changed["subject"].toString().startsWith("Another time"));
        QCOMPARE(changed["from"].toArray().at(0).toArray().at(0).toString(), "The Playhouse");
        QCOMPARE(changed["reply_to"].toArray().at(0).toArray().at(1).toString(),
                 "desk@playhouse.test");
        const QJsonObject after = changed["calendar"].toArray().at(0).toObject();
        QCOMPARE(after["uid"], before["uid"]);
        QVERIFY(after["sequence"].toInt() >= before["sequence"].toInt());
        QCOMPARE(after["start"].toDouble() * 1000, static_cast<double>(later + 3'600'000));
        house.edit(performance, "cancelled", true);
        house.settle();
        const QJsonObject off = house.mailbox.mail();
        QVERIFY(off["subject"].toString().startsWith("Cancelled"));
        QCOMPARE(off["calendar"].toArray().at(0).toObject()["status"].toString(), "CANCELLED");
        QCOMPARE(house.history(order.id).size(), std::size_t{3});
    }

    void whatAnOrganizerDoesToAnEventIsMailed()
    {
        LetterHouse house;
        Counter& counter = house.counter();
        QVERIFY(setMailSettings(
            counter, {{{MailKind::Changed, true}, {MailKind::Cancelled, true}}, {}, {}, {}}));
        house.sell("kim@example.test");
        house.settle();
        house.mailbox.mail();
        const PerformanceId date = house.first.performance();
        const auto offer = offerOf(counter, date);
        const Instant later{(*offer)->performance.startsAt.ms + 26 * 3'600'000};
        QVERIFY(postponeDate(counter, date, "Flood"));
        house.settle();
        QCOMPARE(house.mails(), 1); // nobody asked for that letter
        QVERIFY(moveDate(counter, date, later, "Dry again"));
        house.settle();
        const QJsonObject moved = house.mailbox.mail();
        QVERIFY(moved["subject"].toString().startsWith("Another time"));
        QCOMPARE(moved["calendar"].toArray().at(0).toObject()["start"].toDouble() * 1000,
                 static_cast<double>(later.ms));
        QVERIFY(cancelEvent(counter, (*offer)->event.id, "Flood again"));
        house.settle();
        QVERIFY(house.mailbox.mail()["subject"].toString().startsWith("Cancelled"));
        QCOMPARE(house.mails(), 3);
    }

    void buyersOfAPostponedDateAreToldOnceForEachTimeThatItIs()
    {
        LetterHouse house;
        Counter& counter = house.counter();
        QVERIFY(setMailSettings(counter,
                                {{{MailKind::Postponed, true}, {MailKind::Changed, true}},
                                 {},
                                 "desk@playhouse.test",
                                 {}}));
        house.sell("kim@example.test");
        const Order german = house.sell("ann@example.test", 1, "de");
        house.settle();
        house.mailbox.mail();
        house.mailbox.mail();
        const PerformanceId date = house.first.performance();
        const Instant start = (*offerOf(counter, date))->performance.startsAt;
        QVERIFY(postponeDate(counter, date, "Flood; the clerk's own remark"));
        house.settle();
        house.settle();
        QCOMPARE(house.mails(), 4);
        int number = 0;
        for (int i = 0; i < 2; ++i) {
            const QJsonObject mail = house.mailbox.mail();
            const bool isGerman = addressee(mail).startsWith("ann");
            const QString text = mail["text"].toString();
            QVERIFY(mail["subject"].toString().startsWith(isGerman ? "Verschoben" : "Postponed"));
            QVERIFY(text.contains(isGerman ? QStringLiteral("zurückgeben")
                                           : QStringLiteral("give your tickets back")));
            QVERIFY(text.contains("desk@playhouse.test"));
            QVERIFY(!text.contains("remark"));
            QVERIFY(!text.contains("{{"));
            const QJsonObject entry = mail["calendar"].toArray().at(0).toObject();
            QCOMPARE(entry["status"].toString(), "CANCELLED"); // nobody comes at the old time
            number = entry["sequence"].toInt();
        }
        QCOMPARE(house.history(german.id).back(), std::string{"mail.ended postponed"});
        house.first.clock.pass(60'000);
        QVERIFY(moveDate(counter, date, start, "The hall is dry after all"));
        house.settle();
        QCOMPARE(house.mails(), 6);
        for (int i = 0; i < 2; ++i) {
            const QJsonObject entry = house.mailbox.mail()["calendar"].toArray().at(0).toObject();
            QCOMPARE(entry["status"].toString(), "CONFIRMED");
            QVERIFY(entry["sequence"].toInt() > number);
        }
        QVERIFY(postponeDate(counter, date, "It rains again")); // which is another change
        house.settle();
        QCOMPARE(house.mails(), 8);
    }

    void whoPostponesWithoutHavingHeardOfAnotherIsNoSecondMail()
    {
        LetterHouse house;
        QVERIFY(setMailSettings(house.counter(), {{{MailKind::Postponed, true}}, {}, {}, {}}));
        house.sell("kim@example.test");
        house.settle();
        const auto postpone = [&] {
            Journal::Act act{house.counter().journal(), Permit::ofProgram()};
            // As somebody writes it who knows of no edit before.
            act.append(kind::kPerformanceEdited,
                       encode(EntityEdited{house.first.performance().uuid,
                                           {{"postponed", true}},
                                           std::map<std::string, FieldStamp>{{"postponed", {}}}}));
            act.commit();
        };
        postpone();
        house.settle();
        QCOMPARE(house.mails(), 2);
        postpone();
        house.settle();
        QCOMPARE(house.mails(), 2);
    }

    void noLetterOfANewTimeGoesOutOncePostponedAgain()
    {
        LetterHouse house;
        Counter& counter = house.counter();
        QVERIFY(setMailSettings(counter, {{{MailKind::Changed, true}}, {}, {}, {}}));
        house.sell("kim@example.test");
        house.settle();
        const PerformanceId date = house.first.performance();
        const Instant start = (*offerOf(counter, date))->performance.startsAt;
        QVERIFY(moveDate(counter, date, Instant{start.ms + 86'400'000}, "Rain"));
        QVERIFY(postponeDate(counter, date, "It does not stop"));
        house.settle();
        QCOMPARE(house.mails(), 1);
    }

    void remindersGoOutOnceTheDayBefore()
    {
        LetterHouse house;
        QVERIFY(setMailSettings(house.counter(), {{{MailKind::Reminder, true}}, {}, {}, {}}));
        house.sell("kim@example.test");
        house.settle();
        QVERIFY(house.mailbox.mail()["subject"].toString().contains("tickets"));
        const std::int64_t start = house.server().clock().now().ms + 72 * 3'600'000;
        house.edit(house.first.performance(), "starts_at", start);
        house.settle();
        const auto goTo = [&](std::int64_t ms) {
            house.server().clock().pass(ms - house.server().clock().now().ms);
            house.server().server().jobs().wake();
            QTest::qWait(1'500); // the schedule is looked at each second
            house.settle();
        };
        goTo(start - 30 * 3'600'000);
        QCOMPARE(house.mails(), 1);
        goTo(start - 22 * 3'600'000);
        QCOMPARE(house.mails(), 2);
        QVERIFY(house.mailbox.mail()["subject"].toString().startsWith("Soon"));
        goTo(start - 20 * 3'600'000);
        QCOMPARE(house.mails(), 2);
    }

    void aReceiptIsMailedWhenSomebodyAsks()
    {
        LetterHouse house;
        QVERIFY(setMailSettings(house.counter(), {{{MailKind::Confirmation, false}}, {}, {}, {}}));
        const Order order = house.sell("kim@example.test");
        house.settle();
        QCOMPARE(house.mails(), 0);
        QVERIFY(askForMail(house.counter(), order.id, MailKind::Receipt));
        house.settle();
        const QJsonObject mail = house.mailbox.mail();
        QVERIFY(mail["subject"].toString().contains("receipt"));
        QCOMPARE(mail["pdfs"].toArray().size(), 1);
        QCOMPARE(house.history(order.id), (Lines{"mail.asked receipt", "mail.ended receipt"}));
        QCOMPARE(codeOf(askForMail(house.counter(), order.id, MailKind::Refund)),
                 std::string{"bad_mail_kind"});
    }

    void aLetterWaitsForTheKeyOfItsCustomerAndGoesToNobodyWhoWasErased()
    {
        LetterHouse house;
        QVERIFY(setMailSettings(house.counter(), {{{MailKind::Confirmation, false}}, {}, {}, {}}));
        const Order order = house.sell("kim@example.test");
        house.settle();
        Bytes key;
        house.database().each("SELECT wrapped FROM customer_key", {},
                              [&](const DbRow& row) { key = row.bytes(0); });
        QVERIFY(!key.empty());
        house.database().run("UPDATE customer_key SET wrapped = ?", {Bytes{}});
        QVERIFY(askForMail(house.counter(), order.id, MailKind::Receipt));
        house.exchange();
        QTRY_VERIFY_WITH_TIMEOUT(house.database().integer(
                                     "SELECT count(*) FROM job WHERE problem LIKE '%key%'") == 1,
                                 60'000);
        house.database().run("UPDATE customer_key SET wrapped = ?", {key});
        house.settle();
        QCOMPARE(house.mails(), 1);
        QVERIFY(askForMail(house.counter(), order.id, MailKind::Receipt));
        QVERIFY(eraseCustomer(house.counter(), *order.customer));
        house.settle();
        QCOMPARE(house.mails(), 1);
    }

    void whatAProviderStillOwesIsNotConfirmed()
    {
        LetterHouse house;
        QVERIFY(setMailSettings(house.counter(), {{{MailKind::Confirmation, false}}, {}, {}, {}}));
        const Order order = house.sellByPhone("kim@example.test");
        house.settle();
        QVERIFY(askForMail(house.counter(), order.id, MailKind::Confirmation));
        house.exchange();
        QTRY_VERIFY_WITH_TIMEOUT(house.database().integer(
                                     "SELECT count(*) FROM job WHERE kind = 'letter' AND "
                                     "problem LIKE '%payment%'") == 1,
                                 60'000);
        payInCash(house, order);
        house.settle();
        QCOMPARE(house.mails(), 1);
    }

    void mailsAreInTheCustomersLanguageAndInTheOrganizersWords()
    {
        LetterHouse house;
        QVERIFY(setMailTemplate(house.counter(),
                                {MailKind::Confirmation,
                                 "en",
                                 "Ahoy {{order}}",
                                 "Dear {{customer}} & friends,\n\nsee you.\n",
                                 {}}));
        house.sell("kim@example.test", 1, "de-AT");
        house.settle();
        QVERIFY(house.mailbox.mail()["subject"].toString().contains("Karten"));
        house.sell("kim(1)@example.test");
        house.settle();
        QCOMPARE(house.mails("refused"), 1); // no address that mail goes to
        house.sell("ann@example.test");
        house.settle();
        const QJsonObject own = house.mailbox.mail();
        QVERIFY(own["subject"].toString().startsWith("Ahoy "));
        QVERIFY(own["text"].toString().startsWith("Dear Kim"));
        QVERIFY(own["html"].toString().contains("&amp; friends"));
    }

    void aBulletinReachesEachBuyerOnceAndNobodyWhoWantsNone()
    {
        LetterHouse house;
        QVERIFY(setMailSettings(house.counter(), {{{MailKind::Confirmation, false}}, {}, {}, {}}));
        house.sell("kim@example.test");
        house.sell("Kim@example.test"); // twice the same person
        house.sell("ann@example.test");
        const auto send = [&](const std::string& subject) {
            QVERIFY(askForBulletin(house.counter(), house.first.performance(), subject,
                                   "The bar opens at six.\n\nYours"));
            house.settle();
        };
        send("News");
        QCOMPARE(house.mails(), 2);
        QJsonObject kims;
        for (int i = 0; i < 2; ++i) {
            const QJsonObject mail = house.mailbox.mail();
            QCOMPARE(mail["unsubscribe_post"].toString(), "List-Unsubscribe=One-Click");
            kims = addressee(mail).toLower().startsWith("kim") ? mail : kims;
        }
        const std::string path = pathOf(kims["unsubscribe"].toString());
        QVERIFY(path.starts_with("/v1/unsubscribe/"));
        auto line = house.server().connect();
        const RawAnswer page = line.ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("<button") != std::string::npos);
        send("More news");
        QCOMPARE(house.mails(), 4); // looking changed nothing
        const std::string body = "List-Unsubscribe=One-Click";
        const RawAnswer ended = house.server().connect().ask(
            "POST " + path +
            " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body);
        QCOMPARE(ended.status, 200);
        send("Last news");
        QCOMPARE(house.mails(), 5);
        QVERIFY(house.database().integer("SELECT count(*) FROM mail_unsubscribed") == 1);
        const RawAnswer guessed = house.server().connect().ask(
            "GET /v1/unsubscribe/AAAA HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(guessed.status, 404);
        const Order order = house.sell("kim@example.test");
        QVERIFY(askForMail(house.counter(), order.id, MailKind::Confirmation));
        house.settle();
        QCOMPARE(house.mails(), 6); // what is about an order of their own goes all the same
        QVERIFY(house.server().log().find(path.substr(16)) == std::string::npos);
    }

    /// What somebody said at a counter and what they did with the link in a mail is one story: the
    /// later word stands, and everybody knows it.
    void theLinkInABulletinAndAWordAtACounterAreOneTruth()
    {
        LetterHouse house;
        QVERIFY(setMailSettings(house.counter(), {{{MailKind::Confirmation, false}}, {}, {}, {}}));
        const CustomerId kim = *house.sell("kim@example.test").customer;
        const auto send = [&] {
            QVERIFY(askForBulletin(house.counter(), house.first.performance(), "News", "Six."));
            house.settle();
            house.exchange();
        };
        const auto word = [&] {
            return customerCard(house.counter(), kim)->consentTo(ConsentPurpose::Bulletins);
        };
        const auto says = [&](bool given) {
            house.first.clock.pass(3'600'000);
            house.server().clock().pass(3'600'000);
            QVERIFY(editCustomer(house.counter(), kim,
                                 {.consents = {{ConsentPurpose::Bulletins, given}}}));
        };
        send();
        QCOMPARE(house.mails(), 1);
        QVERIFY(word() == std::nullopt);
        const std::string path = pathOf(house.mailbox.mail()["unsubscribe"].toString());
        says(false);
        send();
        QCOMPARE(house.mails(), 1); // at the counter
        says(true);
        send();
        QCOMPARE(house.mails(), 2);
        QCOMPARE(house.server()
                     .connect()
                     .ask("POST " + path +
                          " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                          "application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n")
                     .status,
                 200);
        send();
        QCOMPARE(house.mails(), 2);              // by the link, …
        QVERIFY(word() == std::optional{false}); // … as every counter knows
        says(true);
        send();
        QCOMPARE(house.mails(), 3); // and again at the counter
        QVERIFY(house.database().integer("SELECT count(*) FROM mail_unsubscribed") == 0);
    }

    void anAddressThatDoesNotExistIsToldInTheOrdersHistory()
    {
        LetterHouse house;
        const Order order = house.sell("gone@example.test");
        house.settle();
        QCOMPARE(house.history(order.id), Lines{"mail.ended confirmation !"});
        const auto changes = orderHistory(house.counter(), order.id);
        for (const OrderChange& change : *changes) {
            QVERIFY(change.note.find("gone@") == std::string::npos);
        }
    }

    void aBulletinToThousandsDelaysNobodysTickets()
    {
        MailPace pace{600, 300};
        const OrganizerId house{*Uuid::fromText("0190a000-0000-7000-8000-000000000001")};
        SystemRandom random;
        const Instant now{1'795'435'200'000};
        std::vector<std::pair<Uuid, Instant>> waiting;
        for (int i = 0; i < 1'000; ++i) {
            const Uuid mail = Uuid::v7(now, random);
            if (const auto turn = pace.turnOf({house, mail, true}, now)) {
                waiting.emplace_back(mail, *turn);
            }
        }
        QVERIFY(waiting.size() > 950);
        QVERIFY(!pace.turnOf({house, Uuid::v7(now, random), false}, now));
        // In any minute at most half of what the organizer may send, and a few seconds' worth.
        const auto inMinute = std::ranges::count_if(waiting, [&](const auto& each) {
            return each.second.ms - now.ms <= 60'000;
        });
        QVERIFY(inMinute <= 150);
        QVERIFY(inMinute >= 130);
        const auto& [mail, turn] = waiting.at(10);
        QVERIFY(pace.turnOf({house, mail, true}, Instant{turn.ms - 1}) == std::optional{turn});
        QVERIFY(!pace.turnOf({house, mail, true}, turn));
    }
};

QTEST_MAIN(LettersTest)
#include "test_letters.moc"
