// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Why a ticket costs less than its list price, and by how much. A ticket has at most one.
struct Reduction {
    enum class Kind : std::uint8_t { None, Promo, Bundle, Discount, Complimentary };
    Kind kind = Kind::None;
    std::int64_t minor = 0; ///< gross list price less gross price, minor units, never negative
    std::string text;       ///< the code, the name of the bundle, the reason
    Uuid subject;           ///< the promo code or the bundle; else nil
    friend bool operator==(const Reduction&, const Reduction&) = default;
};

/// "promo", "bundle", "discount", "complimentary": stable names for entries and JSON; "" for None.
std::string_view reductionName(Reduction::Kind kind);
std::optional<Reduction::Kind> reductionNamed(std::string_view name);

/// What somebody takes off a ticket by hand.
struct HandReduction {
    enum class Kind : std::uint8_t { Percent, Amount, Complimentary };
    Kind kind = Kind::Percent;
    std::int64_t value = 0; ///< thousandths of a percent, or minor units; of Complimentary unused
    std::string reason;     ///< kept; must not be empty
    friend bool operator==(const HandReduction&, const HandReduction&) = default;
};

} // namespace foyer
