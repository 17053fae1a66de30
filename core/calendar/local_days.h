// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// The days of a place: which one an instant falls on, counted from 1970-01-01 = 0. Answers from
/// memory where it was asked for the same quarter of an hour before, so a million instants cost
/// little. Belongs to one thread.
class LocalDays {
public:
    /// `timeZone`: an IANA name; one that this computer does not know is UTC.
    explicit LocalDays(const std::string& timeZone);
    ~LocalDays();
    LocalDays(const LocalDays&) = delete;
    LocalDays& operator=(const LocalDays&) = delete;

    std::int64_t of(Instant at) const;
    /// When a day begins there.
    Instant begin(std::int64_t day) const;
    /// "19:45" as the clocks there show an instant.
    std::string timeOf(Instant at) const;

private:
    struct Memory;
    std::unique_ptr<Memory> m_memory;
};

/// "2026-11-28", whatever the place.
std::string isoDay(std::int64_t day);
/// The day that such a text means; nothing for any other text.
std::optional<std::int64_t> dayFromIso(std::string_view text);

} // namespace foyer
