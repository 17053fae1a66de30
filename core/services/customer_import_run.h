// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/access/permit.h"
#include "core/domain/customers/customer_entries.h"
#include "core/services/customer_import.h"
#include "core/services/customer_matching.h"
#include "core/storage/journal.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace foyer {

/// One way through a table of customers, whether anything is written or not, a step at a time: so a
/// counter sells between two steps of an import. Belongs to the store thread, like the counter.
class CustomerImportRun {
public:
    /// `isTry`: nothing is written, as by checkCustomerImport(); else as by importCustomers(),
    /// whose permissions and errors these are. The counter has to outlive it.
    static Result<CustomerImportRun> begin(Counter& counter, CustomerImportTerms terms, bool isTry);

    /// Takes the next kImportStep rows, which are on disk then; whether there may be more. What
    /// others did to customers since the last step is seen. Ends, with the report's isStopped,
    /// where whoever began it is not signed in any more. Errors as those of importCustomers(): what
    /// was taken before is kept, and the run is over.
    Result<bool> step(const NextRow& rows);
    /// Ends it before the table does. Throws StorageFailure.
    void stop();
    /// What it has come to so far.
    const CustomerImportReport& report() const { return m_report; }

private:
    struct Pending {
        std::optional<CustomerId> known; ///< nothing: somebody new
        CardChange change;
        MatchKeys keys;
    };

    CustomerImportRun(Counter& counter, CustomerImportTerms terms, std::optional<Permit> permit);
    bool isSameOperator() const;
    Result<bool> takeRows(const NextRow& rows);
    void end();
    void refuse(const TableRow& row, const Error& why);
    void take(const TableRow& row);
    void keep(Pending pending);
    void flush();
    PersonCard cardOfNew(const CardChange& change) const;
    void change(Journal::Act& act, CustomerId customer, const CardChange& change,
                CustomersImported& imported);

    Counter* m_counter;
    CustomerImportTerms m_terms;
    std::optional<Permit> m_permit; ///< nothing: nothing is written
    CustomerMatches m_matches;
    std::unordered_map<std::uint64_t, std::uint64_t> m_seen; ///< rows: who, and what of them
    std::vector<Pending> m_pending;
    UnwrittenMatches m_unwritten; ///< of what is pending; where nothing is written, of all
    std::unordered_set<CustomerId> m_changing; ///< likewise
    CustomerImportReport m_report;
};

} // namespace foyer
