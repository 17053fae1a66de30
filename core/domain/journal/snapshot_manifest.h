// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/entry.h"

#include <array>
#include <cstdint>
#include <vector>

namespace foyer {

/// What a snapshot is, before it is fetched. Its content is cut into parts of kSnapshotPart bytes
/// (the last one has the rest), so that a line that was cut goes on where it was.
struct SnapshotManifest {
    OrganizerId organizer;
    std::int64_t position =
        0;                   ///< of the feed: every entry up to it is in the tables, none after it
    std::int64_t schema = 0; ///< version of the tables
    std::int64_t size = 0;   ///< bytes of all parts
    EntryHash hash{};        ///< SHA-256 of all parts, which also names the snapshot
    std::vector<EntryHash> parts;             ///< SHA-256 of each
    std::array<std::uint8_t, 64> signature{}; ///< Ed25519, the authority's over signedForm()
    friend bool operator==(const SnapshotManifest&, const SnapshotManifest&) = default;
};

inline constexpr std::int64_t kSnapshotPart = 128 * 1024;
/// More than anybody's house: 4 GB.
inline constexpr std::int64_t kSnapshotMax = std::int64_t{4} * 1024 * 1024 * 1024;

/// How many parts so many bytes make.
constexpr std::int64_t partsOf(std::int64_t bytes)
{
    return (bytes + kSnapshotPart - 1) / kSnapshotPart;
}

/// What the authority signs: "foyer-snapshot-1", organizer, position, schema, size, hash. The
/// parts' hashes need no signature of their own: together they have to be what `hash` says.
Bytes signedForm(const SnapshotManifest& manifest);

Bytes encode(const SnapshotManifest& manifest);
/// Reads what encode() wrote: every field within its bounds, as many parts as the size says. Does
/// not check the signature. Errors: bad_cbor, bad_entry.
Result<SnapshotManifest> decodeSnapshotManifest(ByteView bytes);

} // namespace foyer
