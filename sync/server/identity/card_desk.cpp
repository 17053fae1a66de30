// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/card_desk.h"

#include "core/base/base64.h"
#include "core/services/operator_cards.h"
#include "core/storage/operator_card_store.h"
#include "core/storage/server_key_store.h"

#include <algorithm>

namespace foyer::server {

CardDesk::CardDesk(ServerStore& store, ServerKeys& keys, DeviceRegistry& registry,
                   const Clock& clock, Random& random)
    : m_store{store}, m_keys{keys}, m_registry{registry}, m_clock{clock}, m_random{random}
{}

std::vector<OperatorCard> CardDesk::cardsFor(OrganizerId organizer, ReplicaId device)
{
    const auto people = m_registry.people(organizer);
    const auto authority = m_keys.authorityOf(organizer);
    const Instant now = m_clock.now();
    Database& database = m_store.here();
    Transaction transaction{database};
    const auto out = readOperatorCards(database, organizer, device, Instant{now.ms + kFreshMs});
    std::vector<OperatorCard> cards;
    for (const auto& [id, person] : people->persons) {
        const auto secret = readUserSecret(database, organizer, id);
        if (!person.user.active || !secret ||
            (person.widest.permissions & offlinePermissions()).none()) {
            continue;
        }
        // One that says something else by now is replaced, however fresh it is.
        const auto same = std::ranges::find_if(out, [&, &holder = person](const auto& card) {
            return card.user == holder.user.id && card.permissionVersion == holder.version &&
                card.passwordVerifier == secret->passwordHash &&
                card.pinVerifier == secret->pinHash;
        });
        if (same != out.end()) {
            cards.push_back(*same);
            continue;
        }
        cards.push_back(issueCard(person,
                                  {.organizer = organizer,
                                   .device = device,
                                   .lifeMs = kCardLifeMsMax,
                                   .refundMinorMax = kRefundMinorMax,
                                   .passwordVerifier = secret->passwordHash,
                                   .pinVerifier = secret->pinHash},
                                  *authority, now, m_random));
        insertOperatorCard(database, cards.back());
    }
    transaction.commit();
    return cards;
}

void addCardRoute(Router& router, CardDesk& desk)
{
    router.add({.method = "GET",
                .path = "/v1/cards",
                .access = Access::device(),
                .handler =
                    [&desk](const Request& request) {
                        std::string text;
                        for (const OperatorCard& card :
                             desk.cardsFor(request.caller->organizer, request.caller->device)) {
                            text += (text.empty() ? "\"" : ",\"") +
                                toBase64Url(encodeOperatorCard(card)) + '"';
                        }
                        return jsonReply("{\"cards\":[" + text + "]}");
                    },
                .summary = "The cards by which people sign in at this device without a network"});
}

} // namespace foyer::server
