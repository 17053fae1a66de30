// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/catalogue/season.h"

#include <string>
#include <string_view>

namespace foyer {

/// What a season's file leaves unsaid.
struct SeasonDefaults {
    Currency currency;
    std::string timeZone; ///< of venues that name none
    Instant now;          ///< dates such as "+3" count from this day in the venue's zone
};

/// Reads a season from CSV (RFC 4180, UTF-8, a comma or semicolon between cells; a first line with
/// the names of the columns, in any order). The column "row" says what a line is and so which
/// others it fills; empty lines are skipped:
///
/// - venue: name, address, time_zone
/// - tax: name, rate (percent: 19, 8.875), inclusive (yes, no; empty: yes)
/// - event: name, subtitle, venue
/// - category: event, name; best first
/// - type: event, name, tax, max_per_order, on_sale_from, on_sale_until; the default first
/// - price: event, type, category, price
/// - fee: event, name, per (order, ticket; empty: order), price, percent, tax
/// - performance: event, date, time, doors, time_zone (empty: the venue's), plan, capacity,
///   on_sale_from, on_sale_until
/// - quota: event, date and time (empty: all so far), name, capacity, types, categories
///
/// A line without an event belongs to the last one. Dates are 2026-11-28, or +3 for three days from
/// today; times are 19:30, local to the venue; on_sale_from and on_sale_until are a date and, after
/// a blank, a time. A time that a clock change skips is refused; of one that happens twice it is
/// the first, with a warning that says so. types and categories are lists with | between. Amounts
/// are read as parseMoney does.
///
/// Errors, all BadInput: season_too_large (over 16 MiB), bad_csv (form, encoding, columns; the
/// first fault), bad_season (the first fault of each line, of the first 50 such lines).
/// Error::where is "line 12, column price", the first of them; where there are several, each is one
/// of Error::facts and a line of the message.
Result<Season> readSeason(std::string_view csv, const SeasonDefaults& defaults);

} // namespace foyer
