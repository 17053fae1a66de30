// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/provider_http.h"

#include <memory>

namespace foyer::server {

/// The adapter that the settings name, up to a dash ("stripe-hall" is Stripe). Refuses, with a
/// sentence that says what to do: unknown adapters, addresses that are not https (but for this
/// computer), live keys while isTest and test keys while not, secrets that are missing or broken.
/// An empty address is the adapter's own.
Result<std::unique_ptr<PaymentProvider>> makeProvider(ProviderSettings settings,
                                                      ProviderPatience patience = {});

} // namespace foyer::server
