// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_failure.h"

namespace foyer {

bool endsConnection(std::string_view sqlState)
{
    // 08: connection exceptions; 57P01-57P05: the server shuts down, crashed, or dropped us.
    return sqlState.starts_with("08") || sqlState.starts_with("57P") || sqlState == "25P03";
}

Error connectionLost(const std::string& where)
{
    return storageError("database_connection_lost",
                        "The connection to the database server at " + where +
                            " was lost, so nothing was saved and nothing was sold. Try again; if "
                            "it stays, check whether the server runs and can be reached.",
                        where);
}

Error commitUnknown(const std::string& where)
{
    return storageError("commit_unknown",
                        "The connection to the database server at " + where +
                            " was lost while it was saving, so it is not known whether this was "
                            "saved. Look whether it is there before doing it again.",
                        where);
}

Error serverUnreachable(const std::string& detail, const std::string& where)
{
    return storageError("database_unreachable",
                        "No database server answers at " + where + " (" + detail +
                            "). Check the address, whether the server runs, and whether a "
                            "firewall is in the way.",
                        where);
}

Error serverRefused(const std::string& detail, const std::string& where)
{
    return storageError("database_refused",
                        "The database server at " + where + " does not let Foyer in (" + detail +
                            "). Check the user, the password and the name of the database.",
                        where);
}

Error postgresFailure(std::string_view sqlState, const std::string& detail,
                      const std::string& where)
{
    if (sqlState.empty() || endsConnection(sqlState)) {
        return connectionLost(where);
    }
    // A transaction that could not be put in order with another, a deadlock, a lock not had in
    // time.
    if (sqlState.starts_with("40") || sqlState == "55P03") {
        return storageError("transaction_conflict",
                            "Another act was changing the same rows of the database at " + where +
                                ", so this one was undone. Do it again.",
                            where);
    }
    if (sqlState == "53100") {
        return storageError("disk_full",
                            "The disk of the database server at " + where +
                                " is full, so nothing was saved and nothing was sold. Free some "
                                "space there and try again.",
                            where);
    }
    if (sqlState == "25006") {
        return storageError("database_read_only",
                            "The database at " + where +
                                " may only be read. Check whether this is a standby server, or "
                                "whether its owner made it read-only.",
                            where);
    }
    if (sqlState == "42501" || sqlState == "3F000") {
        return storageError("database_not_permitted",
                            "The user of Foyer may not work in the database at " + where + " (" +
                                detail +
                                "). Let it own the database, or a schema of its own that is named "
                                "in the address.",
                            where);
    }
    if (sqlState.starts_with("XX00") && sqlState != "XX000") {
        return storageError("database_damaged",
                            "The database at " + where + " is damaged (" + detail +
                                "). Stop the server, make a copy of its whole folder, then "
                                "restore the latest backup.",
                            where);
    }
    if (sqlState.starts_with("58")) {
        return storageError("disk_error",
                            "The disk of the database server at " + where + " reported an error (" +
                                detail + "). Nothing was saved. Check the disk, then try again.",
                            where);
    }
    return storageError("database_failed",
                        "The database answered: " + detail +
                            ". Nothing was saved. Please try again; if it stays, run foyer-cli "
                            "verify and report this sentence.",
                        where);
}

} // namespace foyer
