// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/snapshot_manifest.h"

#include "core/domain/journal/cbor.h"
#include "core/domain/journal/cbor_fields.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr const char* kForm = "foyer-snapshot-1";
constexpr std::size_t kFields = 8;

template <std::size_t Size>
std::array<std::uint8_t, Size> arrayIn(const CborValue& value, FieldReader& fields,
                                       const char* field)
{
    std::array<std::uint8_t, Size> array{};
    const ByteView bytes = value.asBytes();
    fields.require(bytes.size() == Size, field);
    if (bytes.size() == Size) {
        std::ranges::copy(bytes, array.begin());
    }
    return array;
}

void writeSigned(CborWriter& writer, const SnapshotManifest& manifest)
{
    writer.text(kForm)
        .bytes(manifest.organizer.uuid.bytes())
        .integer(manifest.position)
        .integer(manifest.schema)
        .integer(manifest.size)
        .bytes(manifest.hash);
}

} // namespace

Bytes signedForm(const SnapshotManifest& manifest)
{
    CborWriter writer;
    writer.array(kFields - 2);
    writeSigned(writer, manifest);
    return writer.take();
}

Bytes encode(const SnapshotManifest& manifest)
{
    CborWriter writer;
    writer.array(kFields);
    writeSigned(writer, manifest);
    writer.array(manifest.parts.size());
    for (const EntryHash& part : manifest.parts) {
        writer.bytes(part);
    }
    writer.bytes(manifest.signature);
    return writer.take();
}

Result<SnapshotManifest> decodeSnapshotManifest(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value) {
        return value.error();
    }
    FieldReader fields{"snapshot"};
    const auto& items = value->asArray();
    if (items.size() != kFields || items[0].asText() != kForm) {
        fields.require(false, "form");
        return fields.checked(SnapshotManifest{});
    }
    SnapshotManifest manifest;
    manifest.organizer = fields.id<OrganizerId>(items[1]);
    manifest.position = fields.integer(items[2], 1, INT64_MAX);
    manifest.schema = fields.integer(items[3], 1, INT64_MAX);
    manifest.size = fields.integer(items[4], 1, kSnapshotMax);
    manifest.hash = arrayIn<sizeof(EntryHash)>(items[5], fields, "hash");
    const auto& parts = items[6].asArray();
    fields.require(static_cast<std::int64_t>(parts.size()) == partsOf(manifest.size), "parts");
    for (const CborValue& part : parts) {
        manifest.parts.push_back(arrayIn<sizeof(EntryHash)>(part, fields, "parts"));
    }
    manifest.signature = arrayIn<64>(items[7], fields, "signature");
    return fields.checked(std::move(manifest));
}

} // namespace foyer
