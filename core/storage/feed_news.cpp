// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/feed_news.h"

#include <charconv>

namespace foyer {

std::string toText(const FeedNews& news)
{
    return news.organizer.text() + ' ' + std::to_string(news.position);
}

std::optional<FeedNews> feedNewsFrom(std::string_view text)
{
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) {
        return std::nullopt;
    }
    const auto organizer = Uuid::fromText(text.substr(0, space));
    const std::string_view digits = text.substr(space + 1);
    std::int64_t position = 0;
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), position);
    if (!organizer || fault != std::errc{} || end != digits.data() + digits.size() ||
        position < 0) {
        return std::nullopt;
    }
    return FeedNews{OrganizerId{*organizer}, position};
}

} // namespace foyer
