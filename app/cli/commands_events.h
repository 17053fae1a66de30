// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

/// Events and what they are made of. What was not typed is nothing, so that it stays as it is.

struct EventListCommand {
    std::string state; ///< empty: all but archived ones
    std::string search;
};
struct EventShowCommand {
    std::string event;
};
struct EventSaveCommand {
    bool isNew = false;
    std::string event; ///< of a new one, its name
    std::optional<std::string> name;
    std::optional<std::string> subtitle;
    std::optional<std::string> description;
    std::string descriptionFile; ///< instead
    std::optional<std::string> language;
    std::optional<std::string> venue;
    std::optional<std::string> tags; ///< with commas between
    std::optional<std::int64_t> ageLimit;
    std::optional<std::string> promoter;
    std::optional<std::string> promoterAddress;
    std::optional<std::string> promoterTaxNumber;
    std::optional<std::string> mail;
    std::optional<std::string> phone;
    std::optional<std::string> web;
    std::optional<std::string> ticketText;
    std::vector<std::string> texts; ///< "de.title=…"
};
struct EventCloneCommand {
    std::string event;
    std::string name;
    bool withDates = false;
    int shiftDays = 0;
};
struct EventStateCommand {
    enum class Act : std::uint8_t { Publish, Postpone, Cancel, Archive };
    Act act = Act::Publish;
    std::string event;
    std::string reason;
    bool dryRun = false;
};
struct EventCheckCommand {
    std::string event;
};
struct EventExportCommand {
    std::string event;
};
struct EventImportCommand {
    std::string file;
    bool dryRun = false;
};

/// What a date that is added has besides its start.
struct DateWords {
    std::optional<std::int64_t> doorsBefore; ///< minutes
    std::optional<std::int64_t> lasts;       ///< minutes
    std::string plan;
    std::int64_t capacity = 0;
    std::string onSaleFrom;
    std::string onSaleUntil;
};
struct EventDateAddCommand {
    std::string event;
    std::vector<std::string> starts;
    DateWords words;
};
struct EventSeriesCommand {
    std::string event;
    std::string start;
    std::string rule;
    std::string timeZone;
    std::vector<std::string> except;
    std::vector<std::string> extra;
    DateWords words;
    bool dryRun = false;
};
/// Times are "2026-11-28 19:30", or "none".
struct EventDateEditCommand {
    std::string event;
    std::string date;
    std::string doors;
    std::string ends;
    std::string onSaleFrom;
    std::string onSaleUntil;
    std::string plan;
};
struct EventDateActCommand {
    enum class Act : std::uint8_t { Cancel, Postpone, Move };
    Act act = Act::Cancel;
    std::string event;
    std::string date;
    std::string to; ///< of Move
    std::string reason;
    bool dryRun = false;
};

struct EventCategoryCommand {
    bool isNew = false;
    std::string event;
    std::string name;
    std::optional<std::string> newName;
    std::optional<std::int64_t> rank;
    bool off = false;
    bool on = false;
};
struct EventTypeCommand {
    bool isNew = false;
    std::string event;
    std::string name;
    std::optional<std::string> newName;
    std::optional<std::int64_t> rank;
    std::optional<std::string> tax; ///< "none"
    std::optional<std::int64_t> orderMax;
    std::string onSaleFrom;
    std::string onSaleUntil;
    bool off = false;
    bool on = false;
    bool dryRun = false;
};
struct EventPriceCommand {
    std::string event;
    std::vector<std::string> cells; ///< "Adult@Stalls=25.00", "…=none"; none: shows the grid
    std::string date;               ///< empty: all
    std::string until;              ///< empty: the regular price
    bool dryRun = false;
};
struct EventFeeCommand {
    bool isNew = false;
    std::string event;
    std::string name;
    std::optional<std::string> newName;
    std::string per; ///< "order", "ticket"
    std::optional<std::string> amount;
    std::optional<std::string> percent;
    std::optional<std::string> tax;
    bool off = false;
    bool on = false;
};
struct EventQuotaCommand {
    enum class Act : std::uint8_t { Show, Add, Edit };
    Act act = Act::Show;
    std::string event;
    std::string date;
    std::string name;
    std::optional<std::string> newName;
    std::optional<std::int64_t> capacity;
    std::optional<std::string> types;      ///< with commas between
    std::optional<std::string> categories; ///< the same
    bool off = false;
    bool on = false;
    bool dryRun = false;
};

struct VenueListCommand {};
struct VenueSaveCommand {
    bool isNew = false;
    std::string venue;
    std::optional<std::string> name;
    std::optional<std::string> address;
    std::optional<std::string> timeZone;
};
struct TaxListCommand {};
struct TaxSaveCommand {
    bool isNew = false;
    std::string tax;
    std::optional<std::string> name;
    std::optional<std::string> rate;
    bool inclusive = false;
    bool exclusive = false;
};

} // namespace foyer::cli
