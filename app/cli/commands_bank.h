// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::cli {

struct BankImportCommand {
    std::string file;
};
struct BankLinesCommand {
    bool onlyUnmatched = false;
};
struct BankAssignCommand {
    std::string line;
    std::string to;
};
struct BankOutgoingCommand {};
struct BankSentCommand {
    std::string id;
};

} // namespace foyer::cli
