// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/hold_refusals.h"

#include "core/services/counter.h"

namespace foyer {

Error unknownHold()
{
    return refused("unknown_hold", "This hold is not known here, or nothing is left of it.",
                   "hold");
}

Error notHome()
{
    return refused("not_home",
                   "These places are held at another counter. Release them there, so that nobody "
                   "gets them twice.");
}

Error notInHold()
{
    return badInput("not_in_hold", "Not all of these places are in this hold.", "seats");
}

Result<void> checkRelease(const Counter& counter, const std::optional<Instant>& at)
{
    if (at && *at <= counter.clock().now()) {
        return badInput("release_passed",
                        "This release time has passed already. Choose a later one.", "release_at");
    }
    return {};
}

Error unknownWaiting()
{
    return refused("unknown_waiting", "Nobody of that name waits any more. Look at the list again.",
                   "waiting");
}

} // namespace foyer
