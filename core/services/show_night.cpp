// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/show_night.h"

#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/storage/guest_store.h"

#include <map>

namespace foyer {
namespace {

/// The names behind customer ids, each opened once.
class Names {
public:
    explicit Names(Counter& counter)
        : m_counter{counter}, m_mayRead{counter.access().may(Permission::ReadCustomers)}
    {}

    std::string of(const std::optional<CustomerId>& customer)
    {
        if (!customer || !m_mayRead) {
            return {};
        }
        const auto known = m_names.find(*customer);
        if (known != m_names.end()) {
            return known->second;
        }
        const auto opened = m_counter.customers().open(*customer); // erased: no name any more
        return m_names.emplace(*customer, opened ? opened->details.name : std::string{})
            .first->second;
    }

private:
    Counter& m_counter;
    bool m_mayRead;
    std::map<CustomerId, std::string> m_names;
};

} // namespace

Result<ShowNight> showNight(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<ShowNight> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        auto offer = offerOf(counter, performance);
        if (!offer) {
            return std::move(offer).error();
        }
        ShowNight night{.offer = *std::move(offer),
                        .asOf = counter.clock().now(),
                        .guests = {},
                        .sold = {}};
        if (night.offer->plan) {
            night.sold.assign(night.offer->plan->seats.size(), false);
        }
        Names names{counter};
        readGuests(counter.database(), counter.organizer(), performance, [&](const GuestRow& row) {
            night.guests.push_back({names.of(row.customer), displayOrderCode(row.orderCode),
                                    row.place, row.typeName, row.seat, row.admittedAt});
            if (row.seat && *row.seat < night.sold.size()) {
                night.sold[*row.seat] = true;
            }
        });
        return night;
    });
}

} // namespace foyer
