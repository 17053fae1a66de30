// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/catalogue_words.h"

#include "core/services/catalogue.h"

namespace foyer::cli {

Result<OfferPtr> offerNamed(Counter& counter, const std::string& name)
{
    const auto performance = performanceNamed(counter, name);
    return performance ? offerOf(counter, *performance) : Result<OfferPtr>{performance.error()};
}

Result<CategoryId> categoryNamed(const Offer& offer, const std::string& name)
{
    for (const PriceCategory& category : offer.categories) {
        if (category.name == name) {
            return category.id;
        }
    }
    return badInput("unknown_category", "This event has no category \"" + name + "\".", "category");
}

} // namespace foyer::cli
