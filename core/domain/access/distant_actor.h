// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/permit.h"

namespace foyer {

/// Somebody who acts through a server, from a device that it has enrolled: who, and what their role
/// allows as it is now. The server has proved both before it makes one.
///
/// It is to a server what AccessControl is to a counter: the one place where its permits come from.
/// Nobody can approve anything from a distance, so a role is all that counts.
class DistantActor {
public:
    DistantActor(UserId user, PermissionSet permissions) : m_user{user}, m_permissions{permissions}
    {}

    UserId user() const { return m_user; }
    /// The leave to act, to be handed to Journal::Act. Refuses with not_permitted (fact:
    /// permission).
    Result<Permit> permit(Permission permission) const;

private:
    UserId m_user;
    PermissionSet m_permissions;
};

} // namespace foyer
