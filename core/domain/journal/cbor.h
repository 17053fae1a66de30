// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace foyer {

/// A decoded piece of CBOR (RFC 8949), restricted to what entries use: integers of 64 bits, texts,
/// byte strings, booleans, null, arrays, and maps with text keys. Texts and byte strings point into
/// the bytes that were decoded, which must outlive it.
///
/// The as…() accessors never fail: a value of another kind answers with the default. Projections
/// rely on that (a fact is never refused for a field); what must be there is checked with has().
class CborValue {
public:
    using Array = std::vector<CborValue>;
    using Map = std::vector<std::pair<std::string_view, CborValue>>;

    CborValue() = default;
    template <typename T>
    explicit CborValue(T value) : m_value{std::move(value)}
    {}

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    bool isInteger() const { return std::holds_alternative<std::int64_t>(m_value); }
    bool isText() const { return std::holds_alternative<std::string_view>(m_value); }
    bool isBytes() const { return std::holds_alternative<ByteView>(m_value); }
    bool isArray() const { return std::holds_alternative<Array>(m_value); }
    bool isMap() const { return std::holds_alternative<Map>(m_value); }

    std::int64_t asInteger(std::int64_t otherwise = 0) const;
    bool asBool(bool otherwise = false) const;
    std::string asText() const;
    ByteView asBytes() const;
    const Array& asArray() const;
    const Map& asMap() const;
    bool has(std::string_view key) const;
    /// The member of a map, or null.
    const CborValue& operator[](std::string_view key) const;

private:
    friend bool operator==(const CborValue&, const CborValue&) = delete;
    std::variant<std::monostate, std::int64_t, bool, std::string_view, ByteView, Array, Map>
        m_value;
};

/// Decodes one item that fills `bytes` exactly. Accepts only the deterministic encoding (RFC 8949
/// §4.2.1: shortest lengths, definite sizes, keys in bytewise order, none twice), valid UTF-8,
/// nesting up to 16. So whatever decodes encodes to the same bytes, and a hash over bytes is a hash
/// over content. Error code "bad_cbor"; `where` is "byte N".
Result<CborValue> decodeCbor(ByteView bytes);

/// Writes deterministic CBOR. The caller announces sizes and writes the keys of a map in bytewise
/// order of their encoding: shorter keys first, equal lengths alphabetically.
class CborWriter {
public:
    /// Makes room for a text with secrets: a writer that grows leaves copies of it behind.
    CborWriter& reserve(std::size_t bytes)
    {
        m_bytes.reserve(bytes);
        return *this;
    }
    CborWriter& map(std::uint64_t pairs) { return head(5, pairs); }
    CborWriter& array(std::uint64_t items) { return head(4, items); }
    CborWriter& text(std::string_view text);
    CborWriter& bytes(ByteView bytes);
    CborWriter& integer(std::int64_t value);
    CborWriter& boolean(bool value);
    CborWriter& null();
    /// An encoded item, taken as it is.
    CborWriter& raw(ByteView item);

    CborWriter& field(std::string_view key, std::string_view value)
    {
        return text(key).text(value);
    }
    CborWriter& field(std::string_view key, const std::string& value)
    {
        return text(key).text(value);
    }
    CborWriter& field(std::string_view key, const char* value) { return text(key).text(value); }
    CborWriter& field(std::string_view key, std::int64_t value) { return text(key).integer(value); }
    CborWriter& field(std::string_view key, ByteView value) { return text(key).bytes(value); }

    const Bytes& data() const { return m_bytes; }
    Bytes take() { return std::move(m_bytes); }

private:
    CborWriter& head(std::uint8_t major, std::uint64_t argument);
    Bytes m_bytes;
};

} // namespace foyer
