// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/natural_number.h"

#include <charconv>

namespace foyer::server {

std::optional<std::int64_t> naturalNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size() && value >= 0
        ? std::optional{value}
        : std::nullopt;
}

} // namespace foyer::server
