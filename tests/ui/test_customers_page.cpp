// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/customers_desk.h"
#include "ui/common/theme.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/customers_page.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

class TestCustomersPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyHouseIsTaughtTheFirstStep()
    {
        Desk desk{false};
        QVERIFY(desk.says(QStringLiteral("Nobody is here yet")));
        desk.press(QStringLiteral("Import a table"));
        QCOMPARE(desk.page.findChild<QTabWidget*>()->currentIndex(), 2);
    }

    void theListShowsWhoFitsWhatIsTyped()
    {
        Desk desk;
        QCOMPARE(desk.list().count(), 4);
        QVERIFY(desk.says(QStringLiteral("4")));
        QTest::keyClicks(&desk.named<QLineEdit>(QStringLiteral("Search customers")),
                         QStringLiteral("Ada"));
        QTRY_COMPARE(desk.list().count(), 1);
        QVERIFY(desk.says(QStringLiteral("1 of 4 customers")));
        desk.named<QLineEdit>(QStringLiteral("Search customers")).clear();
        auto& tag = desk.named<QComboBox>(QStringLiteral("Only who has this tag"));
        tag.setCurrentIndex(tag.findData(QStringLiteral("Friend")));
        settle();
        QTRY_COMPARE(desk.list().count(), 2);
    }

    void aDetailIsChangedWhereItStands()
    {
        Desk desk;
        desk.choose(0);
        QVERIFY(desk.says(QStringLiteral("Ada Lovelace")));
        desk.type(QStringLiteral("Telephone"), QStringLiteral("030 7654321"));
        QVERIFY(desk.called("edit 030 7654321"));
        desk.type(QStringLiteral("Tags"), QStringLiteral("Press, New"));
        QVERIFY(desk.called("edit +New -Friend"));
        const auto calls = desk.port.calls.size();
        desk.named<QLineEdit>(QStringLiteral("Name")).setFocus();
        desk.named<QLineEdit>(QStringLiteral("E-mail")).setFocus();
        settle();
        QCOMPARE(desk.port.calls.size(), calls); // looking changes nothing
    }

    void aFaultStandsBelowItsField()
    {
        Desk desk;
        desk.choose(0);
        desk.port.refusal = badInput("bad_email", "This is not an email address.", "email");
        desk.type(QStringLiteral("E-mail"), QStringLiteral("nowhere"));
        QVERIFY(desk.says(QStringLiteral("not an")));
        QCOMPARE(desk.named<QLineEdit>(QStringLiteral("E-mail")).text(),
                 QStringLiteral("nowhere")); // to be put right
    }

    void whoeverLeavesAFaultyFieldIsNotHeldThere()
    {
        Desk desk;
        desk.choose(0);
        desk.port.refusal = badInput("bad_email", "This is not an email address.", "email");
        desk.type(QStringLiteral("E-mail"), QStringLiteral("nowhere"));
        const auto asked = desk.port.calls.size();
        desk.list().setFocus();
        settle();
        QVERIFY(desk.list().hasFocus());
        QCOMPARE(desk.port.calls.size(), asked);
    }

    void aRefusedDetailStaysAndIsKeptOnceItMayBe()
    {
        Desk desk;
        desk.choose(0);
        desk.port.refusal = refused("not_permitted", "You may not.");
        desk.type(QStringLiteral("Telephone"), QStringLiteral("030 7654321"));
        desk.list().setFocus();
        settle();
        desk.port.refusal.reset();
        desk.page.refresh(); // as after the window was locked
        settle();
        auto& phone = desk.named<QLineEdit>(QStringLiteral("Telephone"));
        QCOMPARE(phone.text(), QStringLiteral("030 7654321"));
        desk.port.calls.clear();
        phone.setFocus();
        desk.list().setFocus();
        settle();
        QVERIFY(desk.called("edit 030 7654321"));
        QVERIFY(!phone.isModified());
    }

    void whoIsChosenStaysAlsoWhereAChangeOfTheOneBeforeIsAnswered()
    {
        Desk desk;
        desk.choose(0);
        auto& phone = desk.named<QLineEdit>(QStringLiteral("Telephone"));
        phone.setFocus();
        phone.selectAll();
        QTest::keyClicks(&phone, QStringLiteral("030 7654321"));
        desk.list().setFocus(); // as a click on somebody else does
        desk.list().setCurrentRow(2);
        settle();
        QVERIFY(desk.called("edit 030 7654321"));
        QCOMPARE(desk.page.person().customer(), FakeCustomersPort::id(3));
        QCOMPARE(desk.list().currentRow(), 2);
        QCOMPARE(desk.named<QLineEdit>(QStringLiteral("Name")).text(), QStringLiteral("שרה כהן"));
        QVERIFY(phone.text().isEmpty());
    }

    void whatIsBeingTypedIsNotTakenOverToAnotherPerson()
    {
        Desk desk;
        desk.choose(0);
        auto& phone = desk.named<QLineEdit>(QStringLiteral("Telephone"));
        phone.setFocus();
        phone.selectAll();
        QTest::keyClicks(&phone, QStringLiteral("030 7654321"));
        desk.page.person().open(FakeCustomersPort::id(3));
        settle();
        QVERIFY(phone.text().isEmpty());
        desk.list().setFocus();
        settle();
        QVERIFY(std::ranges::none_of(desk.port.calls, [](const std::string& call) {
            return call.starts_with("edit");
        }));
    }

    void anAnswerThatComesAfterTheNextHasComeShowsNobody()
    {
        Desk desk;
        desk.list().setCurrentRow(0);
        desk.page.person().clear();
        settle();
        QVERIFY(desk.page.person().customer().isNil());
        QVERIFY(!desk.named<QLineEdit>(QStringLiteral("Name")).isVisible());
    }

    void somebodyNewIsTakenDown()
    {
        Desk desk;
        desk.press(QStringLiteral("Take somebody down"));
        QVERIFY(desk.says(QStringLiteral("Somebody new")));
        desk.type(QStringLiteral("Name"), QStringLiteral("Cleo"));
        QVERIFY(desk.called("add Cleo"));
        QCOMPARE(desk.list().count(), 5);
    }

    void somebodyNewIsAddedOnceHoweverFastTheClerkTypes()
    {
        Desk desk;
        desk.press(QStringLiteral("Take somebody down"));
        desk.typeAndGoOn(QStringLiteral("Name"), QStringLiteral("Cleo"));
        desk.typeAndGoOn(QStringLiteral("E-mail"), QStringLiteral("cleo@example.org"));
        auto& phone = desk.named<QLineEdit>(QStringLiteral("Telephone"));
        QTest::keyClicks(&phone, QStringLiteral("030"));
        settle(); // the answers come while the next detail is being typed
        QCOMPARE(desk.countOf("add"), 1);
        QVERIFY(desk.called("edit cleo@example.org"));
        QCOMPARE(phone.text(), QStringLiteral("030"));
        QTest::keyClicks(&phone, QStringLiteral(" 7654321"));
        QTest::keyClick(&phone, Qt::Key_Return);
        settle();
        QVERIFY(desk.called("edit 030 7654321"));
        QCOMPARE(desk.countOf("add"), 1);
        QCOMPARE(desk.list().count(), 5);
        QCOMPARE(desk.list().currentRow(), 4);
        QCOMPARE(desk.named<QLineEdit>(QStringLiteral("Name")).text(), QStringLiteral("Cleo"));
        QCOMPARE(desk.named<QLineEdit>(QStringLiteral("E-mail")).text(),
                 QStringLiteral("cleo@example.org"));
    }

    void whereTheFirstDetailIsRefusedTheNextOneTakesSomebodyDown()
    {
        Desk desk;
        desk.press(QStringLiteral("Take somebody down"));
        desk.port.refusal = badInput("bad_email", "This is not an email address.", "email");
        desk.typeAndGoOn(QStringLiteral("E-mail"), QStringLiteral("nowhere"));
        desk.port.refusal.reset();
        desk.typeAndGoOn(QStringLiteral("Name"), QStringLiteral("Cleo"));
        settle();
        QVERIFY(desk.called("add Cleo"));
        QCOMPARE(desk.list().count(), 5);
        QVERIFY(desk.says(QStringLiteral("not an")));
        QCOMPARE(desk.named<QLineEdit>(QStringLiteral("E-mail")).text(),
                 QStringLiteral("nowhere")); // to be put right
    }

    void twoNewOnesAreTwoPeople()
    {
        Desk desk;
        desk.press(QStringLiteral("Take somebody down"));
        desk.typeAndGoOn(QStringLiteral("Name"), QStringLiteral("Cleo"));
        buttonOf(desk.page, QStringLiteral("Take somebody down"))->click();
        desk.typeAndGoOn(QStringLiteral("Name"), QStringLiteral("Iras"));
        settle();
        QVERIFY(desk.called("add Cleo"));
        QVERIFY(desk.called("add Iras"));
    }

    void tagsThatAreBeingTypedStay()
    {
        Desk desk;
        desk.choose(0);
        auto& tags = desk.named<QLineEdit>(QStringLiteral("Tags"));
        tags.setFocus();
        tags.end(false);
        QTest::keyClicks(&tags, QStringLiteral(", New"));
        desk.page.refresh(); // as after a change elsewhere
        settle();
        QCOMPARE(tags.text(), QStringLiteral("Friend, Press, New"));
        QTest::keyClick(&tags, Qt::Key_Return);
        settle();
        QVERIFY(desk.called("edit +New"));
    }

    void aConsentIsWithdrawnWithHow()
    {
        Desk desk;
        desk.choose(0);
        QVERIFY(desk.says(QStringLiteral("by phone")));
        desk.press(QStringLiteral("Newsletter: withdraw"));
        auto& how =
            desk.named<QLineEdit>(QStringLiteral("How they said so: at the counter, by phone …"));
        QTest::keyClicks(&how, QStringLiteral("in person"));
        QTest::keyClick(&how, Qt::Key_Return);
        settle();
        QVERIFY(desk.called("edit no in person"));
    }

    void aNoteIsAddedAndAnOrderOpened()
    {
        Desk desk;
        desk.choose(0);
        desk.type(QStringLiteral("Add a note"), QStringLiteral("Likes the balcony."));
        QVERIFY(desk.called("edit note Likes the balcony."));
        QString order;
        connect(&desk.page, &ui::CustomersPage::orderAsked, this,
                [&order](const QString& code) { order = code; });
        auto& history = desk.named<QListWidget>(QStringLiteral("What happened, the latest first"));
        Q_EMIT history.itemActivated(history.item(0));
        QCOMPARE(order, QStringLiteral("AB22223C"));
    }

    void erasingSaysWhatItConcernsFirst()
    {
        Desk desk;
        desk.choose(0);
        desk.press(QStringLiteral("Erase"));
        QVERIFY(desk.says(QStringLiteral("stay in the books, without a name")));
        QVERIFY(!desk.called("erase"));
        desk.press(QStringLiteral("Erase for good"));
        QVERIFY(desk.called("erase"));
        QCOMPARE(desk.list().count(), 3);
    }

    void whoMayOnlyReadChangesNothing()
    {
        Desk desk;
        desk.port.mayEdit = false;
        desk.port.mayErase = false;
        desk.choose(0);
        QVERIFY(desk.named<QLineEdit>(QStringLiteral("Name")).isReadOnly());
        QVERIFY(buttonOf(desk.page, QStringLiteral("Erase")) == nullptr);
        QVERIFY(buttonOf(desk.page, QStringLiteral("Newsletter: withdraw")) == nullptr);
    }

    void whoComesNextSeesNothingOfTheOneBefore()
    {
        Desk desk;
        desk.choose(0);
        desk.port.refusal = refused("not_permitted", "You may not.");
        desk.page.startOver();
        settle();
        QVERIFY(!desk.says(QStringLiteral("Ada Lovelace")));
        QCOMPARE(desk.list().count(), 0);
        QVERIFY(desk.says(QStringLiteral("could not be read")));
    }

    void whoComesNextBeginsAtTheListOfAllPeople()
    {
        Desk desk;
        auto& tag = desk.named<QComboBox>(QStringLiteral("Only who has this tag"));
        tag.setCurrentIndex(tag.findData(QStringLiteral("Friend")));
        auto& consent = desk.named<QComboBox>(QStringLiteral("Only who agreed to this"));
        consent.setCurrentIndex(1);
        desk.openTab(1);
        desk.page.startOver();
        settle();
        QCOMPARE(desk.page.findChild<QTabWidget*>()->currentIndex(), 0);
        QVERIFY(tag.currentData().toString().isEmpty());
        QCOMPARE(consent.currentIndex(), 0);
        QCOMPARE(desk.list().count(), 4);
        desk.openTab(1);
        QCOMPARE(desk.named<QTableWidget>(QStringLiteral("The records side by side")).columnCount(),
                 2);
    }

    void everyControlHasAName()
    {
        Desk desk;
        desk.choose(0);
        for (const QWidget* widget : desk.page.findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<const QLineEdit*>(widget) != nullptr ||
                qobject_cast<const QComboBox*>(widget) != nullptr ||
                qobject_cast<const QListWidget*>(widget) != nullptr ||
                qobject_cast<const QPushButton*>(widget) != nullptr;
            if (isControl && widget->isVisible()) {
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            }
        }
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    TestCustomersPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_customers_page.moc"
