// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace foyer::cli {

struct JoinCommand {
    std::string invitation; ///< its text, or a file's name
};
struct SyncCommand {};
struct SyncStatusCommand {};
struct ReturnRightsCommand {
    std::string performance; ///< empty: all
    std::int64_t keep = 0;
};

struct StockListCommand {};
struct StockSetCommand {
    std::string event;
    std::optional<std::int64_t> rights;
    std::optional<std::int64_t> seats;
};
struct SupportBundleCommand {
    std::string file;
};

} // namespace foyer::cli
