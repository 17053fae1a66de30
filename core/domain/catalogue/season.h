// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/catalogue/catalogue.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// A season as a person writes it down: everything by name, no ids. What a CSV file is read into
/// and what the season import takes.

struct SeasonVenue {
    std::string name;
    std::string address;
    std::string timeZone;
};

struct SeasonTax {
    std::string name;
    std::int64_t rateMilliPercent = 0;
    bool inclusive = true;
};

struct SeasonType {
    std::string name;
    std::string taxName;                        ///< empty: untaxed
    std::map<std::string, std::int64_t> prices; ///< category name to minor units
    std::int64_t orderMax = 0;
    std::optional<Instant> onSaleFrom;
    std::optional<Instant> onSaleUntil;
};

struct SeasonFee {
    std::string name;
    Fee::Per per = Fee::Per::Order;
    std::int64_t amount = 0; ///< minor units
    std::int64_t milliPercent = 0;
    std::string taxName;
};

struct SeasonQuota {
    std::string name;
    std::int64_t capacity = 0;
    std::vector<std::string> typeNames;     ///< empty: all
    std::vector<std::string> categoryNames; ///< empty: all
};

struct SeasonPerformance {
    Instant startsAt;
    std::optional<Instant> doorsAt;
    std::string timeZone;
    std::string planName;      ///< empty: general admission
    std::int64_t capacity = 0; ///< 0: as many as the plan has places; required without a plan
    std::optional<Instant> onSaleFrom;
    std::optional<Instant> onSaleUntil;
    std::vector<SeasonQuota> quotas; ///< besides the one over everything
};

struct SeasonEvent {
    std::string name;
    std::string subtitle;
    std::string venue;
    std::vector<std::string> categories; ///< best first
    std::vector<SeasonType> types;       ///< the default first
    std::vector<SeasonFee> fees;
    std::vector<SeasonPerformance> performances;
};

/// Something in a season's file that can be read in two ways, and which of them was taken.
struct SeasonWarning {
    std::string where; ///< "line 12, column time"
    std::string message;
};

struct Season {
    std::vector<SeasonVenue> venues;
    std::vector<SeasonTax> taxes;
    std::vector<SeasonEvent> events;
    std::vector<SeasonWarning> warnings; ///< in the order of the lines
};

} // namespace foyer
