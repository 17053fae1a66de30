// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/access/permission.h"

#include <optional>

namespace foyer {

/// The proof that somebody may do something. An act of the journal cannot begin without one, and
/// only AccessControl makes them, and DistantActor for those who act through a server: a verb that
/// forgets to ask does not compile.
class Permit {
public:
    /// For what the program does by itself: founding a counter, before anybody can sign in, letting
    /// go of holds when the time comes that was set, and what an authority does for the replicas it
    /// has enrolled. Nowhere else; a test reads the sources for it.
    static Permit ofProgram() { return Permit{Permission::RunCounter, {}, {}}; }

    Permission permission() const { return m_permission; }
    /// Who acts; nil where nobody has to sign in yet.
    UserId actor() const { return m_actor; }
    /// Who else said yes to this one act.
    const std::optional<UserId>& approver() const { return m_approver; }

private:
    friend class AccessControl;
    friend class DistantActor;
    Permit(Permission permission, UserId actor, std::optional<UserId> approver)
        : m_permission{permission}, m_actor{actor}, m_approver{approver}
    {}

    Permission m_permission;
    UserId m_actor;
    std::optional<UserId> m_approver;
};

} // namespace foyer
