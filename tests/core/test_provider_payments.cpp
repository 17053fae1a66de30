// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Payments that a provider takes, at the counter: whatever happens in whatever order, no money is
// lost, none is taken twice, and nothing leaves the house before it is paid.

#include "core/services/after_sale.h"
#include "core/services/cash_rounding.h"
#include "core/services/gift_cards.h"
#include "core/services/integrity.h"
#include "core/services/printers.h"
#include "core/services/provider_payments.h"
#include "core/services/rights_authority.h"
#include "core/services/sales.h"
#include "core/services/show_night.h"
#include "core/services/spool.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/projection.h"
#include "core/storage/snapshot_tables.h"
#include "tests/support/box_office_net.h"
#include "tests/support/journal_tables.h"
#include "tests/support/provider_authority.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <vector>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

/// A house with a provider that takes payments by phone, and two readers.
struct PayingHouse {
    explicit PayingHouse(int more = 0, std::uint64_t seed = 1) : net{more, seed}
    {
        for (std::size_t i = 0; i < net.counters(); ++i) {
            ENSURE(keepPaymentOffers(net.counter(i), offers()).has_value());
        }
    }
    static std::vector<PaymentOffer> offers()
    {
        return {{"stripe", true, {{"tmr_1", "Desk"}, {"tmr_2", "Foyer"}}}};
    }
    Counter& counter(std::size_t number = 0) { return net.counter(number); }
    ProviderAuthority provider() { return ProviderAuthority{net.authority()}; }
    SaleRequest request(std::vector<CartItem> items, std::vector<Tender> tenders)
    {
        net.clock().pass(1'000);
        SaleRequest request;
        request.id = OrderId{Uuid::v7(net.clock().now(), net.random())};
        request.cart.items = std::move(items);
        request.tenders = std::move(tenders);
        return request;
    }
    /// The whole total by phone.
    Result<Order> sellOnline(std::vector<CartItem> items, std::size_t number = 0)
    {
        const auto price = quote(counter(number), {items, {}, 0});
        ENSURE(price.has_value());
        return sell(counter(number),
                    request(std::move(items), {{PaymentMethod::Online, price->total, "stripe"}}));
    }
    Order soldOnline() { return sellOnline({net.standing(0), net.standing(0)}).value(); }
    PaymentId paymentOf(const Order& order)
    {
        return providerPaymentsOf(counter(), order.id)->back().payment.id;
    }
    WatchedPayment watched(const Order& order, std::size_t number = 0)
    {
        return providerPaymentsOf(counter(number), order.id)->back();
    }
    Order now(const Order& order, std::size_t number = 0)
    {
        return findOrder(counter(number), order.id).value();
    }
    PaymentId newId() { return PaymentId{Uuid::v7(net.clock().now(), net.random())}; }
    InsteadRequest instead(PaymentId of, Tender tender, OpenPayment open = OpenPayment::Refuse)
    {
        return {newId(), of, std::move(tender), open};
    }
    Tender cash() { return {PaymentMethod::Cash, Money{1'000'000, kEuro}, {}}; }
    std::int64_t account(const char* name)
    {
        return counter()
            .database()
            .integer("SELECT sum(amount) FROM ledger_line WHERE account = ?", {name})
            .value_or(0);
    }

    BoxOfficeNet net;
};

std::string printed(Counter& counter, const Order& order)
{
    return codeOf(recordReprint(counter, order.id, "tickets"));
}

} // namespace

class ProviderPaymentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=40"); // each case founds a house of its own
        }
    }

    void aSaleByPhoneIsAnOrderWhoseMoneyIsAwaited()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        QCOMPARE(order.awaitedMinor, order.total.minor());
        QCOMPARE(house.now(order).awaitedMinor, order.total.minor());
        const WatchedPayment watched = house.watched(order);
        QCOMPARE(watched.payment.amount, order.total.minor());
        QCOMPARE(watched.payment.provider, std::string{"stripe"});
        QVERIFY(watched.payment.state() == ProviderState::Waiting);
        QCOMPARE(watched.payment.expiresAt.ms - house.net.clock().now().ms,
                 paymentTimeMs(PaymentWay::Link));
        QCOMPARE(house.account(account::kAwaited), order.total.minor());
        QCOMPARE(house.account(account::kReceivable), std::int64_t{0});
    }

    void aRequestIsNotSentUntilTheServerHasConfirmedIt()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        QVERIFY(!house.watched(order).isSent);
        house.net.settle();
        QVERIFY(house.watched(order).isSent);
        QVERIFY(house.watched(order).isHere);
    }

    void theSameRequestTwiceAsksForTheMoneyOnce()
    {
        PayingHouse house;
        const SaleRequest request =
            house.request({house.net.standing(0)},
                          {{PaymentMethod::Online,
                            quote(house.counter(), {{house.net.standing(0)}, {}, 0})->total,
                            {}}});
        const auto first = sell(house.counter(), request);
        const auto again = sell(house.counter(), request);
        QVERIFY(first && again);
        QCOMPARE(first->code, again->code);
        QCOMPARE(providerPaymentsOf(house.counter(), request.id)->size(), std::size_t{1});
    }

    void nothingLeavesTheHouseBeforeTheMoneyHasCome()
    {
        PayingHouse house;
        Printer printer;
        printer.name = "Office";
        printer.output = "file:" + house.net.folder(0) + "/printed";
        printer.purposes = *purposesNamed("tickets,receipts,reports");
        QVERIFY(setPrinter(house.counter(), printer));
        const Order order = house.soldOnline();
        const std::string awaited = "payment_awaited";
        QCOMPARE(codeOf(spoolTickets(house.counter(), order, "Office")), awaited);
        QCOMPARE(codeOf(spoolReceipt(house.counter(), order, "Office")), awaited);
        QCOMPARE(codeOf(spoolOrder(house.counter(), order, PrintPurpose::Tickets, "Office")),
                 awaited);
        QCOMPARE(printed(house.counter(), order), awaited);
        QCOMPARE(codeOf(returnTickets(house.counter(), {order.id, {}, "x", {}, {}})), awaited);
        QCOMPARE(codeOf(reissueTickets(house.counter(), order.id, {order.tickets[0].id}, "x")),
                 awaited);
        const auto night = showNight(house.counter(), house.net.performance());
        QVERIFY(night && night->guests.empty());
        house.net.settle();
        house.provider().settle(house.paymentOf(order));
        house.net.settle();
        // The order as it was read before it was paid: what counts is how it is now.
        QCOMPARE(codeOf(spoolTickets(house.counter(), order, "Office")), std::string{"done"});
        QCOMPARE(showNight(house.counter(), house.net.performance())->guests.size(),
                 std::size_t{2});
    }

    void whoComesForTicketsThatAreNotPaidIsOnTheListWithWhatIsToPay()
    {
        PayingHouse house;
        const auto items = std::vector{house.net.standing(0)};
        const Money total = quote(house.counter(), {items, {}, 0})->total;
        SaleRequest request = house.request(items, {{PaymentMethod::Online, total, "stripe"}});
        request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
        QVERIFY(sell(house.counter(), request));
        const auto night = showNight(house.counter(), house.net.performance());
        QCOMPARE(night->willCall.size(), std::size_t{1});
        QVERIFY(night->willCall[0].toPay == total);
    }

    void moneyThatCameIsInTheHandsOfTheProviderAndTheOrderIsPaid()
    {
        PayingHouse house{1};
        const Order order = house.soldOnline();
        house.net.settle();
        house.provider().settle(house.paymentOf(order));
        house.net.settle();
        QCOMPARE(house.now(order).awaitedMinor, std::int64_t{0});
        QCOMPARE(house.account(account::kProviderClearing), order.total.minor());
        // At any other counter, too.
        QCOMPARE(printed(house.counter(1), order), std::string{"done"});
        QVERIFY(house.watched(order, 1).payment.state() == ProviderState::Settled);
    }

    void acounterThatStandsAloneOrIsCutOffSaysWhy()
    {
        CounterFixture alone;
        SaleRequest request = alone.request({alone.standing()});
        request.tenders = {{PaymentMethod::Online, Money{1'300, kEuro}, {}}};
        QCOMPARE(codeOf(sell(alone.counter(), request)), std::string{"online_needs_server"});
        PayingHouse house;
        house.counter().authority().setWithinReach(false);
        QCOMPARE(codeOf(house.sellOnline({house.net.standing(0)})),
                 std::string{"online_needs_network"});
        QCOMPARE(codeOf(canAskProviders(house.counter(), PaymentWay::Link)),
                 std::string{"online_needs_network"});
        QVERIFY(house.net.sellOffline(0, {house.net.standing(0)})); // cash is taken all the same
    }

    void aProviderOrReaderThatTheHouseHasNotIsRefused()
    {
        PayingHouse house;
        const Money total = quote(house.counter(), {{house.net.standing(0)}, {}, 0})->total;
        const auto with = [&](PaymentMethod method, const char* reference) {
            return codeOf(
                sell(house.counter(),
                     house.request({house.net.standing(0)}, {{method, total, reference}})));
        };
        QCOMPARE(with(PaymentMethod::Online, "mollie"), std::string{"unknown_provider"});
        QCOMPARE(with(PaymentMethod::Reader, "stripe"), std::string{"unknown_reader"});
        QCOMPARE(with(PaymentMethod::Reader, "stripe:tmr_9"), std::string{"unknown_reader"});
        QCOMPARE(with(PaymentMethod::Reader, "stripe:Desk"), std::string{"done"});
        QVERIFY(keepPaymentOffers(house.counter(), {}));
        QCOMPARE(with(PaymentMethod::Online, ""), std::string{"no_provider"});
        QCOMPARE(with(PaymentMethod::Reader, ""), std::string{"no_provider"});
    }

    void aReaderIsNamedInTheRequest()
    {
        PayingHouse house;
        const Money total = quote(house.counter(), {{house.net.standing(0)}, {}, 0})->total;
        const auto order = sell(house.counter(),
                                house.request({house.net.standing(0)},
                                              {{PaymentMethod::Reader, total, "stripe:Foyer"}}));
        QVERIFY(order);
        const ProviderPayment payment = house.watched(*order).payment;
        QVERIFY(payment.way == PaymentWay::Reader);
        QCOMPARE(payment.reader, std::string{"tmr_2"});
        QCOMPARE(payment.expiresAt.ms - house.net.clock().now().ms,
                 paymentTimeMs(PaymentWay::Reader));
    }

    void aPartMayBePaidInCashAndTheRestByPhone()
    {
        PayingHouse house;
        const Money total = quote(house.counter(), {{house.net.standing(0)}, {}, 0})->total;
        const Money phone{500, kEuro};
        const auto order = sell(house.counter(),
                                house.request({house.net.standing(0)},
                                              {{PaymentMethod::Online, phone, "stripe"},
                                               {PaymentMethod::Cash, total - phone, {}}}));
        QVERIFY(order);
        QCOMPARE(order->awaitedMinor, std::int64_t{500});
        QCOMPARE(printed(house.counter(), *order), std::string{"payment_awaited"});
    }

    void aGiftCardIsNotSoldForMoneyThatIsAwaited()
    {
        PayingHouse house;
        QCOMPARE(codeOf(sellGiftCards(house.counter(),
                                      {.id = OrderId{house.newId().uuid},
                                       .amounts = {Money{2'000, kEuro}},
                                       .tenders = {{PaymentMethod::Online, Money{2'000, kEuro},
                                                    "stripe"}},
                                       .customer = std::nullopt})),
                 std::string{"gift_card_for_gift_card"});
    }

    void cancellingAsksAndOnlyTheProviderSaysThatItEnded()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        const auto asked = cancelProviderPayment(house.counter(), payment);
        QVERIFY(asked && asked->payment.state() == ProviderState::CancelAsked);
        const std::int64_t head = house.counter().journal().head().sequence;
        QVERIFY(cancelProviderPayment(house.counter(), payment)); // again: nothing is written
        QCOMPARE(house.counter().journal().head().sequence, head);
        QCOMPARE(codeOf(payInstead(house.counter(), house.instead(payment, house.cash()))),
                 std::string{"payment_open"});
        house.net.settle();
        house.provider().end(payment, PaymentEnd::Canceled);
        house.net.settle();
        const WatchedPayment ended = house.watched(order);
        QVERIFY(ended.payment.state() == ProviderState::Ended);
        QVERIFY(openProviderPayments(house.counter())->empty());
        QCOMPARE(printed(house.counter(), order), std::string{"payment_awaited"});
    }

    void whatEndedIsPaidInCashAndAsksForNothingElse()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        house.net.settle();
        house.provider().end(payment, PaymentEnd::Failed, "card_declined");
        house.net.settle();
        const InsteadRequest request = house.instead(payment, house.cash());
        const auto paid = payInstead(house.counter(), request);
        QVERIFY2(paid, codeOf(paid).c_str());
        QCOMPARE(paid->awaitedMinor, std::int64_t{0});
        QCOMPARE(paid->payments.size(), std::size_t{1});
        QVERIFY(paid->payments[0].tender.method == PaymentMethod::Cash);
        QVERIFY((paid->change == Money{1'000'000, kEuro} - order.total));
        QCOMPARE(house.account(account::kAwaited), std::int64_t{0});
        QCOMPARE(house.account(account::kCash), order.total.minor());
        QCOMPARE(printed(house.counter(), order), std::string{"done"});
        // The same again is answered; another one has nothing to pay.
        QVERIFY(payInstead(house.counter(), request));
        QCOMPARE(house.account(account::kCash), order.total.minor());
        QCOMPARE(codeOf(payInstead(house.counter(), house.instead(payment, house.cash()))),
                 std::string{"payment_settled"});
    }

    void whatEndedMayBeTriedOnceMoreByPhone()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId first = house.paymentOf(order);
        house.net.settle();
        house.provider().end(first, PaymentEnd::Expired);
        house.net.settle();
        const auto again =
            payInstead(house.counter(),
                       house.instead(first, {PaymentMethod::Online, order.total, {}}));
        QVERIFY2(again, codeOf(again).c_str());
        QCOMPARE(again->awaitedMinor, order.total.minor());
        const PaymentId second = house.paymentOf(order);
        QVERIFY(second != first);
        house.net.settle();
        house.provider().settle(second);
        house.net.settle();
        QCOMPARE(house.now(order).awaitedMinor, std::int64_t{0});
        QCOMPARE(house.now(order).payments.size(), std::size_t{1});
    }

    void cashInsteadIsRoundedToCoinsAndTheLedgerStaysEven()
    {
        PayingHouse house;
        QVERIFY(setCashStep(house.counter(), 500));
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        const auto paid =
            payInstead(house.counter(), house.instead(payment, house.cash(), OpenPayment::Insist));
        QVERIFY2(paid, codeOf(paid).c_str());
        const std::int64_t rounding = paid->payments[0].rounding;
        QVERIFY((order.total.minor() + rounding) % 500 == 0);
        QCOMPARE(house.account(account::kCash), order.total.minor() + rounding);
        QCOMPARE(house.account(account::kCashRounding), -rounding);
        QCOMPARE(house.account(account::kAwaited), std::int64_t{0});
        QVERIFY(voidOrder(house.counter(), order.code, "x"));
        QCOMPARE(house.account(account::kCash), std::int64_t{0});
        QCOMPARE(house.account(account::kCashRounding), std::int64_t{0});
    }

    void theReceiptOfAShiftSaysHowItWasPaidInTheEnd()
    {
        PayingHouse house;
        const auto shift = startShift(house.counter(), {});
        QVERIFY2(shift, codeOf(shift).c_str());
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        QCOMPARE(tillReceipts(house.counter(), shift->id)->front().methods, std::string{"online"});
        QVERIFY(
            payInstead(house.counter(), house.instead(payment, house.cash(), OpenPayment::Insist)));
        QCOMPARE(tillReceipts(house.counter(), shift->id)->front().methods, std::string{"cash"});
        QVERIFY(voidOrder(house.counter(), order.code, "x"));
        const auto report = shiftReport(house.counter(), shift->id);
        QVERIFY2(report, codeOf(report).c_str());
        for (const TillFigure& figure : report->figures) {
            QVERIFY2(figure.amount == 0, figure.key.name.c_str()); // nothing is left of it
        }
    }

    void moneyThatComesAfterItWasPaidInCashGoesBackByItself()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        house.net.settle();
        QVERIFY(
            payInstead(house.counter(), house.instead(payment, house.cash(), OpenPayment::Insist)));
        QVERIFY(house.watched(order).payment.cancelAskedAt.has_value());
        house.net.settle();
        house.provider().settle(payment);
        house.net.settle();
        QCOMPARE(house.watched(order).payment.goingBack(), order.total.minor());
        QCOMPARE(house.now(order).awaitedMinor, std::int64_t{0}); // and the order stays paid
        house.provider().giveBack(payment, RefundOutcome::Failed, "insufficient_funds");
        house.net.settle();
        QVERIFY(house.watched(order).payment.failedRefund() != nullptr);
        QCOMPARE(house.watched(order).payment.goingBack(), order.total.minor());
        house.provider().giveBack(payment);
        house.net.settle();
        QCOMPARE(house.watched(order).payment.goingBack(), std::int64_t{0});
        QCOMPARE(house.account(account::kProviderClearing), std::int64_t{0});
    }

    void moneyThatComesLatePaysTheOrderWhereNothingElseDid()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        house.net.settle();
        house.provider().end(payment, PaymentEnd::Expired);
        house.net.clock().pass(1'000);
        house.provider().settle(payment);
        house.net.settle();
        QVERIFY(house.watched(order).payment.isLate());
        QCOMPARE(house.now(order).awaitedMinor, std::int64_t{0});
        QCOMPARE(printed(house.counter(), order), std::string{"done"});
    }

    void anOrderWithAnOpenPaymentIsTakenBackOnlyByWhoInsists()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        QCOMPARE(codeOf(planVoid(house.counter(), order.id)), std::string{"payment_open"});
        QCOMPARE(codeOf(voidOrder(house.counter(), order.code, "x")), std::string{"payment_open"});
        const auto plan = planVoid(house.counter(), order.id, OpenPayment::Insist);
        QVERIFY(plan && plan->back.isZero() && plan->parts.empty());
        QVERIFY(voidOrder(house.counter(), order.code, "x", OpenPayment::Insist));
        QVERIFY(house.watched(order).payment.cancelAskedAt.has_value());
        QCOMPARE(house.account(account::kAwaited), std::int64_t{0});
        house.net.settle();
        house.provider().settle(payment); // it came all the same
        house.net.settle();
        QCOMPARE(house.watched(order).payment.goingBack(), order.total.minor());
    }

    void whatWasNeverPaidIsTakenBackWithoutGivingMoneyBack()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        house.net.settle();
        house.provider().end(house.paymentOf(order), PaymentEnd::Canceled);
        house.net.settle();
        const auto plan = planVoid(house.counter(), order.id);
        QVERIFY(plan && plan->back.isZero());
        QVERIFY(voidOrder(house.counter(), order.code, "nobody paid"));
        QCOMPARE(house.account(account::kAwaited), std::int64_t{0});
        QCOMPARE(house.account(account::kRevenue), std::int64_t{0});
    }

    void aRefundGoesBackByTheProvider()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        house.net.settle();
        house.provider().settle(payment);
        house.net.settle();
        const ReturnRequest one{order.id, {{order.tickets[0].id}, false, {}}, "ill", {}, {}};
        const auto plan = planReturn(house.counter(), one);
        QVERIFY(plan && plan->parts.size() == 1);
        QVERIFY(plan->parts[0].method == PaymentMethod::Online);
        QVERIFY(returnTickets(house.counter(), one)); // no terminal's receipt is asked for
        QCOMPARE(house.watched(order).payment.goingBack(), plan->back.minor());
        house.net.settle();
        QCOMPARE(house.provider().giveBack(payment), plan->back.minor());
        house.net.settle();
        QCOMPARE(house.account(account::kProviderClearing),
                 order.total.minor() - plan->back.minor());
    }

    void takingASettledOrderBackSendsTheMoneyBack()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        const PaymentId payment = house.paymentOf(order);
        house.net.settle();
        house.provider().settle(payment);
        house.net.settle();
        QVERIFY(voidOrder(house.counter(), order.code, "wrong night"));
        QCOMPARE(house.watched(order).payment.goingBack(), order.total.minor());
    }

    void aSaleInCashReadsAndWritesNothingOfThis()
    {
        PayingHouse house;
        const auto order = house.net.sellOffline(0, {house.net.standing(0)});
        QVERIFY(order);
        QCOMPARE(house.counter()
                     .database()
                     .integer("SELECT count(*) FROM provider_payment", {})
                     .value_or(-1),
                 std::int64_t{0});
    }

    void theOffersOfTheHouseAreKept()
    {
        PayingHouse house;
        house.net.restart(0);
        QVERIFY(*paymentOffers(house.counter()) == PayingHouse::offers());
        QVERIFY(keepPaymentOffers(house.counter(), {{"paypal", true, {}}}));
        QCOMPARE(paymentOffers(house.counter())->front().provider, std::string{"paypal"});
    }

    void aSnapshotKnowsThePayments()
    {
        PayingHouse house;
        const Order order = house.soldOnline();
        house.net.settle();
        house.provider().end(house.paymentOf(order), PaymentEnd::Failed, "card_declined");
        house.net.settle();
        const std::size_t late = house.net.join();
        house.net.settle();
        QCOMPARE(house.net.difference(), std::string{});
        QVERIFY(house.watched(order, late).payment.state() == ProviderState::Ended);
        const auto taken =
            takeSnapshot(house.net.authority().database(), house.net.authority().organizer());
        Transaction transaction{house.counter().database()};
        QVERIFY(
            loadSnapshot(house.counter().database(), house.counter().organizer(), taken.content));
        transaction.commit();
        QVERIFY(house.watched(order).payment.state() == ProviderState::Ended);
    }

    void everyOrderOfArrivalGivesTheSamePayment();
    void noMoneyIsLostOrTakenTwiceWhateverHappensInWhateverOrder();
};

namespace {

/// The facts of one payment, by two writers, the later of some that say the same among them.
std::vector<Entry> factsOf(CounterFixture& house, PaymentId payment, OrderId order)
{
    const ReplicaId counter = house.counter().replica();
    const ReplicaId authority{Uuid::v7(house.clock().now(), house.random())};
    const PaymentId refund{Uuid::v7(house.clock().now(), house.random())};
    std::vector<Entry> facts;
    const auto add = [&](ReplicaId writer, const char* kind, Bytes body) {
        Entry entry;
        entry.id = EntryId{Uuid::v7(house.clock().now(), house.random())};
        entry.organizer = house.counter().organizer();
        entry.replica = writer;
        entry.epoch = 1;
        entry.sequence = static_cast<std::int64_t>(1'000 + facts.size());
        entry.at =
            HlcTime{(1'795'435'200'000 + static_cast<std::int64_t>(facts.size()) * 1'000) << 16};
        entry.kind = kind;
        entry.body = std::move(body);
        facts.push_back(std::move(entry));
    };
    add(counter, kind::kPaymentRequested,
        encode(PaymentRequested{payment,
                                order,
                                kEuro,
                                4'200,
                                PaymentWay::Link,
                                "stripe",
                                {},
                                Instant{1'795'436'100'000}}));
    add(counter, kind::kPaymentCancelAsked, encode(PaymentCancelAsked{payment, order}));
    add(authority, kind::kPaymentEnded,
        encode(PaymentEnded{payment, order, PaymentEnd::Expired, "slow"}));
    add(authority, kind::kPaymentSettled,
        encode(PaymentSettled{payment, order, kEuro, 4'200, "stripe", "pi_1"}));
    add(authority, kind::kPaymentRefunded,
        encode(PaymentRefunded{payment, order, refund, kEuro, 4'200, RefundOutcome::Failed, "no"}));
    add(authority, kind::kPaymentRefunded,
        encode(PaymentRefunded{payment, order, refund, kEuro, 4'200, RefundOutcome::Done, {}}));
    return facts;
}

} // namespace

void ProviderPaymentsTest::everyOrderOfArrivalGivesTheSamePayment()
{
    CounterFixture house;
    Database& database = house.counter().database();
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    do {
        const PaymentId payment{Uuid::v7(house.clock().now(), house.random())};
        const OrderId sold{Uuid::v7(house.clock().now(), house.random())};
        const auto facts = factsOf(house, payment, sold);
        Transaction transaction{database};
        for (const std::size_t each : order) {
            project(database, facts[each]);
            project(database, facts[each]); // twice is once
        }
        transaction.commit();
        const auto known = readProviderPayment(database, house.counter().organizer(), payment);
        QVERIFY(known && known->asked && known->order == sold);
        QCOMPARE(known->amount, std::int64_t{4'200});
        QVERIFY(known->cancelAskedAt && known->endedAt && known->settledAt && known->isLate());
        QVERIFY(known->end == PaymentEnd::Expired);
        QCOMPARE(known->reference, std::string{"pi_1"});
        QCOMPARE(known->refunds.size(), std::size_t{1});
        QVERIFY(known->refunds[0].outcome == RefundOutcome::Done);
        QCOMPARE(known->awaited, std::int64_t{0}); // it was settled, and given back
    } while (std::ranges::next_permutation(order).found);
    QVERIFY(
        readOpenProviderPayments(database, house.counter().organizer(), std::nullopt, 10).empty());
}

namespace {

/// One day of one order: what a counter, the customer and the provider may do, in any order.
class WildOrder {
public:
    explicit WildOrder(std::uint64_t seed) : house{1, seed}, order{house.soldOnline()} {}

    void happen(int what)
    {
        house.net.clock().pass(500);
        const auto payments = *providerPaymentsOf(house.counter(), order.id);
        const ProviderPayment last = payments.back().payment;
        switch (what) {
        case 0:
            house.net.settle();
            break;
        case 1:
            (void)cancelProviderPayment(house.counter(), last.id);
            break;
        case 2: // the customer pays, whatever else was said; a provider takes a payment once
            for (const WatchedPayment& each : payments) {
                if (isAtServer(each.payment.id) && !atServer(each.payment.id).settledAt) {
                    house.provider().settle(each.payment.id);
                    break;
                }
            }
            break;
        case 3:
            if (isAtServer(last.id) && atServer(last.id).isOpen()) {
                house.provider().end(last.id, PaymentEnd::Expired);
            }
            break;
        case 4:
            (void)voidOrder(house.counter(), order.code, "x", OpenPayment::Insist);
            break;
        case 5:
            (void)payInstead(house.counter(),
                             house.instead(last.id, house.cash(), OpenPayment::Insist));
            break;
        case 6:
            (void)payInstead(house.counter(),
                             house.instead(last.id, {PaymentMethod::Online, order.total, {}},
                                           OpenPayment::Insist));
            break;
        case 7:
            (void)returnTickets(house.counter(),
                                {order.id, {{order.tickets[0].id}, false, {}}, "x", {}, {}});
            break;
        default:
            for (const WatchedPayment& each : payments) {
                if (isAtServer(each.payment.id)) {
                    house.provider().giveBack(each.payment.id,
                                              what == 8 ? RefundOutcome::Done
                                                        : RefundOutcome::Failed);
                }
            }
        }
    }
    void finish()
    {
        house.net.settle();
        happen(8);
        house.net.settle();
    }
    bool isAtServer(PaymentId payment)
    {
        return readProviderPayment(house.net.authority().database(),
                                   house.net.authority().organizer(), payment)
            .has_value();
    }
    ProviderPayment atServer(PaymentId payment) { return house.provider().read(payment); }

    PayingHouse house;
    Order order;
};

} // namespace

void ProviderPaymentsTest::noMoneyIsLostOrTakenTwiceWhateverHappensInWhateverOrder()
{
    QVERIFY(rc::check([] {
        WildOrder wild{*rc::gen::inRange<std::uint64_t>(1, 1'000'000)};
        const auto happenings = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10));
        for (const int what : happenings) {
            wild.happen(what);
            RC_ASSERT(wild.house.counter()
                          .database()
                          .integer("SELECT sum(amount) FROM ledger_line", {})
                          .value_or(0) == 0);
        }
        wild.finish();
        PayingHouse& house = wild.house;
        const auto payments = *providerPaymentsOf(house.counter(), wild.order.id);
        const StandingOrder standing =
            *readStandingOrder(house.counter().database(), house.counter().organizer(),
                               wild.order.id);
        // What the customer gave and did not get back, counted from what the provider did.
        std::int64_t atProviders = 0;
        std::int64_t awaited = 0;
        for (const WatchedPayment& each : payments) {
            const ProviderPayment& payment = each.payment;
            std::int64_t here = payment.settledAmount;
            for (const ProviderRefund& refund : payment.refunds) {
                here -= refund.outcome == RefundOutcome::Done ? refund.amount : 0;
            }
            RC_ASSERT(here >= 0);
            RC_ASSERT(payment.awaited >= 0); // everything that came for nothing has gone back
            atProviders += here;
            awaited += payment.awaited;
        }
        // Every cent of a standing order is in the drawer, at the provider, or still to come.
        const std::int64_t worth = standing.voided ? 0 : standing.worth();
        RC_ASSERT(worth == house.account(account::kCash) + atProviders + awaited);
        RC_ASSERT(house.account(account::kProviderClearing) == atProviders);
        RC_ASSERT(house.account(account::kReceivable) == 0);
        RC_ASSERT(house.now(wild.order).awaitedMinor == awaited);
        RC_ASSERT(standing.voided || standing.paid() == worth);
        RC_ASSERT((printed(house.counter(), wild.order) == "payment_awaited") == (awaited > 0));
        house.net.settle();
        RC_ASSERT(house.net.difference() == std::string{});
        RC_ASSERT(verifyJournal(house.counter())->findings.empty());
        const auto anyOrder =
            projected(shuffled(entriesOf(house.counter()), *rc::gen::arbitrary<std::uint64_t>()));
        RC_ASSERT(difference(*anyOrder, house.counter().database()) == std::string{});
    }));
}

QTEST_GUILESS_MAIN(ProviderPaymentsTest)
#include "test_provider_payments.moc"
