// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/entry_codec.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kFields = 13;
constexpr std::size_t kKindMax = 64;

EntryHash readHash(const CborValue& value, FieldReader& fields, const char* field)
{
    EntryHash hash{};
    const ByteView bytes = value.asBytes();
    fields.require(bytes.size() == hash.size(), field);
    if (bytes.size() == hash.size()) {
        std::ranges::copy(bytes, hash.begin());
    }
    return hash;
}

} // namespace

bool isEntryKind(std::string_view text)
{
    return !text.empty() && text.size() <= kKindMax && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '_' || letter == '.';
    });
}

void write(CborWriter& writer, const Entry& entry)
{
    writer.array(kFields)
        .bytes(entry.id.uuid.bytes())
        .bytes(entry.organizer.uuid.bytes())
        .bytes(entry.replica.uuid.bytes())
        .integer(entry.epoch)
        .integer(entry.sequence)
        .integer(entry.at.value)
        .bytes(entry.actor.uuid.bytes())
        .text(entry.kind)
        .integer(entry.version)
        .bytes(entry.body)
        .bytes(entry.previous)
        .bytes(entry.hash);
    entry.position ? writer.integer(*entry.position) : writer.null();
}

Result<Entry> readEntry(const CborValue& value)
{
    FieldReader fields{"entry"};
    const auto& items = value.asArray();
    if (items.size() != kFields) {
        fields.require(false, "fields");
        return fields.checked(Entry{});
    }
    Entry entry;
    entry.id = fields.id<EntryId>(items[0]);
    entry.organizer = fields.id<OrganizerId>(items[1]);
    entry.replica = fields.id<ReplicaId>(items[2]);
    entry.epoch = fields.integer(items[3], 1, INT64_MAX);
    entry.sequence = fields.integer(items[4], 1, INT64_MAX);
    entry.at = HlcTime{fields.integer(items[5], INT64_MIN, INT64_MAX)};
    entry.actor = fields.id<UserId>(items[6]);
    entry.kind = fields.text(items[7], "kind");
    fields.require(isEntryKind(entry.kind), "kind");
    entry.version = fields.integer(items[8], 1, INT64_MAX);
    fields.require(items[9].isBytes(), "body");
    const ByteView body = items[9].asBytes();
    entry.body.assign(body.begin(), body.end());
    entry.previous = readHash(items[10], fields, "previous");
    entry.hash = readHash(items[11], fields, "hash");
    if (!items[12].isNull()) {
        entry.position = fields.integer(items[12], 1, INT64_MAX);
    }
    return fields.checked(std::move(entry));
}

void write(CborWriter& writer, std::span<const Entry> entries)
{
    writer.array(entries.size());
    for (const Entry& entry : entries) {
        write(writer, entry);
    }
}

Result<std::vector<Entry>> readEntryArray(const CborValue& value)
{
    std::vector<Entry> entries;
    if (!value.isArray()) {
        return badInput("bad_entry", "These entries cannot be read: they are not a list.");
    }
    entries.reserve(value.asArray().size());
    for (const CborValue& item : value.asArray()) {
        auto entry = readEntry(item);
        if (!entry) {
            return std::move(entry).error();
        }
        entries.push_back(*std::move(entry));
    }
    return entries;
}

} // namespace foyer
