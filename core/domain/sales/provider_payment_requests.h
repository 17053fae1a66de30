// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/payment.h"

#include <cstdint>

namespace foyer {

/// Whether something may be done that an open payment stands against.
enum class OpenPayment : std::uint8_t {
    Refuse, ///< it has to end first
    Insist, ///< it is cancelled, and if it comes all the same the server gives it back by itself
};

/// Another way to pay what a provider did not bring.
struct InsteadRequest {
    PaymentId id;  ///< of the new payment; repeated with it, nothing is taken twice
    PaymentId of;  ///< the payment that did not come
    Tender tender; ///< the whole of it, by any way but an invoice
    OpenPayment open = OpenPayment::Refuse;
};

} // namespace foyer
