// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/payout_office.h"

#include "core/storage/payout_store.h"
#include "core/storage/settlement_store.h"

#include <chrono>

namespace foyer {
namespace {

std::int64_t yearOf(Instant at)
{
    using namespace std::chrono;
    const sys_days day = floor<days>(sys_time<milliseconds>{milliseconds{at.ms}});
    return static_cast<int>(year_month_day{day}.year());
}

std::vector<PayoutMade> madeOf(const std::vector<StoredPayout>& stored)
{
    std::vector<PayoutMade> payouts;
    for (const StoredPayout& each : stored) {
        payouts.push_back(each.made);
    }
    return payouts;
}

} // namespace

Result<CommissionSet> setCommission(Authority& authority, FeedBatch& batch, const Permit& permit,
                                    const Commission& commission, std::optional<Instant> from)
{
    const Instant now = authority.clock().now();
    const CommissionSet set{commission, from.value_or(now)};
    if (set.from < now) {
        return refused("commission_in_past",
                       "A commission holds from now on at the earliest: what was sold before stays "
                       "as it was agreed then. Leave the time out, or choose a later one.",
                       "from");
    }
    Journal::Act act{authority.journal(), permit, batch};
    act.append(kind::kCommissionSet, encode(set));
    act.commit();
    return set;
}

Result<void> checkPayoutTime(Database& database, OrganizerId organizer, Instant until, Instant now)
{
    if (until > now) {
        return refused("until_ahead", "A payout reaches up to now at most. Choose an earlier time.",
                       "until");
    }
    const auto last = readLastPayout(database, organizer);
    if (!last || until > last->made.until ||
        !readPayoutsUntil(database, organizer, until).empty()) {
        return {};
    }
    const std::string reached = toRfc3339(last->made.until);
    Error error =
        refused("period_paid",
                "Everything up to " + reached + " is in a payout already. Choose a later time.",
                "until");
    error.facts = {reached};
    return error;
}

Result<std::vector<PayoutMade>> makePayouts(Authority& authority, FeedBatch& batch,
                                            const Permit& permit, const PayoutPlan& plan,
                                            const std::string& note)
{
    Database& database = authority.database();
    const OrganizerId us = authority.organizer();
    if (const auto known = readPayoutsUntil(database, us, plan.until); !known.empty()) {
        return madeOf(known);
    }
    const auto last = readLastPayout(database, us);
    if ((last ? last->made.until : Instant{}) != plan.from) {
        return refused("payout_moved",
                       "Another payout was made meanwhile. Look at it, and ask again.");
    }
    if (plan.payouts.empty()) {
        return refused("payout_empty",
                       "Nothing was sold, taken or given back since the last payout.");
    }
    const auto cases = static_cast<std::int64_t>(readOpenCases(database, us).size());
    if (cases > 0 && note.empty()) {
        Error error =
            refused("cases_open",
                    "The books and the providers' accounts do not fit in " + std::to_string(cases) +
                        " cases. End them first, or say why the payout is made all the "
                        "same.");
        error.facts = {std::to_string(cases)};
        return error;
    }
    const std::int64_t year = yearOf(plan.until);
    std::int64_t serial = readPayoutSerial(database, us, year);
    std::vector<PayoutMade> made = plan.payouts;
    Journal::Act act{authority.journal(), permit, batch};
    for (PayoutMade& payout : made) {
        payout.number = payoutNumber(year, ++serial);
        payout.openCases = cases;
        payout.note = cases > 0 ? note : std::string{};
        act.append(kind::kPayoutMade, encode(payout));
    }
    act.commit();
    return made;
}

} // namespace foyer
