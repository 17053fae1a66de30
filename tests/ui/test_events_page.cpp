// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/events_office.h"
#include "ui/common/theme.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"
#include "ui/events/limit_chart.h"
#include "ui/events/picture_drop.h"
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

    void anEventIsMadeOnceHoweverOftenEnterIsPressed()
    {
        Office office{false};
        office.key(Qt::Key_Space);
        office.type(QStringLiteral("Macbeth"));
        office.key(Qt::Key_Return);
        office.type(QStringLiteral("Old barn"));
        QWidget* venue = QApplication::focusWidget();
        QTest::keyClick(venue, Qt::Key_Return);
        QTest::keyClick(venue, Qt::Key_Return);
        settle();
        QCOMPARE(office.port.calls.size(), std::size_t{1});
        QCOMPARE(office.port.cards.size(), std::size_t{1});
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
        office.port.refusal.reset();
        office.press(QStringLiteral("Begin"));
        QCOMPARE(office.port.cards.size(), std::size_t{1});
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

    void whoeverComesNextIsAskedNothingWhileThePageIsOutOfSight()
    {
        Office office;
        office.openFirst(ui::EventStage::Details);
        office.page.hide();
        const int before = office.port.housesRead;
        office.page.startOver();
        settle();
        QCOMPARE(office.port.housesRead, before);
        office.page.show();
        settle();
        QVERIFY(office.port.housesRead > before); // what they may change of the house
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

    void theTextOnTheTicketIsOfItsLanguageAndShownWhileItIsTyped()
    {
        Office office;
        office.openFirst(ui::EventStage::Texts);
        auto& language = office.field<QComboBox>(QStringLiteral("In this language"));
        language.setCurrentIndex(language.findData(QStringLiteral("de")));
        Q_EMIT language.activated(language.currentIndex());
        office.field<QPlainTextEdit>(QStringLiteral("On each ticket")).setFocus();
        office.type(QStringLiteral("Einlass nur mit Ausweis"));
        QTRY_VERIFY(!office.port.drafts.empty() &&
                    office.port.drafts.back().text == std::string{"Einlass nur mit Ausweis"});
        office.key(Qt::Key_Backtab);
        const auto* change = office.port.last<EventChange>();
        QVERIFY(change != nullptr && change->texts.contains("de"));
        QCOMPARE(change->texts.at("de").ticketText.value_or(""),
                 std::string{"Einlass nur mit Ausweis"});
        QVERIFY(!change->ticketText);
        QTRY_VERIFY(!office.port.drafts.back().text); // as it is kept again
    }

    void droppedFilesBecomePosterAndGalleryOneAfterTheOther()
    {
        Office office;
        office.openFirst(ui::EventStage::Pictures);
        QVERIFY(office.says(QStringLiteral("No poster yet")));
        office.port.arePicturesSlow = true;
        office.drop(0, {QUrl::fromLocalFile(QStringLiteral("/tmp/hamlet.jpg"))});
        QVERIFY(office.says(QStringLiteral("hamlet.jpg")));
        office.drop(1,
                    {QUrl::fromLocalFile(QStringLiteral("/tmp/a.png")),
                     QUrl::fromLocalFile(QStringLiteral("/tmp/b.png"))});
        QCOMPARE(office.port.given.size(), std::size_t{1}); // one after the other
        QVERIFY(office.says(QStringLiteral("2 wait")));
        for (int i = 0; i < 3; ++i) {
            office.port.finishPicture();
            settle();
        }
        QCOMPARE(office.port.given.size(), std::size_t{3});
        QVERIFY(office.port.given[0].isPoster && !office.port.given[1].isPoster);
        QCOMPARE(office.port.given[2].path, std::string{"/tmp/b.png"});
        QVERIFY(!office.says(QStringLiteral("is being prepared")));
        QVERIFY(!office.says(QStringLiteral("No poster yet")));
        auto& gallery =
            office.field<QListWidget>(QStringLiteral("Pictures of the gallery, in their order"));
        QCOMPARE(gallery.count(), 2);
        QVERIFY(!gallery.item(1)->icon().isNull());
    }

    void aPictureThatIsNotTakenSaysWhyInItsPlaceAndTheOthersAreTaken()
    {
        Office office;
        office.openFirst(ui::EventStage::Pictures);
        office.port.pictureRefusals.emplace("/tmp/logo.svg",
                                            badInput("picture_format",
                                                     "This is no JPEG, PNG or WebP picture."));
        office.port.pictureRefusals.emplace("/tmp/bomb.png",
                                            badInput("picture_too_many_pixels",
                                                     "More than 40 megapixels."));
        office.drop(1,
                    {QUrl::fromLocalFile(QStringLiteral("/tmp/logo.svg")),
                     QUrl::fromLocalFile(QStringLiteral("/tmp/hall.jpg")),
                     QUrl::fromLocalFile(QStringLiteral("/tmp/bomb.png")),
                     QUrl{QStringLiteral("https://example.org/x.jpg")}});
        settle();
        for (const char* words : {"logo.svg", "no JPEG, PNG or WebP", "bomb.png", "40 megapixels",
                                  "x.jpg", "on the web"}) {
            QVERIFY2(office.says(QLatin1String{words}), words);
        }
        QCOMPARE(office.port.view(office.port.cards[0].id).gallery.size(), std::size_t{1});
        office.drop(0,
                    {QUrl::fromLocalFile(QStringLiteral("/tmp/1.jpg")),
                     QUrl::fromLocalFile(QStringLiteral("/tmp/2.jpg"))});
        QVERIFY(office.says(QStringLiteral("one poster")));
        QVERIFY(!office.port.view(office.port.cards[0].id).poster);
        office.drop(1, {QUrl::fromLocalFile(QStringLiteral("/tmp/stage.jpg"))});
        settle();
        QVERIFY(!office.says(QStringLiteral("bomb.png"))); // it is over
    }

    void aPictureGoesToTheEventThatItWasGivenFor()
    {
        Office office;
        office.openFirst(ui::EventStage::Pictures);
        office.port.arePicturesSlow = true;
        office.port.pictureRefusals.emplace("/tmp/b.png",
                                            badInput("picture_damaged", "It is damaged."));
        office.drop(1,
                    {QUrl::fromLocalFile(QStringLiteral("/tmp/a.png")),
                     QUrl::fromLocalFile(QStringLiteral("/tmp/b.png"))});
        office.page.presenter().open(office.port.cards[1].id);
        settle();
        office.page.flow().openStage(ui::EventStage::Pictures);
        office.port.finishPicture();
        settle();
        office.port.finishPicture();
        settle();
        QCOMPARE(office.port.view(office.port.cards[0].id).gallery.size(), std::size_t{1});
        QVERIFY(office.port.view(office.port.cards[1].id).gallery.empty());
        QVERIFY(office.says(QStringLiteral("It is damaged."))); // whoever is elsewhere hears of it
    }

    void aGalleryIsOrderedDescribedAndEmptiedByKeyboard()
    {
        Office office;
        ui::EventView& view = office.port.view(office.port.cards[0].id);
        for (std::uint8_t n = 1; n <= 3; ++n) {
            view.gallery.push_back({FakeEventsPort::pictureHash(n), {}});
        }
        view.gallery[1].alt["en"] = "The hall";
        office.openFirst(ui::EventStage::Pictures);
        auto& gallery =
            office.field<QListWidget>(QStringLiteral("Pictures of the gallery, in their order"));
        QCOMPARE(gallery.item(1)->data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Picture 2 of 3: The hall")
                     .replace(QStringLiteral("The hall"), gallery.item(1)->text()));
        gallery.setFocus();
        gallery.setCurrentRow(1);
        office.key(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(view.gallery[0].hash, FakeEventsPort::pictureHash(2));
        QCOMPARE(gallery.currentRow(), 0); // it goes along
        gallery.setCurrentRow(2);
        office.field<QLineEdit>(QStringLiteral("What the chosen picture shows")).setFocus();
        office.type(QStringLiteral("Yorick"));
        gallery.setFocus();
        settle();
        QCOMPARE(view.gallery[2].alt.at("en"), std::string{"Yorick"});
        QCOMPARE(view.gallery[2].hash, FakeEventsPort::pictureHash(3));
        office.key(Qt::Key_Delete);
        QCOMPARE(view.gallery.size(), std::size_t{2});
        QCOMPARE(view.gallery[1].hash, FakeEventsPort::pictureHash(1));
    }

    void thePosterIsDescribedInTheLanguageThatIsChosen()
    {
        Office office;
        ui::EventView& view = office.port.view(office.port.cards[0].id);
        view.poster = PictureReference{FakeEventsPort::pictureHash(1), {{"en", "A skull"}}};
        office.openFirst(ui::EventStage::Pictures);
        auto& words = office.field<QLineEdit>(QStringLiteral("What the poster shows"));
        QCOMPARE(words.text(), QStringLiteral("A skull"));
        auto& language = office.field<QComboBox>(QStringLiteral("Described in"));
        language.setCurrentIndex(language.findData(QStringLiteral("de")));
        Q_EMIT language.activated(language.currentIndex());
        QVERIFY(words.text().isEmpty());
        words.setFocus();
        office.type(QStringLiteral("Ein Schaedel"));
        office.key(Qt::Key_Return);
        QCOMPARE(view.poster->alt.at("de"), std::string{"Ein Schaedel"});
        QCOMPARE(view.poster->alt.at("en"), std::string{"A skull"});
        office.press(QStringLiteral("Take it down"));
        QVERIFY(!view.poster);
        QVERIFY(!words.isEnabled());
    }

    void aPictureThatHasNotArrivedSaysSoAndIsAskedForAgain()
    {
        Office office;
        ui::EventView& view = office.port.view(office.port.cards[0].id);
        view.poster = PictureReference{FakeEventsPort::pictureHash(1), {}};
        office.port.pixelsRefusal = refused("picture_not_here", "It has not arrived.");
        office.openFirst(ui::EventStage::Pictures);
        QVERIFY(office.says(QStringLiteral("not arrived here yet")));
        office.port.pixelsRefusal.reset();
        office.page.flow().openStage(ui::EventStage::Texts);
        office.page.flow().openStage(ui::EventStage::Pictures);
        settle();
        QVERIFY(!office.says(QStringLiteral("not arrived here yet")));
        const int asked = office.port.pixelsAsked;
        office.page.heard();
        settle();
        QCOMPARE(office.port.pixelsAsked, asked); // what is here is not asked for again
    }

    void aFeeHasAShareAndATax()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        office.field<QLineEdit>(QStringLiteral("A new fee")).setText(QStringLiteral("Service"));
        office.field<QLineEdit>(QStringLiteral("Percent of what the tickets cost"))
            .setText(QStringLiteral("7,5 %"));
        auto& tax = office.field<QComboBox>(QStringLiteral("Tax of the new fee"));
        QCOMPARE(tax.currentIndex(), 1); // that of the tickets
        office.press(QStringLiteral("Add fee"));
        const auto* made = office.port.last<ui::NewFee>();
        QVERIFY(made != nullptr);
        QCOMPARE(made->fee.milliPercent.value_or(0), 7'500);
        QCOMPARE(made->fee.amount.value_or(-1), 0);
        QVERIFY(made->fee.tax == office.port.houseNow.taxes.front().id);
        auto& fees = office.field<QListWidget>(QStringLiteral("Fees"));
        QVERIFY(fees.item(1)->text().contains(QStringLiteral("7.5 % of the tickets per order")));
        QVERIFY(fees.item(1)->text().contains(QStringLiteral("Reduced")));
        fees.setCurrentRow(0);
        auto& share = office.field<QLineEdit>(QStringLiteral("Percent of the tickets"));
        share.setFocus();
        office.type(QStringLiteral("5"));
        office.key(Qt::Key_Return);
        const auto* changed = office.port.last<ui::ChangeFee>();
        QVERIFY(changed != nullptr);
        QVERIFY(changed->fee == FeeId{eventUuid(6, 1)});
        QCOMPARE(changed->change.milliPercent.value_or(0), 5'000);
        QVERIFY(!changed->change.amount && !changed->change.tax);
    }

    void aFeeOfNothingIsNotMade()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        office.field<QLineEdit>(QStringLiteral("A new fee")).setText(QStringLiteral("Service"));
        office.press(QStringLiteral("Add fee"));
        QVERIFY(office.says(QStringLiteral("an amount, a share in percent, or both")));
        QCOMPARE(office.port.count<ui::NewFee>(), 0);
        office.field<QLineEdit>(QStringLiteral("Percent of what the tickets cost"))
            .setText(QStringLiteral("about ten"));
        office.port.refusal = badInput("bad_rate", "A share is between 0 and 100 %.");
        office.press(QStringLiteral("Add fee"));
        QCOMPARE(office.port.last<ui::NewFee>()->fee.milliPercent.value_or(0), -1);
        QVERIFY(office.says(QStringLiteral("A share is between 0 and 100 %.")));
    }

    void whatLimitsWhatIsReadByKeyboardAndMarkedInThePicture()
    {
        Office office;
        office.openFirst(ui::EventStage::Quotas);
        auto& limits = office.field<QListWidget>(QStringLiteral("Limits"));
        QCOMPARE(limits.count(), 2);
        const auto said = [&](int row) {
            return limits.item(row)->data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY2(said(0).contains(QStringLiteral("78 sold or held, 234 left of 312")),
                 qPrintable(said(0)));
        QVERIFY2(said(1).contains(QStringLiteral("15 sold or held, 45 left of 60")),
                 qPrintable(said(1)));
        QVERIFY(said(1).contains(QStringLiteral("Student")));
        auto& chart = office.field<ui::LimitChart>(QStringLiteral("A picture of what limits what"));
        QVERIFY(chart.accessibleDescription().contains(said(1)));
        QVERIFY(chart.focusPolicy() == Qt::NoFocus);
        const QImage before = chart.grab().toImage();
        limits.setFocus();
        office.key(Qt::Key_Down);
        QVERIFY(chart.grab().toImage() != before); // the row is marked
        QTest::mouseClick(&chart, Qt::LeftButton, {}, {20, chart.height() - 60});
        QCOMPARE(limits.currentRow(), 0);
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
