// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace foyer::cli {

struct JoinCommand {
    std::string invitation; ///< its text, or a file's name
};
struct SyncCommand {};
struct SyncStatusCommand {};
struct ReturnRightsCommand {
    std::string performance;
    std::int64_t keep = 0;
};

} // namespace foyer::cli
