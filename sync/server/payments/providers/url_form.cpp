// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/url_form.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr std::size_t kSegmentMax = 255;

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string encoded(std::string_view text, std::string_view kept)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string made;
    for (const char c : text) {
        if (isAlphanumeric(c) || kept.find(c) != std::string_view::npos) {
            made += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        made += '%';
        made += kDigits[byte >> 4U];
        made += kDigits[byte & 15U];
    }
    return made;
}

} // namespace

std::string percentEncoded(std::string_view text)
{
    return encoded(text, "-._~");
}

std::string pathSegment(std::string_view name)
{
    const bool isPlain = !name.empty() && name.size() <= kSegmentMax &&
        std::ranges::all_of(name, [](char c) { return isAlphanumeric(c) || c == '_' || c == '-'; });
    return std::string{isPlain ? name : "-"};
}

UrlForm& UrlForm::add(std::string_view name, std::string_view value)
{
    m_text += m_text.empty() ? "" : "&";
    m_text += encoded(name, "-._~[]");
    m_text += '=';
    m_text += percentEncoded(value);
    return *this;
}

} // namespace foyer::server
