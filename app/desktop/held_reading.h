// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/held/held_back.h"

#include <map>
#include <memory>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::desktop {

using OffersRead = std::map<PerformanceId, std::shared_ptr<const Offer>>;

/// Adds the offer of a performance, or of all that a hold names, where it is known.
void addOffer(Counter& counter, PerformanceId performance, OffersRead& offers);
void addOffers(Counter& counter, const HeldBack& held, OffersRead& offers);
/// Lets holds go: a part of the only one, or all of them.
Result<bool> letAllGo(Counter& counter, const std::vector<HoldId>& holds, const HeldPart& part);

} // namespace foyer::desktop
