// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/domain/rights/rights.h"
#include "core/domain/seating/best_available.h"
#include "core/storage/journal.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace foyer {

/// A performance's offer and which of its seats this replica may sell, as of the last read.
struct SellingOffer {
    Offer offer;
    std::vector<SeatRange> leases; ///< as united() makes them

    bool mayBeSoldHere(SeatNumber seat) const;
};

/// Offers read from the store and kept until the catalogue or the rights to seats change. All
/// functions throw StorageFailure.
class OfferCache {
public:
    OfferCache(Database& database, const Identity& identity)
        : m_database{database}, m_identity{identity}
    {}

    /// Null where there is no such performance, or its event or venue is not known yet.
    std::shared_ptr<const SellingOffer> offer(PerformanceId performance);
    std::shared_ptr<const SeatingPlan> plan(PlanId plan);
    /// The finder of best seats for a plan that is known; prepared once.
    const SeatFinder& finder(PlanId plan);
    /// Who sells here; kept, since every quote asks. Nothing before the first entry of it.
    const std::optional<Organizer>& organizer();
    /// To be called after every act that wrote catalogue or seat lease entries.
    void clear();
    /// The same where a seating plan may have a new version: plans are large, and mostly stay.
    void clearPlans();
    /// Another one after each of these: for who keeps something that was worked out from offers.
    std::uint64_t edition() const { return m_edition; }

private:
    std::shared_ptr<const SellingOffer> read(PerformanceId performance);

    Database& m_database;
    Identity m_identity;
    std::uint64_t m_edition = 0;
    std::optional<Organizer> m_organizer;
    std::unordered_map<PerformanceId, std::shared_ptr<const SellingOffer>> m_offers;
    std::unordered_map<PlanId, std::shared_ptr<const SeatingPlan>> m_plans;
    std::unordered_map<PlanId, SeatFinder> m_finders;
};

} // namespace foyer
