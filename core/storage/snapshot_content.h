// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/domain/journal/cbor.h"
#include "core/storage/compression.h"
#include "core/storage/database.h"
#include "core/storage/journal.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// The end of a writer's chain in one of its epochs.
struct WriterHead {
    ReplicaId replica;
    JournalHead head;
    friend bool operator==(const WriterHead&, const WriterHead&) = default;
};

/// What a snapshot's tables are the sum of.
struct SnapshotHeader {
    OrganizerId organizer;
    std::int64_t position = 0;
    std::int64_t schema = 0;
    std::vector<WriterHead> heads; ///< of every writer and epoch, in their order
    friend bool operator==(const SnapshotHeader&, const SnapshotHeader&) = default;
};

/// Some rows of a table, column by column.
struct SnapshotPiece {
    /// What the values point to.
    struct Memory {
        Bytes record;
        std::deque<std::string> texts;
        std::deque<Bytes> bytes;
    };
    std::string table;
    std::vector<std::string> columns;
    std::size_t rows = 0;
    std::vector<std::vector<Param>> values; ///< of each column
    std::shared_ptr<Memory> memory = std::make_shared<Memory>();
};

/// The content of a snapshot: one compressed frame of records, each a length of four bytes and
/// CBOR: the header, pieces of tables, and an end that counts the rows. Of the same tables it is
/// the same bytes.
class SnapshotWriter {
public:
    explicit SnapshotWriter(const SnapshotHeader& header);
    /// At most kRowsMax rows.
    void add(const SnapshotPiece& piece);
    Bytes finish();

    static constexpr std::size_t kRowsMax = 2'000;

private:
    void record(const Bytes& content);

    FrameWriter m_frame;
    std::int64_t m_rows = 0;
};

/// Reads what strangers sent: takes nothing on trust, and no more memory than one record at a time.
class SnapshotReader {
public:
    /// `frame` must outlive the reader. Error snapshot_damaged.
    static Result<std::unique_ptr<SnapshotReader>> open(ByteView frame);

    const SnapshotHeader& header() const { return m_header; }
    /// The next piece; nothing after the last one. Error snapshot_damaged.
    Result<std::optional<SnapshotPiece>> next();

private:
    explicit SnapshotReader(ByteView frame) : m_frame{frame} {}
    Result<Bytes> record();

    FrameReader m_frame;
    SnapshotHeader m_header;
    std::int64_t m_rows = 0;
};

/// A piece from its CBOR, every column with a value for each row. Error snapshot_damaged.
Result<SnapshotPiece> decodeSnapshotPiece(Bytes record);
Bytes encode(const SnapshotPiece& piece);

/// That a snapshot is not what its authority made, or did not arrive whole.
Error snapshotDamaged();

} // namespace foyer
