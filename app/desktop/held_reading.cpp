// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/held_reading.h"

#include "core/services/catalogue.h"
#include "core/services/holds.h"

namespace foyer::desktop {

void addOffer(Counter& counter, PerformanceId performance, OffersRead& offers)
{
    if (!offers.contains(performance)) {
        if (auto offer = offerOf(counter, performance)) {
            offers.emplace(performance, *std::move(offer));
        }
    }
}

void addOffers(Counter& counter, const HeldBack& held, OffersRead& offers)
{
    for (const StoredHold& hold : held.holds) {
        addOffer(counter, hold.performance, offers);
    }
}

Result<bool> letAllGo(Counter& counter, const std::vector<HoldId>& holds, const HeldPart& part)
{
    for (const HoldId hold : holds) {
        const bool isPart = holds.size() == 1;
        auto released = isPart ? releaseHold(counter, hold, part.seats, part.standing)
                               : releaseHold(counter, hold);
        if (!released) {
            return std::move(released).error();
        }
    }
    return true;
}

} // namespace foyer::desktop
