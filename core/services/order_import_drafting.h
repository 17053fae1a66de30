// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/imports/imported_order.h"
#include "core/domain/sales/sale_entries.h"
#include "core/services/access_control.h"
#include "core/services/order_import_matching.h"
#include "core/services/places.h"

#include <span>
#include <vector>

namespace foyer {

class Counter;

/// What bringing orders and taking them back needs.
std::span<const AccessControl::Approvable> neededForOrderImports();

/// What an order is made of here, before anything is written.
struct OrderDraft {
    OrderPlaced placed; ///< without its code, number and customer
    std::vector<PlaceWanted> places;
    std::vector<const ImportedTicket*>
        tickets; ///< one for each line; of the order it was made from
};

/// Works out what orders of another system are here: by the prices that were paid there, with the
/// taxes that were said there or are due here.
class OrderDrafting {
public:
    OrderDrafting(Counter& counter, ImportMatching& matching)
        : m_counter{counter}, m_matching{matching}
    {}

    /// Refuses with bad_currency, order_too_large, mixed_currency, bad_amount, seat_taken (twice in
    /// one order), and as ImportMatching::placeOf() does. Throws StorageFailure.
    Result<OrderDraft> draftOf(const ImportedOrder& order);

private:
    Result<void> addTicket(OrderDraft& draft, const ImportedTicket& ticket);
    static Result<void> addFees(OrderDraft& draft, const ImportedOrder& order);
    Uuid newId();

    Counter& m_counter;
    ImportMatching& m_matching;
};

} // namespace foyer
