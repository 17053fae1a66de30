// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"

#include <memory>
#include <string>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::cli {

using OfferPtr = std::shared_ptr<const Offer>;

/// What is offered for the performance that a person means. Errors of performanceNamed, offerOf.
Result<OfferPtr> offerNamed(Counter& counter, const std::string& name);

/// A category of an event by its name. Bad input unknown_category.
Result<CategoryId> categoryNamed(const Offer& offer, const std::string& name);

} // namespace foyer::cli
