// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/entity.h"
#include "core/storage/database.h"
#include "tests/support/counter_fixture.h"

namespace foyer::test {

/// A row as the projection of a quota.edited entry of an earlier Foyer left it.
inline void addQuotaOf40(Database& database)
{
    SeededRandom random{40};
    const auto id = [&random] { return Uuid::v7(Instant{1'790'000'000'000}, random); };
    Entity quota;
    const EntityEdited edit{id(), {{"name", "Stalls"}, {"capacity", std::int64_t{40}}}};
    quota.merge(edit, HlcTime{1}, ReplicaId{id()});
    database.run("INSERT INTO catalogue_entity (organizer, kind, id, fields) "
                 "VALUES (?, 'quota', ?, ?)",
                 {id(), edit.entity, quota.encoded()});
}

} // namespace foyer::test
