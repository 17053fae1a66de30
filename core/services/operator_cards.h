// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/crypto/ed25519.h"
#include "core/domain/access/operator_card.h"
#include "core/services/people.h"

#include <span>
#include <string_view>

namespace foyer {

/// What a server puts on a card beside what it knows of the person.
struct CardTerms {
    OrganizerId organizer;
    ReplicaId device;
    std::int64_t lifeMs = kCardLifeMsMax;
    std::int64_t refundMinorMax = 0;
    std::string passwordVerifier;
    std::string pinVerifier;
};
/// A signed card for a person at a device, from now on.
OperatorCard issueCard(const People::Person& person, const CardTerms& terms,
                       const SigningKey& authority, Instant now, Random& random);

/// Whether a card is good at this device at this time; `now` is the device's best estimate of the
/// server's time. Refuses with card_forged, card_of_another_device, card_not_yet_valid,
/// card_expired.
Result<void> checkCard(const OperatorCard& card, std::span<const PublicKey> authorities,
                       OrganizerId organizer, ReplicaId device, Instant now);
/// Whether a card has a verifier for a secret of that shape, password or PIN.
bool hasSecretFor(const OperatorCard& card, std::string_view secret);
/// Whether a secret, password or PIN by its shape, is the one of the card. Takes as long as hashing
/// does.
bool isSecretOfCard(const OperatorCard& card, std::string_view secret);

/// What is to be said of an act done under a card, once the server hears of it.
enum class CardActVerdict : std::uint8_t {
    Fine,
    AfterRevocation, ///< the person was shut out, or lost that permission, before the act
    AfterExpiry,
    NotOnCard, ///< the card never allowed it
};
/// `person`: what the journal says of them now; null where it says nothing.
CardActVerdict verdictOn(const OperatorCard& card, Permission permission, Instant actAt,
                         const People::Person* person);

} // namespace foyer
