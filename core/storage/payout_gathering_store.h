// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"
#include "core/domain/sales/payout.h"
#include "core/storage/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer {

/// What a payout is made of, read by what the period touches and never by what was before. All
/// functions throw StorageFailure.

/// The chains that there are, one for each writer and epoch, in their order; `sequence` is 0. A few
/// steps in an index, however long they are.
std::vector<ChainMark> readChains(Database& database, OrganizerId organizer);

/// The entries that say which tickets an order has and has lost: its sale, what was added, taken
/// back and voided.
std::vector<Entry> readOrderFacts(Database& database, OrganizerId organizer, OrderId order);
/// The tickets of an order that are void.
bool hasVoidTickets(Database& database, OrganizerId organizer, OrderId order);

/// What an account says of a currency by day, fees and disputes, up to and with `until`; days since
/// 1970, UTC. No test money.
using AccountDays = std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>>;
AccountDays readAccountDays(Database& database, OrganizerId organizer, std::string_view provider,
                            Currency currency, std::int64_t fromDay, Instant until);
/// What payouts have of it already.
AccountDays readPaidDays(Database& database, OrganizerId organizer, std::string_view provider,
                         Currency currency, std::int64_t fromDay);
/// In which currencies a provider's account has lines since a day.
std::vector<Currency> readAccountCurrencies(Database& database, OrganizerId organizer,
                                            std::string_view provider, std::int64_t fromDay);

} // namespace foyer
