// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/catalogue_editing.h"
#include "core/services/event_dates.h"

#include <vector>

namespace foyer {

/// The verbs that make the parts of an event, as parts of one act: what event_editing.h,
/// event_prices.h, event_dates.h and event_quotas.h say of each holds here as well. Throw
/// StorageFailure.
Result<EventId> makeEvent(CatalogueWork& work, EventChange event);
Result<CategoryId> makeCategory(CatalogueWork& work, EventId event, CategoryChange category);
Result<TicketTypeId> makeType(CatalogueWork& work, EventId event, TypeChange type);
Result<FeeId> makeFee(CatalogueWork& work, EventId event, FeeChange fee);
Result<void> writePrices(CatalogueWork& work, EventId event, const std::vector<PriceCell>& cells);
Result<std::vector<PerformanceId>> makeDates(CatalogueWork& work, EventId event,
                                             const std::vector<NewDate>& dates);
Result<QuotaId> makeQuota(CatalogueWork& work, PerformanceId date, QuotaChange quota);

} // namespace foyer
