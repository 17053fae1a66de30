// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/operator_cards.h"

#include "core/base/ensure.h"
#include "core/crypto/password.h"

#include <algorithm>

namespace foyer {

OperatorCard issueCard(const People::Person& person, const CardTerms& terms,
                       const SigningKey& authority, Instant now, Random& random)
{
    ENSURE(terms.lifeMs > 0 && terms.lifeMs <= kCardLifeMsMax);
    // What they may in some event, too: a counter takes of each role what the card has of it.
    const Role role = offlineRole(person.widest, terms.refundMinorMax);
    OperatorCard card{.id = Uuid::v7(now, random),
                      .organizer = terms.organizer,
                      .device = terms.device,
                      .user = person.user.id,
                      .name = person.user.name,
                      .permissionVersion = person.version,
                      .permissions = role.permissions,
                      .limits = role.limits,
                      .validFrom = now,
                      .validUntil = Instant{now.ms + terms.lifeMs},
                      .passwordVerifier = terms.passwordVerifier,
                      .pinVerifier = terms.pinVerifier,
                      .signature = {}};
    card.signature = authority.sign(operatorCardMessage(card));
    return card;
}

Result<void> checkCard(const OperatorCard& card, std::span<const PublicKey> authorities,
                       OrganizerId organizer, ReplicaId device, Instant now)
{
    const Bytes message = operatorCardMessage(card);
    const bool isGenuine = std::ranges::any_of(authorities, [&](const PublicKey& authority) {
        return verify(authority, message, card.signature);
    });
    if (!isGenuine) {
        return refused("card_forged",
                       "This operator card is not one of the house's. Sign in while the server can "
                       "be reached.");
    }
    if (card.organizer != organizer || card.device != device) {
        return refused("card_of_another_device",
                       "This operator card is for another counter. Sign in while the server can be "
                       "reached.");
    }
    if (now < card.validFrom) {
        return refused("card_not_yet_valid",
                       "By this counter's clock the operator card begins later. Check the clock.");
    }
    if (now >= card.validUntil) {
        return refused("card_expired",
                       "This operator card is over. Let a supervisor sign in, or wait until the "
                       "server can be reached.");
    }
    return {};
}

bool hasSecretFor(const OperatorCard& card, std::string_view secret)
{
    return !(isPinShaped(secret) ? card.pinVerifier : card.passwordVerifier).empty();
}

bool isSecretOfCard(const OperatorCard& card, std::string_view secret)
{
    const std::string& verifier = isPinShaped(secret) ? card.pinVerifier : card.passwordVerifier;
    return isPassword(secret, verifier);
}

CardActVerdict verdictOn(const OperatorCard& card, Permission permission, Instant actAt,
                         const People::Person* person)
{
    const auto bit = static_cast<std::size_t>(permission);
    if (!card.permissions.test(bit)) {
        return CardActVerdict::NotOnCard;
    }
    if (actAt >= card.validUntil) {
        return CardActVerdict::AfterExpiry;
    }
    if (person == nullptr) {
        return CardActVerdict::AfterRevocation;
    }
    // A version is the reading of the clock at which it was made.
    const bool isLater =
        person->version > card.permissionVersion && actAt >= HlcTime{person->version}.instant();
    const bool isLost = !person->user.active || !person->widest.permissions.test(bit);
    return isLater && isLost ? CardActVerdict::AfterRevocation : CardActVerdict::Fine;
}

} // namespace foyer
