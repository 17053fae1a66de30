// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace foyer::cli {

/// What is typed of somebody; empty: it stays. "-" makes a detail empty.
struct PersonWords {
    std::string name;
    std::string email;
    std::string phone;
    std::string address;
    std::string note; ///< the short one of the record
    std::string language;
};

struct CustomerListCommand {
    std::string search;
    std::string tag;
    std::string agreedTo;
    std::string boughtFor; ///< a performance
    std::string notSince;  ///< a day
    bool newest = false;
    std::size_t offset = 0;
    std::size_t limit = 50;
    std::string csv; ///< a file to write them into
};
struct CustomerShowCommand {
    std::string customer;
};
struct CustomerEditCommand {
    std::string customer; ///< empty: somebody new
    PersonWords words;
    bool dryRun = false;
};
struct CustomerNoteCommand {
    std::string customer;
    std::string text;
};
struct CustomerTagCommand {
    std::string customer; ///< empty: all tags are listed
    std::vector<std::string> on;
    std::vector<std::string> off;
};
struct CustomerConsentCommand {
    std::string customer;
    std::string purpose;
    bool given = false;
    bool withdrawn = false;
    std::string how;
    std::string wording;
};
struct CustomerDuplicatesCommand {
    std::size_t limit = 50;
};
struct CustomerMergeCommand {
    std::string into;
    std::vector<std::string> others;
    bool dryRun = false;
};
struct CustomerUnmergeCommand {
    std::string customer;
};
struct CustomerImportCommand {
    std::string file;
    std::vector<std::string> map; ///< "email=3"
    std::vector<std::string> tags;
    std::string wording;
    std::string continues;
    bool dryRun = false;
};
struct CustomerImportsCommand {};
struct CustomerImportUndoCommand {
    std::string import;
};
struct CustomerExportCommand {
    std::string customer;
    std::string to;  ///< a JSON file; empty: it is the answer
    std::string pdf; ///< and pages
};
struct CustomerEraseCommand {
    std::string customer;
    bool dryRun = false;
};

} // namespace foyer::cli
