// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customers.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"

namespace foyer {

Result<std::vector<Customer>> findCustomers(Counter& counter, const std::string& search,
                                            std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<Customer>> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        return counter.customers().search(search, limit);
    });
}

Result<void> eraseCustomer(Counter& counter, CustomerId customer)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::EraseCustomers);
        if (!permit) {
            return permit.error();
        }
        if (!counter.customers().knows(customer)) {
            return refused("unknown_customer", "This customer is not known any more. Search again.",
                           "customer");
        }
        Journal::Act act{counter.journal(), *permit};
        counter.customers().erase(act, customer);
        act.commit();
        counter.noteHead();
        counter.customers().forget(customer);
        return {};
    });
}

} // namespace foyer
