// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_money_back_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"
#include "ui/events/price_grid.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

struct Office {
    explicit Office(bool filled = true)
    {
        if (filled) {
            port.fill();
        }
        page.resize(1400, 900);
        page.show();
        page.activateWindow();
        page.setFocus();
        settle();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &page, key, with);
        settle();
    }
    void type(const QString& words)
    {
        for (const QChar letter : words) { // the first one may open a field of its own
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        }
        settle();
    }
    /// What can be typed into or chosen from and is called so.
    template <typename T>
    T& field(const QString& name)
    {
        for (T* each : page.findChildren<T*>()) {
            if (each->isVisible() && each->accessibleName() == name) {
                return *each;
            }
        }
        qFatal("no field %s", qPrintable(name));
    }
    void press(const QString& words)
    {
        QPushButton* button = buttonOf(page, words);
        if (button == nullptr) {
            qFatal("no button %s", qPrintable(words));
        }
        button->click();
        settle();
    }
    /// Opens the first event by keyboard alone.
    void openFirst(ui::EventStage stage)
    {
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        page.flow().openStage(stage);
        settle();
    }
    bool says(const QString& words) { return test::says(page, words); }

    FakeEventsPort port;
    FakeMoneyBackPort money;
    ui::EventsPage page{port, money};
};

/// What a field says of itself to whoever cannot see it.
QString saidOf(const QWidget& field)
{
    return field.accessibleDescription();
}

} // namespace

class TestEventsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyHouseTeachesTheFirstStepAndHasTheKeyboardOnIt()
    {
        Office office{false};
        QVERIFY(office.says(QStringLiteral("No event yet")));
        office.key(Qt::Key_Space);
        QVERIFY(office.says(QStringLiteral("A new event")));
        office.type(QStringLiteral("Macbeth"));
        office.key(Qt::Key_Return); // to the venue, which is asked for
        office.type(QStringLiteral("Old barn"));
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.calls.back(), std::string{"create Macbeth at Old barn"});
        QCOMPARE(office.page.flow().stage(), ui::EventStage::Dates); // what is missing first
        QVERIFY(office.page.flow().isVisible());
    }

    void aRefusedNameStaysAndIsTold()
    {
        Office office{false};
        office.port.refusal = badInput("name_missing", "Give it a name.", "name");
        office.key(Qt::Key_Space);
        office.type(QStringLiteral("?"));
        office.key(Qt::Key_Return);
        office.type(QStringLiteral("Barn"));
        office.key(Qt::Key_Return);
        auto& name = office.field<QLineEdit>(QStringLiteral("Name"));
        QCOMPARE(name.text(), QStringLiteral("?"));
        QVERIFY(!saidOf(name).isEmpty());
        QVERIFY(name.hasFocus());
    }

    void theListIsSearchedAndFilteredAndAnEventCopiedByKeyboard()
    {
        Office office;
        auto& cards = office.field<QListWidget>(QStringLiteral("Events"));
        QCOMPARE(cards.count(), 5);
        QVERIFY(cards.item(0)
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("Hamlet, On sale")));
        QTRY_VERIFY(cards.item(2)
                        ->data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QStringLiteral("Sold out")));
        office.type(QStringLiteral("jazz"));
        QCOMPARE(cards.count(), 1);
        office.key(Qt::Key_Down);
        office.key(Qt::Key_F6);
        QVERIFY(office.says(QStringLiteral("One like Late jazz")));
        office.type(QStringLiteral("Early jazz"));
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.calls.back(), std::string{"clone 05 Early jazz"});
        QVERIFY(office.page.flow().isVisible());
    }

    void whatCannotBeReadSaysSoAndIsTriedAgain()
    {
        Office office;
        office.port.listRefusal = storageError("disk_full", "The disk is full.");
        office.page.presenter().refreshList();
        settle();
        QVERIFY(office.says(QStringLiteral("could not be read")));
        office.port.listRefusal.reset();
        office.press(QStringLiteral("Try again"));
        QCOMPARE(office.field<QListWidget>(QStringLiteral("Events")).count(), 5);
    }

    void aFieldIsSavedWhenItIsLeftAndOnlyWhatWasChanged()
    {
        Office office;
        office.openFirst(ui::EventStage::Details);
        auto& name = office.field<QLineEdit>(QStringLiteral("Name"));
        QVERIFY(name.hasFocus());
        name.selectAll();
        office.type(QStringLiteral("Hamlet, Prince"));
        QVERIFY(office.port.edits.empty());
        office.key(Qt::Key_Tab);
        const auto* change = office.port.last<EventChange>();
        QVERIFY(change != nullptr);
        QCOMPARE(change->name.value_or(""), std::string{"Hamlet, Prince"});
        QVERIFY(!change->subtitle && !change->venue && !change->tags);
        office.key(Qt::Key_Tab);
        QCOMPARE(office.port.edits.size(), std::size_t{1}); // nothing was changed there
        QVERIFY(office.says(QStringLiteral("Everything is saved")));
    }

    void aRefusedValueStaysInItsFieldUntilItIsMended()
    {
        Office office;
        office.openFirst(ui::EventStage::Details);
        office.port.refusal = badInput("bad_email", "This is no mail address.", "contact_mail");
        auto& mail = office.field<QLineEdit>(QStringLiteral("Mail for questions"));
        mail.setFocus();
        office.type(QStringLiteral("nobody"));
        office.key(Qt::Key_Tab);
        QCOMPARE(mail.text(), QStringLiteral("nobody"));
        QVERIFY(!saidOf(mail).isEmpty());
        office.page.heard(); // what comes from elsewhere does not take it
        settle();
        QCOMPARE(mail.text(), QStringLiteral("nobody"));
        office.port.refusal.reset();
        mail.setFocus();
        office.type(QStringLiteral("@example.org"));
        office.key(Qt::Key_Tab);
        QVERIFY(saidOf(mail).isEmpty());
    }

    void aRefusalIsReadBeforeTheEventIsLeft()
    {
        Office office;
        office.openFirst(ui::EventStage::Details);
        office.port.refusal = badInput("bad_phone", "This is no number.", "contact_phone");
        auto& phone = office.field<QLineEdit>(QStringLiteral("Telephone"));
        phone.setFocus();
        office.type(QStringLiteral("x"));
        office.key(Qt::Key_Escape);
        QVERIFY(phone.isVisible());
        QVERIFY(!saidOf(phone).isEmpty());
        QVERIFY(office.says(QStringLiteral("Not everything is saved")));
        office.key(Qt::Key_Escape);
        QVERIFY(!phone.isVisible());
    }

    void aNewerValueIsShownAndWhatIsBeingTypedIsNotTaken()
    {
        Office office;
        office.openFirst(ui::EventStage::Details);
        auto& name = office.field<QLineEdit>(QStringLiteral("Name"));
        office.type(QStringLiteral("!"));
        const QString typed = name.text();
        ui::EventView& view = office.port.view(office.port.cards[0].id);
        view.event.name = "Othello";
        view.event.subtitle = "Another tragedy";
        office.page.heard();
        settle();
        QCOMPARE(name.text(), typed);
        QCOMPARE(office.field<QLineEdit>(QStringLiteral("Subtitle")).text(),
                 QStringLiteral("Another tragedy"));
    }

    void whatWasTypedForOneEventIsNeverWrittenToAnother()
    {
        Office office;
        office.openFirst(ui::EventStage::Details);
        office.port.refusal = badInput("bad_phone", "This is no number.", "contact_phone");
        office.field<QLineEdit>(QStringLiteral("Telephone")).setFocus();
        office.type(QStringLiteral("x"));
        office.key(Qt::Key_Escape);
        office.port.refusal.reset();
        const std::size_t edits = office.port.edits.size();
        office.page.presenter().open(office.port.cards[1].id);
        settle();
        office.page.flow().openStage(ui::EventStage::Details);
        settle();
        QVERIFY(office.field<QLineEdit>(QStringLiteral("Telephone")).text().isEmpty());
        QCOMPARE(office.port.edits.size(), edits);
    }

    void stepsAreLeftByKeysAndTheRailSaysWhatIsMissing()
    {
        Office office;
        office.page.presenter().open(office.port.cards[1].id);
        settle();
        QCOMPARE(office.page.flow().stage(), ui::EventStage::Dates);
        QVERIFY(buttonOf(office.page, QStringLiteral("Dates, 1 missing")) != nullptr);
        QVERIFY(buttonOf(office.page, QStringLiteral("Details, done")) != nullptr);
        office.key(Qt::Key_F4);
        QCOMPARE(office.page.flow().stage(), ui::EventStage::Prices);
        office.key(Qt::Key_F3);
        office.key(Qt::Key_F3);
        QCOMPARE(office.page.flow().stage(), ui::EventStage::Venue);
    }

    void aPriceIsTypedFromCellToCell()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.setFocus();
        grid.setCurrentCell(0, 0);
        office.type(QStringLiteral("45"));
        office.key(Qt::Key_Return);
        const auto* prices = office.port.last<ui::SetPrices>();
        QVERIFY(prices != nullptr);
        QCOMPARE(prices->cells.front().minor.value_or(0), 4'500);
        QCOMPARE(grid.item(0, 0)->text(), QStringLiteral("45.00"));
        QCOMPARE(grid.currentRow(), 1);
    }

    void whatIsNoPriceStaysInItsCell()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(1, 1)->setText(QStringLiteral("about ten"));
        settle();
        QVERIFY(office.port.edits.empty());
        QCOMPARE(grid.item(1, 1)->text(), QStringLiteral("about ten"));
        QVERIFY(office.says(QStringLiteral("about ten")));
        grid.item(1, 1)->setText(QStringLiteral("10"));
        settle();
        QCOMPARE(office.port.last<ui::SetPrices>()->cells.front().minor.value_or(0), 1'000);
    }

    void aPriceOfSoldTicketsIsAskedAboutAndKeptByKeep()
    {
        Office office;
        office.port.effectNow.tickets = 12;
        office.port.effectNow.worth = Money{50'400, *Currency::fromCode("EUR")};
        office.port.effectNow.customers = 7;
        office.port.effectNow.withMail = 5;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        settle();
        QVERIFY(office.port.edits.empty());
        QVERIFY(office.says(QStringLiteral("12 ticket(s) worth €504.00")));
        QVERIFY(office.says(QStringLiteral("7 customer(s) are known, 5 with")));
        office.press(QStringLiteral("Leave it as it is"));
        QVERIFY(office.port.edits.empty());
        QCOMPARE(grid.item(0, 0)->text(), QStringLiteral("42.00"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        settle();
        office.press(QStringLiteral("Change the price"));
        QCOMPARE(office.port.count<ui::SetPrices>(), 1);
    }

    void pricesThatAreTypedFasterThanAnswersComeAreAllKept()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("41"));
        grid.item(1, 0)->setText(QStringLiteral("20"));
        grid.item(2, 0)->setText(QStringLiteral("29"));
        settle();
        QCOMPARE(office.port.count<ui::SetPrices>(), 3);
    }

    void aPriceThatWasTypedLastIsKeptWhereTheEventIsLeftAtOnce()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        office.field<ui::PriceGrid>(QStringLiteral("Prices"))
            .item(0, 0)
            ->setText(QStringLiteral("50"));
        office.press(QStringLiteral("All events"));
        QCOMPARE(office.port.count<ui::SetPrices>(), 1);
        QVERIFY(!office.page.flow().isVisible());
    }

    void anEventIsNotLeftBeforeWhatItAsksIsAnswered()
    {
        Office office;
        office.port.effectNow.tickets = 12;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        office.press(QStringLiteral("All events"));
        QVERIFY(office.page.flow().isVisible());
        office.press(QStringLiteral("Change the price"));
        QCOMPARE(office.port.count<ui::SetPrices>(), 1);
        QVERIFY(!office.page.flow().isVisible());
    }

    void whatOneEventAsksIsNotAskedInAnother()
    {
        Office office;
        office.port.effectNow.tickets = 12;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        grid.item(1, 0)->setText(QStringLiteral("25"));
        settle();
        QVERIFY(buttonOf(office.page, QStringLiteral("Change the price")) != nullptr);
        grid.item(2, 0)->setText(QStringLiteral("35")); // is not answered yet
        office.page.presenter().open(office.port.cards[1].id);
        settle();
        QVERIFY(office.page.flow().isVisible());
        QVERIFY(buttonOf(office.page, QStringLiteral("Change the price")) == nullptr);
        QVERIFY(office.port.edits.empty());
    }

    void aSeriesIsSaidPlainlyAndShownBeforeItIsMade()
    {
        Office office;
        office.openFirst(ui::EventStage::Dates);
        office.field<QComboBox>(QStringLiteral("Repeated")).setCurrentIndex(2);
        settle();
        for (auto* box : office.page.findChildren<QAbstractButton*>()) {
            if (box->accessibleName() == QStringLiteral("Friday") ||
                box->accessibleName() == QStringLiteral("Saturday")) {
                box->setChecked(true);
            }
        }
        office.field<QLineEdit>(QStringLiteral("Not on these days"))
            .setText(QStringLiteral("2026-12-25; 2026-12-26"));
        QTRY_VERIFY(office.port.planned &&
                    office.port.planned->rule == "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=10");
        QTRY_COMPARE(office.port.planned->except.size(), std::size_t{2});
        QCOMPARE(office.port.planned->except[0], std::string{"2026-12-25"});
        QTRY_VERIFY(buttonOf(office.page, QStringLiteral("Add 8 date(s)")) != nullptr);
        QVERIFY(office.port.edits.empty());
        office.press(QStringLiteral("Add 8 date(s)"));
        QCOMPARE(office.port.count<ui::NewDates>(), 1);
    }

    void aDateIsNotCancelledWithoutAReason()
    {
        Office office;
        office.port.effectNow.tickets = 70;
        office.port.effectNow.worth = Money{294'000, *Currency::fromCode("EUR")};
        office.openFirst(ui::EventStage::Dates);
        office.press(QStringLiteral("Cancel this date…"));
        QVERIFY(office.says(QStringLiteral("70 ticket(s) worth")));
        QVERIFY(office.says(QStringLiteral("None goes back before you say so")));
        office.key(Qt::Key_Return);
        QVERIFY(office.says(QStringLiteral("Say why")));
        QVERIFY(office.port.edits.empty());
        office.type(QStringLiteral("Yorick is ill"));
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.last<ui::CancelDate>()->reason, std::string{"Yorick is ill"});
    }

    void escapeLeavesADateAsItIs()
    {
        Office office;
        office.openFirst(ui::EventStage::Dates);
        office.press(QStringLiteral("Postpone…"));
        office.type(QStringLiteral("A strike"));
        office.key(Qt::Key_Escape);
        QVERIFY(office.port.edits.empty());
        QVERIFY(office.page.flow().isVisible());
    }

    void aPointLeadsToItsStepAndPublishingWaitsForAll()
    {
        Office office;
        office.page.presenter().open(office.port.cards[1].id);
        settle();
        office.page.flow().openStage(ui::EventStage::Publish);
        settle();
        QVERIFY(office.says(QStringLiteral("2 thing(s) are missing")));
        QVERIFY(!buttonOf(office.page, QStringLiteral("Publish  F9"))->isEnabled());
        office.press(QStringLiteral("Go to Prices"));
        QCOMPARE(office.page.flow().stage(), ui::EventStage::Prices);
        office.field<QLineEdit>(QStringLiteral("A new ticket type")).setFocus();
        office.type(QStringLiteral("Adult"));
        office.key(Qt::Key_Return);
        office.port.view(office.port.cards[1].id).points.clear();
        office.page.heard();
        settle();
        office.page.flow().openStage(ui::EventStage::Publish);
        settle();
        office.key(Qt::Key_F9);
        QCOMPARE(office.port.count<ui::PublishEvent>(), 1);
        QVERIFY(office.says(QStringLiteral("It is on sale")));
    }

    void theTicketFollowsWhatIsTypedAndIsNotDrawnForEachLetter()
    {
        Office office;
        office.openFirst(ui::EventStage::Details);
        QTRY_VERIFY(!office.port.drafts.empty());
        const std::size_t before = office.port.drafts.size();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(", Prince of Denmark"));
        QTRY_VERIFY(!office.port.drafts.empty() &&
                    office.port.drafts.back().name.ends_with("Prince of Denmark"));
        QVERIFY(office.port.drafts.size() < before + 3);
    }

    void aTextIsKeptInTheLanguageThatIsChosen()
    {
        Office office;
        office.openFirst(ui::EventStage::Texts);
        auto& language = office.field<QComboBox>(QStringLiteral("In this language"));
        language.setCurrentIndex(language.findData(QStringLiteral("de")));
        Q_EMIT language.activated(language.currentIndex());
        auto& area = office.field<QPlainTextEdit>(QStringLiteral("Description"));
        QVERIFY(area.toPlainText().isEmpty());
        area.setFocus();
        office.type(QStringLiteral("Etwas ist *faul*"));
        office.key(Qt::Key_Tab);
        const auto* change = office.port.last<EventChange>();
        QVERIFY(change != nullptr && change->texts.contains("de"));
        QCOMPARE(change->texts.at("de").description.value_or(""), std::string{"Etwas ist *faul*"});
        QVERIFY(!change->description);
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    TestEventsPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_events_page.moc"
