// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/distant_actor.h"

#include <string>

namespace foyer {

Result<Permit> DistantActor::permit(Permission permission) const
{
    if (!m_permissions.test(static_cast<std::size_t>(permission))) {
        Error error =
            refused("not_permitted", "Your role does not allow this. Ask an administrator.");
        error.facts = {std::string{permissionName(permission)}};
        return error;
    }
    return Permit{permission, m_user, {}};
}

} // namespace foyer
