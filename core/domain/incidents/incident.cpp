// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/incidents/incident.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace foyer {
namespace {

constexpr std::array<std::string_view, kIncidentKinds> kKinds{
    "seat_sold_twice",     "quota_oversold", "late_sale",    "admitted_twice",
    "seat_admitted_twice", "refunded_twice", "edited_twice", "act_after_revocation"};
constexpr std::array<std::string_view, 5> kActs{"accepted", "reseated", "refunded", "chosen",
                                                "mailed"};

constexpr std::size_t kIdSize = sizeof(Uuid::Bytes);
constexpr std::size_t kNumberSize = sizeof(std::int64_t);

template <typename Enum, std::size_t size>
std::optional<Enum> named(const std::array<std::string_view, size>& names, std::string_view name)
{
    const auto* const found = std::ranges::find(names, name);
    return found != names.end() ? std::optional{static_cast<Enum>(found - names.begin())}
                                : std::nullopt;
}

void append(Bytes& bytes, const Uuid& id)
{
    // One by one: GCC 12 warns of a whole one, wrongly.
    std::ranges::copy(id.bytes(), std::back_inserter(bytes));
}

/// Big-endian.
void append(Bytes& bytes, std::int64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> shift));
    }
}

Uuid idAt(ByteView bytes, std::size_t at)
{
    return Uuid::fromBytes(bytes.subspan(at, kIdSize)).value_or(Uuid{});
}

std::int64_t numberAt(ByteView bytes, std::size_t at)
{
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes.subspan(at, kNumberSize)) {
        number = (number << 8) | byte;
    }
    return static_cast<std::int64_t>(number);
}

} // namespace

std::string_view incidentKindName(IncidentKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind));
}

std::optional<IncidentKind> incidentKindNamed(std::string_view name)
{
    return named<IncidentKind>(kKinds, name);
}

std::string_view incidentActName(IncidentAct act)
{
    return kActs.at(static_cast<std::size_t>(act));
}

std::optional<IncidentAct> incidentActNamed(std::string_view name)
{
    return named<IncidentAct>(kActs, name);
}

bool settlesFacts(IncidentAct act)
{
    return act == IncidentAct::Accepted || act == IncidentAct::Chosen;
}

namespace incident_subject {

Bytes seat(PerformanceId performance, std::int64_t seat)
{
    Bytes bytes;
    append(bytes, performance.uuid);
    append(bytes, seat);
    return bytes;
}

Bytes of(const Uuid& id)
{
    Bytes bytes;
    append(bytes, id);
    return bytes;
}

Bytes field(const Uuid& entity, const FieldStamp& over, std::string_view field)
{
    Bytes bytes;
    append(bytes, entity);
    append(bytes, over.at.value);
    append(bytes, over.by.uuid);
    bytes.insert(bytes.end(), field.begin(), field.end());
    return bytes;
}

Bytes shutOut(UserId user, EntryId by, ReplicaId at)
{
    Bytes bytes;
    append(bytes, user.uuid);
    append(bytes, by.uuid);
    append(bytes, at.uuid);
    return bytes;
}

std::optional<Seat> asSeat(ByteView subject)
{
    if (subject.size() != kIdSize + kNumberSize) {
        return std::nullopt;
    }
    return Seat{PerformanceId{idAt(subject, 0)}, numberAt(subject, kIdSize)};
}

std::optional<Uuid> asId(ByteView subject)
{
    return subject.size() == kIdSize ? std::optional{idAt(subject, 0)} : std::nullopt;
}

std::optional<Field> asField(ByteView subject)
{
    constexpr std::size_t kName = 2 * kIdSize + kNumberSize;
    if (subject.size() <= kName) {
        return std::nullopt;
    }
    const ByteView name = subject.subspan(kName);
    return Field{idAt(subject, 0),
                 {HlcTime{numberAt(subject, kIdSize)},
                  ReplicaId{idAt(subject, kIdSize + kNumberSize)}},
                 {name.begin(), name.end()}};
}

std::optional<ShutOut> asShutOut(ByteView subject)
{
    if (subject.size() != 3 * kIdSize) {
        return std::nullopt;
    }
    return ShutOut{UserId{idAt(subject, 0)}, EntryId{idAt(subject, kIdSize)},
                   ReplicaId{idAt(subject, 2 * kIdSize)}};
}

} // namespace incident_subject

Bytes encode(const IncidentHandled& body)
{
    const bool hasOrder = !body.order.isNil();
    CborWriter writer;
    writer.map(std::uint64_t{6} + (hasOrder ? 1 : 0) + (body.money ? 2 : 0));
    writer.field("act", incidentActName(body.act));
    writer.field("kind", incidentKindName(body.kind));
    writer.field("size", body.size);
    writer.text("facts").array(body.facts.size());
    for (const Uuid& fact : body.facts) {
        writer.bytes(fact.bytes());
    }
    if (hasOrder) {
        writer.field("order", body.order.uuid.bytes());
    }
    if (body.money) {
        writer.field("amount", body.money->minor());
    }
    writer.field("reason", body.reason);
    writer.field("subject", ByteView{body.subject});
    if (body.money) {
        writer.field("currency", body.money->currency().code());
    }
    return writer.take();
}

Result<IncidentHandled> decodeIncidentHandled(const CborValue& body)
{
    FieldReader fields{kind::kIncidentHandled};
    IncidentHandled handled;
    const auto kind = incidentKindNamed(body["kind"].asText());
    const auto act = incidentActNamed(body["act"].asText());
    fields.require(kind.has_value(), "kind");
    fields.require(act.has_value(), "act");
    handled.kind = kind.value_or(IncidentKind::SeatSoldTwice);
    handled.act = act.value_or(IncidentAct::Mailed);
    fields.require(body["subject"].isBytes(), "subject");
    const ByteView subject = body["subject"].asBytes();
    handled.subject.assign(subject.begin(), subject.end());
    handled.reason = fields.text(body["reason"], "reason");
    handled.size = fields.integer(body["size"], 0, INT64_MAX);
    fields.require(body["facts"].isArray(), "facts");
    for (const CborValue& fact : body["facts"].asArray()) {
        handled.facts.push_back(fields.uuid(fact));
    }
    if (body.has("order")) {
        handled.order = fields.id<OrderId>(body["order"]);
    }
    if (body.has("amount")) {
        const std::int64_t amount = fields.amount(body["amount"]);
        handled.money = Money{amount, fields.currency(body["currency"])};
    }
    return fields.checked(std::move(handled));
}

bool isSettled(const IncidentFacts& facts, std::span<const IncidentHandled> acts)
{
    std::int64_t size = 0;
    std::vector<Uuid> settled;
    for (const IncidentHandled& act : acts) {
        if (settlesFacts(act.act)) {
            size = std::max(size, act.size);
            settled.insert(settled.end(), act.facts.begin(), act.facts.end());
        }
    }
    return !acts.empty() && facts.size <= size &&
        std::ranges::all_of(facts.facts, [&](const Uuid& fact) {
            return std::ranges::find(settled, fact) != settled.end();
        });
}

Bytes joinedIds(std::span<const Uuid> ids)
{
    Bytes bytes;
    bytes.reserve(ids.size() * kIdSize);
    for (const Uuid& id : ids) {
        append(bytes, id);
    }
    return bytes;
}

std::vector<Uuid> splitIds(ByteView bytes)
{
    std::vector<Uuid> ids;
    for (std::size_t at = 0; at + kIdSize <= bytes.size(); at += kIdSize) {
        ids.push_back(idAt(bytes, at));
    }
    return ids;
}

} // namespace foyer
