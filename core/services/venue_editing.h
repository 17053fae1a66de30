// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue_changes.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Venues and taxes. Each verb needs Permission::EditCatalogue, and refuses with what faultsOf()
/// finds (`where` names the field), name_taken, and unknown_venue or unknown_tax.

/// All venues, by name.
Result<std::vector<Venue>> venues(Counter& counter);
/// By id, or by its whole name. Refuses with unknown_venue.
Result<Venue> venueNamed(Counter& counter, const std::string& text);
/// Needs a name; without a time zone it is in the house's. Refuses besides with unknown_time_zone.
Result<VenueId> createVenue(Counter& counter, const VenueChange& venue);
/// The dates that are there keep their time zone.
Result<void> editVenue(Counter& counter, VenueId venue, const VenueChange& change);

/// All taxes, by name.
Result<std::vector<Tax>> taxes(Counter& counter);
/// Needs a name and a rate; included in prices unless said otherwise.
Result<TaxId> createTax(Counter& counter, const TaxChange& tax);
/// What was sold keeps the rate it was sold at.
Result<void> editTax(Counter& counter, TaxId tax, const TaxChange& change);

} // namespace foyer
