// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/snapshot_content.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer {
namespace {

constexpr const char* kForm = "foyer-snapshot-content-1";
constexpr const char* kEnd = "end";
constexpr std::size_t kRecordMax = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kLengthSize = 4;
constexpr std::size_t kColumnsMax = 64;
constexpr std::size_t kIdSize = sizeof(Uuid::Bytes);

/// How the values of a column are written.
enum class Form : std::uint8_t {
    Mixed = 0,    ///< each as it is
    Integers = 1, ///< each less the one before
    Ids = 2,      ///< sixteen bytes each, in one string
};

Form formOf(const std::vector<Param>& column)
{
    const auto isInteger = [](const Param& value) {
        return std::holds_alternative<std::int64_t>(value.value());
    };
    const auto isId = [](const Param& value) {
        const auto* bytes = std::get_if<ByteView>(&value.value());
        return bytes != nullptr && bytes->size() == kIdSize;
    };
    return std::ranges::all_of(column, isInteger) ? Form::Integers
        : std::ranges::all_of(column, isId)       ? Form::Ids
                                                  : Form::Mixed;
}

void writeMixed(CborWriter& writer, const Param& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value.value())) {
        writer.integer(*integer);
    } else if (const auto* text = std::get_if<std::string_view>(&value.value())) {
        writer.text(*text);
    } else if (const auto* bytes = std::get_if<ByteView>(&value.value())) {
        writer.bytes(*bytes);
    } else {
        writer.null();
    }
}

void writeColumn(CborWriter& writer, const std::vector<Param>& column)
{
    const Form form = formOf(column);
    writer.array(2).integer(static_cast<std::int64_t>(form));
    if (form == Form::Ids) {
        Bytes ids;
        ids.reserve(column.size() * kIdSize);
        for (const Param& value : column) {
            const ByteView id = std::get<ByteView>(value.value());
            ids.insert(ids.end(), id.begin(), id.end());
        }
        writer.bytes(ids);
        return;
    }
    writer.array(column.size());
    std::uint64_t last = 0;
    for (const Param& value : column) {
        if (form == Form::Integers) {
            const auto number = static_cast<std::uint64_t>(std::get<std::int64_t>(value.value()));
            writer.integer(static_cast<std::int64_t>(number - last));
            last = number;
        } else {
            writeMixed(writer, value);
        }
    }
}

std::optional<std::vector<Param>> readIds(ByteView ids, std::size_t rows)
{
    if (ids.size() != rows * kIdSize) {
        return std::nullopt;
    }
    std::vector<Param> values;
    values.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        values.emplace_back(ids.subspan(row * kIdSize, kIdSize));
    }
    return values;
}

std::optional<std::vector<Param>> readIntegers(const CborValue::Array& deltas)
{
    std::vector<Param> values;
    values.reserve(deltas.size());
    std::uint64_t last = 0;
    for (const CborValue& delta : deltas) {
        if (!delta.isInteger()) {
            return std::nullopt;
        }
        last += static_cast<std::uint64_t>(delta.asInteger());
        values.emplace_back(static_cast<std::int64_t>(last));
    }
    return values;
}

std::optional<std::vector<Param>> readMixed(const CborValue::Array& items,
                                            SnapshotPiece::Memory& memory)
{
    std::vector<Param> values;
    values.reserve(items.size());
    for (const CborValue& item : items) {
        if (item.isInteger()) {
            values.emplace_back(item.asInteger());
        } else if (item.isBytes()) {
            values.emplace_back(item.asBytes());
        } else if (item.isNull()) {
            values.emplace_back(nullptr);
        } else if (item.isText()) {
            const std::string& text = memory.texts.emplace_back(item.asText());
            if (text.find('\0') != std::string::npos) {
                return std::nullopt; // PostgreSQL takes none in a text
            }
            values.emplace_back(text);
        } else {
            return std::nullopt;
        }
    }
    return values;
}

std::optional<std::vector<Param>> readColumn(const CborValue& column, std::size_t rows,
                                             SnapshotPiece::Memory& memory)
{
    if (column.asArray().size() != 2) {
        return std::nullopt;
    }
    const CborValue& content = column.asArray()[1];
    const std::int64_t form = column.asArray()[0].asInteger(-1);
    if (form == static_cast<std::int64_t>(Form::Ids)) {
        return readIds(content.asBytes(), rows);
    }
    if (content.asArray().size() != rows) {
        return std::nullopt;
    }
    return form == static_cast<std::int64_t>(Form::Integers) ? readIntegers(content.asArray())
        : form == static_cast<std::int64_t>(Form::Mixed)     ? readMixed(content.asArray(), memory)
                                                             : std::nullopt;
}

Bytes encodeHeader(const SnapshotHeader& header)
{
    CborWriter writer;
    writer.array(5)
        .text(kForm)
        .bytes(header.organizer.uuid.bytes())
        .integer(header.position)
        .integer(header.schema)
        .array(header.heads.size());
    for (const WriterHead& writerHead : header.heads) {
        writer.array(5)
            .bytes(writerHead.replica.uuid.bytes())
            .integer(writerHead.head.epoch)
            .integer(writerHead.head.sequence)
            .bytes(writerHead.head.hash)
            .integer(writerHead.head.at.value);
    }
    return writer.take();
}

Bytes endOf(std::int64_t rows)
{
    CborWriter writer;
    writer.array(2).text(kEnd).integer(rows);
    return writer.take();
}

std::optional<WriterHead> readHead(const CborValue& value)
{
    const auto& items = value.asArray();
    const auto replica =
        items.size() == 5 ? Uuid::fromBytes(items[0].asBytes()) : std::optional<Uuid>{};
    WriterHead writer;
    if (!replica || items[3].asBytes().size() != writer.head.hash.size()) {
        return std::nullopt;
    }
    writer.replica = ReplicaId{*replica};
    writer.head.epoch = items[1].asInteger();
    writer.head.sequence = items[2].asInteger();
    std::ranges::copy(items[3].asBytes(), writer.head.hash.begin());
    writer.head.at = HlcTime{items[4].asInteger()};
    return writer.head.epoch >= 1 && writer.head.sequence >= 1 ? std::optional{writer}
                                                               : std::nullopt;
}

std::optional<SnapshotHeader> decodeHeader(const Bytes& record)
{
    const auto value = decodeCbor(record);
    if (!value || value->asArray().size() != 5 || value->asArray()[0].asText() != kForm) {
        return std::nullopt;
    }
    const auto& items = value->asArray();
    const auto organizer = Uuid::fromBytes(items[1].asBytes());
    if (!organizer) {
        return std::nullopt;
    }
    SnapshotHeader header{OrganizerId{*organizer}, items[2].asInteger(), items[3].asInteger(), {}};
    for (const CborValue& item : items[4].asArray()) {
        const auto head = readHead(item);
        if (!head) {
            return std::nullopt;
        }
        header.heads.push_back(*head);
    }
    return header;
}

} // namespace

Error snapshotDamaged()
{
    return storageError("snapshot_damaged",
                        "The snapshot of the house is damaged, so nothing of it was taken. It is "
                        "fetched again.");
}

Bytes encode(const SnapshotPiece& piece)
{
    CborWriter writer;
    writer.array(4).text(piece.table).array(piece.columns.size());
    for (const std::string& column : piece.columns) {
        writer.text(column);
    }
    writer.integer(static_cast<std::int64_t>(piece.rows)).array(piece.values.size());
    for (const auto& column : piece.values) {
        writeColumn(writer, column);
    }
    return writer.take();
}

Result<SnapshotPiece> decodeSnapshotPiece(Bytes record)
{
    SnapshotPiece piece;
    piece.memory->record = std::move(record);
    const auto value = decodeCbor(piece.memory->record);
    if (!value || value->asArray().size() != 4) {
        return snapshotDamaged();
    }
    const auto& items = value->asArray();
    const auto& names = items[1].asArray();
    const auto& columns = items[3].asArray();
    const std::int64_t rows = items[2].asInteger(-1);
    if (names.size() != columns.size() || names.empty() || names.size() > kColumnsMax || rows < 0 ||
        static_cast<std::size_t>(rows) > SnapshotWriter::kRowsMax) {
        return snapshotDamaged();
    }
    piece.table = items[0].asText();
    piece.rows = static_cast<std::size_t>(rows);
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto column = readColumn(columns[i], piece.rows, *piece.memory);
        if (!column) {
            return snapshotDamaged();
        }
        piece.columns.push_back(names[i].asText());
        piece.values.push_back(*std::move(column));
    }
    return piece;
}

SnapshotWriter::SnapshotWriter(const SnapshotHeader& header)
{
    record(encodeHeader(header));
}

void SnapshotWriter::record(const Bytes& content)
{
    ENSURE(content.size() <= kRecordMax);
    std::array<std::uint8_t, kLengthSize> length{};
    for (std::size_t i = 0; i < kLengthSize; ++i) {
        length.at(i) = static_cast<std::uint8_t>(content.size() >> (8 * (kLengthSize - 1 - i)));
    }
    m_frame.add(length);
    m_frame.add(content);
}

void SnapshotWriter::add(const SnapshotPiece& piece)
{
    ENSURE(piece.rows <= kRowsMax);
    m_rows += static_cast<std::int64_t>(piece.rows);
    record(encode(piece));
}

Bytes SnapshotWriter::finish()
{
    record(endOf(m_rows));
    return m_frame.finish();
}

Result<Bytes> SnapshotReader::record()
{
    const auto length = m_frame.next(kLengthSize);
    if (!length) {
        return snapshotDamaged();
    }
    std::size_t size = 0;
    for (const std::uint8_t byte : *length) {
        size = size << 8 | byte;
    }
    auto content = size <= kRecordMax ? m_frame.next(size) : Result<Bytes>{snapshotDamaged()};
    return content ? std::move(content) : snapshotDamaged();
}

Result<std::unique_ptr<SnapshotReader>> SnapshotReader::open(ByteView frame)
{
    std::unique_ptr<SnapshotReader> reader{new SnapshotReader{frame}};
    const auto first = reader->record();
    auto header = first ? decodeHeader(*first) : std::nullopt;
    if (!header) {
        return snapshotDamaged();
    }
    reader->m_header = *std::move(header);
    return reader;
}

Result<std::optional<SnapshotPiece>> SnapshotReader::next()
{
    auto content = record();
    if (!content) {
        return std::move(content).error();
    }
    if (*content == endOf(m_rows)) {
        return std::optional<SnapshotPiece>{};
    }
    auto piece = decodeSnapshotPiece(*std::move(content));
    if (!piece) {
        return std::move(piece).error();
    }
    m_rows += static_cast<std::int64_t>(piece->rows);
    return std::optional{*std::move(piece)};
}

} // namespace foyer
