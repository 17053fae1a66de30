// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/rights/offline_stock.h"

namespace foyer {

EntityEdited editOf(const OfflineStock& stock)
{
    const auto& id = stock.event.uuid.bytes();
    return {stock.event.uuid,
            {{"event", Bytes{id.begin(), id.end()}},
             {"rights", stock.rights},
             {"seats", stock.seats}}};
}

OfflineStock offlineStockFrom(EventId event, const Entity& entity)
{
    const OfflineStock otherwise;
    return {event, entity.integer("rights", otherwise.rights),
            entity.integer("seats", otherwise.seats)};
}

std::int64_t stockToFetch(std::int64_t held, std::int64_t wanted)
{
    return held < wanted - wanted / 4 ? wanted - held : 0;
}

} // namespace foyer
