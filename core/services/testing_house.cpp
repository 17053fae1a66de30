// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/testing_house.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/training.h"
#include "core/storage/catalogue_store.h"

namespace foyer {

bool isForTesting(Database& database, OrganizerId organizer)
{
    const auto entity = readEntity(database, organizer, "organizer", organizer.uuid);
    const auto house = entity ? organizerFrom(organizer.uuid, *entity) : std::nullopt;
    return house && house->isForTesting;
}

bool printsSpecimens(Counter& counter)
{
    const auto& house = counter.offers().organizer();
    return (house && house->isForTesting) || isTraining(counter);
}

std::string nameOnReports(Counter& counter)
{
    const auto& house = counter.offers().organizer();
    if (!house) {
        return {};
    }
    return house->isForTesting ? house->name + " (for testing: no real money)" : house->name;
}

} // namespace foyer
