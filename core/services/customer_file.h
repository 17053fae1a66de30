// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/person_file.h"

#include <cstddef>
#include <vector>

namespace foyer {

class Counter;

/// All that is known of one person, and what happened with them: for the screen, and for the person
/// who asks. What it costs depends on this person only. Orders need Permission::ReadOrders, too,
/// and are left out without it. Needs Permission::ReadCustomers. Refuses as customerCard() does.
Result<PersonFile> everythingAbout(Counter& counter, CustomerId customer,
                                   std::size_t ordersMax = 10'000);

} // namespace foyer
