// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue_changes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// A whole event as a file says it: everything by name, amounts and times as they are written,
/// times as the clocks of the place show them ("2026-11-28 19:30"). What an event export writes and
/// an event import takes.

/// Category to amount.
using FilePrices = std::map<std::string, std::string>;
struct FileStep {
    std::string until;
    FilePrices prices;
};

struct FileCategory {
    std::string name;
    bool isOff = false;
};

struct FileType {
    std::string name;
    std::string tax; ///< empty: untaxed
    std::int64_t orderMax = 0;
    FilePrices prices;
    std::vector<FileStep> early;
    std::string onSaleFrom;
    std::string onSaleUntil;
};

struct FileFee {
    std::string name;
    bool perTicket = false;
    std::string amount;  ///< empty: none
    std::string percent; ///< of the price; empty: none
    std::string tax;
};

struct FileQuota {
    std::string name;
    std::int64_t capacity = 0;
    std::vector<std::string> types;
    std::vector<std::string> categories;
};

struct FileDate {
    std::string starts;
    std::string timeZone; ///< empty: the venue's
    std::string doors;
    std::string ends;
    std::string onSaleFrom;
    std::string onSaleUntil;
    std::string plan;                         ///< empty: general admission
    std::int64_t capacity = 0;                ///< 0: as many as the plan has places
    std::map<std::string, FilePrices> prices; ///< by type: of this date alone
    std::map<std::string, std::vector<FileStep>> early;
    std::vector<FileQuota> quotas; ///< those of standing areas of the plan are made anyway
};

struct EventFile {
    EventChange event; ///< without its venue, which is a name here
    std::string venue;
    std::string currency; ///< empty: the house's
    std::vector<FileCategory> categories;
    std::vector<FileType> types;
    std::vector<FileFee> fees;
    std::vector<FileDate> dates;
};

} // namespace foyer
