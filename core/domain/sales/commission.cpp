// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/commission.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {

std::int64_t commissionOf(std::int64_t price, const Commission& commission)
{
    // A price is never below zero, so half away from zero is half up.
    return price <= 0
        ? 0
        : mulDivRounded(price, commission.milliPercent, Commission::kMilliPercentMax) +
            commission.fixed;
}

Bytes encode(const CommissionSet& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("from", body.from.ms);
    writer.field("fixed", body.commission.fixed);
    writer.field("currency", body.commission.currency.code());
    writer.field("milli_percent", body.commission.milliPercent);
    return writer.take();
}

Result<CommissionSet> decodeCommissionSet(const CborValue& body)
{
    FieldReader fields{kind::kCommissionSet};
    const Currency currency = fields.currency(body["currency"]);
    return fields.checked(
        CommissionSet{{currency,
                       fields.integer(body["milli_percent"], 0, Commission::kMilliPercentMax),
                       fields.integer(body["fixed"], 0, Commission::kFixedMax)},
                      Instant{fields.integer(body["from"], 0, INT64_MAX)}});
}

std::optional<Commission> commissionAt(const std::vector<CommissionSet>& settings,
                                       Currency currency, Instant at)
{
    const CommissionSet* found = nullptr;
    for (const CommissionSet& each : settings) {
        if (each.commission.currency == currency && each.from <= at &&
            (found == nullptr || each.from >= found->from)) {
            found = &each;
        }
    }
    return found != nullptr ? std::optional{found->commission} : std::nullopt;
}

} // namespace foyer
