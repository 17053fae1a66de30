// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pictures/picture.h"
#include "core/storage/projections.h"

namespace foyer::projections {

/// Of two who add the same picture the first counts, whoever is heard first.
void pictureAdded(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto added = decodePictureAdded(body)) {
        database.post("INSERT INTO picture (organizer, hash, added_at, added_by, body) "
                      "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, hash) DO UPDATE SET "
                      "added_at = excluded.added_at, added_by = excluded.added_by, "
                      "body = excluded.body WHERE excluded.added_at < picture.added_at OR "
                      "(excluded.added_at = picture.added_at AND "
                      "excluded.added_by < picture.added_by)",
                      {entry.organizer, ByteView{added->hash}, entry.at.value, entry.replica,
                       entry.body});
    }
}

} // namespace foyer::projections
