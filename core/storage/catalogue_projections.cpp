// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/catalogue/entity.h"
#include "core/domain/journal/bodies.h"
#include "core/storage/incident_watch.h"
#include "core/storage/user_acts.h"

namespace foyer::projections {
namespace {

/// "event" of "event.edited".
std::string_view entityKind(const Entry& entry)
{
    return std::string_view{entry.kind}.substr(0, entry.kind.find('.'));
}

/// Whether an edit decides what people may do, or what they may take off a price.
bool letsActs(const Entry& entry)
{
    return entry.kind == kind::kUserEdited || entry.kind == kind::kRoleEdited ||
        entry.kind == kind::kPromoCodeEdited;
}

/// The entity an entity hangs on: what lists are read by.
Uuid parentOf(const Entity& entity)
{
    return entity.has("performance") ? entity.uuid("performance") : entity.uuid("event");
}

} // namespace

void replicaFounded(Database& database, const Entry& entry, const CborValue& body)
{
    const auto founded = decodeReplicaFounded(body);
    if (!founded) {
        return;
    }
    database.post("INSERT INTO replica (organizer, id, name, series, device_key, authority_key) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.replica, founded->name, founded->series,
                   founded->deviceKey, founded->authorityKey});
    database.post("INSERT INTO order_series (organizer, series, used) VALUES (?, ?, 0) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, founded->series});
}

void epochOpened(Database& database, const Entry& entry, const CborValue& body)
{
    const auto opened = decodeEpochOpened(body);
    if (!opened) {
        return;
    }
    database.post("UPDATE replica SET series = ? WHERE organizer = ? AND id = ?",
                  {opened->series, entry.organizer, entry.replica});
    database.post("INSERT INTO order_series (organizer, series, used) VALUES (?, ?, 0) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, opened->series});
}

void keyCertified(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto certified = decodeKeyCertified(body)) {
        database.post("INSERT INTO certificate (organizer, content) VALUES (?, ?) "
                      "ON CONFLICT DO NOTHING",
                      {entry.organizer, certified->certificate});
    }
}

void entityEdited(Database& database, const Entry& entry, const CborValue& body)
{
    const auto edit = decodeEntityEdited(body);
    if (!edit) {
        return;
    }
    watchEdit(database, entry, *edit);
    const std::string_view entityName = entityKind(entry);
    if (letsActs(entry)) {
        recordUserAct(database, entry, entry.actor, {.note = std::string{entityName}});
    }
    if (entry.kind == kind::kUserEdited) {
        recordStanding(database, entry, *edit);
    }
    Entity entity;
    database.lock(edit->entity);
    database.each("SELECT fields FROM catalogue_entity WHERE organizer = ? AND kind = ? AND id = ?",
                  {entry.organizer, entityName, edit->entity}, [&](const DbRow& row) {
                      auto known = Entity::decoded(row.bytes(0));
                      if (!known) {
                          throw StorageFailure{known.error()};
                      }
                      entity = *std::move(known);
                  });
    if (!entity.merge(*edit, entry.at, entry.replica)) {
        return;
    }
    const Uuid parent = parentOf(entity);
    const auto sortAt =
        entity.has("starts_at") ? std::optional{entity.integer("starts_at")} : std::nullopt;
    database.post("INSERT INTO catalogue_entity (organizer, kind, id, parent, sort_at, fields) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, kind, id) DO UPDATE SET "
                  "parent = excluded.parent, sort_at = excluded.sort_at, fields = excluded.fields",
                  {entry.organizer, entityName, edit->entity,
                   parent.isNil() ? std::nullopt : std::optional{parent}, sortAt,
                   entity.encoded()});
    if (entry.kind == kind::kQuotaEdited && entity.has("capacity")) {
        database.post("INSERT INTO quota_capacity (organizer, quota, capacity) VALUES (?, ?, ?) "
                      "ON CONFLICT (organizer, quota) DO UPDATE SET capacity = excluded.capacity",
                      {entry.organizer, edit->entity, entity.integer("capacity")});
        watchQuota(database, entry.organizer, QuotaId{edit->entity});
    }
}

} // namespace foyer::projections
