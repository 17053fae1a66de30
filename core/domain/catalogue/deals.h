// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace foyer {

/// How a deal changes the price of a ticket; never below nothing, never above the list price.
struct PriceCut {
    enum class Kind : std::uint8_t { Percent, Amount, FixedPrice };
    Kind kind = Kind::Percent;
    std::int64_t value = 0; ///< thousandths of a percent taken off; minor units off; the price
    friend bool operator==(const PriceCut&, const PriceCut&) = default;
};
/// "percent", "amount", "fixed".
std::string_view priceCutName(PriceCut::Kind kind);
std::optional<PriceCut::Kind> priceCutNamed(std::string_view name);
/// What is left of a list price in minor units. A percentage is rounded half away from zero.
std::int64_t cutPrice(const PriceCut& cut, std::int64_t list);

/// A price for several tickets of one performance, applied by itself where it is the best for the
/// customer.
struct Bundle {
    BundleId id;
    EventId event;
    std::string name;
    /// Together: so many of each type for one price, as often as the cart has them ("Family").
    /// FromCount: from so many of a type (the only part), each of them for less ("Group").
    enum class Kind : std::uint8_t { Together, FromCount };
    Kind kind = Kind::Together;
    std::map<TicketTypeId, std::int64_t> parts;
    std::int64_t price = 0;          ///< of Together, minor units
    PriceCut cut;                    ///< of FromCount
    std::set<CategoryId> categories; ///< empty: all; tickets of different ones may go together
    bool isOff = false;              ///< not offered any more
    friend bool operator==(const Bundle&, const Bundle&) = default;
};

/// A code that customers bring. One ticket that it made cheaper is one use, and gives it back when
/// it is void.
struct PromoCode {
    PromoCodeId id;
    std::string code; ///< as normalizedPromoCode
    PriceCut cut;
    std::optional<Currency> currency; ///< of an amount or a price; it works for no other
    std::int64_t uses = 0;            ///< tickets in all, as far as is known here; 0: no limit
    /// Tickets that one counter may sell with it; 0: no limit. Counters that do not hear of each
    /// other can together never sell more than this times their number, nor more than `uses` each.
    std::int64_t usesPerCounter = 0;
    std::optional<Instant> from;
    std::optional<Instant> until;
    EventId event;                ///< nil: all
    std::set<TicketTypeId> types; ///< empty: all
    bool isOff = false;
    friend bool operator==(const PromoCode&, const PromoCode&) = default;
};

/// Upper case without spaces: how codes are kept and compared.
std::string normalizedPromoCode(std::string_view typed);

} // namespace foyer
