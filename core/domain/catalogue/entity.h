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
#include <string>
#include <variant>

namespace foyer {

/// A field of a catalogue entity. Null means: taken away.
using FieldValue = std::variant<std::monostate, std::int64_t, bool, std::string, Bytes>;

/// Body of every "….edited" entry, version 1: the fields that were set, and only those. What is not
/// named stays as it is, so that two people who edit different fields both win.
struct EntityEdited {
    Uuid entity;
    std::map<std::string, FieldValue> fields;
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
