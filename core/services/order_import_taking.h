// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/customer.h"
#include "core/domain/imports/imported_order.h"
#include "core/domain/imports/order_import_report.h"
#include "core/services/customer_matching.h"
#include "core/services/order_import_drafting.h"
#include "core/services/order_import_matching.h"
#include "core/services/rights_need.h"
#include "core/storage/journal.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace foyer {

class Counter;

/// Takes orders of another system into acts of the journal and counts what became of each. Between
/// two acts others may change the house: it looks again. All functions throw StorageFailure.
class OrderTaking {
public:
    OrderTaking(Counter& counter, std::string source, std::optional<PerformanceId> otherwise,
                ImportId import, bool isTrial);

    /// To be called at the beginning of a step, before its act.
    void lookAgain();
    /// What orders would need beyond what a counter of a house with a server holds.
    RightsNeed needOf(const std::vector<ImportedOrder>& orders);
    /// One step. What is refused is listed; nothing else is left out.
    void takeAll(Journal::Act& act, const std::vector<ImportedOrder>& orders);
    /// After the act is on disk.
    void remember();

    ImportMatching& matching() { return m_matching; }
    OrderImportReport& report() { return m_report; }

private:
    bool isKnown(const ImportedOrder& order) const;
    void refuse(const ImportedOrder& order, const Error& why);
    void noteAdded(const ImportedOrder& order);
    /// Of each order that is to be taken and not known what it is here, or why it is nothing.
    struct Drafts {
        std::vector<std::optional<Result<OrderDraft>>> ofOrders; ///< by their numbers
        std::vector<PlaceWanted> places;                         ///< of all
    };
    Drafts draftsOf(const std::vector<ImportedOrder>& orders);
    Result<void> take(Journal::Act& act, const ImportedOrder& order, OrderDraft& draft);
    void admit(Journal::Act& act, const OrderDraft& draft,
               const std::vector<OrderPlaced::Line>& lines) const;
    void spendAgain();
    Result<void> checkTrialSeats(const OrderDraft& draft) const;
    void noteSpent(const OrderDraft& draft);
    CustomerId customerOf(Journal::Act& act, const ImportedOrder& order);
    Bytes attendeeOf(CustomerId customer, const ImportedOrder& order,
                     const ImportedTicket& ticket) const;
    Instant placedAt(const ImportedOrder& order) const;

    Counter& m_counter;
    std::string m_source;
    bool m_isTrial;
    ImportMatching m_matching;
    OrderDrafting m_drafting;
    CustomerMatches m_customers;
    std::uint64_t m_catalogue = 0; ///< as of which the matching is
    std::size_t m_customersSeen = 0;
    std::vector<Customer> m_fresh;
    OrderImportReport m_report;

    /// What the steps of a trial took, of which nothing stayed.
    struct Trial {
        std::map<QuotaId, std::int64_t> spent;
        std::set<std::pair<PerformanceId, SeatNumber>> seats;
        std::unordered_set<std::string> orders;
        std::unordered_map<CustomerId, MatchKeys> customers;
    };
    Trial m_trial;
};

} // namespace foyer
