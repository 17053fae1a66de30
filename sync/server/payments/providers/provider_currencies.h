// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// How a provider writes the amounts of a currency. Its minor units are not always those of ISO
/// 4217: five krónur are 500 at Stripe, and forint have no fillér at PayPal.
struct ProviderCurrency {
    Currency currency;
    int exponent = 2;       ///< decimals of the provider's minor unit
    std::int64_t step = 1;  ///< amounts are a multiple of this, in the provider's minor units
    std::int64_t least = 1; ///< in the provider's minor units
};

/// The currencies of one provider.
class ProviderCurrencies {
public:
    ProviderCurrencies(std::vector<ProviderCurrency> rows, std::int64_t unitsMax);

    std::span<const ProviderCurrency> rows() const { return m_rows; }
    /// Whether a payment can be made of it.
    bool take(Money amount) const;
    /// As whole minor units of the provider's. Nothing where it cannot be said in them. Refunds may
    /// be smaller than any payment.
    std::optional<std::int64_t> unitsOf(Money amount) const;
    /// The same as a decimal text: "10.00", "5".
    std::optional<std::string> textOf(Money amount) const;
    /// What came back. Nothing for a currency it does not have (codes in either case), and for an
    /// amount that Foyer cannot hold exactly. Signs and zero are fine here.
    std::optional<Money> moneyOf(std::int64_t units, std::string_view code) const;
    std::optional<Money> moneyOf(std::string_view text, std::string_view code) const;

private:
    const ProviderCurrency* find(std::string_view code) const;
    std::vector<ProviderCurrency> m_rows;
    std::int64_t m_unitsMax;
};

/// docs.stripe.com/currencies: integers in minor units, at most eight digits.
const ProviderCurrencies& stripeCurrencies();
/// developer.paypal.com, currency codes: decimal texts; none for HUF, JPY and TWD.
const ProviderCurrencies& paypalCurrencies();
/// docs.mollie.com, multicurrency: decimal texts; none for ISK and JPY.
const ProviderCurrencies& mollieCurrencies();

} // namespace foyer::server
