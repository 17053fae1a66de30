// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/operator_card_store.h"

namespace foyer {

void insertOperatorCard(Database& database, const OperatorCard& card)
{
    database.run("INSERT INTO operator_card (organizer, id, device, user_id, valid_until, content) "
                 "VALUES (?, ?, ?, ?, ?, ?)",
                 {card.organizer, card.id, card.device, card.user, card.validUntil.ms,
                  encodeOperatorCard(card)});
}

std::vector<OperatorCard> readOperatorCards(Database& database, OrganizerId organizer,
                                            ReplicaId device, Instant beyond)
{
    std::vector<OperatorCard> cards;
    database.each("SELECT content FROM operator_card WHERE organizer = ? AND device = ? "
                  "AND valid_until > ? ORDER BY valid_until, id",
                  {organizer, device, beyond.ms}, [&](const DbRow& row) {
                      if (auto card = decodeOperatorCard(row.bytes(0))) {
                          cards.push_back(*std::move(card));
                      }
                  });
    return cards;
}

std::optional<OperatorCard> readOperatorCard(Database& database, OrganizerId organizer,
                                             const Uuid& id)
{
    std::optional<OperatorCard> found;
    database.each("SELECT content FROM operator_card WHERE organizer = ? AND id = ?",
                  {organizer, id}, [&](const DbRow& row) {
                      if (auto card = decodeOperatorCard(row.bytes(0))) {
                          found = *std::move(card);
                      }
                  });
    return found;
}

} // namespace foyer
