// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace foyer {

/// Makes libsodium ready at the first call, from whichever thread; every function of core/crypto
/// that calls libsodium calls this first. Aborts where it cannot be made ready: without it, there
/// is no safe randomness and no choice of the code that fits the processor (sodium_init(3)).
void readySodium();

} // namespace foyer
