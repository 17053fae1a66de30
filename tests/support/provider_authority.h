// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"
#include "core/domain/sales/provider_payment.h"
#include "core/services/authority/authority.h"
#include "core/storage/feed_batch.h"
#include "core/storage/journal.h"
#include "core/storage/provider_payment_store.h"

#include <cstdint>
#include <string>

namespace foyer::test {

/// A server that says what a provider did, without a provider.
class ProviderAuthority {
public:
    explicit ProviderAuthority(Authority& authority) : m_authority{authority} {}

    void settle(PaymentId payment)
    {
        const ProviderPayment known = read(payment);
        write(kind::kPaymentSettled,
              encode(PaymentSettled{payment, known.order, known.currency, known.amount,
                                    known.provider, "pi_" + payment.text()}));
    }
    void end(PaymentId payment, PaymentEnd end, const std::string& reason = {})
    {
        write(kind::kPaymentEnded, encode(PaymentEnded{payment, read(payment).order, end, reason}));
    }
    /// Gives back everything that the payment holds below zero. Returns how much.
    std::int64_t giveBack(PaymentId payment, RefundOutcome outcome = RefundOutcome::Done,
                          const std::string& reason = {})
    {
        const ProviderPayment known = read(payment);
        if (known.goingBack() > 0) {
            const PaymentId refund{Uuid::v7(m_authority.clock().now(), m_authority.random())};
            write(kind::kPaymentRefunded,
                  encode(PaymentRefunded{payment, known.order, refund, known.currency,
                                         known.goingBack(), outcome, reason}));
        }
        return known.goingBack();
    }
    ProviderPayment read(PaymentId payment)
    {
        return readProviderPayment(m_authority.database(), m_authority.organizer(), payment)
            .value();
    }

private:
    void write(const char* kind, Bytes body)
    {
        const auto batch = m_authority.begin();
        Journal::Act act{m_authority.journal(), Permit::ofProgram(), *batch};
        act.append(kind, std::move(body));
        act.commit();
        batch->commit();
    }

    Authority& m_authority;
};

} // namespace foyer::test
