// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/catalogue.h"

#include <algorithm>

namespace foyer {
namespace {

template <typename Value, typename IdType>
const Value* find(const std::vector<Value>& values, IdType id)
{
    const auto found = std::ranges::find(values, id, &Value::id);
    return found != values.end() ? &*found : nullptr;
}

} // namespace

std::optional<std::int64_t> TicketType::priceAt(CategoryId category, Instant now) const
{
    for (const PriceStep& step : steps) {
        if (now < step.until) {
            if (const auto price = step.prices.find(category); price != step.prices.end()) {
                return price->second;
            }
        }
    }
    const auto regular = prices.find(category);
    return regular != prices.end() ? std::optional{regular->second} : std::nullopt;
}

bool Offer::hasPriceSteps() const
{
    return std::ranges::any_of(types, [](const TicketType& type) { return !type.steps.empty(); });
}

Offer Offer::shownAt(Instant now) const
{
    Offer shown = *this;
    for (TicketType& type : shown.types) {
        for (const PriceCategory& category : categories) {
            if (const auto price = type.priceAt(category.id, now)) {
                type.prices[category.id] = *price;
            }
        }
        type.steps.clear();
    }
    return shown;
}

const TicketType* Offer::type(TicketTypeId id) const
{
    return find(types, id);
}

const PriceCategory* Offer::category(CategoryId id) const
{
    return find(categories, id);
}

const Tax* Offer::tax(TaxId id) const
{
    return find(taxes, id);
}

const PriceCategory* Offer::categoryOfSeat(SeatNumber seat) const
{
    if (plan == nullptr || seat >= plan->seats.size()) {
        return nullptr;
    }
    const std::string& name = plan->categories[plan->seats[seat].category].name;
    const auto found = std::ranges::find(categories, name, &PriceCategory::name);
    return found != categories.end() ? &*found : nullptr;
}

bool Offer::isSeated(CategoryId id) const
{
    const PriceCategory* priced = category(id);
    if (plan == nullptr || priced == nullptr) {
        return false;
    }
    const auto inPlan = std::ranges::find(plan->categories, priced->name, &PlanCategory::name);
    if (inPlan == plan->categories.end()) {
        return false;
    }
    const auto index = static_cast<std::uint32_t>(inPlan - plan->categories.begin());
    // A category may have seats and a standing area; then its seats are what is sold by number, and
    // only a category without any seat is sold by head count.
    return std::ranges::any_of(plan->seats,
                               [index](const Seat& seat) { return seat.category == index; });
}

} // namespace foyer
