// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace foyer::cli {

/// Every report of foyer-cli report.
struct ReportCommand {
    enum class Kind : std::uint8_t {
        Sales,
        Occupancy,
        Curve,
        Settlement,
        Tax,
        Attendance,
        Dashboard,
    };
    Kind kind = Kind::Sales;
    std::string event;
    std::string performance;
    std::string from; ///< "2026-11-01" by the clocks of the house
    std::string to;   ///< that day included
    std::string by = "event";
    std::string asOf;     ///< "2026-11-28 18:00" by the clocks of the house, or RFC 3339
    std::string language; ///< BCP 47; empty: English, and dates as the system writes them
    std::vector<std::string> beside; ///< performances that a curve is compared with
    std::string pdf;
    std::string csv;
    std::string xlsx;
};

} // namespace foyer::cli
