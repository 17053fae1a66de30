// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/giro_code.h"
#include "core/storage/payment_work_store.h"
#include "sync/server/http/route.h"

#include <string_view>

namespace foyer::server {

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";

/// What a customer's phone is told of their payment.
enum class CustomerPage : std::uint8_t {
    Preparing, ///< the provider's page is not there yet: asks again by itself
    Checking,  ///< the provider has not said yet: asks again by itself
    Paid,
    Ended,   ///< nothing was taken
    Held,    ///< a person is looking
    Unknown, ///< no such payment
};
CustomerPage customerPageOf(const PaymentWork& work);

/// A page without scripts and without anything from elsewhere, in the language asked for (English
/// or German).
Reply customerPage(CustomerPage page, std::string_view language);

/// The same for whoever has to transfer money by themselves: to whom, how much, with which
/// reference, and the code for their bank's app where there is one (see giroCodeText).
Reply transferPage(const TransferDetails& details, std::string_view language);

} // namespace foyer::server
