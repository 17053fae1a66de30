// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/provider_payment_state.h"

#include <array>

namespace foyer {

std::string_view providerStateName(ProviderState state)
{
    constexpr auto kNames =
        std::to_array<std::string_view>({"waiting", "cancel_asked", "settled", "ended"});
    return kNames.at(static_cast<std::size_t>(state));
}

ProviderState ProviderPayment::state() const
{
    if (settledAt) {
        return ProviderState::Settled;
    }
    if (endedAt) {
        return ProviderState::Ended;
    }
    return cancelAskedAt ? ProviderState::CancelAsked : ProviderState::Waiting;
}

bool ProviderPayment::isLate() const
{
    return settledAt && endedAt && *endedAt < *settledAt;
}

const ProviderRefund* ProviderPayment::failedRefund() const
{
    for (const ProviderRefund& refund : refunds) {
        if (refund.outcome != RefundOutcome::Done) {
            return &refund;
        }
    }
    return nullptr;
}

std::int64_t paymentTimeMs(PaymentWay way)
{
    constexpr std::int64_t kMinute = 60'000;
    constexpr std::int64_t kLinkMinutes = 15;
    constexpr std::int64_t kReaderMinutes = 3;
    return kMinute * (way == PaymentWay::Link ? kLinkMinutes : kReaderMinutes);
}

bool takesDays(const ProviderPayment& payment)
{
    constexpr std::int64_t kDay = 24LL * 60 * 60 * 1'000;
    return payment.asked && payment.expiresAt.ms - payment.asked->at.ms >= kDay;
}

std::string tenderReference(const std::string& provider, const std::string& reader)
{
    return reader.empty() ? provider : provider + ":" + reader;
}

std::pair<std::string, std::string> providerAndReader(const std::string& reference)
{
    const std::size_t colon = reference.find(':');
    return colon == std::string::npos
        ? std::pair{reference, std::string{}}
        : std::pair{reference.substr(0, colon), reference.substr(colon + 1)};
}

} // namespace foyer
