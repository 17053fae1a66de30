// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer_findings.h"

#include <cstddef>
#include <vector>

namespace foyer {

class Counter;

/// Each set of people once, by the strongest reason; at most `limit`. One pass over memory. Needs
/// Permission::ReadCustomers.
Result<std::vector<DuplicateProposal>> proposeDuplicates(Counter& counter, std::size_t limit = 200);

/// Says that `others` are the same person as `into`, who from then on stands for all of them: with
/// their orders, those sold later under another id too, their notes and tags. Nothing is copied:
/// what is known of each stays sealed with a key of its own. Needs Permission::EditCustomers.
/// Refuses with unknown_customer, customer_erased, same_customer (nobody is left to merge).
Result<PersonCard> mergeCustomers(Counter& counter, CustomerId into,
                                  const std::vector<CustomerId>& others);
/// Takes somebody who was merged out again. Needs Permission::EditCustomers. Refuses with
/// not_merged.
Result<PersonCard> unmergeCustomer(Counter& counter, CustomerId customer);

} // namespace foyer
