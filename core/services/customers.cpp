// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customers.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/customer_key_store.h"

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
        CustomerDirectory& customers = counter.customers();
        if (!customers.knows(customer)) {
            return refused("unknown_customer", "This customer is not known any more. Search again.",
                           "customer");
        }
        Database& database = counter.database();
        const auto person = readMergedGroup(database, counter.organizer(),
                                            readSurvivor(database, counter.organizer(), customer));
        Journal::Act act{counter.journal(), *permit};
        for (const CustomerId each : person) {
            customers.erase(act, each);
        }
        act.commit();
        counter.noteHead();
        for (const CustomerId each : person) {
            customers.forget(each);
        }
        scrubDisk(database);
        return {};
    });
}

Result<void> completeErasures(Counter& counter)
{
    return guarded([&]() -> Result<void> {
        const auto left = readLeftByErased(counter.database(), counter.organizer());
        if (!left.empty() && counter.entriesMissing() == 0) {
            Journal::Act act{counter.journal(), Permit::ofProgram()};
            for (const CustomerId each : left) {
                counter.customers().erase(act, each);
            }
            act.commit();
            counter.noteHead();
            for (const CustomerId each : left) {
                counter.customers().forget(each);
            }
        }
        scrubDisk(counter.database());
        return {};
    });
}

} // namespace foyer
