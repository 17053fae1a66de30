// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "app/cli/json_forms.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/services/provider_payments.h"
#include "sync/client/provider_progress.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace foyer::cli {

class ServerLink;
class Session;

/// The server of this counter with everything exchanged, and the house's providers kept; nothing
/// where the counter stands alone, or the server does not answer: then what is known here counts.
std::unique_ptr<ServerLink> linkInStep(Counter& counter, Random& random);

/// What the server says of payments that are open: how they go on, and where the customer pays.
std::map<PaymentId, sync::ProviderProgress> progressOf(const std::vector<WatchedPayment>& payments,
                                                       ServerLink* link);

/// Sells; what a provider takes is asked for with the server in step, for what the other payments
/// leave of the total where no amount was given, and its papers come later. Errors: those of
/// sell(), usage error papers_later (`pdf` is not empty then).
Result<Answer> sellAndAnswer(Counter& counter, const SaleRequest& request, const std::string& pdf,
                             Session& session);

/// The payments of an order in both forms.
Result<Answer> answerWithPayments(Counter& counter, OrderId order, ServerLink* link);

} // namespace foyer::cli
