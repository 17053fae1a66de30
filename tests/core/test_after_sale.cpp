// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/order_history.h"
#include "core/services/order_search.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"
#include "core/services/users.h"
#include "core/storage/integrity_checks.h"
#include "core/storage/order_store.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");
constexpr std::int64_t kAdult = 4'500;
constexpr std::int64_t kHalfHourMs = 31LL * 60'000;

Money euro(std::int64_t minor)
{
    return Money{minor, kEuro};
}

std::int64_t ledger(Counter& counter, const std::string& account)
{
    return counter.database()
        .integer("SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = ?", {account})
        .value();
}

/// Every entry's lines, and so all of them, sum to zero.
bool isBalanced(Counter& counter)
{
    return counter.database().integer(
               "SELECT count(*) FROM (SELECT entry FROM ledger_line "
               "GROUP BY entry, currency HAVING sum(amount) <> 0) AS wrong") == 0;
}

/// Rebuilt from the journal alone, every table says the same.
std::size_t findings(Counter& counter)
{
    const auto report = verifyJournal(counter);
    return report ? report->findings.size() : 999;
}

/// Seats with more than one valid ticket.
std::int64_t doubleSeats(Counter& counter)
{
    return counter.database()
        .integer("SELECT count(*) FROM (SELECT seat FROM ticket WHERE seat IS NOT NULL AND "
                 "voided_at IS NULL GROUP BY performance, seat HAVING count(*) > 1) AS doubled")
        .value();
}

Order mustSell(CounterFixture& house, std::vector<CartItem> items)
{
    auto order = house.sell(std::move(items));
    if (!order) {
        qFatal("sell: %s", order.error().message.c_str());
    }
    return *std::move(order);
}

StandingOrder standing(CounterFixture& house, OrderId id)
{
    auto order = standingOrder(house.counter(), id);
    if (!order) {
        qFatal("order: %s", order.error().message.c_str());
    }
    return *std::move(order);
}

std::string scanned(CounterFixture& house, const Order& order, TicketId ticket)
{
    const auto codes = ticketCodes(house.counter(), order);
    for (std::size_t i = 0; i < order.tickets.size(); ++i) {
        if (order.tickets[i].id == ticket) {
            const auto verdict = scan(house.counter(), codes[i], "Gate 1");
            return verdict ? verdict->outcome : verdict.error().code;
        }
    }
    return "no such ticket";
}

/// The ticket that was given for another one.
TicketId successor(const Order& order, const std::vector<TicketId>& known)
{
    for (const Ticket& ticket : order.tickets) {
        if (std::ranges::find(known, ticket.id) == known.end()) {
            return ticket.id;
        }
    }
    return {};
}

std::vector<TicketId> idsOf(const Order& order)
{
    std::vector<TicketId> ids;
    for (const Ticket& ticket : order.tickets) {
        ids.push_back(ticket.id);
    }
    return ids;
}

void signIn(CounterFixture& house, const std::string& name)
{
    const auto signedIn = house.counter().access().signIn(name, name + " has 482915 words");
    if (!signedIn) {
        qFatal("sign in: %s", signedIn.error().message.c_str());
    }
}

void addPerson(CounterFixture& house, const std::string& name, const std::string& role)
{
    const auto added = addUser(house.counter(), {name, role, name + " has 482915 words", ""});
    if (!added) {
        qFatal("add: %s", added.error().message.c_str());
    }
}

/// A house with an administrator, a clerk and a supervisor; the administrator is signed in.
void staff(CounterFixture& house)
{
    house.counter().access().setPasswordCost({1, 8});
    addPerson(house, "Ada", "administrator");
    signIn(house, "Ada");
    addPerson(house, "Cleo", "clerk");
    addPerson(house, "Sue", "supervisor");
}

void openTill(CounterFixture& house)
{
    if (const auto shift = startShift(house.counter(), {std::nullopt, {10'000, {}}}); !shift) {
        qFatal("shift: %s", shift.error().message.c_str());
    }
}

/// One return, exchange or reissue of a ticket that is valid.
void changeAtRandom(CounterFixture& house, const StandingOrder& order, TicketId ticket)
{
    const auto worth = order.line(ticket)->worth();
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        RC_ASSERT(
            returnTickets(house.counter(),
                          {order.id, {{ticket}, *rc::gen::arbitrary<bool>(), {}}, "r", {}, {}}));
        break;
    case 1:
        if (worth > 0) {
            RC_ASSERT(
                returnTickets(house.counter(),
                              {order.id,
                               {{ticket}, false, *rc::gen::inRange<std::int64_t>(1, worth + 1)},
                               "p",
                               {},
                               {}}));
        }
        break;
    case 2: {
        const auto seat = *rc::gen::inRange<SeatNumber>(0, kSmallSeats);
        const std::string type = *rc::gen::arbitrary<bool>() ? "Adult" : "Child";
        ExchangeRequest request{order.id, {{ticket, house.seat(seat, type)}}, "x", {}, {}, {}};
        request.tenders.clear();
        if (const auto plan = planExchange(house.counter(), request); plan && !plan->due.isZero()) {
            request.tenders = {{PaymentMethod::Cash, euro(100'000), {}}};
        }
        const auto done = exchangeTickets(house.counter(), request);
        const std::set<std::string> fine{"done", "seat_taken", "sold_out", "unused_tender"};
        RC_ASSERT(fine.contains(codeOf(done)));
        break;
    }
    default:
        RC_ASSERT(reissueTickets(house.counter(), order.id, {ticket}, "l"));
        break;
    }
}

} // namespace

class TestAfterSale : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=30"); // each case founds a counter of its own
        }
    }
    void one_ticket_of_an_order_is_refunded_and_its_seat_is_free_again();
    void fees_can_be_kept_and_go_with_the_last_ticket();
    void a_part_of_the_price_goes_back_and_the_tickets_stay_valid();
    void money_goes_back_the_way_it_came();
    void many_small_refunds_never_give_more_coins_than_were_taken();
    void nothing_is_given_back_twice();
    void a_used_ticket_is_not_refunded();
    void a_changed_order_cannot_be_voided_as_a_whole();
    void a_plan_says_what_will_happen_and_changes_nothing();
    void seats_are_moved_for_the_price_that_was_paid();
    void an_upgrade_is_paid_and_a_downgrade_is_paid_back();
    void an_exchange_that_fails_changes_nothing();
    void fees_follow_the_ticket_they_were_charged_for();
    void a_lost_ticket_gets_a_new_code_and_the_old_one_is_refused();
    void what_was_told_must_still_be_true();
    void a_clerk_refunds_up_to_the_limit_and_voiding_is_no_way_around_it();
    void pickup_is_split_and_merged_and_the_name_is_changed();
    void reprints_are_counted_and_give_the_same_codes();
    void orders_are_found_by_everything_people_bring();
    void the_z_of_a_day_with_refunds_adds_up();
    void random_changes_keep_every_rule();
};

void TestAfterSale::one_ticket_of_an_order_is_refunded_and_its_seat_is_free_again()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    const std::int64_t before = ledger(house.counter(), account::kCash);
    const auto left = returnTickets(house.counter(),
                                    {order.id, {{order.tickets[0].id}, false, {}}, "ill", {}, {}});
    QVERIFY2(left, left ? "" : left.error().message.c_str());
    QCOMPARE(left->tickets[0].state, TicketState::Voided);
    QCOMPARE(left->tickets[1].state, TicketState::Sold);
    QCOMPARE(order.total.minor() - left->total.minor(), order.tickets[0].price.gross.minor());
    QCOMPARE(left->refundedMinor, order.tickets[0].price.gross.minor());
    QCOMPARE(before - ledger(house.counter(), account::kCash), left->refundedMinor);
    QCOMPARE(scanned(house, *left, order.tickets[0].id), std::string{"void"});
    QCOMPARE(scanned(house, *left, order.tickets[1].id), std::string{"admitted"});
    QVERIFY(house.sell({house.seat(3)}));
    QVERIFY(isBalanced(house.counter()));
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::fees_can_be_kept_and_go_with_the_last_ticket()
{
    CounterFixture house;
    const Order kept = mustSell(house, {house.seat(0)});
    const std::int64_t fee = kept.total.minor() - kept.tickets[0].price.gross.minor();
    QVERIFY(fee > 0);
    const auto plan = planReturn(house.counter(), {kept.id, {{}, true, {}}, {}, {}, {}});
    QVERIFY(plan);
    QCOMPARE(plan->back.minor(), kept.tickets[0].price.gross.minor());
    QCOMPARE(plan->worthAfter.minor(), fee);

    const Order whole = mustSell(house, {house.seat(8), house.seat(9)});
    auto left = returnTickets(house.counter(),
                              {whole.id, {{whole.tickets[0].id}, false, {}}, "ill", {}, {}});
    QVERIFY(left);
    QVERIFY(left->total.minor() > whole.tickets[1].price.gross.minor()); // the fee of the order
    left = returnTickets(house.counter(), {whole.id, {{}, false, {}}, "ill", {}, {}});
    QVERIFY(left);
    QCOMPARE(left->total.minor(), 0);
    QCOMPARE(left->refundedMinor, whole.total.minor());
    QCOMPARE(standing(house, whole.id).paid(), 0);
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::a_part_of_the_price_goes_back_and_the_tickets_stay_valid()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4, "Child"), house.standing()});
    const auto left =
        returnTickets(house.counter(), {order.id, {{}, false, 1'001}, "cold hall", {}, {}});
    QVERIFY2(left, left ? "" : left.error().message.c_str());
    QCOMPARE(order.total.minor() - left->total.minor(), 1'001);
    for (const Ticket& ticket : left->tickets) {
        QCOMPARE(ticket.state, TicketState::Sold);
    }
    QCOMPARE(codeOf(returnTickets(house.counter(), {order.id, {{}, false, 0}, "again", {}, {}})),
             std::string{"bad_part"});
    const StandingOrder now = standing(house, order.id);
    QCOMPARE(codeOf(returnTickets(house.counter(),
                                  {order.id, {{}, false, now.worth() + 1}, "again", {}, {}})),
             std::string{"bad_part"});
    QCOMPARE(now.worth(), now.paid());
    QVERIFY(isBalanced(house.counter()));
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::money_goes_back_the_way_it_came()
{
    CounterFixture house;
    SaleRequest request = house.request({house.seat(3), house.seat(4)});
    const auto quoted = quote(house.counter(), request.cart);
    QVERIFY(quoted);
    const Money byCard = euro(1'000);
    request.tenders = {{PaymentMethod::Cash, quoted->total - byCard, {}},
                       {PaymentMethod::CardTerminal, byCard, "4711"}};
    const auto order = sell(house.counter(), request);
    QVERIFY2(order, order ? "" : order.error().message.c_str());

    const ReturnRequest one{order->id, {{order->tickets[0].id}, false, {}}, "ill", {}, {}};
    const auto plan = planReturn(house.counter(), one);
    QVERIFY(plan);
    QCOMPARE(plan->parts.size(), 2U);
    QCOMPARE(plan->parts[0].method, PaymentMethod::CardTerminal);
    QCOMPARE(plan->parts[0].amount, 1'000);
    QCOMPARE(plan->parts[0].reference, std::string{"4711"});
    QCOMPARE(plan->parts[1].method, PaymentMethod::Cash);
    QCOMPARE(codeOf(returnTickets(house.counter(), one)), std::string{"reference_missing"});
    ReturnRequest withReference = one;
    withReference.cardReference = "R-9";
    QVERIFY(returnTickets(house.counter(), withReference));
    QCOMPARE(ledger(house.counter(), account::kCardClearing), 0);
    const auto rest = planReturn(house.counter(), {order->id, {}, {}, {}, {}});
    QVERIFY(rest);
    QCOMPARE(rest->parts.size(), 1U);
    QCOMPARE(rest->parts[0].method, PaymentMethod::Cash);
}

void TestAfterSale::many_small_refunds_never_give_more_coins_than_were_taken()
{
    QVERIFY(rc::check("cash is rounded, and yet never more is given than was kept", [] {
        const auto step = *rc::gen::element<std::int64_t>(1, 5, 10, 20, 50, 100);
        const auto total = *rc::gen::inRange<std::int64_t>(1, 5'000);
        StandingOrder order{.currency = kEuro};
        const auto kept = roundedForCash(euro(total), step).minor();
        order.payments.push_back({.id = {}, .amount = total, .rounding = kept - total});
        std::int64_t given = 0;
        while (order.paid() > 0) {
            const auto amount = *rc::gen::inRange<std::int64_t>(1, order.paid() + 1);
            const auto parts = refundParts(order, amount, step);
            RC_ASSERT(parts);
            for (const RefundPart& part : *parts) {
                RC_ASSERT(part.handed() >= 0);
                given += part.handed();
                order.payments[0].returnedAmount += part.amount;
                order.payments[0].returnedRounding += part.rounding;
            }
            RC_ASSERT(given <= kept);
        }
        RC_ASSERT(given == kept);
        RC_ASSERT(!refundParts(order, 1, step));
    }));
}

void TestAfterSale::nothing_is_given_back_twice()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    const ReturnRequest request{order.id, {{order.tickets[0].id}, false, {}}, "ill", {}, {}};
    QVERIFY(returnTickets(house.counter(), request));
    QCOMPARE(codeOf(returnTickets(house.counter(), request)), std::string{"ticket_void"});
    QCOMPARE(codeOf(returnTickets(house.counter(), {order.id, {}, "ill", {}, {}})),
             std::string{"nothing_to_return"});
    QCOMPARE(codeOf(returnTickets(house.counter(), {{}, {}, "ill", {}, {}})),
             std::string{"unknown_order"});
    QCOMPARE(codeOf(reissueTickets(house.counter(), order.id, {order.tickets[0].id}, "lost")),
             std::string{"ticket_void"});
    const Order voided = mustSell(house, {house.seat(5)});
    QVERIFY(voidOrder(house.counter(), voided.code, "slip"));
    QCOMPARE(codeOf(returnTickets(house.counter(), {voided.id, {}, "ill", {}, {}})),
             std::string{"already_void"});
}

void TestAfterSale::a_used_ticket_is_not_refunded()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    QCOMPARE(scanned(house, order, order.tickets[0].id), std::string{"admitted"});
    QCOMPARE(codeOf(returnTickets(house.counter(), {order.id, {}, "ill", {}, {}})),
             std::string{"already_used"});
    QCOMPARE(codeOf(reissueTickets(house.counter(), order.id, {order.tickets[0].id}, "lost")),
             std::string{"already_used"});
    // For a cold hall something goes back all the same; nobody has to leave for it.
    const auto cheaper =
        returnTickets(house.counter(), {order.id, {{}, false, 500}, "cold", {}, {}});
    QVERIFY2(cheaper, cheaper ? "" : cheaper.error().message.c_str());
    QCOMPARE(cheaper->tickets[0].state, TicketState::Admitted);
    QVERIFY(returnTickets(house.counter(),
                          {order.id, {{order.tickets[1].id}, false, {}}, "ill", {}, {}}));
}

void TestAfterSale::a_changed_order_cannot_be_voided_as_a_whole()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    QVERIFY(returnTickets(house.counter(),
                          {order.id, {{order.tickets[0].id}, false, {}}, "ill", {}, {}}));
    QCOMPARE(codeOf(voidOrder(house.counter(), order.code, "slip")),
             std::string{"already_changed"});
}

void TestAfterSale::a_plan_says_what_will_happen_and_changes_nothing()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    const auto head = house.counter().journal().head();
    const ReturnRequest request{order.id, {{order.tickets[0].id}, false, {}}, "ill", {}, {}};
    const auto plan = planReturn(house.counter(), request);
    QVERIFY(plan);
    QCOMPARE(house.counter().journal().head(), head);
    QCOMPARE(plan->tickets.size(), 1U);
    QVERIFY(plan->tickets[0].after.empty());
    QCOMPARE(plan->tickets[0].worthBefore, order.tickets[0].price.gross);
    const auto done = returnTickets(house.counter(), request);
    QVERIFY(done);
    QCOMPARE(done->total, plan->worthAfter);
    QCOMPARE(done->refundedMinor, plan->back.minor());
}

void TestAfterSale::seats_are_moved_for_the_price_that_was_paid()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    const TicketId from = order.tickets[0].id;
    const auto moved =
        exchangeTickets(house.counter(),
                        {order.id, {{from, house.seat(10)}}, "better view", {}, {}, {}});
    QVERIFY2(moved, moved ? "" : moved.error().message.c_str());
    QCOMPARE(moved->total, order.total);
    QCOMPARE(moved->refundedMinor, 0);
    const TicketId to = successor(*moved, idsOf(order));
    QCOMPARE(scanned(house, *moved, from), std::string{"void"});
    QCOMPARE(scanned(house, *moved, to), std::string{"admitted"});
    QVERIFY(house.sell({house.seat(3)}));
    QCOMPARE(codeOf(house.sell({house.seat(10)})), std::string{"seat_taken"});
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::an_upgrade_is_paid_and_a_downgrade_is_paid_back()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3, "Child")});
    const TicketId child = order.tickets[0].id;
    ExchangeRequest request{order.id, {{child, house.seat(3)}}, "no child", {}, {}, {}};
    const auto plan = planExchange(house.counter(), request);
    QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
    QVERIFY(plan->due.minor() > 0);
    QVERIFY(plan->back.isZero());
    QCOMPARE(codeOf(exchangeTickets(house.counter(), request)), std::string{"underpaid"});
    request.tenders = {{PaymentMethod::Cash, plan->due, {}}};
    const auto upgraded = exchangeTickets(house.counter(), request);
    QVERIFY2(upgraded, upgraded ? "" : upgraded.error().message.c_str());
    QCOMPARE(upgraded->total, order.total + plan->due);
    const TicketId adult = successor(*upgraded, {child});
    const auto back = exchangeTickets(
        house.counter(),
        {order.id, {{adult, house.seat(3, "Child")}}, "a child after all", {}, {}, {}});
    QVERIFY2(back, back ? "" : back.error().message.c_str());
    QCOMPARE(back->total, order.total);
    QCOMPARE(back->refundedMinor, plan->due.minor());
    const StandingOrder now = standing(house, order.id);
    QCOMPARE(now.worth(), now.paid());
    QVERIFY(isBalanced(house.counter()));
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::an_exchange_that_fails_changes_nothing()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    QVERIFY(house.sell({house.seat(10)}));
    const auto head = house.counter().journal().head();
    const TicketId from = order.tickets[0].id;
    QCOMPARE(codeOf(exchangeTickets(house.counter(),
                                    {order.id, {{from, house.seat(10)}}, "view", {}, {}, {}})),
             std::string{"seat_taken"});
    QCOMPARE(codeOf(exchangeTickets(
                 house.counter(),
                 {order.id, {{from, house.seat(11)}, {from, house.seat(12)}}, "view", {}, {}, {}})),
             std::string{"ticket_twice"});
    QCOMPARE(codeOf(exchangeTickets(house.counter(), {order.id, {}, "view", {}, {}, {}})),
             std::string{"nothing_to_exchange"});
    QCOMPARE(codeOf(exchangeTickets(house.counter(),
                                    {order.id, {{from, house.seat(11)}}, {}, {}, {}, {}})),
             std::string{"reason_missing"});
    QCOMPARE(house.counter().journal().head(), head);
    QCOMPARE(standing(house, order.id).line(from)->state, TicketState::Sold);
    QVERIFY(house.sell({house.seat(11)}));
    // Two tickets of one order change seats with each other.
    const auto swapped =
        exchangeTickets(house.counter(),
                        {order.id,
                         {{from, house.seat(4)}, {order.tickets[1].id, house.seat(3)}},
                         "swap",
                         {},
                         {},
                         {}});
    QVERIFY2(swapped, swapped ? "" : swapped.error().message.c_str());
    QCOMPARE(doubleSeats(house.counter()), 0);
}

void TestAfterSale::fees_follow_the_ticket_they_were_charged_for()
{
    Season season = smallSeason();
    season.events.at(0).fees.push_back(
        {.name = "System fee", .per = Fee::Per::Ticket, .amount = 150});
    CounterFixture house{season};
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    const auto moved =
        exchangeTickets(house.counter(),
                        {order.id, {{order.tickets[0].id, house.seat(10)}}, "view", {}, {}, {}});
    QVERIFY2(moved, moved ? "" : moved.error().message.c_str());
    const TicketId to = successor(*moved, idsOf(order));
    const auto plan = planReturn(house.counter(), {order.id, {{to}, false, {}}, {}, {}, {}});
    QVERIFY(plan);
    QCOMPARE(plan->fees.minor(), 150);
    QCOMPARE(plan->back.minor(), order.tickets[0].price.gross.minor() + 150);
}

void TestAfterSale::a_lost_ticket_gets_a_new_code_and_the_old_one_is_refused()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.standing()});
    const std::int64_t cash = ledger(house.counter(), account::kCash);
    const auto reissued =
        reissueTickets(house.counter(), order.id, idsOf(order), "lost on the train");
    QVERIFY2(reissued, reissued ? "" : reissued.error().message.c_str());
    QCOMPARE(reissued->total, order.total);
    QCOMPARE(ledger(house.counter(), account::kCash), cash);
    QCOMPARE(scanned(house, *reissued, order.tickets[0].id), std::string{"void"});
    QCOMPARE(scanned(house, *reissued, order.tickets[1].id), std::string{"void"});
    QCOMPARE(scanned(house, *reissued, successor(*reissued, idsOf(order))),
             std::string{"admitted"});
    QCOMPARE(doubleSeats(house.counter()), 0);
    QCOMPARE(codeOf(reissueTickets(house.counter(), order.id, {}, "lost")),
             std::string{"nothing_to_exchange"});
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::what_was_told_must_still_be_true()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    const auto head = house.counter().journal().head();
    const auto answer = returnTickets(house.counter(), {order.id, {}, "ill", {}, euro(-1'000)});
    QCOMPARE(codeOf(answer), std::string{"plan_changed"});
    QCOMPARE(house.counter().journal().head(), head);
    QVERIFY(returnTickets(house.counter(), {order.id, {}, "ill", {}, -order.total}));
}

void TestAfterSale::a_clerk_refunds_up_to_the_limit_and_voiding_is_no_way_around_it()
{
    CounterFixture house;
    staff(house);
    signIn(house, "Cleo");
    openTill(house);
    const Order small = mustSell(house, {house.seat(3)});
    const Order large = mustSell(house, {house.seat(4), house.seat(5)});
    QVERIFY(large.total.minor() > 5'000);
    QCOMPARE(codeOf(returnTickets(house.counter(), {large.id, {}, "ill", {}, {}})),
             std::string{"over_limit"});
    house.clock().pass(kHalfHourMs);
    QCOMPARE(codeOf(voidOrder(house.counter(), large.code, "slip")), std::string{"over_limit"});
    QVERIFY(returnTickets(house.counter(), {small.id, {}, "ill", {}, {}}));
    QVERIFY(house.counter().access().approve("Sue", "Sue has 482915 words"));
    QVERIFY(returnTickets(house.counter(), {large.id, {}, "ill", {}, {}}));
    const auto history = orderHistory(house.counter(), large.id);
    QVERIFY(history);
    QCOMPARE(history->front().actorName, std::string{"Cleo"});
    QCOMPARE(codeOf(reissueTickets(house.counter(), small.id, {small.tickets[0].id}, "lost")),
             std::string{"ticket_void"});
    const Order third = mustSell(house, {house.seat(6)});
    QCOMPARE(codeOf(reissueTickets(house.counter(), third.id, {third.tickets[0].id}, "lost")),
             std::string{"not_permitted"});
}

void TestAfterSale::pickup_is_split_and_merged_and_the_name_is_changed()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    const CustomerDetails ana{"Ana Lima", "ana@example.org", {}, {}};
    const CustomerDetails bo{"Bo Chen", {}, "+49 30 123456", {}};
    const auto withName = setOrderCustomer(house.counter(), order.id, {{}, ana});
    QVERIFY2(withName, withName ? "" : withName.error().message.c_str());
    QVERIFY(withName->customer);
    auto split = splitPickup(house.counter(), order.id, {order.tickets[1].id}, {{}, bo});
    QVERIFY2(split, split ? "" : split.error().message.c_str());
    QVERIFY(split->lines[1].pickup);
    QVERIFY(!split->lines[0].pickup);
    for (const char* words : {"ana lima", "bo chen"}) {
        const auto found = findOrders(house.counter(), {words, {}, 50});
        QVERIFY(found);
        QCOMPARE(found->size(), 1U);
        QCOMPARE(found->front().id, order.id);
        QCOMPARE(found->front().customerName, std::string{"Ana Lima"});
    }
    split = splitPickup(house.counter(), order.id, {order.tickets[1].id}, {});
    QVERIFY(split);
    QVERIFY(!split->lines[1].pickup);
    QCOMPARE(codeOf(splitPickup(house.counter(), order.id, {}, {})), std::string{"nothing_chosen"});
    QCOMPARE(codeOf(setOrderCustomer(house.counter(), order.id, {CustomerId{}, {}})),
             std::string{"unknown_customer"});
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::reprints_are_counted_and_give_the_same_codes()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4)});
    const auto codes = ticketCodes(house.counter(), order);
    const auto one = recordReprint(house.counter(), order.id, "tickets", {order.tickets[1].id});
    QVERIFY(one);
    QCOMPARE(one->tickets.size(), 1U);
    QCOMPARE(ticketCodes(house.counter(), *one).front(), codes[1]);
    QVERIFY(recordReprint(house.counter(), order.id, "tickets"));
    QVERIFY(recordReprint(house.counter(), order.id, "receipt"));
    const auto history = orderHistory(house.counter(), order.id);
    QVERIFY(history);
    QCOMPARE(history->size(), 3U);
    QCOMPARE(history->at(1).tickets, 2);
    QVERIFY(returnTickets(house.counter(), {order.id, {}, "ill", {}, {}}));
    QCOMPARE(codeOf(recordReprint(house.counter(), order.id, "tickets")),
             std::string{"already_void"});
}

void TestAfterSale::orders_are_found_by_everything_people_bring()
{
    CounterFixture house;
    SaleRequest request = house.request({house.seat(3), house.seat(4)});
    request.newCustomer = {"Zoë Müller", "zoe@example.org", "+49 30 7654321", {}};
    const auto order = sell(house.counter(), request);
    QVERIFY(order);
    const Order other = mustSell(house, {house.standing()});
    const std::string seat = order->tickets[0].seatLabel;
    const std::string code = ticketCodes(house.counter(), *order)[0];
    const std::vector<std::string> ways{order->code,
                                        code,
                                        "zoe muller",
                                        "zoe@example.org",
                                        "7654321",
                                        seat,
                                        toPlainText(order->total)};
    for (const std::string& words : ways) {
        const auto found = findOrders(house.counter(), {words, {}, 50});
        QVERIFY(found);
        QVERIFY2(found->size() == 1 && found->front().id == order->id, words.c_str());
        QCOMPARE(found->front().customerName, std::string{"Zoë Müller"});
    }
    QCOMPARE(findOrders(house.counter(), {code, {}, 50})->front().scanned,
             std::optional{order->tickets[0].id});
    auto latest = findOrders(house.counter(), {});
    QVERIFY(latest);
    QCOMPARE(latest->size(), 2U);
    QCOMPARE(latest->front().id, other.id);
    house.clock().pass(2 * 3'600'000LL);
    const Order third = mustSell(house, {house.standing()});
    latest = findOrders(house.counter(), {});
    QCOMPARE(latest->size(), 1U); // of the last hour
    QCOMPARE(latest->front().id, third.id);
    QVERIFY(findOrders(house.counter(), {"nobody at all", {}, 50})->empty());
}

void TestAfterSale::the_z_of_a_day_with_refunds_adds_up()
{
    CounterFixture house;
    staff(house);
    signIn(house, "Sue");
    openTill(house);
    const auto shift = openShift(house.counter());
    QVERIFY(shift);
    const Order order = mustSell(house, {house.seat(3), house.seat(4), house.seat(5, "Child")});
    const Order gone = mustSell(house, {house.standing()});
    QVERIFY(returnTickets(house.counter(),
                          {order.id, {{order.tickets[0].id}, false, {}}, "ill", {}, {}}));
    QVERIFY(returnTickets(house.counter(), {order.id, {{}, false, 333}, "cold", {}, {}}));
    QVERIFY(returnTickets(house.counter(), {gone.id, {}, "ill", {}, {}}));
    ExchangeRequest up{order.id, {{order.tickets[2].id, house.seat(6)}}, "adult", {}, {}, {}};
    up.tenders = {{PaymentMethod::Cash, euro(10'000), {}}};
    const auto upgraded = exchangeTickets(house.counter(), up);
    QVERIFY2(upgraded, upgraded ? "" : upgraded.error().message.c_str());
    const auto report = shiftReport(house.counter(), *shift);
    QVERIFY(report);
    const auto sum = [&](FigureGroup group) {
        std::int64_t amount = 0;
        for (const TillFigure& figure : report->figures) {
            amount += figure.key.group == group ? figure.amount : 0;
        }
        return amount;
    };
    QCOMPARE(sum(FigureGroup::Turnover), upgraded->total.minor());
    for (const FigureGroup group :
         {FigureGroup::Method, FigureGroup::Tax, FigureGroup::Clerk, FigureGroup::Drawer}) {
        QCOMPARE(sum(group), upgraded->total.minor());
    }
    QCOMPARE(sum(FigureGroup::TicketType) + sum(FigureGroup::Fee), upgraded->total.minor());
    QCOMPARE(figureIn(report->figures, FigureGroup::Turnover).count, 1); // one order is left
    std::int64_t tickets = 0;
    for (const TillFigure& figure : report->figures) {
        tickets += figure.key.group == FigureGroup::TicketType ? figure.count : 0;
    }
    QCOMPARE(tickets, 2);
    const auto closed = closeShift(house.counter(), *shift, {10'000 + upgraded->total.minor(), {}});
    QVERIFY(closed);
    QCOMPARE(closed->shift.z->difference, 0);
    signIn(house, "Ada");
    QCOMPARE(findings(house.counter()), 0U);
}

void TestAfterSale::random_changes_keep_every_rule()
{
    QVERIFY(
        rc::check("after any returns, exchanges and reissues an order is worth what was paid", [] {
            CounterFixture house;
            const auto step = *rc::gen::element<std::int64_t>(1, 5, 10);
            RC_ASSERT(setCashStep(house.counter(), step));
            const Order order =
                mustSell(house,
                         {house.seat(0), house.seat(1), house.seat(2, "Child"), house.standing()});
            const int acts = *rc::gen::inRange(1, 12);
            for (int act = 0; act < acts; ++act) {
                const StandingOrder now = standing(house, order.id);
                std::vector<TicketId> valid;
                for (const StandingLine& line : now.lines) {
                    if (line.state == TicketState::Sold) {
                        valid.push_back(line.sold.ticket);
                    }
                }
                if (valid.empty()) {
                    break;
                }
                changeAtRandom(house, now, *rc::gen::elementOf(valid));
                const StandingOrder then = standing(house, order.id);
                RC_ASSERT(then.worth() == then.paid());
                for (const StandingLine& line : then.lines) {
                    RC_ASSERT(line.net() >= 0);
                    RC_ASSERT(line.tax() >= 0);
                    RC_ASSERT(line.state != TicketState::Voided || line.worth() == 0);
                }
            }
            RC_ASSERT(doubleSeats(house.counter()) == 0);
            RC_ASSERT(isBalanced(house.counter()));
            RC_ASSERT(findings(house.counter()) == 0U);
            const StandingOrder last = standing(house, order.id);
            std::int64_t kept = 0;
            for (const StandingPayment& payment : last.payments) {
                kept += payment.keptLeft();
            }
            RC_ASSERT(ledger(house.counter(), account::kCash) == kept);
            RC_ASSERT(kept >= 0);
        }));
}

QTEST_GUILESS_MAIN(TestAfterSale)
#include "test_after_sale.moc"
