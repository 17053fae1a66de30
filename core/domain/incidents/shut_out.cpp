// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/incidents/shut_out.h"

namespace foyer {

std::vector<TimeShutOut> timesShutOut(UserId user, const std::vector<StandingEdit>& edits)
{
    std::vector<TimeShutOut> times;
    bool isActive = true;
    bool hasRole = true;
    for (const StandingEdit& edit : edits) {
        const bool wasOut = !isActive || !hasRole;
        const auto set = [&](bool& what, std::optional<bool> to) {
            const bool letsSelfIn = to.value_or(false) && wasOut && edit.actor == user;
            if (to && !letsSelfIn) {
                what = *to;
            }
        };
        set(isActive, edit.active);
        set(hasRole, edit.hasRole);
        const bool isOut = !isActive || !hasRole;
        if (isOut && !wasOut) {
            times.push_back({.entry = edit.entry,
                             .since = edit.at,
                             .replica = edit.replica,
                             .actor = edit.actor});
        } else if (wasOut && !isOut) {
            times.back().until = edit.at;
        }
    }
    return times;
}

} // namespace foyer
