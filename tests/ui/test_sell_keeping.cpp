// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/order_code.h"
#include "tests/ui/box_office.h"
#include "ui/common/release_field.h"
#include "ui/common/theme.h"
#include "ui/sell/hold_dialog.h"
#include "ui/sell/parked_dialog.h"
#include "ui/sell/reserve_dialog.h"
#include "ui/sell/seat_map/seat_map_view.h"
#include "ui/sell/waiting_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename Dialog>
Dialog* dialogOf(BoxOffice& office)
{
    auto* dialog = office.window.findChild<Dialog*>();
    if (dialog == nullptr) {
        qFatal("no such dialog");
    }
    return dialog;
}

template <typename T>
T* fieldOf(QWidget* dialog, const QString& accessibleName)
{
    for (T* field : dialog->findChildren<T*>()) {
        if (field->accessibleName() == accessibleName) {
            return field;
        }
    }
    qFatal("nothing is named %s", qPrintable(accessibleName));
}

void use(QDialog* dialog)
{
    dialog->findChild<QPushButton*>(QStringLiteral("use"))->click();
    BoxOffice::settle();
}

/// A hold of the press on seats of the seated evening, as the counter would tell of it.
HeldBack pressHold(const FakeSellPort& port, const std::vector<SeatNumber>& seats)
{
    StoredHold hold;
    hold.id = idOf<HoldId>(90);
    hold.performance = port.seated->performance.id;
    hold.kind = hold_kind::kPress;
    hold.label = "Evening Post";
    for (const SeatNumber seat : seats) {
        hold.places.push_back({seat, port.seated->categoryOfSeat(seat)->id, {}, {}});
    }
    return {.holds = {hold}, .name = {}, .reach = {}, .price = {}};
}

SeatNumber firstFree(const FakeSellPort& port)
{
    const auto free = std::ranges::find(port.seats, SeatState::Free);
    return static_cast<SeatNumber>(free - port.seats.begin());
}

} // namespace

/// What is done with a cart that nobody pays now, in the sell workspace.
class TestSellKeeping final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void oneKeyParksTheCartAndBringsItBack()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        const Cart before = office.page->presenter().cart();
        office.key(Qt::Key_F7);
        QCOMPARE(office.port.reservations.size(), 1U);
        QVERIFY(office.port.reservations[0].parked);
        QVERIFY(office.page->presenter().cart().items.empty());
        QVERIFY(office.says(QStringLiteral("F7 brings it back")));
        office.key(Qt::Key_F7);
        auto* dialog = dialogOf<ui::ParkedDialog>(office);
        QTest::keyClick(dialog->findChild<QListWidget*>(), Qt::Key_Return);
        BoxOffice::settle();
        QCOMPARE(office.page->presenter().cart().items, before.items);
        QVERIFY(office.says(QStringLiteral("Parked cart")));
    }

    void aSaleTakesTheCartOutOfWhereItWasKept()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F7);
        const HoldId parked = office.port.back.front().first().id;
        office.page->presenter().resume({parked});
        BoxOffice::settle();
        office.key(Qt::Key_F9);
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
        QCOMPARE(office.port.requests[0].fromHolds, std::vector{parked});
        QVERIFY(office.port.back.empty());
        QVERIFY(office.page->presenter().takenFrom().empty());
        office.key(Qt::Key_2);
        office.key(Qt::Key_F9);
        office.key(Qt::Key_Return);
        QVERIFY(office.port.requests[1].fromHolds.empty()); // the next sale is out of nothing
    }

    void whatCannotBeParkedStaysInTheCart()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.port.keepFault = storageError("disk_full", "The disk is full. Free some space.");
        office.key(Qt::Key_F7);
        QCOMPARE(office.page->presenter().cart().items.size(), 2U);
        QVERIFY(office.says(QStringLiteral("The disk is full")));
        office.port.keepFault.reset();
        office.key(Qt::Key_F7);
        QVERIFY(office.page->presenter().cart().items.empty());
    }

    void twoQuickKeysParkOnce()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.page->presenter().park();
        office.page->presenter().park();
        BoxOffice::settle();
        QCOMPARE(office.port.reservations.size(), 1U);
    }

    void aResumedCartThatIsClearedStaysParked()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F7);
        office.page->presenter().resume({office.port.back.front().first().id});
        BoxOffice::settle();
        office.page->presenter().clearCart();
        BoxOffice::settle();
        QCOMPARE(office.port.back.size(), 1U);
        QVERIFY(office.says(QStringLiteral("It stays held as it was")));
        QVERIFY(office.page->presenter().takenFrom().empty());
        office.page->presenter().undoRemoval();
        BoxOffice::settle();
        QCOMPARE(office.page->presenter().takenFrom().size(), 1U);
    }

    void aParkedCartDoesNotOverwriteAnother()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F7);
        office.key(Qt::Key_3);
        office.page->presenter().resume({office.port.back.front().first().id});
        BoxOffice::settle();
        QCOMPARE(office.page->presenter().cart().items.size(), 3U);
        QVERIFY(office.says(QStringLiteral("There is a cart already")));
    }

    void anEmptyListOfParkedCartsSaysHowOneGetsThere()
    {
        BoxOffice office;
        office.key(Qt::Key_F7);
        auto* dialog = dialogOf<ui::ParkedDialog>(office);
        BoxOffice::settle();
        bool teaches = false;
        for (const QLabel* label : dialog->findChildren<QLabel*>()) {
            teaches = teaches || label->text().contains(QStringLiteral("No cart is parked"));
        }
        QVERIFY(teaches);
    }

    void lettingAParkedCartGoTakesTwoKeys()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F7);
        office.key(Qt::Key_F7);
        auto* dialog = dialogOf<ui::ParkedDialog>(office);
        QTest::keyClick(dialog->findChild<QListWidget*>(), Qt::Key_Delete);
        BoxOffice::settle();
        QCOMPARE(office.port.back.size(), 1U);
        QVERIFY(fieldOf<QPushButton>(dialog, QStringLiteral("Free its 2 places"))->isVisible());
        QTest::keyClick(dialog->findChild<QListWidget*>(), Qt::Key_Delete);
        BoxOffice::settle();
        QVERIFY(office.port.back.empty());
    }

    void aReservationNeedsANameAndLosesNothingTyped()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F3);
        auto* dialog = dialogOf<ui::ReserveDialog>(office);
        auto* phone = fieldOf<QLineEdit>(dialog, QStringLiteral("Telephone"));
        QTest::keyClicks(phone, QStringLiteral("030 1234"));
        use(dialog);
        QVERIFY(office.port.reservations.empty());
        QVERIFY(office.says(QStringLiteral("at least a name")));
        QCOMPARE(phone->text(), QStringLiteral("030 1234"));
        auto* name = fieldOf<QLineEdit>(dialog, QStringLiteral("Name"));
        QVERIFY(name->hasFocus());
        name->setText(QStringLiteral("Zoë Öztürk"));
        use(dialog);
        QCOMPARE(office.port.reservations.size(), 1U);
        const ReservationRequest& request = office.port.reservations[0];
        QVERIFY(!request.parked);
        QCOMPARE(request.newCustomer->name, std::string{"Zoë Öztürk"});
        // Half an hour before the start, unless somebody says otherwise.
        QCOMPARE(request.expiresAt->ms,
                 office.port.seated->performance.startsAt.ms - 30LL * 60'000);
        QVERIFY(office.page->presenter().cart().items.empty());
        QVERIFY(office.says(QStringLiteral("Reserved as")));
    }

    void aCustomerOfTheSaleIsNotAskedForAgain()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.page->presenter().setCustomer(office.port.customers.front());
        office.key(Qt::Key_F3);
        auto* dialog = dialogOf<ui::ReserveDialog>(office);
        auto* until = dialog->findChild<ui::ReleaseField*>();
        until->choice()->setCurrentText(QStringLiteral("Until somebody lets go"));
        use(dialog);
        QCOMPARE(office.port.reservations.size(), 1U);
        QVERIFY(office.port.reservations[0].customer == office.port.customers.front().id);
        QVERIFY(!office.port.reservations[0].newCustomer);
        QVERIFY(!office.port.reservations[0].expiresAt);
        QVERIFY(!office.page->presenter().customer()); // the next customer is another one
    }

    void placesAreHeldForThePressWithTheirReason()
    {
        BoxOffice office;
        office.key(Qt::Key_3);
        office.key(Qt::Key_F4);
        auto* dialog = dialogOf<ui::HoldDialog>(office);
        fieldOf<QComboBox>(dialog, QStringLiteral("Held for"))->setCurrentIndex(1);
        QTest::keyClicks(fieldOf<QLineEdit>(dialog, QStringLiteral("Who or why")),
                         QStringLiteral("Evening Post"));
        use(dialog);
        QCOMPARE(office.port.holdRequests.size(), 1U);
        QCOMPARE(office.port.holdRequests[0].kind, std::string{hold_kind::kPress});
        QCOMPARE(office.port.holdRequests[0].label, std::string{"Evening Post"});
        QCOMPARE(office.port.holdRequests[0].seats.size(), 3U);
        QVERIFY(office.page->presenter().cart().items.empty());
    }

    void quantitiesAreHeldAsWellAsSeats()
    {
        BoxOffice office;
        office.page->presenter().openPerformance(office.port.standing->performance.id);
        BoxOffice::settle();
        office.page->presenter().addTickets(5);
        BoxOffice::settle();
        office.page->holdCart();
        use(dialogOf<ui::HoldDialog>(office));
        QCOMPARE(office.port.holdRequests.size(), 1U);
        QVERIFY(office.port.holdRequests[0].seats.empty());
        QCOMPARE(office.port.holdRequests[0].standing.begin()->second, 5);
    }

    void placesOfTwoEveningsAreNotOneHold()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.page->presenter().openPerformance(office.port.standing->performance.id);
        BoxOffice::settle();
        office.page->presenter().addTickets(1);
        BoxOffice::settle();
        office.page->holdCart();
        use(dialogOf<ui::HoldDialog>(office));
        QVERIFY(office.port.holdRequests.empty());
        QVERIFY(office.says(QStringLiteral("one performance at a time")));
        QCOMPARE(office.page->presenter().cart().items.size(), 3U);
    }

    void aSoldOutPerformanceTeachesTheWaitingList()
    {
        BoxOffice office{[](FakeSellPort& port) { port.left = 0; }};
        QVERIFY(office.says(QStringLiteral("Take down who would come")));
        QVERIFY(office.named<QPushButton>(QStringLiteral("Waiting list…"))->isVisible());
        office.key(Qt::Key_F2);
        auto* dialog = dialogOf<ui::WaitingDialog>(office);
        QTest::keyClicks(fieldOf<QLineEdit>(dialog, QStringLiteral("Name")), QStringLiteral("Kim"));
        use(dialog);
        QVERIFY(office.port.waiting.empty());
        QVERIFY(office.says(QStringLiteral("how to reach them")));
        QTest::keyClicks(fieldOf<QLineEdit>(dialog, QStringLiteral("Telephone")),
                         QStringLiteral("030 1234"));
        fieldOf<QSpinBox>(dialog, QStringLiteral("Places"))->setValue(4);
        use(dialog);
        QCOMPARE(office.port.waiting.size(), 1U);
        QCOMPARE(office.port.waiting[0].customer.name, std::string{"Kim"});
        QCOMPARE(office.port.waiting[0].count, 4);
        QVERIFY(office.port.waiting[0].category.isNil());
        QVERIFY(office.port.waiting[0].performance == office.port.seated->performance.id);
    }

    void aHeldSeatSaysWhoseItIsAndIsSoldOutOfItsHold()
    {
        BoxOffice office{[](FakeSellPort& port) {
            const SeatNumber seat = firstFree(port);
            port.back = {pressHold(port, {seat, static_cast<SeatNumber>(seat + 1)})};
        }};
        const SeatNumber seat = office.port.back.front().first().places.front().seat.value();
        auto* map = office.window.findChild<ui::SeatMapView*>();
        QVERIFY(map->describe(seat).contains(QStringLiteral("held: Press, Evening Post")));
        map->focusSeat(seat);
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Space);
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("is held: Press, Evening Post")));
        QSignalSpy shown{office.page, &ui::SellPage::showHeldAsked};
        office.named<QPushButton>(QStringLiteral("Keep longer or let go…"))->click();
        QCOMPARE(shown.size(), 1);
        map->pressSeat(seat);
        office.named<QPushButton>(QStringLiteral("Sell this seat"))->click();
        BoxOffice::settle();
        QCOMPARE(office.page->presenter().cart().items.size(), 1U);
        QVERIFY(office.page->presenter().cart().items[0].seat == seat);
        QVERIFY(map->isChosen(seat));
        office.key(Qt::Key_F9);
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests[0].fromHolds, std::vector{idOf<HoldId>(90)});
    }

    void aSeatThatCannotBeSoldHereNowSaysWhy()
    {
        BoxOffice office{[](FakeSellPort& port) { // as after the network went
            port.seats[firstFree(port)] = SeatState::NotHere;
        }};
        const auto seat = static_cast<SeatNumber>(
            std::ranges::find(office.port.seats, SeatState::NotHere) - office.port.seats.begin());
        QVERIFY(office.says(QStringLiteral("not for sale here now"))); // in the legend
        auto* map = office.window.findChild<ui::SeatMapView*>();
        QVERIFY(map->describe(seat).contains(QStringLiteral("not for sale here")));
        map->focusSeat(seat);
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Space);
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("the server cannot be asked")));
        QVERIFY(office.page->presenter().cart().items.empty());
        QVERIFY(!office.named<QPushButton>(QStringLiteral("Keep longer or let go…"))->isVisible());
        map->pressSeat(firstFree(office.port));
        BoxOffice::settle();
        QVERIFY(!office.says(QStringLiteral("the server cannot be asked")));
    }

    void howManyPlacesAreHeldIsShownAndLeadsToThem()
    {
        BoxOffice office{[](FakeSellPort& port) {
            port.back = {pressHold(port, {firstFree(port)})};
            port.back.front().holds.front().places.insert(
                port.back.front().holds.front().places.end(), 4,
                HeldPlace{std::nullopt, port.standing->categories.front().id, {}, {}});
            port.back.front().holds.front().performance = port.standing->performance.id;
            port.back.front().holds.front().places.erase(
                port.back.front().holds.front().places.begin());
        }};
        auto* count =
            office.named<QPushButton>(QStringLiteral("0 places are held; shows what they are for"));
        QVERIFY(!count->isVisible());
        office.page->presenter().openPerformance(office.port.standing->performance.id);
        BoxOffice::settle();
        QVERIFY(count->isVisible());
        QVERIFY(count->text().contains(QStringLiteral("4 held")));
        QSignalSpy shown{office.page, &ui::SellPage::showHeldAsked};
        count->click();
        QCOMPARE(shown[0][0].value<HoldId>(), idOf<HoldId>(90));
    }

    void aSeatOfAnotherCounterIsNotOffered()
    {
        BoxOffice office{[](FakeSellPort& port) {
            port.back = {pressHold(port, {firstFree(port)})};
            port.back.front().here = false;
        }};
        auto* map = office.window.findChild<ui::SeatMapView*>();
        map->pressSeat(office.port.back.front().first().places.front().seat.value());
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("Another counter holds it")));
        QVERIFY(!office.named<QPushButton>(QStringLiteral("Sell this seat"))->isVisible());
    }

    void anyOtherTimeIsReadByTheClockOfThePerformance()
    {
        ui::ReleaseField field{nullptr};
        const Instant now{1'795'878'000'000}; // 16:00 in Berlin
        const Instant exact{now.ms + 5LL * 3'600'000};
        field.offer(now, std::nullopt, "Europe/Berlin", exact);
        QVERIFY(field.until() == exact);
        field.offer(now, Instant{now.ms + 20LL * 60'000}, "Europe/Berlin");
        QVERIFY(field.until()->ms > now.ms); // half an hour before the start has passed
    }
};

QTEST_MAIN(TestSellKeeping)
#include "test_sell_keeping.moc"
