// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer_query.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace foyer {

class Counter;

/// What is known of customers, and how it is changed. All of it is sealed with each customer's own
/// key; each change is an entry, and each detail by itself is as whoever wrote it later has it.

/// Those who fit, by name. Who was merged into somebody is found and shown as them. Needs
/// Permission::ReadCustomers, as the next three do. Costs what a pass over memory costs; filters by
/// what was bought read the orders of that time.
Result<CustomerPage> listCustomers(Counter& counter, const CustomerQuery& query);
/// Whoever stands for a customer. Refuses with unknown_customer, customer_erased,
/// customer_key_missing.
Result<PersonCard> customerCard(Counter& counter, CustomerId customer);
/// Every tag with how many have it, by tag.
Result<std::vector<std::pair<std::string, std::size_t>>> customerTags(Counter& counter);
/// The customer of an id, or of six or more characters of its end. Refuses with unknown_customer,
/// ambiguous_customer.
Result<CustomerId> customerNamed(Counter& counter, const std::string& id);

/// Takes somebody down. Needs Permission::EditCustomers. Errors of checkChange(); details_missing.
Result<PersonCard> addCustomer(Counter& counter, const CardChange& details);
/// Changes what is known of somebody. What is as it was is not written. Needs
/// Permission::EditCustomers. Errors of checkChange() and customerCard(), database_behind.
Result<PersonCard> editCustomer(Counter& counter, CustomerId customer, const CardChange& change);

/// What of a change is not so already. For verbs that have asked.
CardChange onlyNew(CardChange change, const PersonCard& card);

} // namespace foyer
