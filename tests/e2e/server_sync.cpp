// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/server_sync.h"
#include "app/desktop/store_thread.h"
#include "core/services/catalogue.h"
#include "core/services/rights_authority.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/till.h"
#include "sync/client/joining.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/server_fixture.h"
#include "tests/ui/fake_stock_port.h"
#include "ui/settings/server_page.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kPatienceMs = 30'000;

SaleRequest oneSeat(Counter& counter, PerformanceId performance, SeatNumber seat)
{
    const auto offer = *offerOf(counter, performance);
    SaleRequest request;
    request.id = OrderId{Uuid::v7(counter.clock().now(), counter.random())};
    CartItem item;
    item.performance = performance;
    item.type = offer->types.front().id;
    item.category = offer->categoryOfSeat(seat)->id;
    item.seat = seat;
    request.cart.items = {item};
    request.tenders = {{PaymentMethod::Cash, Money{1'000'000, *Currency::fromCode("EUR")}, {}}};
    return request;
}

} // namespace

/// What the window's sync does by itself, with a real server and a real store thread.
class ServerSyncTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJoinedCounterSendsKeepsItsStockAndNoticesThatTheNetworkIsGone()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral("different thread")});
        ServerFixture server{{}, false};
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        SystemClock clock;
        SystemRandom random;
        MemoryVault vault;
        Season season = smallSeason(1);
        season.events[0].performances[0].startsAt = Instant{clock.now().ms + 24 * 3'600'000};
        foundSmallHouse(path, vault, clock, random, season);
        PerformanceId tomorrow;
        {
            auto counter = Counter::open(path, vault, clock, random);
            QVERIFY(counter);
            tomorrow = performances(**counter, Instant{0})->front().id;
            const auto code = server.server().devices().makeCode(OrganizerId{}, "Counter 1");
            QVERIFY(code);
            QVERIFY(
                sync::joinServer(**counter,
                                 protocol::toText(protocol::EnrolmentInvitation{
                                     "https://localhost:" + std::to_string(server.server().port()),
                                     code->text(), server.server().pin()})));
            QVERIFY(startShift(**counter, {}));
            QVERIFY(returnAllRights(**counter)); // what it had as the only one
        }
        desktop::StoreThread store;
        store.open([&] { return Counter::open(path, vault, clock, random); },
                   [](const Result<void>& opened) { QVERIFY(opened); });
        FakeStockPort stock;
        ui::ServerPage page{stock};
        desktop::ServerSync sync{store, page, random, path};
        sync.setShown(tomorrow);
        sync.begin();
        QTRY_VERIFY_WITH_TIMEOUT(sync.state().isOnline && sync.state().unsent == 0, kPatienceMs);
        QVERIFY(sync.state().roundTripMs);
        QVERIFY(sync.state().here && sync.state().here->seats == 0); // given back, and at rest

        store.ask<ShiftReport>(
            [](Counter& counter) { return closeShift(counter, *openShift(counter), {}); },
            [](const Result<ShiftReport>& closed) { QVERIFY(closed); });
        store.ask<Shift>([](Counter& counter) { return startShift(counter, {}); },
                         [](const Result<Shift>& begun) { QVERIFY(begun); });
        QTRY_VERIFY_WITH_TIMEOUT(sync.state().here && sync.state().here->seats > 0, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(sync.state().unsent == 0, kPatienceMs);

        server.server().stop();
        bool isSold = false;
        store.ask<Order>(
            [tomorrow](Counter& counter) {
                counter.authority().setWithinReach(false);
                const auto here = *seatStates(counter, tomorrow);
                const auto seat = std::ranges::find(here, SeatState::Free) - here.begin();
                return sell(counter, oneSeat(counter, tomorrow, static_cast<SeatNumber>(seat)));
            },
            [&](const Result<Order>& order) { isSold = order.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(isSold, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!sync.state().isOnline && sync.state().unsent > 0, kPatienceMs);
        const std::string log = TraceLog::recent(path);
        QVERIFY(log.find(" stocked\n") != std::string::npos);
        QVERIFY(log.find(" offline\n") != std::string::npos);
    }
};

QTEST_MAIN(ServerSyncTest)
#include "server_sync.moc"
