// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/provider_payment_state.h"

#include <QString>

#include <string>

namespace foyer::ui {

/// How a payment by a provider ended: "Cancelled".
QString endText(PaymentEnd end);
/// Why a provider took no money, or could not give it back, for people; a code that is not known as
/// it is.
QString declineText(const std::string& reason);
/// How a payment stands, in a few words: "waiting for the customer", "on its way back to the
/// customer".
QString standingText(const WatchedPayment& watched);

} // namespace foyer::ui
