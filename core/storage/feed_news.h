// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Where the server's processes tell each other that a feed has grown: a FeedBatch does with its
/// commit, and who listens (storage/listener.h) hears of it.
inline constexpr const char* kFeedChannel = "foyer_feed";

/// Entries of this organizer up to this position can be read.
struct FeedNews {
    OrganizerId organizer;
    std::int64_t position = 0;
    friend bool operator==(const FeedNews&, const FeedNews&) = default;
};

/// As the channel carries it: the id, a space and the position.
std::string toText(const FeedNews& news);
/// Nothing for what toText() did not write.
std::optional<FeedNews> feedNewsFrom(std::string_view text);

} // namespace foyer
