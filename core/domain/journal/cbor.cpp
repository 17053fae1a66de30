// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/cbor.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr int kDepthMax = 16;

enum Major : std::uint8_t {
    kUnsigned = 0,
    kNegative = 1,
    kBytes = 2,
    kText = 3,
    kArray = 4,
    kMap = 5,
    kSimple = 7,
};

struct Fault {
    const char* reason;
};

/// One pass over the bytes. A Fault is thrown inside and turned into an Error by decodeCbor, so
/// that the parser itself reads straight.
class Parser {
public:
    explicit Parser(ByteView bytes) : m_bytes{bytes} {}

    CborValue whole()
    {
        CborValue value = item(0);
        if (m_at != m_bytes.size()) {
            throw Fault{"there are bytes after the end of the item"};
        }
        return value;
    }
    std::size_t position() const { return m_at; }

private:
    struct Head {
        std::uint8_t major;
        std::uint8_t info;
        std::uint64_t argument;
    };

    std::uint8_t next()
    {
        if (m_at == m_bytes.size()) {
            throw Fault{"the item is cut off"};
        }
        return m_bytes[m_at++];
    }

    Head head()
    {
        const std::uint8_t first = next();
        Head head{static_cast<std::uint8_t>(first >> 5), static_cast<std::uint8_t>(first & 0x1f),
                  0};
        if (head.info < 24) {
            head.argument = head.info;
            return head;
        }
        if (head.info > 27 || head.major == kSimple) {
            throw Fault{
                "only definite lengths, integers, texts, bytes, booleans and null are used"};
        }
        const int size = 1 << (head.info - 24);
        for (int i = 0; i < size; ++i) {
            head.argument = head.argument << 8 | next();
        }
        const std::uint64_t least = size == 1 ? 24 : std::uint64_t{1} << (4 * size);
        if (head.argument < least) {
            throw Fault{"a length is not in its shortest form"};
        }
        return head;
    }

    ByteView run(std::uint64_t size)
    {
        if (size > m_bytes.size() - m_at) {
            throw Fault{"a length goes past the end"};
        }
        const ByteView view = m_bytes.subspan(m_at, static_cast<std::size_t>(size));
        m_at += static_cast<std::size_t>(size);
        return view;
    }

    std::string_view text(std::uint64_t size)
    {
        const ByteView view = run(size);
        const std::string_view text{reinterpret_cast<const char*>(view.data()), view.size()};
        if (!isUtf8(text)) {
            throw Fault{"a text is not valid UTF-8"};
        }
        return text;
    }

    void checkRoom(std::uint64_t items) const
    {
        if (items > m_bytes.size() - m_at) { // every item takes a byte at least
            throw Fault{"a length goes past the end"};
        }
    }

    CborValue item(int depth)
    {
        if (depth > kDepthMax) {
            throw Fault{"the item is nested too deeply"};
        }
        const Head head = this->head();
        switch (head.major) {
        case kUnsigned:
        case kNegative:
            return integer(head);
        case kBytes:
            return CborValue{run(head.argument)};
        case kText:
            return CborValue{text(head.argument)};
        case kArray:
            return array(head.argument, depth);
        case kMap:
            return map(head.argument, depth);
        default:
            return simple(head);
        }
    }

    static CborValue integer(const Head& head)
    {
        if (head.argument > static_cast<std::uint64_t>(INT64_MAX)) {
            throw Fault{"an integer needs more than 64 bits"};
        }
        const auto value = static_cast<std::int64_t>(head.argument);
        return CborValue{head.major == kUnsigned ? value : -1 - value};
    }

    static CborValue simple(const Head& head)
    {
        constexpr std::uint8_t kFalse = 20;
        constexpr std::uint8_t kTrue = 21;
        constexpr std::uint8_t kNull = 22;
        if (head.major == kSimple && head.info == kNull) {
            return {};
        }
        if (head.major == kSimple && (head.info == kFalse || head.info == kTrue)) {
            return CborValue{head.info == kTrue};
        }
        throw Fault{"tags, floating point and other simple values are not used"};
    }

    CborValue array(std::uint64_t size, int depth)
    {
        checkRoom(size);
        CborValue::Array items;
        items.reserve(static_cast<std::size_t>(size));
        for (std::uint64_t i = 0; i < size; ++i) {
            items.push_back(item(depth + 1));
        }
        return CborValue{std::move(items)};
    }

    CborValue map(std::uint64_t size, int depth)
    {
        checkRoom(size);
        CborValue::Map members;
        members.reserve(static_cast<std::size_t>(size));
        for (std::uint64_t i = 0; i < size; ++i) {
            const Head key = head();
            if (key.major != kText) {
                throw Fault{"a key is not a text"};
            }
            const std::string_view name = text(key.argument);
            if (!members.empty() && !canonicallyBefore(members.back().first, name)) {
                throw Fault{"keys are not in order, or one is there twice"};
            }
            members.emplace_back(name, item(depth + 1));
        }
        return CborValue{std::move(members)};
    }

    static bool canonicallyBefore(std::string_view a, std::string_view b)
    {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }

    ByteView m_bytes;
    std::size_t m_at = 0;
};

} // namespace

std::int64_t CborValue::asInteger(std::int64_t otherwise) const
{
    const auto* value = std::get_if<std::int64_t>(&m_value);
    return value != nullptr ? *value : otherwise;
}

bool CborValue::asBool(bool otherwise) const
{
    const auto* value = std::get_if<bool>(&m_value);
    return value != nullptr ? *value : otherwise;
}

std::string CborValue::asText() const
{
    const auto* value = std::get_if<std::string_view>(&m_value);
    return value != nullptr ? std::string{*value} : std::string{};
}

ByteView CborValue::asBytes() const
{
    const auto* value = std::get_if<ByteView>(&m_value);
    return value != nullptr ? *value : ByteView{};
}

const CborValue::Array& CborValue::asArray() const
{
    static const Array kNone;
    const auto* value = std::get_if<Array>(&m_value);
    return value != nullptr ? *value : kNone;
}

const CborValue::Map& CborValue::asMap() const
{
    static const Map kNone;
    const auto* value = std::get_if<Map>(&m_value);
    return value != nullptr ? *value : kNone;
}

const CborValue& CborValue::operator[](std::string_view key) const
{
    static const CborValue kNone;
    const Map& members = asMap();
    const auto found = std::ranges::find(members, key, &Map::value_type::first);
    return found != members.end() ? found->second : kNone;
}

bool CborValue::has(std::string_view key) const
{
    return std::ranges::find(asMap(), key, &Map::value_type::first) != asMap().end();
}

Result<CborValue> decodeCbor(ByteView bytes)
{
    Parser parser{bytes};
    try {
        return parser.whole();
    } catch (const Fault& fault) {
        return badInput("bad_cbor",
                        std::string{"This is not an entry that Foyer wrote: "} + fault.reason + ".",
                        "byte " + std::to_string(parser.position()));
    }
}

CborWriter& CborWriter::head(std::uint8_t major, std::uint64_t argument)
{
    const auto top = static_cast<std::uint8_t>(major << 5);
    if (argument < 24) {
        m_bytes.push_back(static_cast<std::uint8_t>(top | argument));
        return *this;
    }
    int size = 1;
    std::uint8_t info = 24;
    while (size < 8 && argument >> (8 * size) != 0) {
        size *= 2;
        ++info;
    }
    m_bytes.push_back(static_cast<std::uint8_t>(top | info));
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
        m_bytes.push_back(static_cast<std::uint8_t>(argument >> shift));
    }
    return *this;
}

CborWriter& CborWriter::text(std::string_view text)
{
    head(kText, text.size());
    return raw(bytesOf(text));
}

CborWriter& CborWriter::bytes(ByteView bytes)
{
    head(kBytes, bytes.size());
    return raw(bytes);
}

CborWriter& CborWriter::integer(std::int64_t value)
{
    return value >= 0 ? head(kUnsigned, static_cast<std::uint64_t>(value))
                      : head(kNegative, static_cast<std::uint64_t>(-1 - value));
}

CborWriter& CborWriter::boolean(bool value)
{
    return head(kSimple, value ? 21 : 20);
}

CborWriter& CborWriter::null()
{
    return head(kSimple, 22);
}

CborWriter& CborWriter::raw(ByteView item)
{
    m_bytes.insert(m_bytes.end(), item.begin(), item.end());
    return *this;
}

} // namespace foyer
