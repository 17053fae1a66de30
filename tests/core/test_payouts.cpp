// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Commission and payouts: whatever arrives late, however time is cut into periods, and whoever asks
// twice, every ticket is counted once and every cent is in one payout.

#include "core/domain/sales/provider_payment.h"
#include "core/services/after_sale.h"
#include "core/services/authority/payout_office.h"
#include "core/services/integrity.h"
#include "core/services/payouts.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/storage/payout_gathering_store.h"
#include "core/storage/payout_store.h"
#include "core/storage/settlement_report.h"
#include "core/storage/settlement_store.h"
#include "tests/support/box_office_net.h"
#include "tests/support/provider_authority.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");
constexpr std::int64_t kHour = 60LL * 60 * 1000;
constexpr std::int64_t kDay = 24 * kHour;

/// What the commission of a ticket has to be, in long hand: share and half a unit, cut off.
std::int64_t agreed(std::int64_t price, std::int64_t milliPercent, std::int64_t fixed)
{
    return price == 0 ? 0 : (price * milliPercent + 50'000) / 100'000 + fixed;
}

std::int64_t priceOf(const Ticket& ticket)
{
    return ticket.price.gross.minor();
}

/// A house that sells at some counters, and whose server pays out.
class PaidHouse {
public:
    explicit PaidHouse(int more = 1) : net{more}
    {
        // Each counter fetches what it sells.
        ENSURE(returnRights(net.counter(0), net.performance()).has_value());
        net.settle();
    }

    Authority& authority() { return net.authority(); }
    Database& database() { return net.authority().database(); }
    OrganizerId organizer() { return net.authority().organizer(); }
    Instant now() { return net.clock().now(); }

    void agree(std::int64_t milliPercent, std::int64_t fixed, std::optional<Instant> from = {})
    {
        const auto batch = authority().begin();
        ENSURE(setCommission(authority(), *batch, Permit::ofProgram(), {kEuro, milliPercent, fixed},
                             from)
                   .has_value());
        batch->commit();
    }
    PayoutPlan gathered(Instant until)
    {
        return gatherPayouts(database(), organizer(), until, now(), {"stripe"});
    }
    Result<std::vector<PayoutMade>> make(const PayoutPlan& plan, const std::string& note = {})
    {
        const auto batch = authority().begin();
        auto made = makePayouts(authority(), *batch, Permit::ofProgram(), plan, note);
        batch->commit();
        return made;
    }
    Result<std::vector<PayoutMade>> payOut(Instant until, const std::string& note = {})
    {
        if (auto may = checkPayoutTime(database(), organizer(), until, now()); !may) {
            return std::move(may).error();
        }
        return make(gathered(until), note);
    }
    PayoutMade onlyPayout(Instant until)
    {
        const auto made = payOut(until);
        ENSURE(made.has_value() && made->size() == 1);
        return made->front();
    }
    Order sell(std::size_t counter = 0, int tickets = 2)
    {
        net.clock().pass(1'000);
        std::vector<CartItem> items(static_cast<std::size_t>(tickets), net.standing(counter));
        auto order = net.sell(counter, items);
        ENSURE(order.has_value());
        return *order;
    }
    /// The server says that a provider has taken, or given back, so much.
    void money(std::int64_t amount, bool isTest = false, Currency currency = kEuro,
               const std::string& provider = "stripe")
    {
        const PaymentId payment{Uuid::v7(now(), net.random())};
        if (amount > 0) {
            write(kind::kPaymentSettled,
                  encode(PaymentSettled{payment, {}, currency, amount, provider, "pi", isTest}));
        } else {
            write(kind::kPaymentRefunded,
                  encode(PaymentRefunded{payment,
                                         {},
                                         payment,
                                         currency,
                                         -amount,
                                         RefundOutcome::Done,
                                         {},
                                         provider,
                                         isTest}));
        }
    }
    void accountLine(const std::string& reference, const char* type, Instant at, std::int64_t gross,
                     std::int64_t fee, bool isTest = false)
    {
        storeSettlementLine(database(),
                            {.organizer = organizer(),
                             .provider = "stripe",
                             .reference = reference,
                             .type = type,
                             .payment = {},
                             .paymentReference = {},
                             .gross = Money{gross, kEuro},
                             .fee = Money{fee, kEuro},
                             .net = Money{gross - fee, kEuro},
                             .at = at,
                             .payout = {},
                             .isTest = isTest});
    }
    std::int64_t account(const char* name)
    {
        return database()
            .integer("SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = ?", {name})
            .value_or(0);
    }
    void openCase()
    {
        storeCase(database(),
                  {.organizer = organizer(),
                   .provider = "stripe",
                   .kind = "amount_diff",
                   .subject = "ch_1",
                   .payment = {},
                   .here = Money{1, kEuro},
                   .there = Money{2, kEuro},
                   .openedAt = now(),
                   .endedAt = {},
                   .endedBy = {},
                   .note = {}});
    }

    void write(const char* kind, Bytes body)
    {
        const auto batch = authority().begin();
        Journal::Act act{authority().journal(), Permit::ofProgram(), *batch};
        act.append(kind, std::move(body));
        act.commit();
        batch->commit();
    }

    BoxOfficeNet net;
};

/// What all payouts together say.
struct Totals {
    std::int64_t sold = 0;
    std::int64_t returned = 0;
    std::int64_t gross = 0;
    std::int64_t commission = 0;
    std::int64_t taken = 0;
    std::int64_t refunded = 0;
    std::int64_t fees = 0;
    std::int64_t paid = 0;
    friend bool operator==(const Totals&, const Totals&) = default;
    void add(const PayoutMade& made)
    {
        for (const PayoutPerformance& each : made.performances) {
            sold += each.sold;
            returned += each.returned;
            gross += each.gross;
        }
        commission += made.commission;
        taken += made.taken;
        refunded += made.refunded;
        fees += made.fees;
        paid += made.paid;
    }
};

/// A ticket on paper.
struct PaperTicket {
    std::int64_t price = 0;
    std::int64_t commission = 0;
};

/// Days that are as bad as chance makes them, on paper beside the house.
class PaperDays {
public:
    PaperDays()
    {
        house.agree(m_share, m_fixed);
        m_lastUntil = house.now();
    }

    void step()
    {
        house.net.clock().pass(*rc::gen::inRange<std::int64_t>(1, 2 * kHour));
        switch (*rc::gen::weightedElement<int>({{5, 0}, {3, 1}, {2, 2}, {1, 3}, {2, 4}, {3, 5}})) {
        case 0:
            sell();
            break;
        case 1:
            takeBack();
            break;
        case 2:
            house.net.settle();
            break;
        case 3:
            m_share = *rc::gen::inRange<std::int64_t>(0, 20'000);
            m_fixed = *rc::gen::inRange<std::int64_t>(0, 300);
            house.agree(m_share, m_fixed);
            break;
        case 4:
            takeMoney();
            break;
        default:
            payOut(
                Instant{*rc::gen::inRange<std::int64_t>(m_lastUntil.ms + 1, house.now().ms + 1)});
        }
    }
    void payOut(Instant until)
    {
        const auto made = house.payOut(until);
        if (!made) {
            RC_ASSERT(made.error().code == "payout_empty" || made.error().code == "period_paid");
            return;
        }
        m_lastUntil = until;
        for (const PayoutMade& each : *made) {
            RC_ASSERT(each.paid >= 0);
            RC_ASSERT(each.carriedOut <= 0);
            RC_ASSERT(each.carriedIn == m_carried);
            RC_ASSERT(each.paid + each.carriedOut == each.balance());
            m_carried = each.carriedOut;
            all.add(each);
        }
    }

    PaidHouse house;
    Totals paper;
    Totals all;
    std::int64_t carried() const { return m_carried; }

private:
    void sell()
    {
        const auto counter = *rc::gen::inRange<std::size_t>(0, house.net.counters());
        auto order = house.net.sellOffline(counter, {house.net.standing(counter)});
        if (!order) {
            order = house.net.sell(counter, {house.net.standing(counter)});
        }
        if (!order) {
            return; // it is sold out
        }
        for (const Ticket& ticket : order->tickets) {
            const std::int64_t commission = agreed(priceOf(ticket), m_share, m_fixed);
            ++paper.sold;
            paper.gross += priceOf(ticket);
            paper.commission += commission;
            m_orders[counter].push_back({order->code, {priceOf(ticket), commission}});
        }
    }
    void takeBack()
    {
        const auto counter = *rc::gen::inRange<std::size_t>(0, house.net.counters());
        auto& orders = m_orders[counter];
        if (orders.empty()) {
            return;
        }
        const auto at = *rc::gen::inRange<std::size_t>(0, orders.size());
        const auto [code, ticket] = orders[at];
        if (!voidOrder(house.net.counter(counter), code, "ill")) {
            return;
        }
        orders.erase(orders.begin() + static_cast<std::ptrdiff_t>(at));
        ++paper.returned;
        paper.gross -= ticket.price;
        paper.commission -= ticket.commission;
    }
    void takeMoney()
    {
        const auto amount = *rc::gen::inRange<std::int64_t>(-3'000, 5'000);
        const bool isTest = *rc::gen::arbitrary<bool>();
        if (amount != 0) {
            house.money(amount, isTest);
            (amount > 0 ? paper.taken : paper.refunded) += isTest ? 0 : std::abs(amount);
        }
    }

    std::int64_t m_share = 10'000;
    std::int64_t m_fixed = 50;
    Instant m_lastUntil;
    std::int64_t m_carried = 0;
    std::map<std::size_t, std::vector<std::pair<std::string, PaperTicket>>> m_orders;
};

} // namespace

class PayoutsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=40"); // each case founds a house of its own
        }
    }

    void aCommissionIsRoundedHalfUpTicketByTicket()
    {
        QCOMPARE(commissionOf(1'250, {kEuro, 10'000, 0}), std::int64_t{125});
        QCOMPARE(commissionOf(1'245, {kEuro, 10'000, 0}), std::int64_t{125}); // 124.5
        QCOMPARE(commissionOf(1'244, {kEuro, 10'000, 0}), std::int64_t{124});
        QCOMPARE(commissionOf(1'000, {kEuro, 2'500, 30}), std::int64_t{55});
        QCOMPARE(commissionOf(0, {kEuro, 10'000, 30}), std::int64_t{0}); // given away
        QVERIFY(rc::check("as by hand", [] {
            const auto price = *rc::gen::inRange<std::int64_t>(0, 10'000'000);
            const auto share = *rc::gen::inRange<std::int64_t>(0, 100'001);
            const auto fixed = *rc::gen::inRange<std::int64_t>(0, 10'000);
            RC_ASSERT(commissionOf(price, {kEuro, share, fixed}) == agreed(price, share, fixed));
        }));
    }

    void everyTicketAndEveryCentIsInOnePayoutHoweverTimeIsCut()
    {
        QVERIFY(rc::check("periods", [] {
            PaperDays days;
            const int steps = *rc::gen::inRange(1, 40);
            for (int i = 0; i < steps; ++i) {
                days.step();
            }
            PaidHouse& house = days.house;
            house.net.settle();
            house.net.clock().pass(1);
            days.payOut(house.now());
            house.net.settle();
            days.paper.paid = days.all.paid;
            RC_ASSERT(days.all == days.paper);
            // What was paid, and what is owed still, is all that was taken less all that it cost.
            const Totals& all = days.all;
            RC_ASSERT(all.paid + days.carried() == all.taken - all.refunded - all.commission);
            RC_ASSERT(house.account(account::kBank) == all.paid);
            RC_ASSERT(house.account(account::kCommission) == all.commission);
            RC_ASSERT(house.account(account::kCarriedOver) == days.carried());
            RC_ASSERT(house.net.difference() == std::string{});
        }));
    }

    void whatHeldWhenATicketWasSoldHolds()
    {
        PaidHouse house;
        house.sell(); // nothing was agreed
        house.net.clock().pass(1);
        house.agree(10'000, 0);
        const Order order = house.sell();
        house.agree(20'000, 0, Instant{house.now().ms + kDay});
        const Order later = house.sell();
        house.net.clock().pass(2 * kDay);
        house.agree(0, 99);
        QVERIFY(voidOrder(house.net.counter(0), later.code, "ill"));
        house.net.settle();
        const PayoutMade made = house.onlyPayout(house.now());
        QCOMPARE(made.performances.size(), std::size_t{1});
        QCOMPARE(made.performances[0].sold, std::int64_t{6});
        QCOMPARE(made.performances[0].returned, std::int64_t{2});
        QCOMPARE(made.commission, 2 * agreed(priceOf(order.tickets[0]), 10'000, 0));
        // Nobody paid by a provider, so the commission is owed.
        QCOMPARE(made.paid, std::int64_t{0});
        QCOMPARE(made.carriedOut, -made.commission);
    }

    void aCommissionNeverHoldsForThePast()
    {
        PaidHouse house;
        const auto batch = house.authority().begin();
        QCOMPARE(codeOf(setCommission(house.authority(), *batch, Permit::ofProgram(),
                                      {kEuro, 1'000, 0}, Instant{house.now().ms - 1})),
                 std::string{"commission_in_past"});
    }

    void aTicketThatIsTakenBackAfterThePayoutComesBackInTheNextOne()
    {
        PaidHouse house;
        house.agree(10'000, 10);
        const Order order = house.sell();
        house.net.settle();
        house.money(10'000);
        const PayoutMade first = house.onlyPayout(house.now());
        QCOMPARE(first.paid, 10'000 - first.commission);
        house.net.clock().pass(kHour);
        ReturnRequest request;
        request.order = order.id;
        request.choice.tickets = {order.tickets[0].id};
        request.reason = "ill";
        QVERIFY(returnTickets(house.net.counter(0), request));
        house.net.settle();
        const PayoutMade second = house.onlyPayout(house.now());
        QCOMPARE(second.commission, -first.commission / 2);
        QCOMPARE(second.performances[0].sold, std::int64_t{0});
        QCOMPARE(second.performances[0].returned, std::int64_t{1});
        QCOMPARE(second.paid, first.commission / 2); // it is the platform that owes now
        QVERIFY(second.from == first.until);
    }

    void aNewTicketForALostOneIsTakenBackAndSold()
    {
        PaidHouse house;
        house.agree(10'000, 0);
        const Order order = house.sell(0, 2);
        QVERIFY(reissueTickets(house.net.counter(0), order.id, {order.tickets[0].id}, "lost"));
        ReturnRequest rest;
        rest.order = order.id;
        rest.reason = "ill";
        QVERIFY(returnTickets(house.net.counter(0), rest));
        house.net.settle();
        house.money(1'000);
        const PayoutMade made = house.onlyPayout(house.now());
        QCOMPARE(made.performances[0].sold, std::int64_t{3});
        QCOMPARE(made.performances[0].returned, std::int64_t{3});
        QCOMPARE(made.performances[0].gross, std::int64_t{0});
        QCOMPARE(made.commission, std::int64_t{0});
    }

    void aTicketThatWasVoidedTwiceComesBackOnce()
    {
        for (const bool isPaidBetween : {false, true}) {
            PaidHouse house;
            house.agree(10'000, 0);
            const Order order = house.sell(0, 2);
            QVERIFY(voidOrder(house.net.counter(0), order.code, "ill"));
            house.net.settle();
            house.money(1'000);
            if (isPaidBetween) {
                QCOMPARE(house.onlyPayout(house.now()).performances[0].returned, std::int64_t{2});
                house.net.clock().pass(1'000);
                house.money(1'000);
            }
            // Somebody who could not hear of it voided the order, too.
            OrderVoided again{.order = order.id,
                              .currency = kEuro,
                              .reason = "ill",
                              .places = {},
                              .reversal = {},
                              .shift = {},
                              .figures = {}};
            for (const Ticket& ticket : order.tickets) {
                again.places.push_back({ticket.id, ticket.performance, {}});
            }
            house.write(kind::kOrderVoided, encode(again));
            const PayoutMade made = house.onlyPayout(house.now());
            QCOMPARE(made.commission, std::int64_t{0});
            QCOMPARE(made.performances.size(), isPaidBetween ? std::size_t{0} : std::size_t{1});
        }
    }

    void theSameTimeTwiceIsTheSamePayout()
    {
        PaidHouse house;
        house.money(5'000);
        const Instant until = house.now();
        const PayoutMade first = house.onlyPayout(until);
        QCOMPARE(first.number, std::string{"PO-2026-0001"});
        house.money(700);
        const PayoutMade again = house.onlyPayout(until);
        QVERIFY(again == first);
        QCOMPARE(house.account(account::kBank), first.paid);
        // The other way round: nothing before it is paid out once more.
        QCOMPARE(codeOf(house.payOut(Instant{until.ms - 1})), std::string{"period_paid"});
        QCOMPARE(codeOf(house.payOut(Instant{house.now().ms + 1})), std::string{"until_ahead"});
        house.net.clock().pass(1);
        QCOMPARE(house.onlyPayout(house.now()).number, std::string{"PO-2026-0002"});
        house.net.clock().pass(1);
        QCOMPARE(codeOf(house.payOut(house.now())), std::string{"payout_empty"});
    }

    void ofTwoThatWereGatheredAtTheSameTimeOneIsMade()
    {
        PaidHouse house;
        house.money(5'000);
        const PayoutPlan early = house.gathered(Instant{house.now().ms - 1});
        house.net.clock().pass(10);
        const PayoutPlan late = house.gathered(house.now());
        QVERIFY(house.make(late));
        PayoutPlan other = late;
        other.until.ms -= 1;
        QCOMPARE(codeOf(house.make(other)), std::string{"payout_moved"});
        QVERIFY(early.payouts.empty());
        QCOMPARE(house.account(account::kBank), std::int64_t{5'000});
    }

    void openCasesAreSaidAndNeedANote()
    {
        PaidHouse house;
        house.money(5'000);
        house.openCase();
        QCOMPARE(codeOf(house.payOut(house.now())), std::string{"cases_open"});
        QVERIFY(!readLastPayout(house.database(), house.organizer()));
        const auto made = house.payOut(house.now(), "Stripe is asked");
        QVERIFY(made);
        QCOMPARE(made->front().openCases, std::int64_t{1});
        QCOMPARE(made->front().note, std::string{"Stripe is asked"});
    }

    void whatIsOwedIsCarriedOverUntilItIsMade()
    {
        PaidHouse house;
        house.money(1'000);
        house.money(-1'700);
        QCOMPARE(house.onlyPayout(house.now()).carriedOut, std::int64_t{-700});
        house.net.clock().pass(kDay);
        house.money(300);
        const PayoutMade second = house.onlyPayout(house.now());
        QCOMPARE(second.carriedIn, std::int64_t{-700});
        QCOMPARE(second.paid, std::int64_t{0});
        QCOMPARE(second.carriedOut, std::int64_t{-400});
        house.net.clock().pass(kDay);
        house.money(1'000);
        QCOMPARE(house.onlyPayout(house.now()).paid, std::int64_t{600});
        QCOMPARE(house.account(account::kCarriedOver), std::int64_t{0});
    }

    void testMoneyIsNeverPaidOut()
    {
        PaidHouse house;
        house.money(5'000, true);
        house.money(-300, true);
        house.accountLine("a", "payment", house.now(), 5'000, 99, true);
        QCOMPARE(codeOf(house.payOut(house.now())), std::string{"payout_empty"});
        house.money(1'000);
        QCOMPARE(house.onlyPayout(house.now()).paid, std::int64_t{1'000});
    }

    void whatCameToTheHousesOwnBankIsNotPaidOutOnceMore()
    {
        PaidHouse house;
        house.money(5'000, false, kEuro, "bank");
        house.money(-300, false, kEuro, "bank-euro");
        QCOMPARE(codeOf(house.payOut(house.now())), std::string{"payout_empty"});
        house.money(1'000);
        QCOMPARE(house.onlyPayout(house.now()).paid, std::int64_t{1'000});
    }

    void aFeeThatShowsLateIsInTheNextPayoutAndOnce()
    {
        PaidHouse house;
        const Instant sold = house.now();
        house.money(10'000);
        house.accountLine("a", "payment", sold, 6'000, 100);
        house.net.clock().pass(kDay);
        const PayoutMade first = house.onlyPayout(house.now());
        QCOMPARE(first.fees, std::int64_t{100});
        house.accountLine("a", "payment", sold, 6'000, 100); // fetched once more
        house.accountLine("b", "payment", sold, 4'000, 70);  // late
        house.accountLine("c", "fee", house.now(), -50, 0);  // what it charges by itself
        house.accountLine("d", "dispute", house.now(), -900, 15);
        house.accountLine("e", "payout", house.now(), -9'000, 0);
        house.net.clock().pass(1);
        const PayoutMade second = house.onlyPayout(house.now());
        QCOMPARE(second.fees, std::int64_t{70 + 50 + 15});
        QCOMPARE(second.disputed, std::int64_t{900});
        QCOMPARE(second.carriedOut, std::int64_t{-1'035});
        house.net.clock().pass(1);
        QCOMPARE(codeOf(house.payOut(house.now())), std::string{"payout_empty"});
        QCOMPARE(house.account(account::kProviderFees), std::int64_t{235});
        QCOMPARE(house.account(account::kDisputes), std::int64_t{900});
    }

    void theReportOfAReconciliationSaysDaysAndCases()
    {
        PaidHouse house;
        const Instant day{house.now().ms / kDay * kDay};
        house.accountLine("a", "payment", day, 6'000, 100);
        house.accountLine("b", "refund", Instant{day.ms + kDay - 1}, -1'000, 0);
        house.accountLine("c", "payout", Instant{day.ms + kDay}, -4'900, 0);
        house.accountLine("d", "fee", Instant{day.ms + kDay}, -50, 0);
        house.accountLine("e", "payment", Instant{day.ms + 2 * kDay}, 1, 0); // later
        const auto read = [&] {
            return readReconciliationReport(house.database(), house.organizer(), day,
                                            Instant{day.ms + 2 * kDay});
        };
        QVERIFY(read().days.empty()); // of no account that was compared
        storeAccountProblem(house.database(), {house.organizer(), "stripe", {}, "unreachable"});
        storeAccountCompared(house.database(), {house.organizer(), "stripe", house.now(), {}});
        house.openCase();
        ReconciliationReport report = read();
        QCOMPARE(report.days.size(), std::size_t{2});
        QCOMPARE(report.days[0].lines, std::int64_t{2});
        QCOMPARE(report.days[0].matched, std::int64_t{0});
        QCOMPARE(report.days[0].gross.minor(), std::int64_t{5'000});
        QCOMPARE(report.days[0].fees.minor(), std::int64_t{100});
        QCOMPARE(report.days[1].lines, std::int64_t{0});
        QCOMPARE(report.days[1].fees.minor(), std::int64_t{50});
        QCOMPARE(report.days[1].transferred.minor(), std::int64_t{4'900});
        QCOMPARE(report.cases.size(), std::size_t{1});
        QVERIFY(!report.cases[0].endedAt);
        endCase(house.database(), house.organizer(), "stripe", "amount_diff", "ch_1", house.now());
        report = read();
        QCOMPARE(report.cases.size(), std::size_t{1});
        QVERIFY(report.cases[0].endedAt.has_value());
        const auto accounts = readAccounts(house.database(), house.organizer());
        QCOMPARE(accounts.size(), std::size_t{1});
        QVERIFY(accounts[0].problem.empty() && accounts[0].comparedAt == house.now());
    }

    void currenciesArePaidOutByThemselves()
    {
        PaidHouse house;
        const Currency yen = *Currency::fromCode("JPY");
        house.money(5'000);
        house.money(700, false, yen);
        const auto made = house.payOut(house.now());
        QVERIFY(made);
        QCOMPARE(made->size(), std::size_t{2});
        QCOMPARE((*made)[0].number, std::string{"PO-2026-0001"});
        QCOMPARE((*made)[1].number, std::string{"PO-2026-0002"});
        QVERIFY((*made)[1].currency == yen);
        QCOMPARE((*made)[1].paid, std::int64_t{700});
    }

    void aServerThatWasRestoredCountsNothingTwice()
    {
        PaidHouse house;
        house.agree(10'000, 0);
        const std::string backup = house.net.backupServer();
        const Order order = house.sell(1, 2);
        house.money(9'000);
        house.net.settle();
        const PayoutMade before = house.onlyPayout(house.now());
        house.net.settle(); // the counters know of it
        house.net.restoreServer(backup);
        for (std::size_t i = 0; i < house.net.counters(); ++i) {
            while (house.net.report(i)) {}
        }
        house.net.settle();
        const auto known = readLastPayout(house.database(), house.organizer());
        QVERIFY(known && known->made == before);
        house.net.clock().pass(1'000);
        QCOMPARE(codeOf(house.payOut(house.now())), std::string{"payout_empty"});
        house.money(100);
        house.net.clock().pass(1);
        const PayoutMade after = house.onlyPayout(house.now());
        QCOMPARE(after.paid, std::int64_t{100});
        QCOMPARE(after.number, std::string{"PO-2026-0002"});
        QVERIFY(after.performances.empty());
        QCOMPARE(order.tickets.size(), std::size_t{2});
    }

    void countersHearOfPayoutsAndVerifyThem()
    {
        PaidHouse house;
        house.agree(12'000, 25);
        house.sell();
        house.money(6'000);
        house.net.settle();
        const PayoutMade made = house.onlyPayout(house.now());
        house.net.settle();
        for (std::size_t i = 0; i < house.net.counters(); ++i) {
            Counter& counter = house.net.counter(i);
            const auto list = payouts(counter);
            QVERIFY(list);
            QCOMPARE(list->size(), std::size_t{1});
            QVERIFY(list->front().made == made);
            QCOMPARE(list->front().lines.size(), std::size_t{1});
            QVERIFY(!list->front().lines[0].event.empty());
            QVERIFY(payoutNamed(counter, "po-2026-0001"));
            QVERIFY(payoutNamed(counter, made.payout.text()));
            QCOMPARE(codeOf(payoutNamed(counter, "PO-2026-0009")), std::string{"unknown_payout"});
            const auto rates = commissions(counter);
            QVERIFY(rates);
            QCOMPARE(rates->size(), std::size_t{1});
            const auto report = verifyJournal(counter);
            QVERIFY(report);
            QVERIFY2(report->findings.empty(),
                     report->findings.empty() ? "" : report->findings[0].sentence.c_str());
        }
        QCOMPARE(house.net.difference(), std::string{});
    }

    void aPayoutReadsThePeriodAndNotTheHistory()
    {
        PaidHouse house;
        for (int i = 0; i < 5; ++i) {
            house.sell(0, 1);
        }
        house.net.settle();
        QVERIFY(house.payOut(house.now()));
        const PayoutPlan plan = house.gathered(house.now());
        QVERIFY(plan.payouts.empty());
        // By chains, each from where the one before stopped: a few, however long they are.
        const auto chains = readChains(house.database(), house.organizer());
        QCOMPARE(chains.size(), std::size_t{3}); // two counters and the server
        QVERIFY(std::ranges::is_sorted(chains));
    }

    void whatIsOnDiskReadsBackAndNothingElseDoes()
    {
        PaidHouse house;
        house.agree(12'000, 25);
        house.sell();
        house.money(6'000);
        house.accountLine("a", "payment", house.now(), 6'000, 100);
        house.net.settle();
        const PayoutMade made = house.onlyPayout(house.now());
        const Bytes bytes = encode(made);
        const auto body = decodeCbor(bytes);
        QVERIFY(body);
        const auto read = decodePayoutMade(*body);
        QVERIFY(read && *read == made);
        PayoutMade wrong = made;
        wrong.paid += 1; // it does not add up
        const Bytes wrongBytes = encode(wrong);
        const auto wrongBody = decodeCbor(wrongBytes);
        QCOMPARE(codeOf(decodePayoutMade(*wrongBody)), std::string{"bad_entry"});
    }
};

QTEST_GUILESS_MAIN(PayoutsTest)
#include "test_payouts.moc"
