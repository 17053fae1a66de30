// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/provider_payment_state.h"
#include "core/storage/database.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads payments that providers take. All functions throw StorageFailure.

/// What account::kAwaited holds of a payment, in minor units: above zero is still to come, below
/// zero has to go back.
std::int64_t readAwaited(Database& database, OrganizerId organizer, PaymentId payment);

/// One payment; nothing where neither its request nor anything else of it was heard of.
std::optional<ProviderPayment> readProviderPayment(Database& database, OrganizerId organizer,
                                                   PaymentId payment);
/// Those of an order, in the order in which they were asked for.
std::vector<ProviderPayment> readProviderPaymentsOf(Database& database, OrganizerId organizer,
                                                    OrderId order);
/// Those that were asked for and have neither come nor ended, the oldest first: of everybody, or of
/// one counter.
std::vector<ProviderPayment> readOpenProviderPayments(Database& database, OrganizerId organizer,
                                                      std::optional<ReplicaId> replica,
                                                      std::size_t limit);

/// What came in the place of payments of an order that providers were to take: how much, by the
/// payment that it came instead of.
std::map<PaymentId, std::int64_t> readPaidInstead(Database& database, OrganizerId organizer,
                                                  OrderId order);

/// What orders still wait for, by the codes that people hold, in their stored form; in minor units.
std::map<std::string, std::int64_t> readAwaitedByOrder(Database& database, OrganizerId organizer);

/// What the house's server last said of its providers. A counter's own.
std::vector<PaymentOffer> readPaymentOffers(Database& database, OrganizerId organizer);
/// Puts them in the place of those that were kept. Within a transaction.
void storePaymentOffers(Database& database, OrganizerId organizer,
                        const std::vector<PaymentOffer>& offers);

} // namespace foyer
