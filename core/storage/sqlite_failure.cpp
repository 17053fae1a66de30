// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/sqlite_failure.h"

#include <sqlite3.h>

namespace foyer {

Error sqliteFailure(int code, const std::string& detail, const std::string& file)
{
    constexpr int kPrimaryMask = 0xff;
    switch (code & kPrimaryMask) {
    case SQLITE_FULL:
        return storageError(
            "disk_full",
            "The disk is full, so nothing was saved and nothing was sold. Free some "
            "space on the disk that holds " +
                file + " and try again.",
            file);
    case SQLITE_READONLY:
        return storageError(
            "database_read_only",
            "Foyer may read " + file +
                " but not write to it. Check the permissions "
                "of the file and its folder, or whether the disk was mounted read-only.",
            file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return storageError("database_locked",
                            "Another program is using " + file +
                                ". Close it (it may be another "
                                "Foyer) and try again.",
                            file);
    case SQLITE_CORRUPT:
        return storageError(
            "database_damaged",
            "The file " + file + " is damaged (" + detail +
                "). Foyer left it as it "
                "is. Make a copy of the whole folder, then restore the latest backup.",
            file);
    case SQLITE_NOTADB:
        return storageError("not_a_database",
                            "The file " + file +
                                " is not a Foyer database. Foyer left it as it is. "
                                "Choose another data folder with --data, or restore a backup.",
                            file);
    case SQLITE_CANTOPEN:
        return storageError("database_cannot_open",
                            "The file " + file +
                                " cannot be opened. Check that its folder exists "
                                "and that you may read and write there.",
                            file);
    case SQLITE_IOERR:
        return storageError("disk_error",
                            "The disk reported an error (" + detail + ") while Foyer used " + file +
                                ". Nothing was sold. Check the disk and its cable, then try again.",
                            file);
    default:
        return storageError(
            "database_failed",
            "The database answered: " + detail +
                ". Nothing was saved. Please try "
                "again; if it stays, run foyer-cli verify and report this sentence.",
            file);
    }
}

} // namespace foyer
