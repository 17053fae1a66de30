// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/admission/gate_rules.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/gate.h"
#include "core/services/gates.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/users.h"
#include "core/storage/integrity_checks.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <map>
#include <rapidcheck.h>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::size_t kSustainedScans = 400;
using Colour = ScanVerdict::Colour;

std::string codeOf(CounterFixture& house, const Order& order, std::size_t ticket = 0)
{
    return ticketCodes(house.counter(), order).at(ticket);
}

Order mustSell(CounterFixture& house, std::vector<CartItem> items)
{
    auto order = house.sell(std::move(items));
    if (!order) {
        qFatal("sell: %s", order.error().message.c_str());
    }
    return *std::move(order);
}

/// Moves the clock to so many minutes before the first performance begins.
void goTo(CounterFixture& house, std::int64_t minutesBefore)
{
    const std::int64_t start = house.offer()->performance.startsAt.ms;
    house.clock().pass(start - minutesBefore * kMinuteMs - house.clock().now().ms);
}

std::string scanned(CounterFixture& house, const std::string& code,
                    const std::string& gate = "North")
{
    house.clock().pass(kRepeatMs);
    const auto verdict = scan(house.counter(), code, gate, house.performance());
    return verdict ? verdict->outcome : verdict.error().code;
}

std::int64_t scansOf(CounterFixture& house, const std::string& outcome)
{
    return house.counter()
        .database()
        .integer("SELECT count(*) FROM scan WHERE outcome = ?", {outcome})
        .value();
}

std::size_t findings(Counter& counter)
{
    const auto report = verifyJournal(counter);
    return report ? report->findings.size() : 999;
}

template <typename T>
std::string errorOf(const Result<T>& answer)
{
    return answer ? std::string{"done"} : answer.error().code;
}

} // namespace

class TestDoor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=30"); // each case founds a counter of its own
        }
    }
    void a_used_ticket_says_when_and_where();
    void the_same_scan_twice_in_a_moment_is_one_scan();
    void every_refusal_is_recorded_and_no_code_is();
    void a_gate_lets_in_its_own_types_and_names_the_right_gate();
    void a_gate_opens_and_closes_by_the_start();
    void who_was_checked_out_comes_in_again_where_the_gate_allows_it();
    void an_admission_is_undone_with_a_reason();
    void who_has_no_ticket_is_found_and_let_in_by_hand();
    void a_refusal_is_overridden_only_by_who_may();
    void counts_say_who_is_in_and_who_is_still_expected();
    void a_gate_must_be_described_soundly();
    void the_rules_of_a_gate_name_what_the_house_sells();
    void twenty_scans_a_second_are_decided_with_room_to_spare();
    void facts_in_any_order_give_the_same_door();
};

void TestDoor::a_used_ticket_says_when_and_where()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    goTo(house, 30);
    const std::string code = codeOf(house, order);
    QCOMPARE(scanned(house, code), std::string{"admitted"});
    const Instant first = house.clock().now();
    house.clock().pass(5 * kMinuteMs);
    const auto verdict = scan(house.counter(), code, "South", house.performance());
    QVERIFY(verdict);
    QCOMPARE(verdict->outcome, std::string{"already_used"});
    QVERIFY(verdict->colour == Colour::Red);
    QVERIFY(verdict->usedAt && *verdict->usedAt == first);
    QCOMPARE(verdict->usedGate, std::string{"North"});
}

void TestDoor::the_same_scan_twice_in_a_moment_is_one_scan()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    goTo(house, 30);
    const std::string code = codeOf(house, order);
    QCOMPARE(scanned(house, code), std::string{"admitted"});
    house.clock().pass(kRepeatMs - 1);
    const auto head = house.counter().journal().head();
    const auto again = scan(house.counter(), code, "North", house.performance());
    QVERIFY(again && again->repeated);
    QCOMPARE(again->outcome, std::string{"admitted"});
    QCOMPARE(house.counter().journal().head(), head);
    const auto elsewhere = scan(house.counter(), code, "South", house.performance());
    QCOMPARE(elsewhere->outcome, std::string{"already_used"}); // a copy of it
    house.clock().pass(1);
    QCOMPARE(scan(house.counter(), code, "North", house.performance())->outcome,
             std::string{"already_used"});
}

void TestDoor::every_refusal_is_recorded_and_no_code_is()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    goTo(house, 30);
    const std::string code = codeOf(house, order);
    std::string forged = code;
    forged[forged.size() - 3] = forged[forged.size() - 3] == 'A' ? 'B' : 'A';
    const std::string forgery = scanned(house, forged);
    QVERIFY(forgery == "forged" || forgery == "malformed");
    QCOMPARE(scanned(house, "https://example.org/not-a-ticket"), std::string{"malformed"});
    QCOMPARE(scansOf(house, "malformed") + scansOf(house, "forged"), 2);
    QCOMPARE(house.counter().database().integer(
                 "SELECT count(*) FROM scan WHERE code_hash IS NOT NULL AND length(code_hash) = 8"),
             std::optional<std::int64_t>{2});
    QCOMPARE(
        house.counter().database().integer(
            isOnPostgres()
                ? "SELECT count(*) FROM entry WHERE position(convert_to(?, 'UTF8') IN body) > 0"
                : "SELECT count(*) FROM entry WHERE instr(body, CAST(? AS BLOB)) > 0",
            {"not-a-ticket"}),
        std::optional<std::int64_t>{0});
    // The same forgery is known again, and opens no door for the ticket it was made from.
    QCOMPARE(scanned(house, forged), forgery);
    QCOMPARE(house.counter().database().integer(
                 "SELECT count(DISTINCT code_hash) FROM scan WHERE code_hash IS NOT NULL"),
             std::optional<std::int64_t>{2});
    QCOMPARE(scanned(house, code), std::string{"admitted"});
    QCOMPARE(findings(house.counter()), 0U);
}

void TestDoor::a_gate_lets_in_its_own_types_and_names_the_right_gate()
{
    CounterFixture house;
    const Order adult = mustSell(house, {house.seat(3)});
    const Order child = mustSell(house, {house.seat(4, "Child")});
    goTo(house, 30);
    QVERIFY(setGate(house.counter(), {.name = "Family", .types = {"Child"}}));
    QVERIFY(setGate(house.counter(), {.name = "Floor", .categories = {"Standing"}}));
    QCOMPARE(scanned(house, codeOf(house, child), "family"), std::string{"admitted"});
    QVERIFY(setGate(house.counter(), {.name = "Main"}));
    house.clock().pass(kRepeatMs);
    const auto wrong = scan(house.counter(), codeOf(house, adult), "Family", house.performance());
    QCOMPARE(wrong->outcome, std::string{"wrong_gate"});
    QVERIFY(wrong->colour == Colour::Amber);
    QVERIFY2(wrong->sentence.find("gate Main") != std::string::npos, wrong->sentence.c_str());
    QCOMPARE(scanned(house, codeOf(house, adult), "Floor"), std::string{"wrong_gate"});
    QCOMPARE(scanned(house, codeOf(house, adult), "Main"), std::string{"admitted"});
}

void TestDoor::a_gate_opens_and_closes_by_the_start()
{
    CounterFixture house;
    const Order early = mustSell(house, {house.seat(3)});
    const Order late = mustSell(house, {house.seat(4)});
    QVERIFY(setGate(house.counter(), {.name = "North", .opensBefore = 60, .closesAfter = 20}));
    goTo(house, 61);
    QCOMPARE(scanned(house, codeOf(house, early)), std::string{"gate_not_open"});
    goTo(house, 60);
    QCOMPARE(scanned(house, codeOf(house, early)), std::string{"admitted"});
    goTo(house, -21);
    QCOMPARE(scanned(house, codeOf(house, late)), std::string{"gate_closed"});
}

void TestDoor::who_was_checked_out_comes_in_again_where_the_gate_allows_it()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    goTo(house, 30);
    QVERIFY(setGate(house.counter(), {.name = "Terrace", .reentry = true}));
    const std::string code = codeOf(house, order);
    QCOMPARE(checkOut(house.counter(), code, "Terrace")->outcome, std::string{"not_inside"});
    QCOMPARE(scanned(house, code), std::string{"admitted"});
    QCOMPARE(scanned(house, code, "Terrace"), std::string{"already_used"}); // inside still
    house.clock().pass(kRepeatMs);
    QCOMPARE(checkOut(house.counter(), code, "Terrace")->outcome, std::string{"checked_out"});
    QCOMPARE(doorCounts(house.counter(), house.performance())->inside, 0);
    QCOMPARE(scanned(house, code), std::string{"already_used"}); // no re-entry at this gate
    house.clock().pass(kRepeatMs);
    const auto back = scan(house.counter(), code, "Terrace", house.performance());
    QCOMPARE(back->outcome, std::string{"admitted"});
    QVERIFY(back->reentry);
    QCOMPARE(doorCounts(house.counter(), house.performance())->inside, 1);
    QCOMPARE(doorCounts(house.counter(), house.performance())->admitted, 1);
    QCOMPARE(findings(house.counter()), 0U);
}

void TestDoor::an_admission_is_undone_with_a_reason()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    goTo(house, 30);
    const TicketId ticket = order.tickets[0].id;
    QCOMPARE(errorOf(undoAdmission(house.counter(), ticket, "slip")), std::string{"not_admitted"});
    const std::string code = codeOf(house, order);
    QCOMPARE(scanned(house, code), std::string{"admitted"});
    QCOMPARE(errorOf(undoAdmission(house.counter(), ticket, "")), std::string{"reason_missing"});
    QVERIFY(undoAdmission(house.counter(), ticket, "scanned the wrong one"));
    QCOMPARE(findOrder(house.counter(), order.id)->tickets[0].state, TicketState::Sold);
    QCOMPARE(doorCounts(house.counter(), house.performance())->admitted, 0);
    QCOMPARE(scanned(house, code), std::string{"admitted"});
    QVERIFY(voidOrder(house.counter(), mustSell(house, {house.seat(5)}).code, "slip"));
    QCOMPARE(findings(house.counter()), 0U);
}

void TestDoor::who_has_no_ticket_is_found_and_let_in_by_hand()
{
    CounterFixture house;
    SaleRequest request = house.request({house.seat(3), house.seat(4)});
    request.newCustomer = CustomerDetails{"Ana Lima", {}, {}, {}};
    const auto order = sell(house.counter(), request);
    QVERIFY(order);
    goTo(house, 30);
    const std::string seat = order->tickets[0].seatLabel;
    for (const char* words : {"ana", seat.c_str()}) {
        const auto found = findGuests(house.counter(), house.performance(), words);
        QVERIFY2(found && found->size() == 2, words);
        QCOMPARE(found->front().name, std::string{"Ana Lima"});
    }
    QVERIFY(findGuests(house.counter(), house.performance(1), "ana")->empty());
    const HandAct act{order->tickets[0].id, "North", house.performance(), {}};
    QCOMPARE(admitByHand(house.counter(), act)->outcome, std::string{"admitted"});
    QCOMPARE(admitByHand(house.counter(), act)->outcome, std::string{"already_used"});
    QCOMPARE(scanned(house, codeOf(house, *order, 0)), std::string{"already_used"});
    QCOMPARE(scanned(house, codeOf(house, *order, 1)), std::string{"admitted"});
    QVERIFY(findGuests(house.counter(), house.performance(), "ana")->front().door->inside);
    QCOMPARE(checkOutByHand(house.counter(), act)->outcome, std::string{"checked_out"});
    QCOMPARE(errorOf(admitByHand(house.counter(), {TicketId{}, "North", {}, {}})),
             std::string{"unknown_ticket"});
}

void TestDoor::a_refusal_is_overridden_only_by_who_may()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3)});
    const Order gone = mustSell(house, {house.seat(4)});
    QVERIFY(voidOrder(house.counter(), gone.code, "slip"));
    goTo(house, 30);
    house.counter().access().setPasswordCost({1, 8});
    QVERIFY(addUser(house.counter(), {"Ada", "administrator", "Ada has 482915 words", ""}));
    QVERIFY(house.counter().access().signIn("Ada", "Ada has 482915 words"));
    QVERIFY(setGate(house.counter(), {.name = "Floor", .categories = {"Standing"}}));
    QVERIFY(addUser(house.counter(), {"Dora", "door", "Dora has 482915 words", ""}));
    QVERIFY(house.counter().access().signIn("Dora", "Dora has 482915 words"));
    HandAct act{order.tickets[0].id, "Floor", house.performance(), {}};
    QCOMPARE(admitByHand(house.counter(), act)->outcome, std::string{"wrong_gate"});
    act.overrideReason = "wheelchair, the lift is here";
    QCOMPARE(errorOf(admitByHand(house.counter(), act)), std::string{"not_permitted"});
    QCOMPARE(errorOf(undoAdmission(house.counter(), act.ticket, "slip")),
             std::string{"not_permitted"});
    QVERIFY(house.counter().access().approve("Ada", "Ada has 482915 words"));
    QCOMPARE(admitByHand(house.counter(), act)->outcome, std::string{"admitted"});
    QVERIFY(house.counter().access().signIn("Ada", "Ada has 482915 words"));
    QCOMPARE(admitByHand(house.counter(), {gone.tickets[0].id, "Floor", house.performance(), "x"})
                 ->outcome,
             std::string{"void"}); // nobody lets in what was paid back
}

void TestDoor::counts_say_who_is_in_and_who_is_still_expected()
{
    CounterFixture house;
    const Order order = mustSell(house, {house.seat(3), house.seat(4), house.standing()});
    const Order gone = mustSell(house, {house.seat(5)});
    QVERIFY(voidOrder(house.counter(), gone.code, "slip"));
    goTo(house, 30);
    QCOMPARE(scanned(house, codeOf(house, order, 0)), std::string{"admitted"});
    QCOMPARE(scanned(house, codeOf(house, order, 2)), std::string{"admitted"});
    QCOMPARE(scanned(house, codeOf(house, order, 2)), std::string{"already_used"});
    const auto counts = doorCounts(house.counter(), house.performance());
    QVERIFY(counts);
    QCOMPARE(*counts, (DoorCounts{3, 2, 2}));
    QCOMPARE(counts->expected(), 1);
    QCOMPARE(*doorCounts(house.counter(), house.performance(1)), (DoorCounts{}));
}

void TestDoor::a_gate_must_be_described_soundly()
{
    CounterFixture house;
    Counter& counter = house.counter();
    QCOMPARE(errorOf(setGate(counter, {.name = "  "})), std::string{"name_missing"});
    const auto gate = setGate(counter, {.name = "North"});
    QVERIFY(gate);
    QCOMPARE(errorOf(setGate(counter, {.name = "NORTH"})), std::string{"name_taken"});
    QCOMPARE(errorOf(setGate(counter, {.name = "South", .opensBefore = -1})),
             std::string{"bad_minutes"});
    QCOMPARE(errorOf(
                 setGate(counter, {.id = GateId{Uuid::v7({1}, house.random())}, .name = "West"})),
             std::string{"unknown_gate"});
    QVERIFY(setGate(counter, {.id = *gate, .name = "North", .reentry = true}));
    QCOMPARE(gates(counter)->size(), 1U);
    QVERIFY(gates(counter)->front().reentry);
    QVERIFY(setGate(counter, {.id = *gate, .name = "North", .closed = true}));
    QVERIFY(gates(counter)->empty());
    QVERIFY(!gateNamed(counter, "North").reentry); // described no more
    const auto again = setGate(counter, {.name = "North", .opensBefore = 30});
    QVERIFY2(again && *again != *gate, "the name of a gate that was removed is free again");
    QCOMPARE(gateNamed(counter, "North").opensBefore, std::optional<std::int64_t>{30});
    QCOMPARE(errorOf(setGate(counter, {.id = *gate, .name = "North"})), std::string{"name_taken"});
}

void TestDoor::the_rules_of_a_gate_name_what_the_house_sells()
{
    CounterFixture house;
    const auto choices = gateChoices(house.counter());
    QVERIFY(choices);
    const std::set<std::string> types{choices->types.begin(), choices->types.end()};
    QCOMPARE(types.size(), choices->types.size()); // each once, whatever events have it
    QVERIFY(types.contains("Adult") && types.contains("Child"));
    QVERIFY(std::ranges::is_sorted(choices->categories));
    QVERIFY(std::ranges::find(choices->categories, "Standing") != choices->categories.end());
}

void TestDoor::twenty_scans_a_second_are_decided_with_room_to_spare()
{
    // Each scan as the screen asks for it, durable, with the counts that are shown beside it, for
    // longer than any memory of ours lasts; half of them refused. The bench has the exact figure.
    CounterFixture house{smallSeason(1, 1'000)};
    std::vector<std::string> codes;
    while (codes.size() < kSustainedScans / 2) {
        const Order order = mustSell(house, std::vector<CartItem>(10, house.standing()));
        for (std::string& code : ticketCodes(house.counter(), order)) {
            codes.push_back(std::move(code));
        }
    }
    goTo(house, 30);
    const auto began = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < kSustainedScans; ++i) {
        const bool second = i >= codes.size();
        const auto said = scan(house.counter(), codes[i % codes.size()], second ? "South" : "North",
                               house.performance());
        QCOMPARE(said->outcome, std::string{second ? "already_used" : "admitted"});
        QVERIFY(doorCounts(house.counter(), house.performance()));
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const double perSecond = static_cast<double>(kSustainedScans) / took.count();
    qInfo("%zu scans in a row: %.0f a second", kSustainedScans, perSecond);
    QVERIFY2(perSecond >= 20, qPrintable(QString::number(perSecond)));
    QCOMPARE(doorCounts(house.counter(), house.performance())->admitted,
             static_cast<std::int64_t>(codes.size()));
}

void TestDoor::facts_in_any_order_give_the_same_door()
{
    // The store's own order-independence is tested in test_journal; here it is the rule itself: who
    // is inside is decided by the latest of what stands, as a plain model of the list says.
    QVERIFY(rc::check("ins, outs and undone ones come to what a model says", [] {
        CounterFixture house;
        const Order order = mustSell(house, {house.seat(3)});
        goTo(house, 30);
        RC_ASSERT(errorOf(setGate(house.counter(), {.name = "North", .reentry = true})) == "done");
        const TicketId ticket = order.tickets[0].id;
        std::vector<bool> passings; // true: in
        const int acts = *rc::gen::inRange(1, 12);
        for (int i = 0; i < acts; ++i) {
            house.clock().pass(kRepeatMs);
            const bool inside = !passings.empty() && passings.back();
            const HandAct act{ticket, "North", house.performance(), {}};
            switch (*rc::gen::inRange(0, 3)) {
            case 0: {
                const auto said = admitByHand(house.counter(), act);
                RC_ASSERT((said->outcome == "admitted") == !inside);
                if (!inside) {
                    passings.push_back(true);
                }
                break;
            }
            case 1: {
                const auto said = checkOutByHand(house.counter(), act);
                RC_ASSERT((said->outcome == "checked_out") == inside);
                if (inside) {
                    passings.push_back(false);
                }
                break;
            }
            default: {
                const auto undone = undoAdmission(house.counter(), ticket, "slip");
                RC_ASSERT(errorOf(undone) == (passings.empty() ? "not_admitted" : "done"));
                if (!passings.empty()) {
                    passings.pop_back();
                }
                break;
            }
            }
            const auto counts = doorCounts(house.counter(), house.performance());
            RC_ASSERT(counts->inside == (!passings.empty() && passings.back() ? 1 : 0));
            RC_ASSERT(counts->admitted == (passings.empty() ? 0 : 1));
        }
        RC_ASSERT(findings(house.counter()) == 0U);
    }));
}

QTEST_GUILESS_MAIN(TestDoor)
#include "test_door.moc"
