// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace foyer {

/// Milliseconds since 1970-01-01T00:00:00Z (no leap seconds), as every instant in Foyer.
struct Instant {
    std::int64_t ms = 0;
    friend constexpr auto operator<=>(Instant, Instant) = default;
};

/// Where the time comes from. Everything that needs "now" is given a Clock, so that tests and the
/// simulator decide what time it is.
class Clock {
public:
    virtual ~Clock() = default;
    /// The present instant by the wall clock. May jump, back too; callers must stand that.
    virtual Instant now() const = 0;
};

/// The clock of the operating system.
class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// The instant as RFC 3339 in UTC with milliseconds, "2026-11-23T19:30:00.000Z".
std::string toRfc3339(Instant instant);

} // namespace foyer
