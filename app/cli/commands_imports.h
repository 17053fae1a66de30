// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace foyer::cli {

struct ImportOrdersCommand {
    std::vector<std::string> files;
    std::string from = "pretix";
    std::vector<std::string> map; ///< "price=Betrag"
    std::string performance;      ///< where tickets belong that name no event
    std::string venue;            ///< of events that are made
    std::string continues;        ///< an import; empty: a new one
    bool makeMissing = false;
    bool dryRun = false;
};
struct ImportListCommand {};
struct ImportUndoCommand {
    std::string import;
};

struct ExportCommand {
    std::string what; ///< "all", "orders", "customers" …: tables
    std::string to;
    std::string form = "jsonl";
    std::string from;  ///< a day; empty: since ever
    std::string until; ///< a day, itself included; empty: until now
    bool persons = false;
};
struct ExportJournalCommand {
    std::string to;
    std::string from;
    std::string until;
};
struct ExportCalendarCommand {
    std::string to;
    std::string event; ///< empty: one file for each venue
};

} // namespace foyer::cli
