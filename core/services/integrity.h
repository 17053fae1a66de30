// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Tells how far a long act is: 0 … 1, and what it is doing.
using Progress = std::function<void(double done, const std::string& what)>;

/// Something that is not as the journal says it must be.
struct Finding {
    std::string code; ///< "hash_wrong", "chain_broken", "entry_missing", "head_missing",
                      ///< "head_forged", "table_differs", "unreadable_entry", "ledger_unbalanced",
                      ///< "file_damaged", "journal_behind", "base_damaged"
    std::string sentence;
    std::string where; ///< "replica …, epoch 1, entry 812", or the table
};

struct IntegrityReport {
    std::int64_t entries = 0;
    std::int64_t tables = 0;
    std::vector<Finding> findings; ///< the first 100; empty: all is well
    bool cancelled = false;
};

/// Recomputes every hash chain, checks the signed heads and the head noted outside the database,
/// rebuilds all projections into a scratch database and compares them table by table, and adds up
/// the ledger. Where a counter began with a snapshot of its house, that stands for the entries
/// before it. Changes nothing. About a million entries a minute. `cancelled` stops it early.
Result<IntegrityReport> verifyJournal(Counter& counter, const Progress& progress = {},
                                      const std::atomic<bool>* cancelled = nullptr);

/// Where a counter's journal lies, to be looked at beside it, on another thread, while it goes on.
struct JournalPlace {
    std::string folder;   ///< the data folder
    std::string database; ///< its file
    OrganizerId organizer;
    Bytes authorityKey;       ///< of the server that it has joined; empty: none
    std::int64_t missing = 0; ///< entries that the counter wrote and does not have
};
/// Needs Permission::RunCounter. Refuses with not_a_file where a server holds the database.
Result<JournalPlace> journalPlace(Counter& counter);
/// What verifyJournal does, of the moment in which it begins: nobody waits for it, and nothing that
/// is sold meanwhile disturbs it.
Result<IntegrityReport> verifyJournalAt(const JournalPlace& place, const Progress& progress = {},
                                        const std::atomic<bool>* cancelled = nullptr);

/// Makes all projection tables anew from the journal (and the snapshot that the counter began
/// with), in one transaction: after it they are what the entries add up to, or (where it fails)
/// what they were.
Result<std::int64_t> rebuildProjections(Counter& counter, const Progress& progress = {});

} // namespace foyer
