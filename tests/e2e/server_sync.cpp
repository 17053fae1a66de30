// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/server_sync.h"
#include "app/desktop/store_thread.h"
#include "core/base/ensure.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/catalogue.h"
#include "core/services/rights_authority.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/till.h"
#include "core/services/users.h"
#include "sync/client/joining.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/server_fixture.h"
#include "tests/ui/fake_stock_port.h"
#include "ui/settings/server_page.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>

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

/// A counter that has joined a server and given back what it had as the only one, and what the
/// window keeps beside its sync.
struct JoinedDesk {
    ServerFixture server{{}, false};
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    MemoryVault vault;
    PerformanceId tomorrow;
    ReplicaId replica;
    OrganizerId organizer;
    desktop::StoreThread store;
    FakeStockPort stock;
    ui::ServerPage page{stock};

    JoinedDesk()
    {
        Season season = smallSeason(1);
        season.events[0].performances[0].startsAt = Instant{clock.now().ms + 24 * 3'600'000};
        foundSmallHouse(path(), vault, clock, random, season);
        {
            auto counter = *Counter::open(path(), vault, clock, random);
            tomorrow = performances(*counter, Instant{0})->front().id;
            ENSURE(sync::joinServer(*counter, server.invitation("Counter 1")).has_value());
            ENSURE(startShift(*counter, {}).has_value());
            ENSURE(returnAllRights(*counter).has_value());
            replica = counter->replica();
            organizer = counter->organizer();
        }
        store.open([this] { return Counter::open(path(), vault, clock, random); },
                   [](const Result<void>& opened) { QVERIFY(opened); });
    }
    std::string path() const { return folder.path().toStdString(); }
};

int count(const std::string& text, const std::string& words)
{
    int times = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++times;
    }
    return times;
}

} // namespace

/// What the window's sync does by itself, with a real server and a real store thread.
class ServerSyncTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJoinedCounterSendsKeepsItsStockAndNoticesThatTheNetworkIsGone()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral("different thread")});
        JoinedDesk desk;
        desktop::StoreThread& store = desk.store;
        const PerformanceId tomorrow = desk.tomorrow;
        desktop::ServerSync sync{store, desk.page, desk.random, desk.path()};
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

        const std::int64_t had = sync.state().here->seats;
        desk.server.server().stop();
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
        QTRY_COMPARE_WITH_TIMEOUT(sync.state().here->seats, had - 1, kPatienceMs);
        const std::string log = TraceLog::recent(desk.path());
        QVERIFY(log.find(" stocked\n") != std::string::npos);
        QVERIFY(log.find(" offline\n") != std::string::npos);
    }

    void aWindowRefundsWhatAnotherOneSold()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral("different thread")});
        JoinedDesk desk;
        desktop::ServerSync selling{desk.store, desk.page, desk.random, desk.path()};
        selling.begin();
        QTRY_VERIFY_WITH_TIMEOUT(selling.state().isOnline && selling.state().unsent == 0,
                                 kPatienceMs);
        std::optional<Order> order;
        desk.store.ask<Order>(
            [tomorrow = desk.tomorrow](Counter& counter) {
                return sell(counter, oneSeat(counter, tomorrow, 3));
            },
            [&](const Result<Order>& sold) {
                QVERIFY(sold);
                order = *sold;
            });
        QTRY_VERIFY_WITH_TIMEOUT(order && selling.state().unsent == 0, kPatienceMs);

        QTemporaryDir folder;
        MemoryVault vault;
        const std::string path = folder.path().toStdString();
        QVERIFY(sync::joinAsNew(path, desk.server.invitation("Counter 2", desk.organizer), vault,
                                desk.clock, desk.random));
        desktop::StoreThread store;
        store.open([&] { return Counter::open(path, vault, desk.clock, desk.random); },
                   [](const Result<void>& opened) { QVERIFY(opened); });
        FakeStockPort stock;
        ui::ServerPage page{stock};
        desktop::ServerSync refunding{store, page, desk.random, path};
        refunding.begin();
        // Again where it has not heard of the order yet, or the other window has not answered yet.
        std::string outcome;
        std::function<void()> refund = [&] {
            store.ask<Order>(
                [id = order->id](Counter& counter) {
                    (void)startShift(counter, {});
                    return returnTickets(
                        counter, {.order = id, .choice = {.part = 100}, .reason = "bad view"});
                },
                [&](const Result<Order>& refunded) {
                    outcome = refunded ? "done" : refunded.error().code;
                    if (outcome != "done") {
                        QTimer::singleShot(50, &page, refund);
                    }
                });
        };
        refund();
        QTRY_COMPARE_WITH_TIMEOUT(outcome, std::string{"done"}, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(refunding.state().unsent == 0, kPatienceMs);

        // Without the server the window says where the order is.
        desk.server.server().stop();
        std::string refusal;
        desk.store.ask<AfterSalePlan>(
            [id = order->id](Counter& counter) {
                return planReturn(counter, {.order = id, .choice = {}});
            },
            [&](const Result<AfterSalePlan>& plan) {
                refusal = plan ? "planned" : plan.error().code;
            });
        QTRY_VERIFY_WITH_TIMEOUT(!refusal.empty(), kPatienceMs);
        // Whether it has heard yet who got the order.
        if (refusal != "order_at_server") {
            QCOMPARE(refusal, std::string{"order_elsewhere"});
        }
    }

    void whoSignsInHereIsSignedInAtTheServerUntilTheyGo()
    {
        JoinedDesk desk;
        const std::string secret = "correct horse battery";
        desk.store.ask<UserId>(
            [secret](Counter& counter) {
                counter.access().setPasswordCost(kCheap);
                return addUser(counter, {"Ada", "administrator", secret, ""});
            },
            [](const Result<UserId>& added) { QVERIFY(added); });
        desktop::ServerSync sync{desk.store, desk.page, desk.random, desk.path()};
        sync.signIn("Ada", secret); // nobody to tell yet
        sync.begin();
        QTRY_VERIFY_WITH_TIMEOUT(sync.state().isOnline && sync.state().unsent == 0, kPatienceMs);
        const auto answered = [&desk](const std::string& route, const std::string& status) {
            return count(desk.server.log(), "\"route\":\"" + route + "\",\"status\":" + status);
        };
        QTRY_VERIFY_WITH_TIMEOUT(answered("/v1/users/{user}/verifiers", "2") > 0, kPatienceMs);
        sync.signIn("Ada", "not the one");
        QTRY_COMPARE_WITH_TIMEOUT(answered("/v1/users/token", "401"), 1, kPatienceMs);
        sync.signOut(); // nobody is signed in
        sync.signIn("Ada", secret);
        QTRY_COMPARE_WITH_TIMEOUT(answered("/v1/users/token", "200"), 1, kPatienceMs);
        sync.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(answered("/v1/users/token/end", "2"), 1, kPatienceMs);
        QVERIFY(desk.server.log().find(secret) == std::string::npos);
        QVERIFY(TraceLog::recent(desk.path()).find(secret) == std::string::npos);
    }

    void aRefusalThatStaysIsNotedOnce()
    {
        JoinedDesk desk;
        desktop::ServerSync sync{desk.store, desk.page, desk.random, desk.path()};
        sync.begin();
        QTRY_VERIFY_WITH_TIMEOUT(sync.state().isOnline && sync.state().unsent == 0, kPatienceMs);
        QCOMPARE(desk.server.revoke(desk.replica, desk.organizer), std::string{"done"});
        for (int tries = 0; tries < 3; ++tries) {
            sync.exchange();
            QTRY_VERIFY_WITH_TIMEOUT(!sync.state().isBusy, kPatienceMs);
        }
        QVERIFY(sync.state().problem);
        QCOMPARE(sync.state().problem->code, std::string{"device_revoked"});
        QCOMPARE(count(TraceLog::recent(desk.path()), " refused"), 1);
    }
};

QTEST_MAIN(ServerSyncTest)
#include "server_sync.moc"
