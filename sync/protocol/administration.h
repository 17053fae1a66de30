// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/rights/rights_wish.h"

#include <string>
#include <string_view>

namespace foyer::protocol {

/// POST /v1/devices/{device}/rights: what an administrator gives a holder, as JSON. Of one quota so
/// many rights, or of one performance these seats. The id is the wish's: repeated, it is given
/// once.
/// {"id":…,"quota":…,"rights":10} or {"id":…,"performance":…,"seats":"0-3,7"}.
std::string rightsGiftText(const RightsWish& wish);
/// Bad input bad_json, bad_gift.
Result<RightsWish> readRightsGift(std::string_view text, ReplicaId holder);

/// "0-3,7": runs of seat numbers as text.
std::string seatRangesText(const std::vector<SeatRange>& ranges);

} // namespace foyer::protocol
