// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/entity.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace foyer {
namespace {

constexpr std::size_t kUuidSize = 16;

void write(CborWriter& writer, const FieldValue& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        writer.integer(*number);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        writer.boolean(*flag);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        writer.text(*text);
    } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
        writer.bytes(*bytes);
    } else {
        writer.null();
    }
}

FieldValue read(const CborValue& value)
{
    if (value.isInteger()) {
        return value.asInteger();
    }
    if (value.isText()) {
        return value.asText();
    }
    if (value.isBytes()) {
        const ByteView bytes = value.asBytes();
        return Bytes(bytes.begin(), bytes.end());
    }
    if (value.isNull()) {
        return std::monostate{};
    }
    return value.asBool();
}

FieldStamp readStamp(const CborValue& stamp, FieldReader& fields)
{
    fields.require(stamp.isArray() && stamp.asArray().size() == 2, "over");
    if (!stamp.isArray() || stamp.asArray().size() != 2) {
        return {};
    }
    return {HlcTime{fields.integer(stamp.asArray()[0], 0, INT64_MAX)},
            fields.id<ReplicaId>(stamp.asArray()[1])};
}

/// The names of a map in canonical CBOR order: by length, then by letters.
template <typename Map>
std::vector<typename Map::const_pointer> canonicalOrder(const Map& map)
{
    std::vector<typename Map::const_pointer> members;
    members.reserve(map.size());
    for (const auto& member : map) {
        members.push_back(&member);
    }
    std::ranges::stable_sort(members, {}, [](const auto* member) { return member->first.size(); });
    return members;
}

} // namespace

Bytes encode(const EntityEdited& body)
{
    CborWriter writer;
    writer.map(body.over ? 3 : 2);
    if (body.over) {
        writer.text("over").map(body.over->size());
        for (const auto* field : canonicalOrder(*body.over)) {
            writer.text(field->first).array(2).integer(field->second.at.value);
            writer.bytes(field->second.by.uuid.bytes());
        }
    }
    writer.field("entity", body.entity.bytes());
    writer.text("fields").map(body.fields.size());
    for (const auto* field : canonicalOrder(body.fields)) {
        writer.text(field->first);
        write(writer, field->second);
    }
    return writer.take();
}

Result<EntityEdited> decodeEntityEdited(const CborValue& body)
{
    FieldReader fields{"edited"};
    EntityEdited edit;
    edit.entity = fields.uuid(body["entity"]);
    fields.require(body["fields"].isMap(), "fields");
    for (const auto& [name, value] : body["fields"].asMap()) {
        edit.fields.emplace(name, read(value));
    }
    if (body["over"].isMap()) {
        edit.over.emplace();
        for (const auto& [name, stamp] : body["over"].asMap()) {
            edit.over->emplace(name, readStamp(stamp, fields));
        }
    }
    return fields.checked(std::move(edit));
}

bool Entity::merge(const EntityEdited& edit, HlcTime at, ReplicaId by)
{
    bool changed = false;
    for (const auto& [name, value] : edit.fields) {
        const auto known = m_fields.find(name);
        if (known != m_fields.end() &&
            std::tie(known->second.at, known->second.by) >= std::tie(at, by)) {
            continue;
        }
        m_fields.insert_or_assign(name, Field{at, by, value});
        changed = true;
    }
    return changed;
}

const FieldValue* Entity::find(const std::string& name) const
{
    const auto found = m_fields.find(name);
    return found != m_fields.end() ? &found->second.value : nullptr;
}

bool Entity::has(const std::string& name) const
{
    const FieldValue* value = find(name);
    return value != nullptr && !std::holds_alternative<std::monostate>(*value);
}

std::string Entity::text(const std::string& name) const
{
    const FieldValue* value = find(name);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string{};
}

std::int64_t Entity::integer(const std::string& name, std::int64_t otherwise) const
{
    const FieldValue* value = find(name);
    const auto* number = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
    return number != nullptr ? *number : otherwise;
}

bool Entity::flag(const std::string& name) const
{
    const FieldValue* value = find(name);
    const auto* flag = value != nullptr ? std::get_if<bool>(value) : nullptr;
    return flag != nullptr && *flag;
}

const Bytes& Entity::bytes(const std::string& name) const
{
    static const Bytes kNone;
    const FieldValue* value = find(name);
    const auto* bytes = value != nullptr ? std::get_if<Bytes>(value) : nullptr;
    return bytes != nullptr ? *bytes : kNone;
}

Uuid Entity::uuid(const std::string& name) const
{
    return Uuid::fromBytes(bytes(name)).value_or(Uuid{});
}

Bytes Entity::encoded() const
{
    CborWriter writer;
    writer.map(m_fields.size());
    for (const auto* field : canonicalOrder(m_fields)) {
        writer.text(field->first).array(3).integer(field->second.at.value);
        writer.bytes(field->second.by.uuid.bytes());
        write(writer, field->second.value);
    }
    return writer.take();
}

Result<Entity> Entity::decoded(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value) {
        return value.error();
    }
    Entity entity;
    for (const auto& [name, field] : value->asMap()) {
        const auto& items = field.asArray();
        if (items.size() != 3 || items[1].asBytes().size() != kUuidSize) {
            return storageError("bad_entity",
                                "A catalogue row is damaged. Run foyer-cli rebuild to "
                                "make the tables again from the journal.");
        }
        entity.m_fields.emplace(name,
                                Field{HlcTime{items[0].asInteger()},
                                      ReplicaId{*Uuid::fromBytes(items[1].asBytes())},
                                      read(items[2])});
    }
    return entity;
}

} // namespace foyer
