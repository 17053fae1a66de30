// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/journal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer {

/// What `verify` and the opening of a database ask the file itself. All of it only reads, and
/// throws StorageFailure where the file cannot be read.

/// Bytes of the database file, without its WAL.
std::int64_t databaseSize(Database& database);

enum class FileCheck {
    Quick, ///< pages and rows; about as long as reading the file once
    Whole, ///< and that every index says what its table says
};
/// The first thing that SQLite finds wrong with the file, in its words; nothing where it is sound.
std::optional<std::string> fileDamage(Database& database, FileCheck check);

std::int64_t entryCount(Database& database, OrganizerId organizer);

/// A journal head, as the counter signed it at the time. `epoch` of the writer is that of the head.
struct SignedHead {
    Identity writer;
    JournalHead head; ///< `at` is not kept
    Bytes signature;
};
/// Of all writers, in the order (replica, epoch, sequence).
std::vector<SignedHead> readSignedHeads(Database& database, OrganizerId organizer);
/// The hash kept with the entry at this place of a writer's chain; nothing where there is none.
std::optional<Bytes> entryHashAt(Database& database, const Identity& writer, std::int64_t sequence);

/// Currencies whose ledger lines do not add up to zero, each with what is left, in minor units.
std::vector<std::pair<std::string, std::int64_t>> unbalancedLedgers(Database& database,
                                                                    OrganizerId organizer);

} // namespace foyer
