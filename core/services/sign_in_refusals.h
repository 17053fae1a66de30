// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

namespace foyer {

/// What whoever signs in is told where name and secret do not belong together, or nobody has the
/// name: wrong_secret.
inline Error wrongSecret()
{
    return refused("wrong_secret",
                   "Name and password or PIN do not belong together. Check both and try again.",
                   "secret");
}

/// Where a counter of a house with a server has nothing to check them by: card_missing.
inline Error cardMissing()
{
    return refused("card_missing",
                   "This counter has nothing to check your password or PIN by. Connect it to its "
                   "server and try again; if that does not help, ask an administrator.",
                   "name");
}

} // namespace foyer
