// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sodium_ready.h"

#include "core/base/ensure.h"

#include <sodium.h>

namespace foyer {

void readySodium()
{
    static const bool kReady = sodium_init() >= 0;
    ENSURE(kReady);
}

} // namespace foyer
