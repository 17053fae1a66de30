// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/picture_store.h"

#include "core/domain/journal/entry.h"

namespace foyer {
namespace {

/// Nothing of a row that this Foyer cannot read: a later one wrote it.
std::optional<PictureAdded> pictureInBody(const Bytes& bytes)
{
    const auto body = decodeCbor(bytes);
    auto added = body ? decodePictureAdded(*body) : Result<PictureAdded>{body.error()};
    return added ? std::optional{*std::move(added)} : std::nullopt;
}

std::optional<Instant> instantIn(const DbRow& row, int column)
{
    const auto ms = row.optionalInteger(column);
    return ms ? std::optional{Instant{*ms}} : std::nullopt;
}

Param paramOf(const std::optional<Instant>& at)
{
    return at ? Param{at->ms} : Param{nullptr};
}

KeptPicture keptIn(const DbRow& row)
{
    return {pictureHashFrom(ByteView{row.bytes(0)}).value_or(PictureHash{}),
            row.integer(1),
            Instant{row.integer(2)},
            row.integer(5) != 0,
            instantIn(row, 3),
            instantIn(row, 4)};
}

} // namespace

std::optional<KnownPicture> readPicture(Database& database, OrganizerId organizer,
                                        const PictureHash& hash)
{
    std::optional<KnownPicture> known;
    database.each("SELECT body, added_at FROM picture WHERE organizer = ? AND hash = ?",
                  {organizer, ByteView{hash}}, [&](const DbRow& row) {
                      if (auto picture = pictureInBody(row.bytes(0))) {
                          known = {*std::move(picture), HlcTime{row.integer(1)}.instant()};
                      }
                  });
    return known;
}

std::vector<KnownPicture> readPictures(Database& database, OrganizerId organizer)
{
    std::vector<KnownPicture> known;
    database.each("SELECT body, added_at FROM picture WHERE organizer = ? "
                  "ORDER BY added_at DESC, hash",
                  {organizer}, [&](const DbRow& row) {
                      if (auto picture = pictureInBody(row.bytes(0))) {
                          known.push_back({*std::move(picture), HlcTime{row.integer(1)}.instant()});
                      }
                  });
    return known;
}

std::vector<KeptPicture> readKeptPictures(Database& database, OrganizerId organizer)
{
    std::vector<KeptPicture> kept;
    database.each(
        "SELECT hash, bytes, kept_at, sent_at, unused_since, has_original FROM picture_keeping "
        "WHERE organizer = ? ORDER BY kept_at, hash",
        {organizer}, [&](const DbRow& row) { kept.push_back(keptIn(row)); });
    return kept;
}

std::optional<KeptPicture> readKeptPicture(Database& database, OrganizerId organizer,
                                           const PictureHash& hash)
{
    std::optional<KeptPicture> kept;
    database.each(
        "SELECT hash, bytes, kept_at, sent_at, unused_since, has_original FROM picture_keeping "
        "WHERE organizer = ? AND hash = ?",
        {organizer, ByteView{hash}}, [&](const DbRow& row) { kept = keptIn(row); });
    return kept;
}

std::int64_t readKeptBytes(Database& database, OrganizerId organizer)
{
    return database
        .integer("SELECT sum(bytes) FROM picture_keeping WHERE organizer = ?", {organizer})
        .value_or(0);
}

void notePictureKept(Database& database, OrganizerId organizer, const PictureHash& hash,
                     std::int64_t bytes, Instant at, bool hasOriginal)
{
    database.run("INSERT INTO picture_keeping (organizer, hash, bytes, kept_at, has_original) "
                 "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, hash) DO UPDATE SET "
                 "has_original = 1 WHERE excluded.has_original = 1",
                 {organizer, ByteView{hash}, bytes, at.ms, std::int64_t{hasOriginal ? 1 : 0}});
}

void notePictureSent(Database& database, OrganizerId organizer, const PictureHash& hash,
                     std::optional<Instant> at)
{
    database.run("UPDATE picture_keeping SET sent_at = ? WHERE organizer = ? AND hash = ?",
                 {paramOf(at), organizer, ByteView{hash}});
}

void notePictureUnused(Database& database, OrganizerId organizer, const PictureHash& hash,
                       std::optional<Instant> since)
{
    database.run("UPDATE picture_keeping SET unused_since = ? WHERE organizer = ? AND hash = ?",
                 {paramOf(since), organizer, ByteView{hash}});
}

void forgetKeptPicture(Database& database, OrganizerId organizer, const PictureHash& hash)
{
    database.run("DELETE FROM picture_keeping WHERE organizer = ? AND hash = ?",
                 {organizer, ByteView{hash}});
}

bool isPictureKept(Database& database, const PictureHash& hash, OrganizerId butBy)
{
    return database
        .integer("SELECT 1 FROM picture_keeping WHERE hash = ? AND organizer <> ? LIMIT 1",
                 {ByteView{hash}, butBy})
        .has_value();
}

} // namespace foyer
