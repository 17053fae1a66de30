// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/access/invited.h"

namespace foyer {

class Counter;

/// What somebody is told when they are asked to help. Needs Permission::EditUsers. Refuses with
/// unknown_user, and not_invited: they may not sign in, or have nothing to do anywhere.
Result<Invited> invitationOf(Counter& counter, UserId user);

} // namespace foyer
