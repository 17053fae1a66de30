// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/operator_card.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// A joined counter's share in who signs in where: it keeps the cards that the server gives it, and
/// tells the server of the passwords and PINs that were set here. Belongs to the counter's thread.

/// Keeps cards in place of those before, and lets people sign in by them from now on.
/// `clockAheadMs`: how far this computer's clock is ahead of the server's. One that is not signed
/// by the authority, or for another counter, is left out; answers how many were kept.
Result<std::size_t> keepCards(Counter& counter, const std::vector<OperatorCard>& cards,
                              std::int64_t clockAheadMs);

/// Lets people sign in by the cards that are kept; to be called once, when a counter is opened.
/// Nothing for one that stands alone. Throws StorageFailure.
void useKeptCards(Counter& counter);

/// What somebody signs in by, as this counter checks it. Never the secret itself.
struct Verifiers {
    UserId user;
    std::string passwordHash; ///< Argon2id, PHC; empty: none to be handed over
    std::string pinHash;
};
/// Of everybody whose password or PIN was set here and is not known to the server as it is now; of
/// the two only what it does not know. Of a counter that stands alone: nothing.
Result<std::vector<Verifiers>> waitingVerifiers(Counter& counter);
/// The server has them.
Result<void> verifiersHandedOver(Counter& counter, const Verifiers& verifiers);

} // namespace foyer
