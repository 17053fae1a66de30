// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/entry_columns.h"

#include "core/crypto/sha256.h"
#include "core/domain/journal/entry_codec.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace foyer {
namespace {

constexpr std::size_t kEntriesMax = 100'000;
constexpr std::size_t kColumns = 12;
constexpr std::size_t kFormColumn = 10;
constexpr std::int64_t kForm = 1; // of these columns
constexpr std::size_t kIdSize = sizeof(Uuid::Bytes);

/// Values that come again and again, once each, and for each entry which of them.
template <typename Value>
class Dictionary {
public:
    std::int64_t indexOf(const Value& value)
    {
        const auto [known, isNew] =
            m_index.emplace(value, static_cast<std::int64_t>(m_values.size()));
        if (isNew) {
            m_values.push_back(value);
        }
        return known->second;
    }
    const std::vector<Value>& values() const { return m_values; }

private:
    std::map<Value, std::int64_t> m_index;
    std::vector<Value> m_values;
};

using Writer = std::tuple<OrganizerId, ReplicaId, std::int64_t>;

Writer writerOf(const Entry& entry)
{
    return {entry.organizer, entry.replica, entry.epoch};
}

Bytes digestOf(std::span<const Entry> entries)
{
    Bytes hashes;
    hashes.reserve(entries.size() * sizeof(EntryHash));
    for (const Entry& entry : entries) {
        hashes.insert(hashes.end(), entry.hash.begin(), entry.hash.end());
    }
    const Sha256 digest = sha256(hashes);
    return {digest.begin(), digest.end()};
}

EntryHash hashOfContent(const Entry& entry)
{
    return sha256(canonicalForm(entry));
}

void writeNumbers(CborWriter& writer, const std::vector<std::int64_t>& numbers)
{
    writer.array(numbers.size());
    for (const std::int64_t number : numbers) {
        writer.integer(number);
    }
}

/// The place of the last entry seen of each writer, and its hash.
using Ends = std::map<Writer, std::pair<std::int64_t, EntryHash>>;

bool follows(const Ends& ends, const Entry& entry)
{
    const auto end = ends.find(writerOf(entry));
    return end != ends.end() && end->second.first + 1 == entry.sequence &&
        end->second.second == entry.previous;
}

Error wrong(const char* column)
{
    return badInput("bad_message",
                    std::string{"These entries cannot be read: their "} + column +
                        " are missing or wrong. They are sent again.",
                    column);
}

std::optional<Uuid> uuidAt(ByteView ids, std::size_t index)
{
    return Uuid::fromBytes(ids.subspan(index * kIdSize, kIdSize));
}

class ColumnReader {
public:
    explicit ColumnReader(const CborValue& value) : m_columns{value.asArray()} {}

    Result<std::vector<Entry>> read()
    {
        if (m_columns.size() != kColumns) {
            return wrong("columns");
        }
        const std::size_t count = column(3).size();
        const ByteView ids = m_columns[0].asBytes();
        if (count > kEntriesMax || ids.size() != count * kIdSize) {
            return wrong("ids");
        }
        for (std::size_t i = 3; i < kFormColumn; ++i) {
            if (column(i).size() != count) {
                return wrong("columns");
            }
        }
        if (m_columns[kFormColumn].asInteger() != kForm) {
            return wrong("columns");
        }
        std::vector<Entry> entries;
        entries.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            auto entry = readOne(i, ids);
            if (!entry) {
                return std::move(entry).error();
            }
            entries.push_back(*std::move(entry));
        }
        const Bytes digest = digestOf(entries);
        return std::ranges::equal(digest, m_columns[11].asBytes())
            ? Result<std::vector<Entry>>{std::move(entries)}
            : wrong("hashes");
    }

private:
    const CborValue::Array& column(std::size_t index) const { return m_columns[index].asArray(); }

    const CborValue* named(std::size_t dictionary, std::size_t column_, std::size_t entry) const
    {
        const auto& values = column(dictionary);
        const std::int64_t index = column(column_)[entry].asInteger(-1);
        return index >= 0 && static_cast<std::size_t>(index) < values.size()
            ? &values[static_cast<std::size_t>(index)]
            : nullptr;
    }

    Result<Entry> readOne(std::size_t i, ByteView ids)
    {
        const CborValue* writer = named(1, 3, i);
        const CborValue* words = named(2, 4, i);
        if (writer == nullptr || writer->asArray().size() != 3 || words == nullptr ||
            words->asArray().size() != 3) {
            return wrong("writers");
        }
        const auto organizer = Uuid::fromBytes(writer->asArray()[0].asBytes());
        const auto replica = Uuid::fromBytes(writer->asArray()[1].asBytes());
        const auto actor = Uuid::fromBytes(words->asArray()[0].asBytes());
        if (!organizer || !replica || !actor) {
            return wrong("writers");
        }
        Entry entry;
        entry.id = EntryId{*uuidAt(ids, i)};
        entry.organizer = OrganizerId{*organizer};
        entry.replica = ReplicaId{*replica};
        entry.epoch = writer->asArray()[2].asInteger();
        entry.actor = UserId{*actor};
        entry.kind = words->asArray()[1].asText();
        entry.version = words->asArray()[2].asInteger();
        m_sequence += column(5)[i].asInteger();
        m_at = static_cast<std::int64_t>(static_cast<std::uint64_t>(m_at) +
                                         static_cast<std::uint64_t>(column(6)[i].asInteger()));
        entry.sequence = m_sequence;
        entry.at = HlcTime{m_at};
        if (!column(7)[i].isNull()) {
            m_position += column(7)[i].asInteger();
            entry.position = m_position;
        }
        const ByteView body = column(8)[i].asBytes();
        entry.body.assign(body.begin(), body.end());
        if (entry.epoch < 1 || entry.sequence < 1 || entry.version < 1 ||
            !isEntryKind(entry.kind) || !column(8)[i].isBytes()) {
            return wrong("fields");
        }
        return withHashes(std::move(entry), i);
    }

    Result<Entry> withHashes(Entry entry, std::size_t i)
    {
        const CborValue& previous = column(9)[i];
        const auto end = m_ends.find(writerOf(entry));
        if (previous.isNull()) {
            if (end == m_ends.end() || end->second.first + 1 != entry.sequence) {
                return wrong("links");
            }
            entry.previous = end->second.second;
        } else if (previous.asBytes().size() == entry.previous.size()) {
            std::ranges::copy(previous.asBytes(), entry.previous.begin());
        } else {
            return wrong("links");
        }
        entry.hash = hashOfContent(entry);
        m_ends[writerOf(entry)] = {entry.sequence, entry.hash};
        return entry;
    }

    const CborValue::Array& m_columns;
    std::int64_t m_sequence = 0;
    std::int64_t m_at = 0;
    std::int64_t m_position = 0;
    Ends m_ends;
};

void writePositions(CborWriter& writer, std::span<const Entry> entries)
{
    writer.array(entries.size());
    std::int64_t last = 0;
    for (const Entry& entry : entries) {
        if (entry.position) {
            writer.integer(*entry.position - last);
            last = *entry.position;
        } else {
            writer.null();
        }
    }
}

void writeBodiesAndLinks(CborWriter& writer, std::span<const Entry> entries)
{
    writer.array(entries.size());
    for (const Entry& entry : entries) {
        writer.bytes(entry.body);
    }
    writer.array(entries.size());
    Ends ends;
    for (const Entry& entry : entries) {
        if (follows(ends, entry)) {
            writer.null();
        } else {
            writer.bytes(entry.previous);
        }
        ends[writerOf(entry)] = {entry.sequence, entry.hash};
    }
}

} // namespace

Result<std::vector<Entry>> readColumns(const CborValue& value)
{
    return ColumnReader{value}.read();
}

void writeColumns(CborWriter& writer, std::span<const Entry> entries)
{
    Dictionary<Writer> writers;
    Dictionary<std::tuple<UserId, std::string, std::int64_t>> words;
    Bytes ids;
    std::vector<std::int64_t> writerColumn, wordColumn, sequences, times;
    std::int64_t lastSequence = 0;
    std::int64_t lastAt = 0;
    for (const Entry& entry : entries) {
        ids.insert(ids.end(), entry.id.uuid.bytes().begin(), entry.id.uuid.bytes().end());
        writerColumn.push_back(writers.indexOf(writerOf(entry)));
        wordColumn.push_back(words.indexOf({entry.actor, entry.kind, entry.version}));
        sequences.push_back(entry.sequence - lastSequence);
        times.push_back(static_cast<std::int64_t>(static_cast<std::uint64_t>(entry.at.value) -
                                                  static_cast<std::uint64_t>(lastAt)));
        lastSequence = entry.sequence;
        lastAt = entry.at.value;
    }
    writer.array(kColumns).bytes(ids);
    writer.array(writers.values().size());
    for (const auto& [organizer, replica, epoch] : writers.values()) {
        writer.array(3).bytes(organizer.uuid.bytes()).bytes(replica.uuid.bytes()).integer(epoch);
    }
    writer.array(words.values().size());
    for (const auto& [actor, kind, version] : words.values()) {
        writer.array(3).bytes(actor.uuid.bytes()).text(kind).integer(version);
    }
    writeNumbers(writer, writerColumn);
    writeNumbers(writer, wordColumn);
    writeNumbers(writer, sequences);
    writeNumbers(writer, times);
    writePositions(writer, entries);
    writeBodiesAndLinks(writer, entries);
    writer.integer(kForm);
    writer.bytes(digestOf(entries));
}

} // namespace foyer
