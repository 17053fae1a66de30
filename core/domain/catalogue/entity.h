// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace foyer {

/// A field of a catalogue entity. Null means: taken away.
using FieldValue = std::variant<std::monostate, std::int64_t, bool, std::string, Bytes>;

/// Which value of a field: when it was set and by which replica. No two values of a field share it.
struct FieldStamp {
    HlcTime at; ///< zero, with a nil replica: the field had no value
    ReplicaId by;
    friend auto operator<=>(const FieldStamp&, const FieldStamp&) = default;
};

/// Body of every "….edited" entry, version 1: the fields that were set, and only those. What is not
/// named stays as it is, so that two people who edit different fields both win.
struct EntityEdited {
    Uuid entity;
    std::map<std::string, FieldValue> fields;
    /// The value that each of `fields` replaced, as its writer knew it; one that had none is not
    /// named. Two edits that replace the same value were made without knowing of each other.
    /// Nothing: the entity itself was new to its writer, or the entry is of a Foyer that did not
    /// say it.
    std::optional<std::map<std::string, FieldStamp>> over = std::nullopt;
    friend bool operator==(const EntityEdited&, const EntityEdited&) = default;
};

Bytes encode(const EntityEdited& body);
Result<EntityEdited> decodeEntityEdited(const CborValue& body);

/// A catalogue entity as the edits of all writers add up to: per field, the value with the latest
/// (at, replica) stands. Merging is commutative, associative and idempotent.
class Entity {
public:
    struct Field {
        HlcTime at;
        ReplicaId by;
        FieldValue value;
        friend bool operator==(const Field&, const Field&) = default;
    };

    /// Takes over what is later than what is known. False if nothing changed.
    bool merge(const EntityEdited& edit, HlcTime at, ReplicaId by);

    const std::map<std::string, Field>& fields() const { return m_fields; }
    bool has(const std::string& name) const;
    std::string text(const std::string& name) const;
    std::int64_t integer(const std::string& name, std::int64_t otherwise = 0) const;
    bool flag(const std::string& name) const;
    const Bytes& bytes(const std::string& name) const;
    /// A field of 16 bytes; nil where it is missing.
    Uuid uuid(const std::string& name) const;

    /// The stored form: a map of field to [at, replica, value], deterministic.
    Bytes encoded() const;
    static Result<Entity> decoded(ByteView bytes);

    friend bool operator==(const Entity&, const Entity&) = default;

private:
    const FieldValue* find(const std::string& name) const;
    std::map<std::string, Field> m_fields;
};

} // namespace foyer
