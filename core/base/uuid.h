// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// A UUID (RFC 9562) as its 16 bytes, in the order they are written.
class Uuid {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    constexpr Uuid() = default;
    constexpr explicit Uuid(const Bytes& bytes) : m_bytes{bytes} {}

    /// A version 7 UUID: 48 bits of milliseconds, the rest random, so that ids made one after the
    /// other lie side by side in an index (RFC 9562 §5.7).
    static Uuid v7(Instant now, Random& random);
    /// A version 8 UUID from any 16 bytes, for ids derived from a name (RFC 9562 §5.8).
    static Uuid v8(const Bytes& bytes);
    /// Reads the 36-character form, either case; nothing for any other text.
    static std::optional<Uuid> fromText(std::string_view text);
    /// Takes exactly 16 bytes; nothing for any other length.
    static std::optional<Uuid> fromBytes(std::span<const std::uint8_t> bytes);

    /// The 36-character lower-case form.
    std::string text() const;
    constexpr const Bytes& bytes() const { return m_bytes; }
    constexpr bool isNil() const { return *this == Uuid{}; }

    friend constexpr auto operator<=>(const Uuid&, const Uuid&) = default;
    friend constexpr bool operator==(const Uuid&, const Uuid&) = default;

private:
    Bytes m_bytes{};
};

/// An id of one kind of thing: an OrderId is never taken for a TicketId.
template <typename Tag>
struct Id {
    Uuid uuid;

    std::string text() const { return uuid.text(); }
    bool isNil() const { return uuid.isNil(); }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
    friend constexpr bool operator==(const Id&, const Id&) = default;
};

using OrganizerId = Id<struct OrganizerTag>;
using ReplicaId = Id<struct ReplicaTag>;
using EntryId = Id<struct EntryTag>;
using UserId = Id<struct UserTag>;
using VenueId = Id<struct VenueTag>;
using PlanId = Id<struct PlanTag>;
using EventId = Id<struct EventTag>;
using PerformanceId = Id<struct PerformanceTag>;
using CategoryId = Id<struct CategoryTag>;
using TicketTypeId = Id<struct TicketTypeTag>;
using TaxId = Id<struct TaxTag>;
using FeeId = Id<struct FeeTag>;
using QuotaId = Id<struct QuotaTag>;
using OrderId = Id<struct OrderTag>;
using TicketId = Id<struct TicketTag>;
using PaymentId = Id<struct PaymentTag>;
using CustomerId = Id<struct CustomerTag>;
using RoleId = Id<struct RoleTag>;
using DrawerId = Id<struct DrawerTag>;
using ShiftId = Id<struct ShiftTag>;
using GiftCardId = Id<struct GiftCardTag>;
using PromoCodeId = Id<struct PromoCodeTag>;
using BundleId = Id<struct BundleTag>;
using HoldId = Id<struct HoldTag>;
using ReservationId = Id<struct ReservationTag>;
using WaitingId = Id<struct WaitingTag>;
using GateId = Id<struct GateTag>;
using PrintJobId = Id<struct PrintJobTag>;

} // namespace foyer

template <>
struct std::hash<foyer::Uuid> {
    std::size_t operator()(const foyer::Uuid& uuid) const noexcept
    {
        // The last eight bytes of a version 7 UUID are random already.
        std::size_t value = 0;
        for (std::size_t i = 8; i < 16; ++i) {
            value = value << 8 | uuid.bytes()[i];
        }
        return value;
    }
};

template <typename Tag>
struct std::hash<foyer::Id<Tag>> {
    std::size_t operator()(const foyer::Id<Tag>& id) const noexcept
    {
        return std::hash<foyer::Uuid>{}(id.uuid);
    }
};
