// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The conflict desk: what counters that could not hear each other brought about is found by all of
// them alike, in whichever order they hear of it, and dealt with at any of them.

#include "core/domain/journal/bodies.h"
#include "core/domain/sales/after_sale_entries.h"
#include "core/domain/sales/sale_entries.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/authority/rights_office.h"
#include "core/services/deals.h"
#include "core/services/gate.h"
#include "core/services/gates.h"
#include "core/services/incidents.h"
#include "core/services/integrity.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_authority.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/incident_store.h"
#include "tests/support/box_office_net.h"
#include "tests/support/journal_tables.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

std::string kindsOf(const std::vector<Incident>& incidents)
{
    std::multiset<std::string> kinds;
    for (const Incident& incident : incidents) {
        kinds.insert(std::string{incidentKindName(incident.kind)});
    }
    std::string text;
    for (const std::string& kind : kinds) {
        text += (text.empty() ? "" : " ") + kind;
    }
    return text;
}

std::string openAt(BoxOfficeNet& net, std::size_t number)
{
    const auto open = openIncidents(net.counter(number));
    return open ? kindsOf(*open) : open.error().code;
}

Incident only(BoxOfficeNet& net, std::size_t number, IncidentKind kind)
{
    const auto open = openIncidents(net.counter(number));
    if (open) {
        for (const Incident& incident : *open) {
            if (incident.kind == kind) {
                return incident;
            }
        }
    }
    qFatal("no such incident");
}

void writeOff(BoxOfficeNet& net, std::size_t number)
{
    const auto batch = net.authority().begin();
    if (!writeOffReplica(net.authority(), *batch, Permit::ofProgram(),
                         net.counter(number).replica(), "fell into the canal")) {
        qFatal("cannot write off");
    }
    batch->commit();
}

/// Counter 0 sells seat 8 and is not heard of, is written off, and counter 1 sells it again.
struct TwoInOneSeat {
    BoxOfficeNet net{1};
    Order lost;
    Order second;

    TwoInOneSeat() : lost{soldUnheard()}, second{soldAgain()} { net.settle(); }

private:
    Order soldUnheard()
    {
        net.settle();
        return *net.sellOffline(0, {net.seat(0, 8)});
    }
    Order soldAgain()
    {
        writeOff(net, 0);
        net.pull(1);
        return *net.sell(1, {net.seat(1, 8)});
    }
};

/// What the incidents are after these entries arrived in this order at a database of its own.
std::vector<std::string> incidentsAfter(const std::vector<Entry>& entries)
{
    const auto database = projected(entries);
    std::vector<std::string> rows;
    database->each("SELECT id, kind, at, facts, size, is_open FROM incident ORDER BY id", {},
                   [&](const DbRow& row) {
                       std::string facts;
                       for (const Uuid& id : splitIds(row.bytes(3))) {
                           facts += " " + id.text();
                       }
                       rows.push_back(row.uuid(0).text() + " " + row.text(1) + " " +
                                      std::to_string(row.integer(2)) + facts + " " +
                                      std::to_string(row.integer(4)) + " " +
                                      std::to_string(row.integer(5)));
                   });
    return rows;
}

TicketScanned admitted(const Ticket& ticket, const char* gate)
{
    return {.ticket = ticket.id,
            .performance = ticket.performance,
            .gate = gate,
            .outcome = "admitted"};
}

void append(Counter& counter, const char* kind, Bytes body)
{
    Journal::Act act{counter.journal(), Permit::ofProgram()};
    act.append(kind, std::move(body));
    act.commit();
    counter.noteHead();
}

void edit(Counter& counter, const char* kind, const EntityEdited& edited)
{
    Journal::Act act{counter.journal(), Permit::ofProgram()};
    appendEdit(act, counter.database(), counter.organizer(), kind, edited);
    act.commit();
    counter.noteHead();
    counter.offers().clear();
}

TaxId taxAt(BoxOfficeNet& net, const std::string& name)
{
    const TaxId tax{Uuid::v7(net.clock().now(), net.random())};
    edit(net.counter(0), kind::kTaxEdited, {tax.uuid, {{"name", name}, {"rate", std::int64_t{7}}}});
    net.settle();
    return tax;
}

Bytes roleBytes(const char* name)
{
    const auto& id = builtInRoleNamed(name)->id.uuid.bytes();
    return {id.begin(), id.end()};
}

void letIn(BoxOfficeNet& net, std::size_t number, TicketId ticket, const char* gate)
{
    const auto said = admitByHand(net.counter(number), {.ticket = ticket, .gate = gate});
    if (!said || said->outcome != "admitted") {
        qFatal("not let in");
    }
}

GateId gateAt(BoxOfficeNet& net)
{
    const auto id = setGate(net.counter(0), {.name = "Main"});
    net.settle();
    return *id;
}

void renameGate(BoxOfficeNet& net, std::size_t number, GateId gate, const std::string& name)
{
    const auto known = gates(net.counter(number));
    Gate edited = *std::ranges::find(*known, gate, &Gate::id);
    edited.name = name;
    if (!setGate(net.counter(number), edited)) {
        qFatal("cannot rename");
    }
}

} // namespace

class IncidentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOrdinaryDayHasNone()
    {
        BoxOfficeNet net{2};
        QVERIFY(net.sell(0, {net.seat(0, 3), net.standing(0)}));
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        const auto order = net.sell(1, {net.standing(1)});
        QVERIFY(order);
        QVERIFY(voidOrder(net.counter(1), order->code, "slip"));
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{});
        QCOMPARE(openAt(net, 2), std::string{});
    }

    /// What is heard of at once is asked about at the end: by then neither ticket is valid.
    void bothTicketsOfASeatMayBeVoidedAtOnce()
    {
        TwoInOneSeat story;
        QCOMPARE(openAt(story.net, 0), std::string{"late_sale seat_sold_twice"});
        QVERIFY(voidOrder(story.net.counter(1), story.second.code, "twice").has_value());
        if (!voidOrder(story.net.counter(1), story.lost.code, "twice")) { // another's order
            QVERIFY(story.net.fetchRights(1).has_value());
            QVERIFY(voidOrder(story.net.counter(1), story.lost.code, "twice").has_value());
        }
        while (story.net.push(1)) {}
        QVERIFY(story.net.pull(0, 1'000)); // in one transaction
        story.net.settle();
        QCOMPARE(openAt(story.net, 1), std::string{});
        QCOMPARE(openAt(story.net, 0), std::string{});
        QCOMPARE(story.net.difference(), std::string{});
    }

    void aSeatSoldTwiceAndTheLateSaleAreKnownEverywhereAlike()
    {
        TwoInOneSeat story;
        for (std::size_t i = 0; i < story.net.counters(); ++i) {
            QCOMPARE(openAt(story.net, i), std::string{"late_sale seat_sold_twice"});
        }
        QCOMPARE(story.net.difference(), std::string{});
        const Incident twice = only(story.net, 1, IncidentKind::SeatSoldTwice);
        QCOMPARE(twice.sides.size(), std::size_t{2});
        QCOMPARE(twice.money, std::optional{story.second.tickets[0].price.gross});
        QVERIFY(std::ranges::any_of(twice.sides, &IncidentSide::isHere));
        QVERIFY(std::ranges::any_of(twice.sides, &IncidentSide::isWrittenOff));
        const Incident late = only(story.net, 1, IncidentKind::LateSale);
        QCOMPARE(late.sides.front().text, std::string{"fell into the canal"});
        QCOMPARE(late.sides.back().code, story.lost.code);
        QCOMPARE(late.money, std::optional{story.lost.total});
        const auto report = verifyJournal(story.net.counter(1));
        QVERIFY(report);
        QVERIFY2(report->findings.empty(),
                 report->findings.empty() ? "" : report->findings[0].sentence.c_str());
    }

    void whatIsAcceptedIsSettledEverywhereAndKeepsWhoAndWhy()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const Incident late = only(net, 1, IncidentKind::LateSale);
        QCOMPARE(codeOf(acceptIncident(net.counter(1), late.id, "")),
                 std::string{"reason_missing"});
        QCOMPARE(codeOf(acceptIncident(net.counter(1), late.id, "the till was found again")),
                 std::string{"done"});
        QCOMPARE(codeOf(acceptIncident(net.counter(1), late.id, "again")),
                 std::string{"already_settled"});
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{"seat_sold_twice"});
        const auto settled = settledIncidents(net.counter(0));
        QVERIFY(settled);
        QCOMPARE(kindsOf(*settled), std::string{"late_sale"});
        QCOMPARE(settled->front().done.front().reason, std::string{"the till was found again"});
        QCOMPARE(net.difference(), std::string{});
    }

    void anIncidentIsFoundByHowItsIdBeginsAlsoWhenItIsDealtWithOrGone()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const IncidentId late = only(net, 1, IncidentKind::LateSale).id;
        const IncidentId twice = only(net, 1, IncidentKind::SeatSoldTwice).id;
        QVERIFY(acceptIncident(net.counter(1), late, "found"));
        QVERIFY(refundIncident(net.counter(1), {twice, story.second.id, {}, "moved", {}, {}}));
        QVERIFY(!incidentOf(net.counter(1), twice)->isThere);
        for (const IncidentId& id : {late, twice}) {
            for (const std::size_t shown : {6U, 8U, 9U, 36U}) {
                const auto named = incidentNamed(net.counter(1), id.text().substr(0, shown));
                QVERIFY(named);
                QCOMPARE(*named, id);
            }
            QCOMPARE(codeOf(incidentNamed(net.counter(1), id.text().substr(0, 5))),
                     std::string{"unknown_incident"});
        }
        QCOMPARE(codeOf(incidentNamed(net.counter(1), "not an id")),
                 std::string{"unknown_incident"});
    }

    void twoCountersThatAcceptBothAreKeptAndAgree()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const IncidentId id = only(net, 1, IncidentKind::SeatSoldTwice).id;
        QVERIFY(acceptIncident(net.counter(0), id, "they know each other"));
        net.clock().pass(1'000);
        QVERIFY(acceptIncident(net.counter(1), id, "a child on a lap"));
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            const auto incident = incidentOf(net.counter(i), id);
            QVERIFY(incident);
            QVERIFY(!incident->isOpen);
            QCOMPARE(incident->done.size(), std::size_t{2});
            QCOMPARE(incident->done[0].reason, std::string{"they know each other"});
        }
        QCOMPARE(net.difference(), std::string{});
    }

    void oneOfTwoIsReseatedNearAtTheSamePrice()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const IncidentId id = only(net, 1, IncidentKind::SeatSoldTwice).id;
        const TicketId ticket = story.second.tickets[0].id;
        const auto seats = comparableSeats(net.counter(1), ticket);
        QVERIFY(seats);
        QVERIFY(!seats->empty());
        QVERIFY(seats->front().sameRow);
        const ReseatRequest request{id, ticket, seats->front().seat, "sold twice"};
        const auto plan = planReseat(net.counter(1), request);
        QVERIFY(plan);
        QVERIFY(plan->difference().isZero());
        auto moved = reseat(net.counter(1), request);
        if (!moved && moved.error().code == "rights_short") {
            QVERIFY(net.fetchRights(1));
            moved = reseat(net.counter(1), request);
        }
        QCOMPARE(codeOf(moved), std::string{"done"});
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QCOMPARE(openAt(net, i), std::string{"late_sale"});
        }
        const auto gone = incidentOf(net.counter(0), id);
        QVERIFY(gone);
        QVERIFY(!gone->isThere);
        QCOMPARE(gone->done.front().act, IncidentAct::Reseated);
        QCOMPARE(net.difference(), std::string{});
    }

    void theOrderOfALostCounterIsRefundedAtTheDeskThatTheServerHandsItTo()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        Counter& desk = net.counter(1);
        const IncidentId id = only(net, 1, IncidentKind::SeatSoldTwice).id;
        const auto inReach = [&] {
            const auto sides = incidentOf(desk, id)->sides;
            return std::ranges::count_if(sides, &IncidentSide::isInReach);
        };
        QCOMPARE(inReach(), 2);
        desk.authority().setWithinReach(false);
        QCOMPARE(inReach(), 1);
        desk.authority().setWithinReach(true);
        const IncidentRefund back{id, story.lost.id, {}, "sold twice", {}, {}};
        QCOMPARE(codeOf(refundIncident(desk, back)), std::string{"order_at_server"});
        QVERIFY(net.fetchRights(1));
        QCOMPARE(codeOf(refundIncident(desk, back)), std::string{"done"});
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QCOMPARE(openAt(net, i), std::string{});
        }
        QCOMPARE(incidentOf(net.counter(0), id)->done.front().act, IncidentAct::Refunded);
        QCOMPARE(net.difference(), std::string{});
    }

    void aRefundEndsItAndTheLedgerStaysWhole()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const IncidentId id = only(net, 1, IncidentKind::SeatSoldTwice).id;
        QCOMPARE(codeOf(
                     refundIncident(net.counter(1), {id, story.lost.id, {}, "sold twice", {}, {}})),
                 std::string{"order_at_server"});
        QCOMPARE(codeOf(refundIncident(net.counter(1),
                                       {id, OrderId{Uuid{}}, {}, "sold twice", {}, {}})),
                 std::string{"not_of_incident"});
        QCOMPARE(codeOf(refundIncident(net.counter(1),
                                       {id, story.second.id, {}, "sold twice", {}, {}})),
                 std::string{"done"});
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{"late_sale"});
        const auto gone = incidentOf(net.counter(0), id);
        QVERIFY(gone);
        QCOMPARE(gone->done.front().act, IncidentAct::Refunded);
        QCOMPARE(gone->done.front().money, std::optional{story.second.total});
        const auto report = verifyJournal(net.counter(1));
        QVERIFY(report && report->findings.empty());
    }

    void theLateSaleEndsWhenItsOwnCounterGivesTheMoneyBack()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const IncidentId id = only(net, 0, IncidentKind::LateSale).id;
        QCOMPARE(codeOf(refundIncident(net.counter(0),
                                       {id, story.lost.id, {}, "not to be sold", {}, {}})),
                 std::string{"done"});
        net.settle();
        QCOMPARE(openAt(net, 1), std::string{});
    }

    void aTicketLetInAtTwoGatesThatDidNotHearOfEachOther()
    {
        BoxOfficeNet net{1};
        const auto order = net.sell(0, {net.seat(0, 3)});
        net.settle();
        letIn(net, 0, order->tickets[0].id, "North");
        net.clock().pass(60'000);
        letIn(net, 1, order->tickets[0].id, "South");
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QCOMPARE(openAt(net, i), std::string{"admitted_twice"});
        }
        const Incident twice = only(net, 0, IncidentKind::AdmittedTwice);
        QCOMPARE(twice.sides.size(), std::size_t{2});
        QCOMPARE(twice.sides[0].text, std::string{"North"});
        QCOMPARE(twice.sides[1].text, std::string{"South"});
        QCOMPARE(twice.money, std::optional{order->tickets[0].price.gross});
        // It was a mistake of the second gate: then there is nothing to settle.
        QVERIFY(undoAdmission(net.counter(1), order->tickets[0].id, "pressed twice"));
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{});
        QCOMPARE(net.difference(), std::string{});
    }

    void somebodyLetInAgainOnPurposeIsNoIncident()
    {
        BoxOfficeNet net{1};
        const auto order = net.sell(0, {net.seat(0, 3)});
        net.settle();
        const TicketId ticket = order->tickets[0].id;
        QVERIFY(admitByHand(net.counter(0), {.ticket = ticket, .gate = "North"}));
        net.settle();
        net.clock().pass(60'000);
        QVERIFY(
            admitByHand(net.counter(1),
                        {.ticket = ticket, .gate = "South", .overrideReason = "lost her child"}));
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{});
    }

    void theOldPaperOfASeatThatWasSoldAgain()
    {
        BoxOfficeNet net{1};
        const auto old = net.sell(0, {net.seat(0, 3)});
        net.settle();
        QVERIFY(voidOrder(net.counter(0), old->code, "came too late"));
        const auto fresh = net.sellOffline(0, {net.seat(0, 3)});
        QVERIFY(fresh);
        // The gate has heard of neither.
        letIn(net, 1, old->tickets[0].id, "South");
        letIn(net, 0, fresh->tickets[0].id, "North");
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QCOMPARE(openAt(net, i), std::string{"seat_admitted_twice"});
        }
        QCOMPARE(net.difference(), std::string{});
    }

    void moneyGivenBackTwice()
    {
        BoxOfficeNet net{1};
        const auto order = net.sell(0, {net.standing(0), net.standing(0)});
        net.settle();
        // A second copy of the counter: the same order is taken back at both.
        QVERIFY(returnTickets(
            net.counter(0),
            {.order = order->id, .choice = {.tickets = {order->tickets[0].id}}, .reason = "ill"}));
        const std::vector<Entry> entries = entriesOf(net.counter(0));
        const auto returned = std::ranges::find(entries, kind::kTicketsReturned, &Entry::kind);
        QVERIFY(returned != entries.end());
        append(net.counter(1), kind::kTicketsReturned, returned->body);
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QCOMPARE(openAt(net, i), std::string{"refunded_twice"});
        }
        const Incident twice = only(net, 0, IncidentKind::RefundedTwice);
        QCOMPARE(twice.sides.size(), std::size_t{2});
        QCOMPARE(twice.money, std::optional{order->tickets[0].price.gross});
        QVERIFY(acceptIncident(net.counter(0), twice.id, "he brought it back"));
        // A third time is more than was accepted.
        append(net.counter(1), kind::kTicketsReturned, returned->body);
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{"refunded_twice"});
        QCOMPARE(net.difference(), std::string{});
    }

    void aQuotaSoldBeyondItsCapacity()
    {
        BoxOfficeNet net{1};
        // Counter 0 has every right; what it sells unheard is given out a second time.
        for (int i = 0; i < kSmallStanding; ++i) {
            QVERIFY(net.sellOffline(0, {net.standing(0)}));
        }
        writeOff(net, 0);
        net.pull(1);
        QVERIFY(net.sell(1, {net.standing(1), net.standing(1)}));
        net.settle();
        const Incident over = only(net, 1, IncidentKind::QuotaOversold);
        QCOMPARE(over.facts.size, std::int64_t{2});
        QVERIFY(over.money && over.money->minor() > 0);
        QVERIFY(acceptIncident(net.counter(1), over.id, "two more may stand"));
        QVERIFY(std::ranges::none_of(*openIncidents(net.counter(1)), [](const Incident& each) {
            return each.kind == IncidentKind::QuotaOversold;
        }));
        // One more than was accepted.
        QVERIFY(net.sell(1, {net.standing(1)}));
        QCOMPARE(only(net, 1, IncidentKind::QuotaOversold).facts.size, std::int64_t{3});
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void aFieldThatTwoSetWithoutKnowingOfEachOther()
    {
        BoxOfficeNet net{1};
        const GateId gate = gateAt(net);
        renameGate(net, 0, gate, "North");
        net.clock().pass(1'000);
        renameGate(net, 1, gate, "Stage door");
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QCOMPARE(openAt(net, i), std::string{"edited_twice"});
        }
        const Incident twice = only(net, 0, IncidentKind::EditedTwice);
        QCOMPARE(twice.entityKind, std::string{"gate"});
        QCOMPARE(twice.field, std::string{"name"});
        QCOMPARE(twice.sides[0].text, std::string{"North"});
        QVERIFY(!twice.sides[0].stands);
        QCOMPARE(twice.sides[1].text, std::string{"Stage door"});
        QVERIFY(twice.sides[1].stands);
        QCOMPARE(codeOf(chooseSide(net.counter(0), twice.id, Uuid{}, "")),
                 std::string{"not_of_incident"});
        net.clock().pass(1'000);
        QCOMPARE(codeOf(chooseSide(net.counter(0), twice.id, twice.sides[0].fact, "as printed")),
                 std::string{"done"});
        net.settle();
        QCOMPARE(openAt(net, 1), std::string{});
        QCOMPARE(gates(net.counter(1))->front().name, std::string{"North"});
        QCOMPARE(net.difference(), std::string{});
    }

    void whatRefersToSomethingElseIsShownByItsName()
    {
        BoxOfficeNet net{1};
        const TaxId reduced = taxAt(net, "Reduced");
        const TaxId full = taxAt(net, "Full");
        QVERIFY(setDonationTax(net.counter(0), reduced));
        net.clock().pass(1'000);
        QVERIFY(setDonationTax(net.counter(1), full));
        net.settle();
        const Incident ofTax = only(net, 0, IncidentKind::EditedTwice);
        QCOMPARE(ofTax.field, std::string{"donation_tax"});
        QCOMPARE(ofTax.sides[0].text, std::string{"Reduced"});
        QCOMPARE(ofTax.sides[1].text, std::string{"Full"});
        QVERIFY(acceptIncident(net.counter(0), ofTax.id, "talked about it"));
        net.settle();
        // Not a whole user: or the house would ask who looks.
        const Uuid user = Uuid::v7(net.clock().now(), net.random());
        edit(net.counter(0), kind::kUserEdited, {user, {{"active", false}}});
        net.settle();
        edit(net.counter(0), kind::kUserEdited, {user, {{"role", roleBytes("clerk")}}});
        net.clock().pass(1'000);
        edit(net.counter(1), kind::kUserEdited, {user, {{"role", roleBytes("supervisor")}}});
        net.settle();
        const Incident ofRole = only(net, 0, IncidentKind::EditedTwice);
        QCOMPARE(ofRole.sides[0].text, std::string{"clerk"});
        QCOMPARE(ofRole.sides[1].text, std::string{"supervisor"});
    }

    void ofVeryManyTheLatestAreShownAndAllAreCounted()
    {
        BoxOfficeNet net{1};
        const GateId gate = gateAt(net);
        std::vector<IncidentId> ids;
        for (const char* each : {"One", "Two", "Three"}) {
            renameGate(net, 0, gate, each);
            net.clock().pass(1'000);
            renameGate(net, 1, gate, each + std::string{" B"});
            net.settle();
            ids.push_back(openIncidents(net.counter(0))->front().id);
            net.clock().pass(1'000);
        }
        const auto shown = openIncidents(net.counter(0), 2);
        QVERIFY(shown);
        QCOMPARE(shown->size(), std::size_t{2});
        QCOMPARE((*shown)[0].id, ids[2]);
        QCOMPARE((*shown)[1].id, ids[1]);
        QCOMPARE(openIncidentCount(net.counter(0)).value(), std::int64_t{3});
    }

    void anEditThatChangesNothingIsNotWritten()
    {
        BoxOfficeNet net{0};
        const GateId gate = gateAt(net);
        const std::int64_t written = net.counter(0).journal().head().sequence;
        renameGate(net, 0, gate, "Main");
        QCOMPARE(net.counter(0).journal().head().sequence, written);
        renameGate(net, 0, gate, "North");
        QCOMPARE(net.counter(0).journal().head().sequence, written + 1);
    }

    void editsOfDifferentFieldsAndEditsThatKnewOfEachOtherAreNone()
    {
        BoxOfficeNet net{1};
        const GateId gate = gateAt(net);
        renameGate(net, 0, gate, "North");
        Gate other = gates(net.counter(1))->front();
        other.reentry = true;
        QVERIFY(setGate(net.counter(1), other));
        net.settle();
        QCOMPARE(gates(net.counter(1))->front().name, std::string{"North"});
        QVERIFY(gates(net.counter(0))->front().reentry);
        net.clock().pass(1'000);
        renameGate(net, 1, gate, "South");
        net.settle();
        QCOMPARE(openAt(net, 0), std::string{});
    }

    void twoThatChooseDifferentValuesMakeANewIncident()
    {
        BoxOfficeNet net{2};
        const GateId gate = gateAt(net);
        for (std::size_t i = 0; i < 3; ++i) {
            net.clock().pass(1'000);
            renameGate(net, i, gate, "Gate " + std::to_string(i));
        }
        net.settle();
        const Incident first = only(net, 0, IncidentKind::EditedTwice);
        QCOMPARE(first.sides.size(), std::size_t{3});
        net.clock().pass(1'000);
        QVERIFY(chooseSide(net.counter(0), first.id, first.sides[0].fact, ""));
        QVERIFY(chooseSide(net.counter(1), first.id, first.sides[1].fact, ""));
        net.settle();
        QCOMPARE(openAt(net, 2), std::string{"edited_twice"});
        QVERIFY(only(net, 2, IncidentKind::EditedTwice).id != first.id);
        QCOMPARE(net.difference(), std::string{});
    }

    void theOrderOfArrivalMakesNoDifference()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const GateId gate = gateAt(net);
        renameGate(net, 0, gate, "North");
        renameGate(net, 1, gate, "South");
        for (const char* name : {"North", "South"}) {
            append(net.counter(name[0] == 'N' ? 0 : 1), kind::kTicketAdmitted,
                   encode(admitted(story.second.tickets[0], name)));
        }
        append(net.counter(0), kind::kTicketAdmitted,
               encode(admitted(story.lost.tickets[0], "North")));
        QVERIFY(acceptIncident(net.counter(0), only(net, 0, IncidentKind::LateSale).id, "found"));
        const auto order = net.sell(1, {net.standing(1)});
        QVERIFY(order);
        QVERIFY(returnTickets(net.counter(1), {.order = order->id, .choice = {}, .reason = "ill"}));
        const auto mine = entriesOf(net.counter(1));
        const auto last = std::ranges::find_if(mine, [&](const Entry& entry) {
            return entry.kind == kind::kTicketsReturned &&
                entry.replica == net.counter(1).replica();
        });
        append(net.counter(0), kind::kTicketsReturned, last->body);
        net.settle();
        const std::vector<Entry> entries = entriesOf(net.counter(1));
        const auto expected = incidentsAfter(entries);
        QCOMPARE(expected.size(), std::size_t{6});
        const bool holds = rc::check("incidents do not depend on the order of arrival", [&] {
            std::vector<Entry> arrived = shuffled(entries, *rc::gen::arbitrary<std::uint64_t>());
            // Some of them come twice.
            const std::vector<Entry> again{arrived.begin(),
                                           arrived.begin() +
                                               static_cast<std::ptrdiff_t>(arrived.size() / 3)};
            arrived.insert(arrived.end(), again.begin(), again.end());
            RC_ASSERT(incidentsAfter(arrived) == expected);
        });
        QVERIFY(holds);
    }

    void aWrittenCustomerIsNotedAndNothingIsSettled()
    {
        TwoInOneSeat story;
        BoxOfficeNet& net = story.net;
        const IncidentId id = only(net, 1, IncidentKind::SeatSoldTwice).id;
        QCOMPARE(codeOf(incidentContact(net.counter(1), id, story.second.id)),
                 std::string{"no_customer"});
        QVERIFY(setOrderCustomer(net.counter(1), story.second.id,
                                 {.customer = {},
                                  .details =
                                      CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""}}));
        const auto contact = incidentContact(net.counter(1), id, story.second.id);
        QVERIFY(contact);
        QCOMPARE(contact->email, std::string{"ada@example.org"});
        QVERIFY(noteMailed(net.counter(1), id, story.second.id));
        const auto incident = incidentOf(net.counter(1), id);
        QVERIFY(incident && incident->isOpen);
        QCOMPARE(incident->done.front().act, IncidentAct::Mailed);
    }
};

QTEST_GUILESS_MAIN(IncidentsTest)
#include "test_incidents.moc"
