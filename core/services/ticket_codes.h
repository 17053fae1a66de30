// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/sales/order.h"
#include "core/services/ticket_signature.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The signed codes of an order's tickets, in their order, as they are printed. Ed25519 is
/// deterministic, so a reprint gives the same code and the sale need not wait for it. Throws
/// StorageFailure.
std::vector<std::string> ticketCodes(Counter& counter, const Order& order);

/// The signed code of one ticket; without its performance it is valid at any time.
std::string ticketCode(const Ticket& ticket, const Performance* performance, const SigningKey& key);

/// A verifier with the certificates that are known here; made once and kept by the counter until
/// new certificates arrive. Throws StorageFailure.
const TicketVerifier& ticketVerifier(Counter& counter);

/// The keys and certificates of this counter, for people and for gates.
struct KeyOverview {
    std::string counter;
    PublicKey authority{};
    PublicKey device{};
    PublicKey ticket{};
    std::vector<TicketKeyCertificate> certificates;
};
Result<KeyOverview> keyOverview(Counter& counter);

} // namespace foyer
