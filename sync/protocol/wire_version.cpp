// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/wire_version.h"

namespace foyer {
namespace {

constexpr std::string_view kPrefix = "application/vnd.foyer.sync.v";

} // namespace

std::string mediaType(WireVersion version)
{
    return std::string{kPrefix} + static_cast<char>('0' + static_cast<int>(version));
}

Result<WireVersion> wireVersionOf(std::string_view mediaType)
{
    if (mediaType.size() == kPrefix.size() + 1 && mediaType.starts_with(kPrefix)) {
        const char digit = mediaType.back();
        if (digit >= '1' && digit <= '0' + static_cast<int>(kNewestWireVersion)) {
            return static_cast<WireVersion>(digit - '0');
        }
    }
    return badInput("unknown_wire_version",
                    "This message is written in a way that is not known here. Update Foyer on the "
                    "server first, then on the counters.");
}

} // namespace foyer
