// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/after_sale.h"
#include "core/services/access_control.h"
#include "core/storage/journal.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What the verbs that change orders share.

/// An order whose money may be moved here. Refuses with unknown_order, already_void, and as
/// takeInHand does.
/// Throws StorageFailure.
Result<StandingOrder> standingOrderHere(Counter& counter, OrderId id);

/// What giving this money back asks of a role. A role's limit is in the house's own currency: in
/// any other one only a role without a limit may.
ActSize refundSize(Counter& counter, Money back);
/// What giving so much of an order back needs: Permission::Refund up to it, and where whoever is
/// signed in sold the order, Permission::RefundOwn.
std::vector<AccessControl::Approvable> refundNeeds(Counter& counter, UserId seller, Money back);

/// Money that goes back and money that is taken, as part of an act.
struct MoneyMoved {
    const StandingOrder& order;
    const std::vector<RefundPart>& parts;
    std::vector<SettledTender>& taken; ///< gift cards among them are found already
    std::string cardReference;         ///< of what goes back to cards
    std::string reason;
    ShiftId shift;
};
/// Writes the entries of it. Refuses as giveBackWorth does. Throws StorageFailure.
Result<void> moveMoney(Counter& counter, Journal::Act& act, const MoneyMoved& moved);

} // namespace foyer
