// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/services/integrity.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer {

class Counter;

/// The entry that the server does not take, and why.
struct StuckEntry {
    std::string code;    ///< "journal_fork", "chain_broken", "head_forged", "wrong_writer"
    std::string message; ///< as the server said it
    Instant since;       ///< when the server refused it last
    std::int64_t epoch = 0;
    std::int64_t sequence = 0; ///< of the entry; 0: it is not known which
    std::string kind;          ///< "order.placed"; empty: not known
    Instant at;                ///< when it was written
};

/// How a counter is. Nothing of it names a person.
struct Diagnostics {
    OrganizerId organizer;
    ReplicaId counter;
    std::string server; ///< empty: it stands alone
    std::string pin;    ///< by which the server is known
    Uuid device;        ///< what the server calls this counter
    Instant joinedAt;
    Instant contactAt;         ///< of the last answer; 0: never
    std::int64_t unsent = 0;   ///< entries that the server has not confirmed
    std::int64_t position = 0; ///< of the server's feed, up to which this counter has heard
    std::int64_t epoch = 1;    ///< of its own journal …
    std::int64_t sequence = 0; ///< … and its last entry
    std::int64_t missing = 0;  ///< entries that it wrote and does not have
    bool isForked = false;     ///< a copy of it writes, too
    std::optional<StuckEntry> stuck;
    std::int64_t picturesToSend = 0;  ///< that the server does not have
    std::int64_t picturesToFetch = 0; ///< files of pictures that have not arrived
    std::string database;             ///< its path or address, without a password
    std::string engine;               ///< "SQLite 3.40.1"
    std::int64_t databaseBytes = 0;
    int schema = 0; ///< version of the format
};
/// Needs Permission::RunCounter.
Result<Diagnostics> diagnostics(Counter& counter);

/// What to do about an entry that the server does not take, by its code, in a sentence.
std::string adviceFor(const std::string& stuckCode);

/// What a bundle for support says besides the database: pairs of a name and what is so.
struct SupportFacts {
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    Diagnostics counter;
    Pairs versions; ///< of the program and its libraries
    Pairs settings; ///< of the program: no secrets, no free text
    Instant at;
};
/// Writes a .tar for whoever helps: versions, settings, how it stands with the server, counts of
/// tables and entries, the schema and what the program did lately. Nothing in it is about a person,
/// is a secret or was typed by somebody: no name of counter, house or event either. Reads the
/// journal beside the counter, which goes on. Errors: those of Database::open, file_not_writable,
/// cancelled (then no file is left).
Result<void> writeSupportBundle(const JournalPlace& place, const SupportFacts& facts,
                                const std::string& file, const Progress& progress = {},
                                const std::atomic<bool>* cancelled = nullptr);

} // namespace foyer
