// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sealing.h"
#include "core/services/access_control.h"
#include "core/services/operator_cards.h"
#include "core/services/sign_in_refusals.h"

#include <algorithm>

namespace foyer {
namespace {

Bytes boundTo(UserId user)
{
    return {user.uuid.bytes().begin(), user.uuid.bytes().end()};
}

} // namespace

Bytes AccessControl::sealSecret(UserId user, std::string_view secret)
{
    return seal(m_dataKey, bytesOf(hashPassword(secret, m_cost)), boundTo(user), m_random);
}

/// Nothing where there is none, or another counter sealed it.
std::optional<std::string> AccessControl::ownHashOf(const User& user, std::string_view secret) const
{
    return opened(user, isPinShaped(secret) ? user.sealedPin : user.sealedPassword);
}

AccessControl::OwnHashes AccessControl::ownHashes(const User& user) const
{
    return {opened(user, user.sealedPassword).value_or(""),
            opened(user, user.sealedPin).value_or("")};
}

std::optional<std::string> AccessControl::opened(const User& user, const Bytes& sealed) const
{
    const auto hash = open(m_dataKey, sealed, boundTo(user.id));
    if (sealed.empty() || !hash) {
        return std::nullopt;
    }
    const ByteView text = hash->view();
    return std::string{text.begin(), text.end()};
}

void AccessControl::useServerTime(std::int64_t aheadMs, Instant atLeast, Instant heardOf)
{
    m_hasServer = true;
    m_clockAheadMs = aheadMs;
    m_serverAtLeast = atLeast;
    m_heardOf = std::max(heardOf, Instant{atLeast.ms + aheadMs});
}

/// The journal's time never goes back: what it has gone on since the server was heard is over,
/// whatever the clock shows by now.
Instant AccessControl::serverNow() const
{
    const std::int64_t written = m_journal.head().at.instant().ms - m_heardOf.ms;
    return std::max(Instant{m_clock.now().ms - m_clockAheadMs},
                    Instant{m_serverAtLeast.ms + std::max<std::int64_t>(written, 0)});
}

/// The card of somebody, while it is good.
const OperatorCard* AccessControl::cardOf(UserId user) const
{
    const auto found = m_cards.find(user);
    const Instant now = serverNow();
    return found != m_cards.end() && found->second.validFrom <= now &&
            now < found->second.validUntil
        ? &found->second
        : nullptr;
}

Result<void> AccessControl::checkSecret(const User& user, std::string_view secret) const
{
    const auto own = ownHashOf(user, secret);
    if (!own) {
        return checkByCard(user, secret);
    }
    return isPassword(secret, *own) ? Result<void>{} : Result<void>{wrongSecret()};
}

/// A card that is over is still asked, so that only who has the secret hears of it.
Result<void> AccessControl::checkByCard(const User& user, std::string_view secret) const
{
    const auto found = m_cards.find(user.id);
    if (found == m_cards.end() || !hasSecretFor(found->second, secret)) {
        (void)hashPassword(secret, m_cost); // takes as long as a wrong secret does
        return m_hasServer && found == m_cards.end() ? cardMissing() : wrongSecret();
    }
    if (!isSecretOfCard(found->second, secret)) {
        return wrongSecret();
    }
    if (cardOf(user.id) != nullptr) {
        return {};
    }
    return serverNow() < found->second.validFrom
        ? refused("card_not_yet_valid",
                  "By this counter's clock your operator card begins later. Check the clock, or "
                  "connect the counter to its server.",
                  "secret")
        : refused("card_expired",
                  "Your operator card is over. Connect this counter to its server, or let a "
                  "supervisor sign in.",
                  "secret");
}

} // namespace foyer
