// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/customers/customer_entries.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace foyer {

struct OrderRefusal {
    std::string where; ///< "orders.json, order ABC12"
    Error why;
};

/// What an import did, or would do.
struct OrderImportReport {
    ImportId id;
    std::size_t orders = 0; ///< that were read
    std::size_t added = 0;
    std::size_t tickets = 0;   ///< of these
    std::size_t admitted = 0;  ///< of these, that had passed a door there
    std::size_t customers = 0; ///< that are new
    std::size_t known = 0;     ///< were here already
    std::size_t leftOut = 0;   ///< pending, cancelled, or without any ticket
    std::size_t refused = 0;
    std::size_t seatsTaken = 0;                ///< of these, because of a seat
    std::map<std::string, std::int64_t> money; ///< by currency, minor units: of what was added
    std::vector<std::string> eventsMade;
    std::vector<OrderRefusal> refusals; ///< the first kRefusalsShown
    bool isStopped = false;
    static constexpr std::size_t kRefusalsShown = 1'000;
};

/// Where an order was placed that is not of here.
struct ImportedOrigin {
    std::string source;
    std::string externalId;
    Instant placedAt;
    friend bool operator==(const ImportedOrigin&, const ImportedOrigin&) = default;
};

struct OrderImport {
    ImportId id;
    std::string source;
    std::string title;
    Instant at;
    std::string by;
    std::int64_t orders = 0;
    std::int64_t tickets = 0;
    bool isEnded = false; ///< false: it was interrupted, and can be gone on with
    bool isUndone = false;
    std::int64_t kept = 0;
};

struct OrderImportUndone {
    std::size_t voided = 0;
    std::size_t kept = 0;
    std::vector<std::string> keptOrders; ///< their ids there, the first kKeptShown
    bool isStopped = false;
    static constexpr std::size_t kKeptShown = 1'000;
};

} // namespace foyer
