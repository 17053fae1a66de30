// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/snapshot_manifest.h"
#include "core/storage/snapshot_content.h"

#include <cstdint>

/// The first byte chooses: a manifest, a whole content, or one piece of a table without the
/// compression around it, which would keep most bytes out. What is read must come out the same when
/// it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace foyer;
    if (size == 0) {
        return 0;
    }
    const ByteView bytes{data + 1, size - 1};
    if (data[0] % 3 == 0) {
        if (const auto manifest = decodeSnapshotManifest(bytes)) {
            const auto again = decodeSnapshotManifest(encode(*manifest));
            if (!again || *again != *manifest) {
                __builtin_trap();
            }
        }
    } else if (data[0] % 3 == 1) {
        const auto reader = SnapshotReader::open(bytes);
        bool more = reader.has_value();
        while (more) {
            const auto piece = (*reader)->next();
            more = piece && *piece;
        }
    } else if (const auto piece = decodeSnapshotPiece(Bytes{bytes.begin(), bytes.end()})) {
        const Bytes once = encode(*piece);
        const auto again = decodeSnapshotPiece(once);
        if (!again || encode(*again) != once) {
            __builtin_trap();
        }
    }
    return 0;
}
