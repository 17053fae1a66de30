// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/deals.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::ui {

/// An event that prices can be made for.
struct PricedEvent {
    EventId id;
    std::string name;
    Currency currency;
    std::vector<std::pair<TicketTypeId, std::string>> types;
    std::vector<std::pair<CategoryId, std::string>> categories;
};

/// A promo code with the tickets that used it.
struct UsedCode {
    PromoCode code;
    std::int64_t used = 0;
};

struct PricesState {
    std::vector<UsedCode> codes; ///< by code
    std::vector<Bundle> bundles; ///< by name
    std::vector<PricedEvent> events;
    Currency currency = *Currency::fromCode("EUR"); ///< of the house
    std::string timeZone = "UTC";                   ///< of the house
};

/// The prices page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class PricesPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~PricesPort() = default;

    virtual void state(Then<PricesState> then) = 0;
    /// Makes a code, or changes the one with the same text; the state afterwards.
    virtual void setCode(const PromoCode& code, Then<PricesState> then) = 0;
    /// Makes a bundle, or changes the one of that name and event.
    virtual void setBundle(const Bundle& bundle, Then<PricesState> then) = 0;

protected:
    PricesPort() = default;
    PricesPort(const PricesPort&) = default;
    PricesPort& operator=(const PricesPort&) = default;
};

} // namespace foyer::ui
