// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Customers whose name, email or phone contains every word of `search`, see
/// CustomerDirectory::search. Needs Permission::ReadCustomers.
Result<std::vector<Customer>> findCustomers(Counter& counter, const std::string& search,
                                            std::size_t limit = 50);

/// Destroys a customer's key on every replica, and those of everybody who was merged into them:
/// nobody can read what was known of them any more. Orders and invoices stay, without the person.
/// Needs Permission::EraseCustomers. Refuses with unknown_customer.
Result<void> eraseCustomer(Counter& counter, CustomerId customer);

/// What erasing somebody is still about: those whom another counter merged into them at the same
/// time, and what the disk keeps of keys that are gone. For a counter that hears of it.
Result<void> completeErasures(Counter& counter);

} // namespace foyer
