// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/commission.h"
#include "core/domain/sales/payout.h"
#include "core/storage/ledger_lines.h"
#include "core/storage/projections.h"

namespace foyer::projections {

void commissionSet(Database& database, const Entry& entry, const CborValue& body)
{
    const auto set = decodeCommissionSet(body);
    if (!set) {
        return;
    }
    database.post("INSERT INTO commission (organizer, entry, currency, from_at, milli_percent, "
                  "fixed, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id, set->commission.currency.code(), set->from.ms,
                   set->commission.milliPercent, set->commission.fixed, entry.at.value,
                   entry.actor});
}

void payoutMade(Database& database, const Entry& entry, const CborValue& body)
{
    const auto payout = decodePayoutMade(body);
    if (!payout) {
        return;
    }
    // Only the authority writes these, each id once.
    database.post("INSERT INTO payout (organizer, id, number, currency, until_at, paid, at, actor, "
                  "entry, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, payout->payout, payout->number, payout->currency.code(),
                   payout->until.ms, payout->paid, entry.at.value, entry.actor, entry.id,
                   entry.body});
    for (const PayoutFees& each : payout->feeDays) {
        database.post("INSERT INTO payout_fee (organizer, payout, provider, day, currency, fees, "
                      "disputed) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, payout->payout, each.provider, each.day,
                       payout->currency.code(), each.fees, each.disputed});
    }
    book(database, entry, ledgerOf(*payout));
}

} // namespace foyer::projections
