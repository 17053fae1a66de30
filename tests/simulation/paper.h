// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/journal/entry.h"
#include "core/domain/rights/rights.h"
#include "core/domain/seating/seating_plan.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foyer::simulation {

/// What must never be, and was. Thrown; the run ends with it.
struct Violation {
    std::string what;
};

/// The quotas of the small house: over everything, of children, of children in the stalls, and of
/// the places to stand.
inline constexpr std::size_t kQuotas = 4;

/// A place that a customer has, or that is kept back.
struct PaperPlace {
    std::size_t performance = 0;
    std::optional<SeatNumber> seat;
    bool isChild = false;
    TicketId ticket = {}; ///< nil of what is kept back
    std::string code = {};
    bool isValid = true;
    std::optional<std::size_t> givenBy = std::nullopt; ///< who gave it back, or free, first
    bool covers(std::size_t quota) const;
};

/// What a clerk saw confirmed: an order, or places held.
struct PaperAct {
    Uuid id;
    std::size_t node = 0;
    std::string orderCode = {}; ///< empty of what is held
    bool isHold = false;
    std::vector<PaperPlace> places;
    bool isAtServer = false; ///< the server has confirmed the entry
    bool isIncident = false; ///< of a counter that was given up, or of the second of two copies
    bool isLost = false;     ///< nobody has its entry any more: the only disk with it is gone
    bool isCounted = false;
};

/// A ticket: of which act, and which of its places.
struct PaperTicket {
    std::size_t act = 0;
    std::size_t place = 0;
};

/// What somebody with pencil and paper knows of a run: what clerks saw, and what the server said
/// that it has. Never asks the product. Throws Violation where more is sold than there is.
class Paper {
public:
    explicit Paper(std::size_t performances, std::array<std::int64_t, kQuotas> capacity);

    void confirmed(PaperAct act);
    /// A place is free again.
    void given(std::size_t act, std::size_t place, std::size_t by);
    /// The server has confirmed these entries of a node.
    void atServer(const std::vector<Entry>& entries);
    /// From now on what a node sells counts only when the server has it: there are two of it, or
    /// its disk is older than it knows.
    void doubted(std::size_t node);
    void trusted(std::size_t node);
    /// What a node has sold and the server has not heard is an incident, and so is all from now on.
    void givenUp(std::size_t node);
    /// The disk of a node is gone, with all that nobody else has.
    void diskLost(std::size_t node);

    void capacityEdited(EntryId edit, std::size_t performance, std::size_t quota,
                        std::int64_t capacity);
    /// The server gives rights out.
    void granted(std::size_t performance, std::size_t quota, std::int64_t rights);
    /// The server leases seats with this entry.
    void leased(const EntryId& lease, const SeatsLeased& seats);
    /// The leases of a replica that is written off end.
    void leasesEnd(const ReplicaId& holder);
    /// What the server has of leases is not what it said: it did not say whether it has the last
    /// entries, or is restored from a backup.
    void leasesUnsure() { m_leases.clear(); }
    /// What the server says to a wish; always the same. Whether it is said for the first time.
    bool answered(const Uuid& wish, const Bytes& answer);
    /// The server is restored from a backup, and may have forgotten any of its answers: each of
    /// them may become another one once. The same answer is still nothing that is given anew.
    void serverForgets();
    /// A ticket was let in at a gate.
    void admitted(std::size_t node, const TicketId& ticket);
    void gateForgets(std::size_t node);

    const std::vector<PaperAct>& acts() const { return m_acts; }
    bool hasIncidents() const;
    std::int64_t capacity(std::size_t performance, std::size_t quota) const;
    std::int64_t sold(std::size_t performance, std::size_t quota) const;
    std::set<SeatNumber> seats(std::size_t performance) const;

private:
    struct Edit {
        std::size_t performance = 0;
        std::size_t quota = 0;
        std::int64_t capacity = 0;
    };
    struct Capacity {
        std::pair<HlcTime, ReplicaId> since;
        std::int64_t now = 0;
        std::int64_t peak = 0;
        std::int64_t sold = 0;
    };
    struct Answer {
        Bytes answer;
        bool mayBeForgotten = false;
    };
    struct Lease {
        EntryId lease;
        ReplicaId holder;
    };
    void returned(const SeatsReturned& seats);
    void review(PaperAct& act);
    /// Who has sold a place that counts: for the story of a violation.
    std::string sellersOf(const PaperPlace& place) const;
    void count(const PaperPlace& place, int by);
    Capacity& of(std::size_t performance, std::size_t quota)
    {
        return m_quotas.at(performance * kQuotas + quota);
    }

    std::vector<PaperAct> m_acts;
    std::map<Uuid, std::size_t> m_actById;
    std::vector<Capacity> m_quotas;
    std::map<std::pair<std::size_t, SeatNumber>, int> m_seats;
    std::map<std::pair<PerformanceId, SeatNumber>, Lease> m_leases;
    std::set<std::size_t> m_doubted;
    std::set<std::size_t> m_givenUp;
    std::map<EntryId, Edit> m_edits;
    std::map<Uuid, Answer> m_answers;
    std::map<std::pair<ReplicaId, std::int64_t>, EntryHash> m_atServer;
    std::set<std::pair<std::size_t, TicketId>> m_admitted;
};

} // namespace foyer::simulation
