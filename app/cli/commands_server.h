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
struct ServerAvailabilityCommand {
    std::string performance;
};
struct ReturnRightsCommand {
    std::string performance; ///< empty: all
    std::int64_t keep = 0;
};

struct ServerDevicesCommand {};
struct ServerCodeCommand {
    std::string name;
};
struct ServerRevokeCommand {
    std::string device;
    std::string reason;
};
struct ServerGrantCommand {
    std::string device;
    std::string performance;
    std::string quota; ///< its name; empty: the only one
    std::int64_t count = 0;
    std::string seats; ///< "A1,A2"
};
struct ServerRecallCommand {
    std::string device;
    std::string performance;
    std::int64_t keep = 0;
    std::string reason;
};
struct ServerWriteOffCommand {
    std::string device;
    std::string reason;
    std::string confirm; ///< the device's name once more
};

struct StockListCommand {};
struct StockSetCommand {
    std::string event;
    std::optional<std::int64_t> rights;
    std::optional<std::int64_t> seats;
};
struct HousesCommand {};
struct SupportBundleCommand {
    std::string file;
};

} // namespace foyer::cli
