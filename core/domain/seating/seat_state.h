// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace foyer {

/// What a seat of a performance is right now, seen from this counter. Derived, never stored.
enum class SeatState : std::uint8_t {
    Free,    ///< may be sold here now
    Sold,    ///< a valid ticket stands on it
    Held,    ///< kept back for somebody
    NotHere, ///< this counter has no right to it at the moment
    NoPrice, ///< no price category of the event matches the plan's, so it cannot be sold
};

} // namespace foyer
