// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/pricing/reduction.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// A place that is kept back: a seat, or one of a category's places without a number. It has spent
/// a right of each of its quotas, as a ticket would.
struct HeldPlace {
    std::optional<SeatNumber> seat;
    CategoryId category;
    TicketTypeId type; ///< what it is reserved as; nil: nobody has said yet
    std::vector<QuotaId> quotas;
    friend bool operator==(const HeldPlace&, const HeldPlace&) = default;
};

/// The kinds of hold, stable. "reservation" is for a customer who pays later, "parked" a cart that
/// was put aside; the others are the house's.
namespace hold_kind {
inline constexpr const char* kHouse = "house";
inline constexpr const char* kPress = "press";
inline constexpr const char* kSponsor = "sponsor";
inline constexpr const char* kTechnical = "technical";
inline constexpr const char* kReservation = "reservation";
inline constexpr const char* kParked = "parked";
} // namespace hold_kind

/// What a cart says besides its places, kept with the first hold of it so that it is priced the
/// same when it comes back. Empty for the house's holds.
struct HeldTerms {
    /// What somebody took off one place by hand.
    struct Cut {
        std::optional<SeatNumber> seat;
        CategoryId category;
        TicketTypeId type;
        HandReduction reduction;
        friend bool operator==(const Cut&, const Cut&) = default;
    };
    std::string promoCode;
    std::int64_t donationMinor = 0;
    std::vector<Cut> cuts;
    bool isEmpty() const { return promoCode.empty() && donationMinor == 0 && cuts.empty(); }
    friend bool operator==(const HeldTerms&, const HeldTerms&) = default;
};

/// `hold.placed` and `reservation.placed`, version 1: places of one performance are kept back.
/// `terms` is left out where it is empty, as it was before there was such a field.
struct PlacesHeld {
    HoldId hold;
    PerformanceId performance;
    std::string kind;  ///< of hold_kind
    std::string label; ///< for whom or why, in a few words; never a customer's name
    std::vector<HeldPlace> places;
    std::optional<Instant> releaseAt; ///< when its home lets go of what is left
    std::optional<CustomerId> customer;
    std::string code;        ///< to ask for it by; empty where nobody does
    std::string series;      ///< of the code
    std::int64_t number = 0; ///< in the series
    HeldTerms terms = {};
    friend bool operator==(const PlacesHeld&, const PlacesHeld&) = default;
};

/// `hold.released` and `reservation.ended`, version 1: places are let go again, by the replica that
/// held them. The rights return to it.
struct PlacesReleased {
    HoldId hold;
    PerformanceId performance;
    std::vector<HeldPlace> places;
    std::string reason; ///< "asked", "due", "sold", "moved" (kept on in another hold)
    friend bool operator==(const PlacesReleased&, const PlacesReleased&) = default;
};

/// `hold.extended`, version 1: another time when its home lets go of what is left of a hold or a
/// reservation. Of several the latest stands.
struct HoldExtended {
    HoldId hold;
    PerformanceId performance;
    std::optional<Instant> releaseAt; ///< none: when somebody asks for it
    friend bool operator==(const HoldExtended&, const HoldExtended&) = default;
};

/// `waiting.joined`, version 1: somebody wants places that are not there.
struct WaitingJoined {
    WaitingId waiting;
    PerformanceId performance;
    CustomerId customer;
    std::int64_t count = 1;
    CategoryId category; ///< nil: any
    friend bool operator==(const WaitingJoined&, const WaitingJoined&) = default;
};

/// `waiting.ended`, version 1.
struct WaitingEnded {
    WaitingId waiting;
    std::string reason; ///< "served", "left"
    friend bool operator==(const WaitingEnded&, const WaitingEnded&) = default;
};

Bytes encode(const PlacesHeld& body);
Bytes encode(const PlacesReleased& body);
Bytes encode(const HoldExtended& body);
/// The terms alone, as they are kept on disk.
Bytes encode(const HeldTerms& terms);
Bytes encode(const WaitingJoined& body);
Bytes encode(const WaitingEnded& body);
Result<PlacesHeld> decodePlacesHeld(const CborValue& body);
Result<PlacesReleased> decodePlacesReleased(const CborValue& body);
Result<HoldExtended> decodeHoldExtended(const CborValue& body);
/// What cannot be read of them is left out.
HeldTerms decodeHeldTerms(const CborValue& body);
Result<WaitingJoined> decodeWaitingJoined(const CborValue& body);
Result<WaitingEnded> decodeWaitingEnded(const CborValue& body);

} // namespace foyer
