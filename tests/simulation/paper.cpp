// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/paper.h"

#include "core/domain/held/held_entries.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/sales/sale_entries.h"

#include <algorithm>

namespace foyer::simulation {
namespace {

/// The order or the hold that an entry is about; nil of other entries.
Uuid actOf(const Entry& entry)
{
    const bool isOrder = entry.kind == kind::kOrderPlaced;
    const bool isHold = entry.kind == kind::kHoldPlaced || entry.kind == kind::kReservationPlaced;
    const auto body = isOrder || isHold ? decodeCbor(entry.body) : Result<CborValue>{CborValue{}};
    if (isOrder && body) {
        const auto placed = decodeOrderPlaced(*body);
        return placed ? placed->order.uuid : Uuid{};
    }
    if (isHold && body) {
        const auto held = decodePlacesHeld(*body);
        return held ? held->hold.uuid : Uuid{};
    }
    return {};
}

} // namespace

bool PaperPlace::covers(std::size_t quota) const
{
    const bool isSeated = seat.has_value();
    return quota == 0 || (quota == 1 && isChild) || (quota == 2 && isChild && isSeated) ||
        (quota == 3 && !isSeated);
}

Paper::Paper(std::size_t performances, std::array<std::int64_t, kQuotas> capacity)
{
    for (std::size_t performance = 0; performance < performances; ++performance) {
        for (const std::int64_t of : capacity) {
            m_quotas.push_back({{}, of, of, 0});
        }
    }
}

void Paper::confirmed(PaperAct act)
{
    m_actById[act.id] = m_acts.size();
    act.isIncident = m_givenUp.contains(act.node);
    m_acts.push_back(std::move(act));
    review(m_acts.back());
}

void Paper::review(PaperAct& act)
{
    const bool counts = !act.isIncident && (act.isAtServer || !m_doubted.contains(act.node));
    if (counts == act.isCounted) {
        return;
    }
    act.isCounted = counts;
    for (const PaperPlace& place : act.places) {
        if (place.isValid) {
            count(place, counts ? 1 : -1);
        }
    }
}

void Paper::count(const PaperPlace& place, int by)
{
    const std::string where = " of performance " + std::to_string(place.performance);
    for (std::size_t quota = 0; quota < kQuotas; ++quota) {
        if (place.covers(quota)) {
            Capacity& capacity = of(place.performance, quota);
            capacity.sold += by;
            if (by > 0 && capacity.sold > capacity.peak) {
                throw Violation{"quota " + std::to_string(quota) + where +
                                " is oversold: " + std::to_string(capacity.sold) + " of " +
                                std::to_string(capacity.peak)};
            }
        }
    }
    if (place.seat && (m_seats[{place.performance, *place.seat}] += by) > 1) {
        throw Violation{"seat " + std::to_string(*place.seat) + where + " is sold twice, by" +
                        sellersOf(place)};
    }
}

std::string Paper::sellersOf(const PaperPlace& place) const
{
    std::string sellers;
    for (const PaperAct& act : m_acts) {
        for (const PaperPlace& other : act.places) {
            if (act.isCounted && other.isValid && other.seat == place.seat &&
                other.performance == place.performance) {
                sellers += " counter " + std::to_string(act.node) + " (" + act.id.text() + ")";
            }
        }
    }
    return sellers;
}

void Paper::given(std::size_t act, std::size_t place, std::size_t by)
{
    PaperPlace& of = m_acts.at(act).places.at(place);
    if (of.isValid && m_acts[act].isCounted) {
        count(of, -1);
    }
    of.givenBy = of.isValid ? by : of.givenBy;
    of.isValid = false;
}

void Paper::atServer(const std::vector<Entry>& entries)
{
    for (const Entry& entry : entries) {
        const auto [known, isNew] =
            m_atServer.emplace(std::pair{entry.replica, entry.sequence}, entry.hash);
        if (known->second != entry.hash) {
            throw Violation{"the server has confirmed two entries as number " +
                            std::to_string(entry.sequence) + " of " + entry.replica.text()};
        }
        if (!isNew) {
            continue;
        }
        if (const auto edit = m_edits.find(entry.id); edit != m_edits.end()) {
            Capacity& capacity = of(edit->second.performance, edit->second.quota);
            const std::pair since{entry.at, entry.replica};
            if (since > capacity.since) {
                capacity.since = since;
                capacity.now = edit->second.capacity;
            }
        }
        if (entry.kind == kind::kSeatsReturned) {
            const auto body = decodeCbor(entry.body);
            if (const auto seats =
                    body ? decodeSeatsReturned(*body) : Result<SeatsReturned>{body.error()}) {
                returned(*seats);
            }
        }
        if (const auto act = m_actById.find(actOf(entry)); act != m_actById.end()) {
            m_acts[act->second].isAtServer = true;
            review(m_acts[act->second]);
        }
    }
}

void Paper::doubted(std::size_t node)
{
    m_doubted.insert(node);
    std::ranges::for_each(m_acts, [&](PaperAct& act) { review(act); });
}

void Paper::trusted(std::size_t node)
{
    m_doubted.erase(node);
    std::ranges::for_each(m_acts, [&](PaperAct& act) { review(act); });
}

void Paper::givenUp(std::size_t node)
{
    m_givenUp.insert(node);
    for (PaperAct& act : m_acts) {
        if (act.node == node && !act.isAtServer) {
            act.isIncident = true;
            review(act);
        }
    }
}

void Paper::diskLost(std::size_t node)
{
    for (PaperAct& act : m_acts) {
        act.isLost = act.isLost || (act.node == node && !act.isAtServer);
    }
}

void Paper::capacityEdited(EntryId edit, std::size_t performance, std::size_t quota,
                           std::int64_t capacity)
{
    m_edits[edit] = {performance, quota, capacity};
    Capacity& known = of(performance, quota);
    known.peak = std::max(known.peak, capacity);
}

void Paper::granted(std::size_t performance, std::size_t quota, std::int64_t rights)
{
    const Capacity& capacity = of(performance, quota);
    if (rights > 0 && capacity.sold + rights > capacity.now) {
        throw Violation{"the server gave out " + std::to_string(rights) + " rights of quota " +
                        std::to_string(quota) + ", of which " + std::to_string(capacity.sold) +
                        " of " + std::to_string(capacity.now) + " are sold"};
    }
}

void Paper::leased(const EntryId& lease, const SeatsLeased& seats)
{
    for (const SeatRange& range : seats.seats) {
        for (SeatNumber seat = range.first; seat <= range.last; ++seat) {
            Lease& known = m_leases[{seats.performance, seat}];
            if (!known.holder.isNil() && known.holder != seats.holder) {
                throw Violation{"the server leased seat " + std::to_string(seat) + " to two"};
            }
            known = {lease, seats.holder};
        }
    }
}

void Paper::returned(const SeatsReturned& seats)
{
    for (const SeatRange& range : seats.seats) {
        for (SeatNumber seat = range.first; seat <= range.last; ++seat) {
            const auto known = m_leases.find({seats.performance, seat});
            if (known != m_leases.end() && known->second.lease == seats.lease) {
                m_leases.erase(known);
            }
        }
    }
}

void Paper::leasesEnd(const ReplicaId& holder)
{
    std::erase_if(m_leases, [&](const auto& each) { return each.second.holder == holder; });
}

bool Paper::answered(const Uuid& wish, const Bytes& answer)
{
    const auto [known, isNew] = m_answers.emplace(wish, Answer{answer});
    Answer& before = known->second;
    const bool isOther = before.answer != answer;
    if (isOther && !before.mayBeForgotten) {
        throw Violation{"the wish " + wish.text() + " got two answers"};
    }
    before = {answer};
    return isNew || isOther;
}

void Paper::serverForgets()
{
    for (auto& [wish, answer] : m_answers) {
        answer.mayBeForgotten = true;
    }
}

void Paper::admitted(std::size_t node, const TicketId& ticket)
{
    if (!m_admitted.emplace(node, ticket).second) {
        throw Violation{"the ticket " + ticket.text() + " was let in twice at one gate"};
    }
}

void Paper::gateForgets(std::size_t node)
{
    std::erase_if(m_admitted, [&](const auto& admission) { return admission.first == node; });
}

bool Paper::hasIncidents() const
{
    return !m_givenUp.empty() || std::ranges::any_of(m_acts, [](const PaperAct& act) {
        return act.isIncident || act.isLost;
    });
}

std::int64_t Paper::capacity(std::size_t performance, std::size_t quota) const
{
    return m_quotas.at(performance * kQuotas + quota).now;
}

std::int64_t Paper::sold(std::size_t performance, std::size_t quota) const
{
    return m_quotas.at(performance * kQuotas + quota).sold;
}

std::set<SeatNumber> Paper::seats(std::size_t performance) const
{
    std::set<SeatNumber> taken;
    for (const auto& [seat, count] : m_seats) {
        if (seat.first == performance && count > 0) {
            taken.insert(seat.second);
        }
    }
    return taken;
}

} // namespace foyer::simulation
