// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/uuid.h"

#include "core/base/hex.h"

#include <algorithm>

namespace foyer {
namespace {

Uuid withVersion(Uuid::Bytes bytes, std::uint8_t version)
{
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80); // the RFC 9562 variant
    return Uuid{bytes};
}

} // namespace

Uuid Uuid::v7(Instant now, Random& random)
{
    Bytes bytes{};
    random.fill(std::span{bytes}.subspan(6));
    const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(now.ms, 0));
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    }
    return withVersion(bytes, 7);
}

Uuid Uuid::v8(const Bytes& bytes)
{
    return withVersion(bytes, 8);
}

std::optional<Uuid> Uuid::fromText(std::string_view text)
{
    constexpr std::size_t kTextSize = 36;
    if (text.size() != kTextSize) {
        return std::nullopt;
    }
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-')) {
            return std::nullopt;
        }
        if (!dash) {
            digits.push_back(text[i]);
        }
    }
    const auto bytes = fromHex(digits);
    return bytes ? fromBytes(*bytes) : std::nullopt;
}

std::optional<Uuid> Uuid::fromBytes(std::span<const std::uint8_t> bytes)
{
    Bytes taken{};
    if (bytes.size() != taken.size()) {
        return std::nullopt;
    }
    std::copy(bytes.begin(), bytes.end(), taken.begin());
    return Uuid{taken};
}

std::string Uuid::text() const
{
    std::string text = toHex(m_bytes);
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) {
        text.insert(dash, 1, '-');
    }
    return text;
}

} // namespace foyer
