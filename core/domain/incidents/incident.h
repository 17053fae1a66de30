// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

using IncidentId = Id<struct IncidentTag>;

/// What counters that could not hear each other brought about. Each is a function of the facts that
/// are known, so every replica that knows the same facts has the same incidents.
enum class IncidentKind : std::uint8_t {
    SeatSoldTwice,     ///< a seat of a performance with two or more valid tickets
    QuotaOversold,     ///< more was sold of a quota than its capacity
    LateSale,          ///< a sale of a counter that was written off before it was heard of
    AdmittedTwice,     ///< a ticket let in at two gates that did not know of each other
    SeatAdmittedTwice, ///< two tickets of one seat were let in, say a void one and the new one
    RefundedTwice,     ///< more was given back of an order than it was worth
    EditedTwice,       ///< a field of the catalogue, set on two sides
    /// What somebody did at a counter that had not heard yet that they were shut out.
    ActAfterRevocation,
};
inline constexpr std::size_t kIncidentKinds =
    static_cast<std::size_t>(IncidentKind::ActAfterRevocation) + 1;

/// "seat_sold_twice" …: the stable name in entries, on the command line and in JSON.
std::string_view incidentKindName(IncidentKind kind);
std::optional<IncidentKind> incidentKindNamed(std::string_view name);

/// What was done about an incident.
enum class IncidentAct : std::uint8_t {
    Accepted, ///< it stays as it is, with a reason
    Reseated, ///< a ticket has another seat now
    Refunded, ///< tickets were taken back
    Chosen,   ///< of a field: one side's value was kept
    Mailed,   ///< somebody wrote to a customer; settles nothing by itself
};
std::string_view incidentActName(IncidentAct act);
std::optional<IncidentAct> incidentActNamed(std::string_view name);
/// Whether the facts that were looked at are settled by it, though they stay as they are. What
/// reseats or refunds changes the facts instead, and so ends the incident, or does not.
bool settlesFacts(IncidentAct act);

/// Which of the things that can go wrong has: a seat, a quota, a ticket, an order, a field,
/// somebody who was shut out. With the kind it is what an incident is known by, however many sides
/// it has.
///
/// The bytes of a subject are for ever: the id of an incident is made of them.
namespace incident_subject {
Bytes seat(PerformanceId performance, std::int64_t seat);
Bytes of(const Uuid& id);
/// A field of an entity, and the value that both sides replaced.
Bytes field(const Uuid& entity, const FieldStamp& over, std::string_view field);
/// A user, the entry that shut them out, and the counter at which they went on.
Bytes shutOut(UserId user, EntryId by, ReplicaId at);

struct Seat {
    PerformanceId performance;
    std::int64_t seat = 0;
};
struct Field {
    Uuid entity;
    FieldStamp over;
    std::string field;
};
struct ShutOut {
    UserId user;
    EntryId by;
    ReplicaId at;
};
/// Nothing where the bytes are of another shape.
std::optional<Seat> asSeat(ByteView subject);
std::optional<Uuid> asId(ByteView subject);
std::optional<Field> asField(ByteView subject);
std::optional<ShutOut> asShutOut(ByteView subject);
} // namespace incident_subject

/// `incident.handled`, version 1: what somebody at the conflict desk did, and what they looked at.
struct IncidentHandled {
    IncidentKind kind = IncidentKind::SeatSoldTwice;
    Bytes subject;
    IncidentAct act = IncidentAct::Accepted;
    std::string reason;
    /// The facts as they were seen (tickets, scans, orders, entries by kind). What comes on top of
    /// them later opens the incident again.
    std::vector<Uuid> facts;
    std::int64_t size = 0; ///< of a quota: how many too many
    OrderId order;         ///< that was changed, or whose customer was written to; nil: none
    std::optional<Money> money = std::nullopt; ///< that was given back
    friend bool operator==(const IncidentHandled&, const IncidentHandled&) = default;
};
Bytes encode(const IncidentHandled& body);
/// The Error names the first field that is missing or wrong.
Result<IncidentHandled> decodeIncidentHandled(const CborValue& body);

/// The facts of an incident as they are known: sorted, none twice.
struct IncidentFacts {
    HlcTime at; ///< of the latest of them
    std::vector<Uuid> facts;
    std::int64_t size = 0;
    friend bool operator==(const IncidentFacts&, const IncidentFacts&) = default;
};
/// Whether these facts are all settled by acts that were done.
bool isSettled(const IncidentFacts& facts, std::span<const IncidentHandled> acts);

/// Ids one after the other, as columns keep them.
Bytes joinedIds(std::span<const Uuid> ids);
std::vector<Uuid> splitIds(ByteView bytes);

} // namespace foyer
