// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/invitations.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr const char* kTeam = "team"; // whose people have roles in single events only

} // namespace

Result<Invited> invitationOf(Counter& counter, UserId user)
{
    return guarded([&]() -> Result<Invited> {
        const AccessControl& access = counter.access();
        if (auto may = counter.access().require(Permission::EditUsers); !may) {
            return std::move(may).error();
        }
        const auto found = access.users().find(user);
        if (found == access.users().end()) {
            return refused("unknown_user", "This user is not known here.", "name");
        }
        const auto nameOf = [&](RoleId id) {
            const auto role = access.roles().find(id);
            return role != access.roles().end() ? role->second.name : std::string{};
        };
        const User& invited = found->second;
        const auto& house = counter.offers().organizer();
        Invited told{house ? house->name : std::string{}, invited.name, nameOf(invited.role), {}};
        for (const auto& [event, role] : invited.eventRoles) {
            const auto entity =
                readEntity(counter.database(), counter.organizer(), "event", event.uuid);
            if (entity && !nameOf(role).empty()) {
                told.events.emplace_back(entity->text("name"), nameOf(role));
            }
        }
        std::ranges::sort(told.events);
        if (!invited.active || (told.role == kTeam && told.events.empty())) {
            return refused("not_invited",
                           "There is nothing to invite them to yet. Let them sign in, and give "
                           "them a role in the house or in an event first.",
                           "name");
        }
        return told;
    });
}

} // namespace foyer
