// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/admission/base45.h"

namespace foyer {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::uint32_t kBase = 45;

std::optional<std::uint32_t> valueOf(std::string_view group)
{
    std::uint32_t value = 0;
    for (std::size_t i = group.size(); i-- > 0;) { // least significant character first
        const std::size_t digit = kAlphabet.find(group[i]);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        value = value * kBase + static_cast<std::uint32_t>(digit);
    }
    return value;
}

void append(std::string& text, std::uint32_t value, int characters)
{
    for (int i = 0; i < characters; ++i) {
        text.push_back(kAlphabet[value % kBase]);
        value /= kBase;
    }
}

} // namespace

std::string toBase45(ByteView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 1) / 2 * 3);
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        append(text, std::uint32_t{bytes[at]} * 256 + bytes[at + 1], 3);
    }
    if (at < bytes.size()) {
        append(text, bytes[at], 2);
    }
    return text;
}

std::optional<Bytes> fromBase45(std::string_view text)
{
    if (text.size() % 3 == 1) {
        return std::nullopt;
    }
    Bytes bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const std::string_view group = text.substr(at, 3);
        const auto value = valueOf(group);
        const std::uint32_t largest = group.size() == 3 ? 0xffff : 0xff;
        if (!value || *value > largest) {
            return std::nullopt;
        }
        if (group.size() == 3) {
            bytes.push_back(static_cast<std::uint8_t>(*value >> 8));
        }
        bytes.push_back(static_cast<std::uint8_t>(*value & 0xff));
    }
    return bytes;
}

} // namespace foyer
