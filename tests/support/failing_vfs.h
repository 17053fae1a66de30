// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace foyer::test {

/// A disk that fails on command: an SQLite VFS around the real one, which counts what would change
/// the database file or its WAL (writes, syncs, truncations) and lets the nth of them fail.
namespace failing_disk {

enum class Fault {
    Full,      ///< SQLITE_FULL, half of the bytes written; from then on every write, until repaired
    Error,     ///< SQLITE_IOERR_WRITE, half of the bytes written, likewise lasting
    FullOnce,  ///< as Full, but the next write succeeds again
    ErrorOnce, ///< as Error, but the next write succeeds again
    SyncOnce,  ///< the nth sync fails with SQLITE_IOERR_FSYNC
};

/// Makes it the default VFS of this process; before the first database is opened.
void install();
/// Lets the nth operation from now on fail, from 1.
void failAt(int nth, Fault fault);
/// The files by path, as a disk may hold them after the power failed.
using Disk = std::map<std::string, std::vector<std::uint8_t>>;
/// Goes on as a disk that keeps for sure only what was synced, from the next opening of a file.
void rememberWhatIsSynced();
/// What the disk would hold if the power failed just before the nth operation from now on, from 1:
/// of each sector that was written and not synced either the old content or the new one, as `seed`
/// decides.
void cutPowerAt(int nth, std::uint64_t seed);
/// Ends cutPowerAt() and rememberWhatIsSynced(); empty where there were fewer operations.
Disk diskAfterPowerCut();

/// All is well again. Answers whether anything has failed since failAt().
bool repair();

} // namespace failing_disk

} // namespace foyer::test
