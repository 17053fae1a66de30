// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/price_steps.h"

#include "core/domain/catalogue/catalogue.h"

#include <algorithm>

namespace foyer {

void setStepPrice(std::vector<PriceStep>& steps, Instant until, CategoryId category,
                  std::int64_t minor)
{
    auto step = std::ranges::lower_bound(steps, until, {}, &PriceStep::until);
    if (step == steps.end() || step->until != until) {
        step = steps.insert(step, PriceStep{until, {}});
    }
    step->prices[category] = minor;
}

TicketType typeOnDate(TicketType type, const Performance& date)
{
    const auto own = date.prices.find(type.id);
    if (own == date.prices.end()) {
        return type;
    }
    for (const auto& [category, minor] : own->second.prices) {
        type.prices[category] = minor;
        for (PriceStep& step : type.steps) {
            step.prices.erase(category);
        }
    }
    for (const PriceStep& step : own->second.steps) {
        for (const auto& [category, minor] : step.prices) {
            setStepPrice(type.steps, step.until, category, minor);
        }
    }
    std::erase_if(type.steps, [](const PriceStep& step) { return step.prices.empty(); });
    return type;
}

} // namespace foyer
