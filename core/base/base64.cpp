// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"

#include <cstdint>

namespace foyer {
namespace {

constexpr std::string_view kStandard =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrl =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encoded(ByteView bytes, std::string_view alphabet)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const std::uint8_t byte : bytes) {
        bits = bits << 8 | byte;
        count += 8;
        while (count >= 6) {
            count -= 6;
            text += alphabet[bits >> count & 63];
        }
    }
    if (count > 0) {
        text += alphabet[bits << (6 - count) & 63];
    }
    return text;
}

std::optional<Bytes> decoded(std::string_view text, std::string_view alphabet)
{
    Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::uint8_t>(bits >> count));
        }
    }
    // One character alone stands for no byte, and what is left over must be nothing.
    if (text.size() % 4 == 1 || (bits & ((1U << count) - 1)) != 0) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace

std::string toBase64(ByteView bytes)
{
    std::string text = encoded(bytes, kStandard);
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

std::string toBase64Url(ByteView bytes)
{
    return encoded(bytes, kUrl);
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0) {
        return std::nullopt;
    }
    std::size_t padding = 0;
    while (padding < 2 && !text.empty() && text.back() == '=') {
        text.remove_suffix(1);
        ++padding;
    }
    if ((4 - text.size() % 4) % 4 != padding) {
        return std::nullopt;
    }
    return decoded(text, kStandard);
}

std::optional<Bytes> fromBase64Url(std::string_view text)
{
    return decoded(text, kUrl);
}

} // namespace foyer
