// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/access/invited.h"

#include <string>

namespace foyer {

/// What whoever leads the house writes to somebody who is to help.
struct InvitationLetter {
    std::string subject; ///< one line
    std::string text;    ///< lines end with LF
};

/// In the language of the program. PIN and password are not in it: they are told in person.
InvitationLetter invitationLetter(const Invited& invited);

} // namespace foyer
