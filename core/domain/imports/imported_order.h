// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/customers/customer.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// The one form into which orders of other systems are read. Names are as they stand there; which
/// event, type or seat of this house is meant is found out later.
struct ImportedTicket {
    std::string event;
    std::optional<Instant> startsAt; ///< where the source says an instant …
    std::string starts; ///< … or what the clocks of the place show: "2026-11-28 19:30"
    std::string type;
    std::string category;
    std::string seat;
    std::string attendee;
    std::string attendeeEmail;
    std::int64_t gross = 0;                          ///< minor units of the order's currency
    std::optional<std::int64_t> tax;                 ///< of it; nothing: as the type is taxed here
    std::optional<std::int64_t> taxRateMilliPercent; ///< nothing: nobody says
    std::string code;                                ///< what its old paper shows to a scanner
    bool isCancelled = false;
    bool isCheckedIn = false;
    friend bool operator==(const ImportedTicket&, const ImportedTicket&) = default;
};

struct ImportedFee {
    std::string text;
    std::int64_t gross = 0;
    std::int64_t tax = 0;
    std::int64_t taxRateMilliPercent = 0;
    friend bool operator==(const ImportedFee&, const ImportedFee&) = default;
};

struct ImportedOrder {
    enum class State : std::uint8_t { Paid, Pending, Cancelled };
    std::string externalId; ///< unique within its source
    std::string where;      ///< the place in the file, as a person finds it: "orders.csv, line 12"
    std::optional<Instant> placedAt;
    std::string placed;   ///< what the clocks of the venue showed, where there is no instant
    std::string currency; ///< ISO 4217
    CustomerDetails customer;
    State state = State::Paid;
    std::vector<ImportedTicket> tickets;
    std::vector<ImportedFee> fees;
    std::optional<Error> fault; ///< why it cannot be read; then the rest may be missing
    friend bool operator==(const ImportedOrder&, const ImportedOrder&) = default;
};

/// What readers know of the house before they read.
struct OrderReading {
    std::string currency; ///< of what says none
};

/// Whether to go on.
using TakeImportedOrder = std::function<bool(ImportedOrder&& order)>;

/// Orders of another system, read from the beginning as often as somebody asks, in memory that does
/// not grow with their number.
struct OrderSource {
    std::string name;  ///< "pretix": external ids are unique within it
    std::string title; ///< what was read, for people
    std::function<Result<void>(const TakeImportedOrder&)> read;
};

/// Reads an amount as tables show it: with point or comma, with or without thousands separators,
/// a sign or code of a currency around it. Error bad_amount.
Result<std::int64_t> importedAmount(std::string_view text, Currency currency);

/// Reads a rate of tax as tables show it ("19", "7,5 %") in thousandths of a per cent, at most 100
/// per cent; nothing for what is none.
std::optional<std::int64_t> importedRate(std::string_view text);

/// Reads a date and time as tables show it, in the forms of English and German tables and of ISO
/// 8601: an instant where a zone is said, else what the clocks show ("2026-11-28 19:30"; of a date
/// alone "2026-11-28"). Nothing for what is no date.
struct ImportedTime {
    std::optional<Instant> instant;
    std::string clock;
    friend bool operator==(const ImportedTime&, const ImportedTime&) = default;
};
std::optional<ImportedTime> importedTime(std::string_view text);

} // namespace foyer
