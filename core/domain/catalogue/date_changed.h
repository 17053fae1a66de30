// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

enum class DateChangeKind : std::uint8_t { Cancelled, Postponed, Moved };
/// "cancelled", "postponed", "moved".
std::string_view dateChangeName(DateChangeKind kind);
std::optional<DateChangeKind> dateChangeNamed(std::string_view name);

/// `performance.changed`, version 1: somebody did this to a date. Its fields say so as well, by an
/// edit of the same act; this is the fact that refunds and mails to all its buyers hang on.
struct DateChanged {
    PerformanceId performance;
    EventId event;
    DateChangeKind kind = DateChangeKind::Cancelled;
    Instant startsBefore;
    Instant startsAt; ///< the new one where it was moved, else the same
    std::string reason;
    friend bool operator==(const DateChanged&, const DateChanged&) = default;
};

Bytes encode(const DateChanged& body);
/// The Error names the first field that is missing or wrong.
Result<DateChanged> decodeDateChanged(const CborValue& body);

} // namespace foyer
