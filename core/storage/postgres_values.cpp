// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_values.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <libpq-fe.h>

namespace foyer {
namespace {

// Numbers of the types, which are the same in every database (pg_type.dat of PostgreSQL).
constexpr Oid kBoolean = 16;
constexpr Oid kBytea = 17;
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kText = 25;
constexpr Oid kNumeric = 1700;
/// Whatever the statement makes of it.
constexpr Oid kInferred = 0;

constexpr int kBinary = 1;

/// Big-endian, two's complement.
std::int64_t wholeNumber(ByteView bytes)
{
    if (bytes.empty()) {
        return 0;
    }
    auto value = static_cast<std::uint64_t>(
        static_cast<std::int64_t>(static_cast<std::int8_t>(bytes.front())));
    for (const std::uint8_t byte : bytes.subspan(1)) {
        value = value << 8 | byte;
    }
    return static_cast<std::int64_t>(value);
}

/// Four 16-bit fields (digits, weight of the first, sign, decimals shown), then digits to the base
/// of 10,000: numeric_send() of PostgreSQL. What is behind the point is cut off.
std::int64_t wholeNumeric(ByteView bytes)
{
    constexpr std::size_t kHead = 8;
    constexpr std::int64_t kBase = 10'000;
    constexpr std::int64_t kNegative = 0x4000;
    ENSURE(bytes.size() >= kHead);
    const std::int64_t digits = wholeNumber(bytes.subspan(0, 2));
    const std::int64_t weight = wholeNumber(bytes.subspan(2, 2));
    const bool negative = wholeNumber(bytes.subspan(4, 2)) == kNegative;
    std::uint64_t value = 0; // unsigned: the least integer has no positive counterpart
    for (std::int64_t place = 0; place <= weight; ++place) {
        const auto at = kHead + static_cast<std::size_t>(2 * place);
        const std::int64_t digit = place < digits ? wholeNumber(bytes.subspan(at, 2)) : 0;
        value = value * kBase + static_cast<std::uint64_t>(digit);
    }
    return static_cast<std::int64_t>(negative ? 0 - value : value);
}

std::string withoutNul(std::string_view text)
{
    std::string kept;
    for (const char c : text) {
        c == '\0' ? void(kept += "\xEF\xBF\xBD") : void(kept += c);
    }
    return kept;
}

} // namespace

void FreeResult::operator()(pg_result* result) const
{
    PQclear(result);
}

PostgresValues::PostgresValues(std::span<const Param> params)
{
    m_types.reserve(params.size());
    m_values.reserve(params.size());
    m_lengths.reserve(params.size());
    m_formats.reserve(params.size());
    for (const Param& param : params) {
        const Param::Variant& value = param.value();
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            auto& bytes = m_integers.emplace_back();
            auto left = static_cast<std::uint64_t>(*number);
            for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, left >>= 8) {
                *byte = static_cast<char>(left & 0xff);
            }
            add(kInt8, bytes.data(), bytes.size());
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            std::string_view sent = *text;
            if (sent.find('\0') != std::string_view::npos) {
                sent = m_texts.emplace_back(withoutNul(sent));
            }
            // A null pointer would be NULL; an empty text is not that.
            add(kText, sent.empty() ? "" : sent.data(), sent.size());
        } else if (const auto* view = std::get_if<ByteView>(&value)) {
            add(kBytea, view->empty() ? "" : reinterpret_cast<const char*>(view->data()),
                view->size());
        } else {
            add(kInferred, nullptr, 0);
        }
    }
}

void PostgresValues::add(unsigned type, const char* value, std::size_t size)
{
    m_types.push_back(type);
    m_values.push_back(value);
    m_lengths.push_back(static_cast<int>(size));
    m_formats.push_back(kBinary);
}

ByteView PostgresRow::viewOf(int column) const
{
    // A column that is NULL has length 0.
    return {reinterpret_cast<const std::uint8_t*>(PQgetvalue(m_result, m_row, column)),
            static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
}

ColumnType PostgresRow::type(int column) const
{
    if (PQgetisnull(m_result, m_row, column) == 1) {
        return ColumnType::Null;
    }
    switch (PQftype(m_result, column)) {
    case kBytea:
        return ColumnType::Blob;
    case kBoolean:
    case kInt2:
    case kInt4:
    case kInt8:
    case kNumeric:
        return ColumnType::Integer;
    default:
        return ColumnType::Text;
    }
}

std::int64_t PostgresRow::integer(int column) const
{
    switch (type(column)) {
    case ColumnType::Integer:
        return PQftype(m_result, column) == kNumeric ? wholeNumeric(viewOf(column))
                                                     : wholeNumber(viewOf(column));
    default:
        return 0;
    }
}

std::string PostgresRow::text(int column) const
{
    const ByteView view = viewOf(column);
    return {view.begin(), view.end()};
}

Bytes PostgresRow::bytes(int column) const
{
    const ByteView view = viewOf(column);
    return {view.begin(), view.end()};
}

Uuid PostgresRow::uuid(int column) const
{
    return Uuid::fromBytes(viewOf(column)).value_or(Uuid{});
}

} // namespace foyer
