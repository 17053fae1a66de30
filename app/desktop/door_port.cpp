// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/door_port.h"

#include "app/desktop/store_thread.h"
#include "core/domain/sales/order_code.h"
#include "core/services/catalogue.h"
#include "core/services/gate.h"
#include "core/services/gates.h"

namespace foyer::desktop {
namespace {

// A show that began this long ago may still have latecomers and people who come back.
constexpr std::int64_t kOverAfterMs = 8LL * 3'600'000;
constexpr std::size_t kPerformancesOffered = 40;

/// For what a ticket is, in so far as a guest has to be told it.
std::optional<PerformanceSummary> summaryOf(Counter& counter, PerformanceId performance)
{
    const auto offer = offerOf(counter, performance);
    if (!offer) {
        return std::nullopt;
    }
    PerformanceSummary summary;
    summary.id = performance;
    summary.event = (*offer)->event.name;
    summary.startsAt = (*offer)->performance.startsAt;
    summary.timeZone = (*offer)->performance.timeZone;
    return summary;
}

Result<ui::DoorAnswer> answerOf(Counter& counter, const ui::DoorPost& post,
                                const Result<ScanVerdict>& verdict)
{
    if (!verdict) {
        return verdict.error();
    }
    ui::DoorAnswer answer{.colour = static_cast<ui::DoorAnswer::Colour>(verdict->colour),
                          .outcome = verdict->outcome,
                          .sentence = verdict->sentence,
                          .usedAt = verdict->usedAt,
                          .usedGate = verdict->usedGate,
                          .rightGate = verdict->rightGate,
                          .performance = {},
                          .reentry = verdict->reentry,
                          .repeated = verdict->repeated};
    if (verdict->ticket) {
        answer.ticket = verdict->ticket->id;
        answer.place = verdict->ticket->seatLabel;
        answer.typeName = verdict->ticket->typeName;
        if (verdict->ticket->performance != post.performance) {
            answer.performance = summaryOf(counter, verdict->ticket->performance);
        }
    }
    return answer;
}

} // namespace

void CounterDoorPort::setup(Then<ui::DoorSetup> then)
{
    m_store.ask<ui::DoorSetup>(
        [](Counter& counter) -> Result<ui::DoorSetup> {
            const auto known = gates(counter);
            if (!known) {
                return known.error();
            }
            auto coming = performances(counter, {counter.clock().now().ms - kOverAfterMs});
            if (!coming) {
                return std::move(coming).error();
            }
            if (coming->size() > kPerformancesOffered) {
                coming->resize(kPerformancesOffered);
            }
            ui::DoorSetup setup{{}, *std::move(coming)};
            for (const Gate& gate : *known) {
                setup.gates.push_back(gate.name);
            }
            return setup;
        },
        std::move(then));
}

void CounterDoorPort::scan(const ui::DoorPost& post, const std::string& code, bool out,
                           Then<ui::DoorAnswer> then)
{
    m_store.ask<ui::DoorAnswer>(
        [post, code, out](Counter& counter) {
            return answerOf(counter, post,
                            out ? checkOut(counter, code, post.gate)
                                : foyer::scan(counter, code, post.gate, post.performance));
        },
        std::move(then));
}

void CounterDoorPort::pass(const ui::DoorPost& post, TicketId ticket, bool out,
                           const std::string& overrideReason, Then<ui::DoorAnswer> then)
{
    m_store.ask<ui::DoorAnswer>(
        [post, ticket, out, overrideReason](Counter& counter) {
            const HandAct act{ticket, post.gate, post.performance, overrideReason};
            return answerOf(counter, post,
                            out ? checkOutByHand(counter, act) : admitByHand(counter, act));
        },
        std::move(then));
}

void CounterDoorPort::undo(TicketId ticket, const std::string& reason, Then<bool> then)
{
    m_store.ask<bool>(
        [ticket, reason](Counter& counter) -> Result<bool> {
            const auto undone = undoAdmission(counter, ticket, reason);
            return undone ? Result<bool>{true} : undone.error();
        },
        std::move(then));
}

void CounterDoorPort::numbers(PerformanceId performance, Then<ui::DoorNumbers> then)
{
    m_store.ask<ui::DoorNumbers>(
        [performance](Counter& counter) -> Result<ui::DoorNumbers> {
            const auto counts = doorCounts(counter, performance);
            return counts
                ? Result<ui::DoorNumbers>{ui::DoorNumbers{counts->admitted, counts->inside,
                                                          counts->expected()}}
                : counts.error();
        },
        std::move(then));
}

void CounterDoorPort::guests(PerformanceId performance, const std::string& words,
                             Then<std::vector<ui::DoorGuestRow>> then)
{
    m_store.ask<std::vector<ui::DoorGuestRow>>(
        [performance, words](Counter& counter) -> Result<std::vector<ui::DoorGuestRow>> {
            const auto found = findGuests(counter, performance, words);
            if (!found) {
                return found.error();
            }
            std::vector<ui::DoorGuestRow> rows;
            for (const DoorGuest& guest : *found) {
                rows.push_back({guest.ticket.id, guest.name, displayOrderCode(guest.orderCode),
                                guest.ticket.seatLabel, guest.ticket.typeName,
                                guest.door.has_value(), guest.door && guest.door->inside});
            }
            return rows;
        },
        std::move(then));
}

} // namespace foyer::desktop
