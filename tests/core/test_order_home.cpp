// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An order is changed at one place: the counter that sold it, until it is handed over. So nobody
// gets the same money back twice, and nobody has to come back to the same counter.

#include "core/domain/rights/rights_wish.h"
#include "core/domain/sales/order_home.h"
#include "core/services/after_sale.h"
#include "core/services/authority/house_snapshot.h"
#include "core/services/authority/rights_office.h"
#include "core/services/incidents.h"
#include "core/services/integrity.h"
#include "core/services/invoices.h"
#include "core/services/orders_in_hand.h"
#include "core/services/rights_authority.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/snapshot_intake.h"
#include "core/storage/order_home_store.h"
#include "core/storage/projection.h"
#include "core/storage/snapshot_tables.h"
#include "tests/support/box_office_net.h"
#include "tests/support/journal_tables.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

Result<Order> refund(BoxOfficeNet& net, std::size_t number, const Order& order,
                     std::vector<TicketId> tickets = {})
{
    return returnTickets(net.counter(number),
                         {.order = order.id,
                          .choice = {.tickets = std::move(tickets)},
                          .reason = "the guest is ill"});
}

/// What a counter does with a network: the need of the refused act is asked for, everybody syncs,
/// and it is asked for again.
void fetch(BoxOfficeNet& net, std::size_t number)
{
    const RightsNeed need = net.counter(number).rightsNeed();
    for (int tries = 0; tries < 2; ++tries) {
        net.counter(number).noteRightsNeed(need);
        const bool isThere = net.fetchRights(number).has_value();
        net.settle();
        if (isThere) {
            return;
        }
    }
}

/// Lets a counter look at the server once more, where nothing is new.
void lookAgain(BoxOfficeNet& net, std::size_t number)
{
    const std::int64_t pulled = *net.sync(number).pulled();
    ENSURE(net.sync(number).heard({.entries = {}, .upTo = pulled, .after = pulled}).has_value());
    net.settle();
}

void writeOff(BoxOfficeNet& net, std::size_t number)
{
    const auto batch = net.authority().begin();
    ENSURE(writeOffReplica(net.authority(), *batch, Permit::ofProgram(),
                           net.counter(number).replica(), "fell into the canal")
               .has_value());
    batch->commit();
}

std::string openAt(BoxOfficeNet& net, std::size_t number)
{
    std::string kinds;
    const auto open = openIncidents(net.counter(number));
    for (const Incident& each : *open) {
        kinds += std::string{incidentKindName(each.kind)} + " ";
    }
    return kinds;
}

/// Counter 0 has sold seat 5 and a standing place, and everybody has heard.
struct SoldOrder {
    explicit SoldOrder(int more = 1)
        : net{more}, order{net.sell(0, {net.seat(0, 5), net.standing(0)}).value()}
    {
        net.settle();
    }
    TicketId ticket(std::size_t number) const { return order.tickets.at(number).id; }
    BoxOfficeNet net;
    Order order;
};

} // namespace

class OrderHomeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=25"); // each case founds a house of its own
        }
    }

    void anotherCounterGetsAnOrderAndRefundsIt()
    {
        SoldOrder story;
        BoxOfficeNet& net = story.net;
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"order_elsewhere"});
        QCOMPARE(codeOf(net.fetchRights(1)), std::string{"order_asked"});
        net.settle(); // the counter that sold it gives it back by itself
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"order_at_server"});
        QCOMPARE(codeOf(net.fetchRights(1)), std::string{"done"});
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"done"});
        net.settle();
        QCOMPARE(codeOf(refund(net, 0, story.order)), std::string{"order_elsewhere"});
        QCOMPARE(openAt(net, 0), std::string{});
        QCOMPARE(net.difference(), std::string{});
        for (std::size_t i = 0; i < net.counters(); ++i) {
            const auto report = verifyJournal(net.counter(i));
            QVERIFY(report && report->findings.empty());
        }
    }

    void aRefusalSaysWhereTheOrderIsAndWhatToDo()
    {
        SoldOrder story;
        const auto refused = refund(story.net, 1, story.order);
        QVERIFY(!refused);
        QCOMPARE(refused.error().facts.size(), std::size_t{2});
        QCOMPARE(refused.error().facts[1], story.net.counter(0).name());
        QVERIFY(refused.error().message.find("Connect to the server") != std::string::npos);
        QVERIFY(refused.error().message.find(story.net.counter(0).name()) != std::string::npos);
    }

    void everyActOnMoneyAndTicketsNeedsTheOrder()
    {
        SoldOrder story{2};
        BoxOfficeNet& net = story.net;
        Counter& other = net.counter(1);
        const std::string no = "order_elsewhere";
        const OrderId order = story.order.id;
        const ExchangeRequest exchange{.order = order,
                                       .steps = {{story.ticket(0), net.seat(1, 6)}},
                                       .reason = "nearer"};
        QCOMPARE(codeOf(planReturn(other, {.order = order, .choice = {}})), no);
        QCOMPARE(codeOf(planVoid(other, order)), no);
        QCOMPARE(codeOf(voidOrder(other, story.order.code, "wrong night")), no);
        QCOMPARE(codeOf(planExchange(other, exchange)), no);
        QCOMPARE(codeOf(exchangeTickets(other, exchange)), no);
        QCOMPARE(codeOf(reissueTickets(other, order, {story.ticket(1)}, "lost")), no);
        fetch(net, 1);
        QCOMPARE(codeOf(planReturn(other, {.order = order, .choice = {}})), std::string{"done"});
        QCOMPARE(codeOf(planVoid(other, order)), std::string{"done"});
        QCOMPARE(codeOf(planExchange(other, exchange)), std::string{"done"});
        QCOMPARE(codeOf(reissueTickets(other, order, {story.ticket(1)}, "lost")),
                 std::string{"done"});
        QCOMPARE(codeOf(planVoid(net.counter(2), order)), no);
    }

    void theMoneyOfAnInvoiceIsRecordedWhereItsOrderIs()
    {
        BoxOfficeNet net{1};
        const Currency euro = *Currency::fromCode("EUR");
        SaleRequest request;
        request.id = OrderId{Uuid::v7(net.clock().now(), net.random())};
        request.cart.items = {net.standing(0)};
        const Money total = quote(net.counter(0), request.cart)->total;
        request.tenders = {{PaymentMethod::Invoice, total, ""}};
        request.newCustomer = CustomerDetails{"Ada", "", "", ""};
        request.invoice.recipient.address = "1 Mill Lane";
        const auto order = sell(net.counter(0), request);
        QVERIFY(order);
        net.settle();
        const InvoiceId invoice = invoicesOf(net.counter(1), order->id)->at(0).id;
        const auto pay = [&](std::size_t number) {
            return codeOf(payInvoice(net.counter(number),
                                     {.id = PaymentId{Uuid::v7(net.clock().now(), net.random())},
                                      .invoice = invoice,
                                      .method = PaymentMethod::Transfer,
                                      .amount = Money{100, euro},
                                      .reference = "bank"}));
        };
        QCOMPARE(pay(1), std::string{"order_elsewhere"});
        fetch(net, 1);
        QCOMPARE(pay(1), std::string{"done"});
        QCOMPARE(pay(0), std::string{"order_elsewhere"});
    }

    void theSeatsOfAnOrderGoAlong()
    {
        SoldOrder story;
        BoxOfficeNet& net = story.net;
        (void)refund(net, 1, story.order);
        fetch(net, 1);
        // The same seat with a new code needs the seat as well as the order.
        QCOMPARE(codeOf(
                     reissueTickets(net.counter(1), story.order.id, {story.ticket(0)}, "torn up")),
                 std::string{"done"});
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"done"});
        QCOMPARE(codeOf(net.sellOffline(0, {net.seat(0, 5)})), std::string{"rights_short"});
        QCOMPARE(codeOf(net.sellOffline(1, {net.seat(1, 5)})), std::string{"done"});
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{});
        QCOMPARE(net.difference(), std::string{});
    }

    void anOrderThatAClerkIsAtIsGivenBackLater()
    {
        SoldOrder story;
        BoxOfficeNet& net = story.net;
        QVERIFY(planReturn(net.counter(0), {.order = story.order.id, .choice = {}}));
        (void)refund(net, 1, story.order);
        fetch(net, 1);
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"order_elsewhere"});
        QCOMPARE(codeOf(refund(net, 0, story.order, {story.ticket(0)})), std::string{"done"});
        lookAgain(net, 0);
        (void)refund(net, 1, story.order);
        fetch(net, 1);
        QCOMPARE(codeOf(refund(net, 1, story.order, {story.ticket(0)})),
                 std::string{"ticket_void"});
        QCOMPARE(codeOf(refund(net, 1, story.order, {story.ticket(1)})), std::string{"done"});
    }

    void whatAClerkLookedAtLongAgoIsNotWaitedFor()
    {
        SoldOrder story;
        BoxOfficeNet& net = story.net;
        QVERIFY(planReturn(net.counter(0), {.order = story.order.id, .choice = {}}));
        (void)refund(net, 1, story.order);
        fetch(net, 1);
        net.clock().pass(60 * 60'000);
        lookAgain(net, 0);
        (void)refund(net, 1, story.order);
        fetch(net, 1);
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"done"});
    }

    void nobodyChangesAnOrderBeforeKnowingWhatWasDoneToIt()
    {
        SoldOrder story{2};
        BoxOfficeNet& net = story.net;
        (void)refund(net, 1, story.order);
        QCOMPARE(codeOf(net.fetchRights(1)), std::string{"order_asked"});
        QCOMPARE(codeOf(refund(net, 0, story.order, {story.ticket(0)})), std::string{"done"});
        while (net.pull(0)) {}
        while (net.push(0)) {}
        // The server's answer comes before the feed does.
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"order_elsewhere"});
        QCOMPARE(codeOf(net.fetchRights(1)), std::string{"done"});
        QVERIFY(!isInHand(net.counter(1), story.order.id));
        QCOMPARE(codeOf(refund(net, 1, story.order, {story.ticket(0)})),
                 std::string{"order_at_server"});
        while (net.pull(1)) {}
        QVERIFY(isInHand(net.counter(1), story.order.id));
        QCOMPARE(codeOf(refund(net, 1, story.order, {story.ticket(0)})),
                 std::string{"ticket_void"});
    }

    void anOrderGoesToAndFro()
    {
        SoldOrder story{2};
        BoxOfficeNet& net = story.net;
        for (const std::size_t number : {1U, 2U, 1U, 0U, 2U, 0U}) {
            (void)planVoid(net.counter(number), story.order.id);
            fetch(net, number);
            for (std::size_t i = 0; i < net.counters(); ++i) {
                QCOMPARE(isInHand(net.counter(i), story.order.id), i == number);
            }
        }
        QCOMPARE(net.difference(), std::string{});
    }

    void aWishThatIsRepeatedMovesNothingTwice()
    {
        SoldOrder story{2};
        BoxOfficeNet& net = story.net;
        (void)refund(net, 1, story.order);
        fetch(net, 1);
        const std::int64_t serial =
            readOrderHome(net.authority().database(), net.authority().organizer(), story.order.id)
                ->serial;
        QCOMPARE(serial, std::int64_t{1});
        net.counter(1).noteRightsNeed({.quotas = {}, .seats = {}, .orders = {story.order.id}});
        QCOMPARE(codeOf(net.fetchRights(1)), std::string{"done"});
        QCOMPARE(readOrderHome(net.authority().database(), net.authority().organizer(),
                               story.order.id)
                     ->serial,
                 serial);
    }

    void ordersOfAWrittenOffCounterGoToWhoAsks()
    {
        SoldOrder story;
        BoxOfficeNet& net = story.net;
        writeOff(net, 0);
        while (net.pull(1)) {}
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"order_at_server"});
        QCOMPARE(codeOf(net.fetchRights(1)), std::string{"done"});
        QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"done"});
        QCOMPARE(codeOf(net.sellOffline(1, {net.seat(1, 5)})), std::string{"done"});
        net.settle();
        QCOMPARE(openAt(net, 1), std::string{});
        QCOMPARE(net.difference(), std::string{});
    }

    void whatAWrittenOffCounterRefundedMeanwhileIsAnIncident()
    {
        for (const bool isVoid : {false, true}) {
            SoldOrder story;
            BoxOfficeNet& net = story.net;
            // Nobody hears of it: the counter is lost, and turns up again.
            QCOMPARE(isVoid ? codeOf(voidOrder(net.counter(0), story.order.code, "ill"))
                            : codeOf(refund(net, 0, story.order)),
                     std::string{"done"});
            writeOff(net, 0);
            while (net.pull(1)) {}
            (void)refund(net, 1, story.order);
            QCOMPARE(codeOf(net.fetchRights(1)), std::string{"done"});
            QCOMPARE(codeOf(refund(net, 1, story.order)), std::string{"done"});
            QCOMPARE(openAt(net, 1), std::string{});
            net.settle();
            for (std::size_t i = 0; i < net.counters(); ++i) {
                QCOMPARE(openAt(net, i), std::string{"refunded_twice "});
            }
            QCOMPARE(net.difference(), std::string{});
        }
    }

    void aRestoredServerGivesNoHomeBeforeEverybodyHasReported()
    {
        SoldOrder story{2};
        BoxOfficeNet& net = story.net;
        const std::string backup = net.backupServer();
        (void)refund(net, 1, story.order);
        fetch(net, 1); // which the backup does not know
        QVERIFY(isInHand(net.counter(1), story.order.id));
        net.restoreServer(backup);
        QVERIFY(net.report(0));
        QVERIFY(net.report(2));
        (void)refund(net, 2, story.order);
        QCOMPARE(codeOf(net.fetchRights(2)), std::string{"holders_unheard"});
        QCOMPARE(codeOf(refund(net, 1, story.order, {story.ticket(0)})), std::string{"done"});
        QVERIFY(net.report(1));
        fetch(net, 2);
        QCOMPARE(codeOf(refund(net, 2, story.order, {story.ticket(0)})),
                 std::string{"ticket_void"});
        QCOMPARE(codeOf(refund(net, 2, story.order)), std::string{"done"});
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void aCounterThatStandsAloneHasAllItsOrdersAndKeepsThemWhenItJoins()
    {
        CounterFixture house;
        const auto sold = house.sellStanding(2);
        QVERIFY(house.counter().authority().isHere());
        QVERIFY(isInHand(house.counter(), sold[0].id));
        const Membership server{"https://localhost",
                                Bytes(32),
                                Uuid{},
                                ReplicaId{Uuid::v7(house.clock().now(), house.random())},
                                Bytes(32),
                                house.clock().now()};
        QVERIFY(house.counter().handOver(server));
        QVERIFY(!house.counter().authority().isHere());
        QVERIFY(isInHand(house.counter(), sold[0].id));
        QVERIFY(voidOrder(house.counter(), sold[1].code, "asked for"));
    }

    void aCounterThatBeganWithASnapshotGetsOrdersOfBefore()
    {
        SoldOrder story;
        BoxOfficeNet& net = story.net;
        (void)refund(net, 1, story.order);
        QCOMPARE(codeOf(net.fetchRights(1)), std::string{"order_asked"});
        net.settle();
        const std::size_t fresh = net.join();
        net.settle();
        const SnapshotTaken taken =
            takeSnapshot(net.authority().database(), net.authority().organizer());
        const std::size_t late = net.join();
        SnapshotIntake intake{net.counter(late)};
        QVERIFY(intake.begin(signedManifest(taken, *net.authority().keys().root)));
        QVERIFY(intake.keepPart(0, taken.content));
        QVERIFY(intake.load());
        QCOMPARE(codeOf(refund(net, late, story.order)), std::string{"order_at_server"});
        fetch(net, late);
        QCOMPARE(codeOf(refund(net, late, story.order)), std::string{"done"});
        (void)planVoid(net.counter(fresh), story.order.id);
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void counterAndServerOfAnOlderFoyerUnderstandEachOther()
    {
        RightsWish wish;
        wish.quotas.push_back({QuotaId{Uuid{}}, 1, 2, 3});
        const Bytes older = encode(wish);
        QCOMPARE(decodeCbor(older)->asArray().size(), std::size_t{4});
        QCOMPARE(*decodeRightsWish(older), wish);
        wish.orders.push_back(OrderId{Uuid{}});
        QCOMPARE(*decodeRightsWish(encode(wish)), wish);
        wish.orders.assign(1'000, OrderId{Uuid{}});
        QVERIFY(!decodeRightsWish(encode(wish)));
    }

    void nothingIsGivenBackTwiceWhoeverRefundsWhenAndWhateverArrives()
    {
        const bool holds = rc::check("a ticket is refunded once", [] {
            constexpr std::size_t kCounters = 3;
            BoxOfficeNet net{kCounters - 1, *rc::gen::arbitrary<std::uint64_t>()};
            RC_ASSERT(returnRights(net.counter(0), net.performance()).has_value());
            net.settle();
            std::vector<Order> orders;
            for (std::size_t i = 0; i < kCounters; ++i) {
                const auto sold = net.sell(i, {net.standing(i), net.standing(i), net.standing(i)});
                RC_ASSERT(sold.has_value());
                orders.push_back(*sold);
            }
            net.settle();
            std::map<TicketId, int> refunds;
            const int acts = *rc::gen::inRange(10, 60);
            for (int act = 0; act < acts; ++act) {
                const auto number = *rc::gen::inRange<std::size_t>(0, kCounters);
                const Order& order = orders[*rc::gen::inRange<std::size_t>(0, orders.size())];
                switch (*rc::gen::inRange(0, 6)) {
                case 0:
                case 1: {
                    const TicketId ticket = order.tickets[*rc::gen::inRange<std::size_t>(0, 3)].id;
                    const auto done = refund(net, number, order, {ticket});
                    refunds[ticket] += done ? 1 : 0;
                    const std::set<std::string> foreseen{"done", "ticket_void", "order_elsewhere",
                                                         "order_at_server"};
                    RC_ASSERT(foreseen.contains(codeOf(done)));
                    break;
                }
                case 2:
                    net.counter(number).noteRightsNeed(
                        {.quotas = {}, .seats = {}, .orders = {order.id}});
                    (void)net.fetchRights(number);
                    break;
                case 3:
                    (void)net.push(number);
                    break;
                case 4:
                    (void)net.pull(number, *rc::gen::inRange(1, 4));
                    break;
                default:
                    net.restart(number);
                    break;
                }
            }
            net.settle();
            for (const auto& [ticket, times] : refunds) {
                RC_ASSERT(times <= 1);
            }
            RC_ASSERT(openAt(net, 0).empty());
            RC_ASSERT(net.difference() == std::string{});
            // One home at most; none while it is the server's to give.
            for (const Order& order : orders) {
                int homes = 0;
                for (std::size_t i = 0; i < kCounters; ++i) {
                    homes += isInHand(net.counter(i), order.id) ? 1 : 0;
                }
                RC_ASSERT(homes <= 1);
            }
        });
        QVERIFY(holds);
    }

    void theOrderOfArrivalMakesNoDifference()
    {
        SoldOrder story{2};
        BoxOfficeNet& net = story.net;
        for (const std::size_t number : {1U, 2U, 1U, 0U}) {
            (void)planVoid(net.counter(number), story.order.id);
            fetch(net, number);
        }
        (void)refund(net, 2, story.order);
        QCOMPARE(codeOf(net.fetchRights(2)), std::string{"order_asked"});
        while (net.pull(2)) {}
        const std::vector<Entry> entries = entriesOf(net.counter(2));
        const auto expected = projected(entries);
        QCOMPARE(expected->integer("SELECT count(*) FROM order_home").value(), std::int64_t{5});
        const bool holds = rc::check("homes do not depend on the order of arrival", [&] {
            std::vector<Entry> arrived = shuffled(entries, *rc::gen::arbitrary<std::uint64_t>());
            const std::vector<Entry> again{arrived.begin(),
                                           arrived.begin() +
                                               static_cast<std::ptrdiff_t>(arrived.size() / 3)};
            arrived.insert(arrived.end(), again.begin(), again.end());
            const auto tables = projected(arrived);
            RC_ASSERT(test::difference(*tables, *expected) == std::string{});
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(OrderHomeTest)
#include "test_order_home.moc"
