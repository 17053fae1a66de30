// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_sell_port.h"
#include "ui/incidents/incidents_port.h"

#include <QTimer>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// Incidents in memory. Answers come from the event loop; what is done is noted in `calls`.
class FakeIncidentsPort final : public ui::IncidentsPort {
public:
    /// A seat with two tickets, one of them sold here, and a gate that two have named.
    void fill()
    {
        const Currency euro = *Currency::fromCode("EUR");
        Incident seat;
        seat.id = idOf<IncidentId>(1);
        seat.kind = IncidentKind::SeatSoldTwice;
        seat.at = Instant{1'795'435'200'000};
        seat.subjectName = "Stalls · F 7";
        seat.event = "Hamlet";
        seat.startsAt = Instant{1'795'890'600'000};
        seat.timeZone = "Europe/Berlin";
        seat.money = Money{4'200, euro};
        IncidentSide lost;
        lost.fact = idOf<TicketId>(11).uuid;
        lost.ticket = idOf<TicketId>(11);
        lost.order = idOf<OrderId>(21);
        lost.code = "AB22223C";
        lost.counter = "Foyer left";
        lost.isWrittenOff = true;
        lost.at = Instant{1'795'431'600'000};
        lost.actor = "Kim";
        lost.place = "Stalls · F 7";
        lost.type = "Adult";
        lost.money = Money{4'200, euro};
        IncidentSide mine = lost;
        mine.fact = idOf<TicketId>(12).uuid;
        mine.ticket = idOf<TicketId>(12);
        mine.order = idOf<OrderId>(22);
        mine.code = "CD22224D";
        mine.counter = "Counter 2";
        mine.isWrittenOff = false;
        mine.isHere = true;
        mine.isInReach = true;
        mine.at = seat.at;
        mine.customer = "Zoë Öztürk";
        mine.hasCustomer = true;
        seat.sides = {lost, mine};
        Incident gate;
        gate.id = idOf<IncidentId>(2);
        gate.kind = IncidentKind::EditedTwice;
        gate.at = Instant{1'795'431'600'000};
        gate.subjectName = "Stage door";
        gate.entityKind = "gate";
        gate.field = "name";
        IncidentSide north;
        north.fact = idOf<EntryId>(31).uuid;
        north.counter = "Counter 1";
        north.text = "North";
        north.stands = false;
        north.at = gate.at;
        IncidentSide stage = north;
        stage.fact = idOf<EntryId>(32).uuid;
        stage.counter = "Counter 2";
        stage.text = "Stage door";
        stage.stands = true;
        stage.isHere = true;
        gate.sides = {north, stage};
        snapshot.open = {seat, gate};
    }

    /// One more: what Kim did at counter 2, which had not heard that Ada had shut her out.
    void addActsAfterRevocation()
    {
        const Currency euro = *Currency::fromCode("EUR");
        Incident out;
        out.id = idOf<IncidentId>(3);
        out.kind = IncidentKind::ActAfterRevocation;
        out.at = Instant{1'795'435'200'000};
        out.subjectName = "Kim";
        out.money = Money{10'400, euro};
        IncidentSide shutOut;
        shutOut.counter = "Counter 1";
        shutOut.actor = "Ada";
        shutOut.at = Instant{1'795'431'600'000};
        IncidentSide sale;
        sale.fact = idOf<OrderId>(41).uuid;
        sale.order = idOf<OrderId>(41);
        sale.code = "CD22225F";
        sale.counter = "Counter 2";
        sale.isHere = true;
        sale.actor = "Kim";
        sale.at = Instant{1'795'432'800'000};
        sale.act = "order.placed";
        sale.money = Money{8'400, euro};
        IncidentSide cash = sale;
        cash.fact = idOf<EntryId>(42).uuid;
        cash.order = {};
        cash.code = {};
        cash.at = out.at;
        cash.act = "cash.moved";
        cash.text = "milk and flowers";
        cash.money = Money{-2'000, euro};
        out.facts.facts = {sale.fact, cash.fact};
        out.sides = {shutOut, sale, cash};
        snapshot.open.push_back(out);
    }

    void read(Then<ui::IncidentsSnapshot> then) override
    {
        ++reads;
        later([this, then] {
            if (refusal) {
                then(*refusal);
            } else {
                then(snapshot);
            }
        });
    }
    void countOpen(Then<int> then) override
    {
        later([this, then] { then(static_cast<int>(snapshot.open.size())); });
    }
    void suggestSeats(TicketId ticket, Then<std::vector<SeatSuggestion>> then) override
    {
        calls.push_back("suggest " + ticket.text());
        later([this, then] { then(seats); });
    }
    void accept(IncidentId incident, const std::string& reason, Then<bool> then) override
    {
        settle(incident, IncidentAct::Accepted, reason);
        answer("accept " + reason, then);
    }
    void choose(IncidentId incident, const Uuid& side, const std::string& reason,
                Then<bool> then) override
    {
        settle(incident, IncidentAct::Chosen, reason);
        answer("choose " + side.text(), then);
    }
    void reseat(const ReseatRequest& request, Then<bool> then) override
    {
        answer("reseat " + request.ticket.text() + " " + std::to_string(request.seat) + " " +
                   request.reason,
               then);
    }
    void planRefund(const IncidentRefund& request, Then<AfterSalePlan> then) override
    {
        const Currency euro = *Currency::fromCode("EUR");
        const Money zero{0, euro};
        const Money price{4'200, euro};
        AfterSalePlan plan{.tickets = {{request.tickets.front(), "F 7", {}, price, zero}},
                           .fees = zero,
                           .worthBefore = price,
                           .worthAfter = zero,
                           .due = zero,
                           .back = price,
                           .parts = {{idOf<PaymentId>(1), method, {}, {}, 4'200, 0}}};
        later([plan, then] { then(plan); });
    }
    void refund(const IncidentRefund& request, Then<bool> then) override
    {
        answer("refund " + request.order.text() + " " + request.reason + " " +
                   request.cardReference,
               then);
    }
    void contact(IncidentId, OrderId, Then<CustomerContact> then) override
    {
        later([then] {
            then(CustomerContact{"Zoë Öztürk", "zoe@example.org", "030 1", "CD22224D"});
        });
    }
    void noteMailed(IncidentId, OrderId order, Then<bool> then) override
    {
        answer("mailed " + order.text(), then);
    }

    ui::IncidentsSnapshot snapshot;
    std::vector<SeatSuggestion> seats{{8, "Stalls · F 8", false, true},
                                      {30, "Stalls · C 4", true, false}};
    PaymentMethod method = PaymentMethod::Cash;
    std::optional<Error> refusal;
    std::vector<std::string> calls;
    int reads = 0;

private:
    void settle(IncidentId id, IncidentAct act, const std::string& reason)
    {
        const auto found = std::ranges::find(snapshot.open, id, &Incident::id);
        if (!refusal && found != snapshot.open.end()) {
            Incident settled = *found;
            settled.isOpen = false;
            settled.done.push_back({act, settled.at, "Counter 2", "Ada", reason, {}, {}});
            snapshot.open.erase(found);
            snapshot.settled.push_back(settled);
        }
    }
    void answer(std::string call, const Then<bool>& then)
    {
        calls.push_back(std::move(call));
        later([this, then] {
            if (refusal) {
                then(*refusal);
            } else {
                then(true);
            }
        });
    }
    void later(std::function<void()> act) { QTimer::singleShot(0, &m_context, std::move(act)); }

    QObject m_context;
};

} // namespace foyer::test
