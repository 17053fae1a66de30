// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/documents/season/season_csv.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// A season from a stranger's CSV: it is read, or refused with a place and a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const foyer::SeasonDefaults defaults{*foyer::Currency::fromCode("EUR"), "Europe/Berlin",
                                         foyer::Instant{1'795'000'000'000}};
    const auto season = foyer::readSeason({reinterpret_cast<const char*>(data), size}, defaults);
    ENSURE(season.has_value() || !season.error().message.empty());
    return 0;
}
