// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/reduction.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr auto kNames =
    std::to_array<std::string_view>({"", "promo", "bundle", "discount", "complimentary"});

} // namespace

std::string_view reductionName(Reduction::Kind kind)
{
    return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<Reduction::Kind> reductionNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kNames, name);
    return found != kNames.end()
        ? std::optional{static_cast<Reduction::Kind>(std::distance(kNames.begin(), found))}
        : std::nullopt;
}

} // namespace foyer
