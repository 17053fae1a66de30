// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace foyer::test {

/// A disk that fails on command: an SQLite VFS around the real one, which counts what would change the database file or
/// its WAL (writes, syncs, truncations) and lets the nth of them fail.
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
/// All is well again. Answers whether anything has failed since failAt().
bool repair();

} // namespace failing_disk

} // namespace foyer::test
