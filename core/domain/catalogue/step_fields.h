// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/domain/catalogue/entity.h"

#include <functional>
#include <string>
#include <string_view>

namespace foyer {

/// The names of price fields, one for each price, so that two people who set different prices both
/// win: "price:<category>" and "step:<until>:<category>" of a ticket type; with the type before the
/// category of a date.
std::string priceField(CategoryId category);
std::string priceField(TicketTypeId type, CategoryId category);
std::string stepField(Instant until, CategoryId category);
std::string stepField(Instant until, TicketTypeId type, CategoryId category);

/// Calls `take` for each price of a step that stands: `member` is what follows the instant.
using TakeStep = std::function<void(Instant until, std::string_view member, std::int64_t minor)>;
void eachStepField(const Entity& entity, const TakeStep& take);

/// "<type>:<category>".
struct TypeAndCategory {
    TicketTypeId type;
    CategoryId category;
};
std::optional<TypeAndCategory> typeAndCategoryIn(std::string_view member);

} // namespace foyer
