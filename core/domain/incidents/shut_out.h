// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/journal/entry.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

/// An edit of somebody's account or role, by which they may have been shut out or let in.
struct StandingEdit {
    HlcTime at;
    ReplicaId replica;
    EntryId entry;
    UserId actor;               ///< who made it; nil: nobody had to sign in
    std::optional<bool> active; ///< the account; nothing: not touched
    std::optional<bool> hasRole;
    friend bool operator==(const StandingEdit&, const StandingEdit&) = default;
};

/// A time in which somebody was shut out: from after one entry up to another.
struct TimeShutOut {
    static constexpr HlcTime kNotOver{INT64_MAX};
    EntryId entry; ///< by which they were
    HlcTime since;
    HlcTime until = kNotOver;
    ReplicaId replica;
    UserId actor;
    /// Whether what was done at `at` was done after the one and before the other was known to
    /// anybody: clocks of entries never show less than what their writer had heard of.
    bool covers(HlcTime at) const { return since < at && at <= until; }
    friend bool operator==(const TimeShutOut&, const TimeShutOut&) = default;
};

/// When a user was shut out (the account off, or without a role), from the edits of them all in the
/// order of (at, replica). Somebody who is shut out cannot let themselves in again.
std::vector<TimeShutOut> timesShutOut(UserId user, const std::vector<StandingEdit>& edits);

} // namespace foyer
