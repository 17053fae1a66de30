// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The server tells staff: counters hear of it by the feed, and whoever wants mail gets one, once.

#include "core/services/notices.h"
#include "core/services/users.h"
#include "core/storage/notice_store.h"
#include "core/storage/payment_work_store.h"
#include "sync/server/notices/notice_desk.h"
#include "tests/support/letter_house.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;

namespace {

constexpr const char* kPassword = "a long way to tipperary";
constexpr const char* kPin = "271828";

QString addressee(const QJsonObject& mail)
{
    return mail["to"].toArray().at(0).toArray().at(1).toString();
}

/// A house whose server looks each minute.
class ToldHouse : public LetterHouse {
public:
    ToldHouse()
    {
        counter().access().setPasswordCost(kCheap);
        // All that is sold in these tests is news.
        ENSURE(setNoticeLimits(counter(), {kSmallCapacity, 100, 10}).has_value());
    }
    void add(const std::string& name, const std::string& role)
    {
        const bool isFirst = counter().access().isOpenHouse();
        ENSURE(addUser(counter(), {name, role, isFirst ? kPassword : "", isFirst ? "" : kPin})
                   .has_value());
        if (isFirst) {
            signIn(name);
        }
    }
    void signIn(const std::string& name)
    {
        const bool isAda = name == "Ada";
        ENSURE(counter().access().signIn(name, isAda ? kPassword : kPin).has_value());
    }
    void wantMails(const std::string& address, const std::string& language,
                   const std::set<NoticeKind>& kinds)
    {
        NoticeChoice choice;
        for (const NoticeKind kind : kinds) {
            put(choice.mail, kind, true);
        }
        choice.address = address;
        choice.language = language;
        const auto chosen = chooseNotices(counter(), choice);
        ENSURE(chosen.has_value());
    }
    /// Ten of thirty.
    void sellSome()
    {
        for (int i = 0; i < 10; ++i) {
            SaleRequest request;
            request.id = OrderId{Uuid::v7(first.clock.now(), first.random)};
            request.cart.items = {first.standing()};
            // Cash would need a shift where people sign in.
            request.tenders = {
                {PaymentMethod::CardTerminal, quote(counter(), request.cart)->total, "4711"}};
            (void)LetterHouse::sell(first, request);
        }
        exchange();
    }
    /// Waits until the server has looked once more; whatever follows from it is done.
    void letItLook()
    {
        exchange();
        // What it does within the minute is not counted on: the clock is in our hand.
        server().clock().pass(60'000);
        first.clock.pass(60'000);
        const auto looks = [this] {
            return database()
                .integer("SELECT due_at FROM job WHERE kind = 'notice_watch' AND worker IS NULL")
                .value_or(0);
        };
        server().server().jobs().wake();
        QTRY_VERIFY_WITH_TIMEOUT(looks() > server().clock().now().ms, 60'000);
        settle();
        exchange();
    }
    std::string told()
    {
        exchange();
        std::string text;
        const auto seen = notices(counter());
        ENSURE(seen.has_value());
        for (const SeenNotice& each : seen->notices) {
            text += (text.empty() ? "" : ", ") + std::string{noticeKindName(each.notice.kind)} +
                (each.notice.isOver() ? " over" : "");
        }
        return text;
    }
    std::int64_t noticeMails()
    {
        return database()
            .integer("SELECT count(*) FROM mail WHERE what = 'notices' AND state = 'sent'")
            .value();
    }
};

} // namespace

class NoticesServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerFindsIsHeardOfAtTheCounterOnce()
    {
        ToldHouse house;
        house.letItLook();
        QCOMPARE(house.told(), std::string{});
        house.sellSome();
        house.letItLook();
        QCOMPARE(house.told(), std::string{"low_stock"});
        house.letItLook();
        QCOMPARE(house.told(), std::string{"low_stock"});
        QCOMPARE(house.noticeMails(), 0); // nobody asked for one
    }

    void moneyThatDoesNotGoOnIsToldUntilSomebodyHasLooked()
    {
        ToldHouse house;
        QVERIFY(setNoticeLimits(house.counter(), {1, 1, 10}).has_value()); // of money alone
        const Order order = house.sellByPhone("kim@example.test");
        house.exchange();
        const OrganizerId organizer = house.counter().organizer();
        const PaymentId payment = providerPaymentsOf(house.counter(), order.id)->back().payment.id;
        Database& database = house.database();
        const auto hold = [&](const char* why) {
            auto work = readPaymentWork(database, organizer, payment);
            ENSURE(work.has_value());
            work->held = why;
            storePaymentWork(database, *work);
        };
        hold("its amount is not the one that was asked for");
        house.letItLook();
        QCOMPARE(house.told(), std::string{"payment_failed"});
        hold("");
        house.letItLook();
        QCOMPARE(house.told(), std::string{"payment_failed over"});
        // A refund that failed is told, too.
        RefundWork refund{.organizer = organizer,
                          .refund =
                              PaymentId{Uuid::v7(house.first.clock.now(), house.first.random)},
                          .payment = payment,
                          .amount = order.total,
                          .madeAt = house.first.clock.now(),
                          .state = RefundWorkState::Failed};
        storeRefundWork(database, refund);
        house.letItLook();
        QCOMPARE(house.told(), std::string{"payment_failed, payment_failed over"});
        refund.state = RefundWorkState::Done;
        storeRefundWork(database, refund);
        house.letItLook();
        QCOMPARE(house.told(), std::string{"payment_failed over, payment_failed over"});
    }

    void whoWantsMailGetsOneInTheirLanguageWithWhatTheirRoleMayKnow()
    {
        ToldHouse house;
        house.add("Ada", "administrator");
        house.add("Kim", "clerk");
        house.add("Dora", "door");
        house.wantMails("ada@example.test", "de", {NoticeKind::LowStock, NoticeKind::SoldOut});
        house.signIn("Kim");
        house.wantMails("kim@example.test", "", {NoticeKind::Incident, NoticeKind::SyncSilent});
        house.signIn("Dora");
        house.wantMails("dora@example.test", "", {NoticeKind::LowStock});
        house.signIn("Ada");
        house.exchange();
        house.sellSome();
        house.letItLook();
        QCOMPARE(house.noticeMails(), 1); // Kim wants no such thing, and Dora may not know of it
        const QJsonObject mail = house.mailbox.mail();
        QVERIFY(mail["defects"].toArray().isEmpty());
        QCOMPARE(addressee(mail), "ada@example.test");
        QVERIFY(mail["subject"].toString().contains("fast ausverkauft"));
        for (const char* twin : {"text", "html"}) {
            const QString text = mail[twin].toString();
            QVERIFY2(text.contains("Hamlet") && text.contains("20 von 30"), qPrintable(text));
            QVERIFY(text.contains("Einstellungen"));
            QVERIFY(!text.contains("{{"));
        }
        house.letItLook();
        QCOMPARE(house.noticeMails(), 1);
    }

    void aHouseWithoutUsersIsMailedAsOne()
    {
        ToldHouse house;
        house.wantMails("box@example.test", "", {NoticeKind::LowStock});
        house.sellSome();
        house.letItLook();
        const QJsonObject mail = house.mailbox.mail();
        QCOMPARE(addressee(mail), "box@example.test");
        QVERIFY(mail["text"].toString().contains("Places left: 20 of 30"));
        QVERIFY(mail["subject"].toString().contains("nearly sold out: Hamlet"));
    }

    void whoIsNoLongerThereIsNotMailed()
    {
        ToldHouse house;
        house.add("Ada", "administrator");
        house.add("Kim", "clerk");
        house.signIn("Kim");
        house.wantMails("kim@example.test", "", {NoticeKind::LowStock});
        house.signIn("Ada");
        const User* kim = house.counter().access().userNamed("Kim");
        ENSURE(changeUser(house.counter(), kim->id, {.active = false}).has_value());
        house.exchange();
        house.sellSome();
        house.letItLook();
        QCOMPARE(house.told(), std::string{"low_stock"});
        QCOMPARE(house.noticeMails(), 0);
    }

    void aJobThatBreaksOffAndBeginsAnewMailsOnce()
    {
        ToldHouse house;
        house.wantMails("box@example.test", "", {NoticeKind::LowStock});
        house.exchange();
        house.sellSome();
        house.letItLook();
        QCOMPARE(house.noticeMails(), 1);
        // The server was ended after the mail was written and before it took note of that; another
        // one begins the same job again, and later the look, too.
        Database& database = house.database();
        Bytes body;
        database.each("SELECT user_id FROM notice_choice", {}, [&](const DbRow& row) {
            CborWriter writer;
            writer.array(2).bytes(row.bytes(0)).array(1);
            body = writer.take();
        });
        database.each("SELECT id FROM notice WHERE raised_at IS NOT NULL", {},
                      [&](const DbRow& row) {
                          CborWriter writer;
                          writer.bytes(row.bytes(0));
                          const Bytes id = writer.take();
                          body.insert(body.end(), id.begin(), id.end());
                      });
        {
            Transaction transaction{database};
            database.run("UPDATE job SET ended_at = NULL, outcome = NULL, worker = NULL, "
                         "body = ?, due_at = 0 WHERE kind = 'notice_mail'",
                         {body});
            database.run("UPDATE job SET due_at = 0 WHERE kind = 'notice_watch'");
            transaction.commit();
        }
        house.letItLook();
        QCOMPARE(database.integer("SELECT count(*) FROM job WHERE kind = 'notice_mail' AND "
                                  "ended_at IS NOT NULL"),
                 std::optional<std::int64_t>{1});
        QCOMPARE(house.noticeMails(), 1);
        QCOMPARE(house.told(), std::string{"low_stock"});
        QCOMPARE(addressee(house.mailbox.mail()), "box@example.test");
        house.sell("kim@example.test");
        house.settle();
        QCOMPARE(addressee(house.mailbox.mail()), "kim@example.test"); // no second one before it
    }

    void aServerThatBeginsAnewGoesOnLookingAndSaysNothingTwice()
    {
        ToldHouse house;
        house.sellSome();
        house.letItLook();
        house.server().restart();
        house.letItLook();
        QCOMPARE(house.told(), std::string{"low_stock"});
        QCOMPARE(house.database().integer("SELECT count(*) FROM job WHERE kind = 'notice_watch'"),
                 std::optional<std::int64_t>{1});
    }
};

QTEST_MAIN(NoticesServerTest)
#include "test_notices_server.moc"
