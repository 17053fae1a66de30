// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/rights/rights.h"
#include "core/storage/journal.h"

namespace foyer {

/// Who gives out rights. A counter that was never connected is its own authority; one that joined a
/// server asks there. The sale path is the same either way.
class RightsAuthority {
public:
    virtual ~RightsAuthority() = default;

    /// Whether this counter is the authority itself, so that it can give itself rights in the very
    /// act that spends them. Elsewhere they are fetched before, see RightsNeed.
    virtual bool isHere() const = 0;
    /// Whether what nobody holds can be fetched now: then it is offered like what this counter
    /// holds.
    virtual bool isWithinReach() const { return false; }
    /// Says whether the authority can be reached. Changes nothing where it is here.
    virtual void setWithinReach(bool) {}

    /// Gets `rights` more of a quota for this replica, as part of `act`. Refuses with sold_out when
    /// the authority has no more to give (facts: quota name, rights it could give). Throws
    /// StorageFailure.
    virtual Result<void> topUp(Journal::Act& act, const Quota& quota, std::int64_t rights) = 0;
    /// Makes this replica the only seller of these seats of a performance's plan, less those that
    /// it has already.
    virtual Result<void> leaseAllSeats(Journal::Act& act, PerformanceId performance,
                                       std::vector<SeatRange> seats) = 0;

protected:
    RightsAuthority() = default;
    RightsAuthority(const RightsAuthority&) = default;
    RightsAuthority& operator=(const RightsAuthority&) = default;
};

/// The authority of a stand-alone counter: grants to itself, never more than the capacity in all.
class OwnAuthority final : public RightsAuthority {
public:
    OwnAuthority(Database& database, const Identity& identity)
        : m_database{database}, m_identity{identity}
    {}

    bool isHere() const override { return true; }
    Result<void> topUp(Journal::Act& act, const Quota& quota, std::int64_t rights) override;
    Result<void> leaseAllSeats(Journal::Act& act, PerformanceId performance,
                               std::vector<SeatRange> seats) override;

private:
    Database& m_database;
    Identity m_identity;
};

/// The authority of a counter that joined a server: elsewhere. What is new belongs to it, and a
/// sale refuses with rights_short until what it needs was fetched.
class DistantAuthority final : public RightsAuthority {
public:
    bool isHere() const override { return false; }
    bool isWithinReach() const override { return m_isWithinReach; }
    void setWithinReach(bool isWithinReach) override { m_isWithinReach = isWithinReach; }
    Result<void> topUp(Journal::Act& act, const Quota& quota, std::int64_t rights) override;
    Result<void> leaseAllSeats(Journal::Act& act, PerformanceId performance,
                               std::vector<SeatRange> seats) override;

private:
    bool m_isWithinReach = true; ///< until somebody has tried in vain
};

/// rights_short: what is meant to be sold is not held here (fact: the quota, or the seat).
Error rightsShort(const std::string& what);

} // namespace foyer
