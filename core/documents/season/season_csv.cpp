// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/season/season_csv.h"

#include "core/documents/season/csv_table.h"
#include "core/calendar/local_instant.h"
#include "core/documents/season/season_line.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace foyer {
namespace {

constexpr std::int64_t kPlacesMax = 10'000'000;
constexpr std::int64_t kOrderMax = 10'000;
constexpr std::size_t kFaultsMax = 50;
constexpr std::size_t kMiB = 1024 * 1024;
constexpr std::size_t kSeasonMiBMax = 16;
constexpr std::array kColumns{"row",       "event",        "name",          "subtitle",
                              "venue",     "address",      "time_zone",     "rate",
                              "inclusive", "type",         "category",      "price",
                              "percent",   "tax",          "per",           "max_per_order",
                              "plan",      "date",         "time",          "doors",
                              "capacity",  "on_sale_from", "on_sale_until", "types",
                              "categories"};

/// One error that tells of every fault, so that a file is corrected in one go.
Error allOf(const std::vector<Error>& faults)
{
    if (faults.size() == 1) {
        return faults.front();
    }
    Error all = badInput("bad_season",
                         "Correct these " + std::to_string(faults.size()) + " lines of the season.",
                         faults.front().where);
    for (const Error& fault : faults) {
        all.facts.push_back(fault.where + ": " + fault.message);
        all.message += "\n" + all.facts.back();
    }
    return all;
}

template <typename Named>
Named* named(std::vector<Named>& all, const std::string& name)
{
    const auto found = std::ranges::find(all, name, &Named::name);
    return found != all.end() ? &*found : nullptr;
}

class SeasonReader {
public:
    explicit SeasonReader(const SeasonDefaults& defaults) : m_defaults{defaults} {}

    Result<Season> run(const CsvTable& table)
    {
        std::vector<Error> faults;
        for (const CsvLine& cells : table.lines) {
            SeasonLine line{table, cells};
            readLine(line);
            if (auto fault = line.fault()) {
                faults.push_back(*std::move(fault));
            }
            if (faults.size() == kFaultsMax) {
                break;
            }
        }
        if (!faults.empty()) {
            return allOf(faults);
        }
        return std::move(m_season);
    }

private:
    void readLine(SeasonLine& line)
    {
        struct Kind {
            const char* name;
            void (SeasonReader::*read)(SeasonLine&);
        };
        static constexpr std::array kKinds{Kind{"venue", &SeasonReader::readVenue},
                                           Kind{"tax", &SeasonReader::readTax},
                                           Kind{"event", &SeasonReader::readEvent},
                                           Kind{"category", &SeasonReader::readCategory},
                                           Kind{"type", &SeasonReader::readType},
                                           Kind{"price", &SeasonReader::readPrice},
                                           Kind{"fee", &SeasonReader::readFee},
                                           Kind{"performance", &SeasonReader::readPerformance},
                                           Kind{"quota", &SeasonReader::readQuota}};
        const std::string kind = line.needed("row");
        const auto found = std::ranges::find(kKinds, kind, &Kind::name);
        if (found == kKinds.end()) {
            line.refuse("row",
                        "\"" + kind +
                            "\" is not a kind of line. There are venue, tax, event, "
                            "category, type, price, fee, performance and quota.");
            return;
        }
        (this->*found->read)(line);
    }

    /// A name that is not taken yet; of any two alike, one would be lost in silence.
    template <typename Named>
    std::string freshName(SeasonLine& line, std::vector<Named>& all)
    {
        std::string name = line.needed("name");
        if (named(all, name) != nullptr) {
            line.refuse("name", "\"" + name + "\" was named before. Use each name once.");
        }
        return name;
    }

    SeasonEvent* eventOf(SeasonLine& line)
    {
        const std::string name = line.text("event");
        SeasonEvent* event = name.empty()
            ? m_season.events.empty() ? nullptr : &m_season.events.back()
            : named(m_season.events, name);
        if (event == nullptr) {
            line.refuse("event",
                        name.empty() ? "Say which event this belongs to."
                                     : "There is no event \"" + name + "\" above this line.");
        }
        return event;
    }

    std::string zoneOf(const SeasonEvent& event)
    {
        const SeasonVenue* venue = named(m_season.venues, event.venue);
        return venue != nullptr ? venue->timeZone : m_defaults.timeZone;
    }

    void readVenue(SeasonLine& line)
    {
        SeasonVenue venue{freshName(line, m_season.venues), line.text("address"),
                          line.text("time_zone")};
        if (venue.timeZone.empty()) {
            venue.timeZone = m_defaults.timeZone;
        }
        if (!isTimeZoneKnown(venue.timeZone)) {
            line.refuse("time_zone",
                        "\"" + venue.timeZone +
                            "\" is not a time zone of this computer. "
                            "Use an IANA name, such as Europe/Berlin.");
        }
        m_season.venues.push_back(std::move(venue));
    }

    void readTax(SeasonLine& line)
    {
        const std::string name = freshName(line, m_season.taxes);
        line.needed("rate");
        m_season.taxes.push_back({name, line.milliPercent("rate"), line.yesNo("inclusive", true)});
    }

    void readEvent(SeasonLine& line)
    {
        SeasonEvent event;
        event.name = freshName(line, m_season.events);
        event.subtitle = line.text("subtitle");
        event.venue = line.needed("venue");
        m_season.events.push_back(std::move(event));
    }

    void readCategory(SeasonLine& line)
    {
        const std::string name = line.needed("name");
        if (SeasonEvent* event = eventOf(line)) {
            if (std::ranges::find(event->categories, name) != event->categories.end()) {
                line.refuse("name", "\"" + name + "\" was named before. Use each name once.");
            }
            event->categories.push_back(name);
        }
    }

    void readType(SeasonLine& line)
    {
        SeasonEvent* event = eventOf(line);
        if (event == nullptr) {
            return;
        }
        SeasonType type;
        type.name = freshName(line, event->types);
        type.taxName = line.text("tax");
        type.orderMax = line.count("max_per_order", kOrderMax);
        type.onSaleFrom = moment(line, "on_sale_from", zoneOf(*event));
        type.onSaleUntil = moment(line, "on_sale_until", zoneOf(*event));
        event->types.push_back(std::move(type));
    }

    void readPrice(SeasonLine& line)
    {
        SeasonEvent* event = eventOf(line);
        const std::string typeName = line.needed("type");
        const std::string category = line.needed("category");
        line.needed("price");
        const auto price = line.amount("price", m_defaults.currency);
        if (event == nullptr) {
            return;
        }
        SeasonType* type = named(event->types, typeName);
        if (type == nullptr) {
            line.refuse("type",
                        event->name + " has no ticket type \"" + typeName + "\" above this line.");
            return;
        }
        if (std::ranges::find(event->categories, category) == event->categories.end()) {
            line.refuse("category",
                        event->name + " has no category \"" + category + "\" above this line.");
        }
        if (!type->prices.emplace(category, price.value_or(0)).second) {
            line.refuse("price",
                        "The price of " + typeName + " in " + category + " was said before.");
        }
    }

    void readFee(SeasonLine& line)
    {
        SeasonEvent* event = eventOf(line);
        if (event == nullptr) {
            return;
        }
        SeasonFee fee;
        fee.name = freshName(line, event->fees);
        const std::string per = line.text("per");
        if (!per.empty() && per != "order" && per != "ticket") {
            line.refuse("per", "A fee is per order or per ticket, not per \"" + per + "\".");
        }
        fee.per = per == "ticket" ? Fee::Per::Ticket : Fee::Per::Order;
        fee.amount = line.amount("price", m_defaults.currency).value_or(0);
        fee.milliPercent = line.milliPercent("percent");
        fee.taxName = line.text("tax");
        if (fee.amount == 0 && fee.milliPercent == 0) {
            line.refuse("price", "A fee needs a price or a percentage.");
        }
        event->fees.push_back(std::move(fee));
    }

    void readPerformance(SeasonLine& line)
    {
        SeasonEvent* event = eventOf(line);
        const std::string date = line.needed("date");
        const std::string time = line.needed("time");
        if (event == nullptr) {
            return;
        }
        SeasonPerformance performance;
        performance.timeZone = line.text("time_zone");
        if (performance.timeZone.empty()) {
            performance.timeZone = zoneOf(*event);
        }
        performance.startsAt = at(line, "time", date, time, performance.timeZone);
        if (const std::string doors = line.text("doors"); !doors.empty()) {
            performance.doorsAt = at(line, "doors", date, doors, performance.timeZone);
            if (*performance.doorsAt > performance.startsAt) {
                line.refuse("doors", "The doors open after the performance starts.");
            }
        }
        performance.planName = line.text("plan");
        performance.capacity = line.count("capacity", kPlacesMax);
        if (performance.planName.empty() && performance.capacity == 0) {
            line.refuse("capacity", "Without a plan, say how many tickets may be sold.");
        }
        performance.onSaleFrom = moment(line, "on_sale_from", performance.timeZone);
        performance.onSaleUntil = moment(line, "on_sale_until", performance.timeZone);
        event->performances.push_back(std::move(performance));
    }

    void readQuota(SeasonLine& line)
    {
        SeasonEvent* event = eventOf(line);
        SeasonQuota quota{line.needed("name"), line.count("capacity", kPlacesMax),
                          line.list("types"), line.list("categories")};
        line.needed("capacity");
        const std::string date = line.text("date");
        const std::string time = line.text("time");
        if (event == nullptr) {
            return;
        }
        if (date.empty() != time.empty()) {
            line.refuse(date.empty() ? "date" : "time",
                        "A quota of one performance needs its date and time; of all, neither.");
            return;
        }
        std::optional<Instant> of;
        if (!date.empty()) {
            of = at(line, "time", date, time, zoneOf(*event));
        }
        bool any = false;
        for (SeasonPerformance& performance : event->performances) {
            if (!of || performance.startsAt == *of) {
                performance.quotas.push_back(quota);
                any = true;
            }
        }
        if (!any) {
            line.refuse("date", event->name + " has no such performance above this line.");
        }
    }

    Instant at(SeasonLine& line, const char* column, const std::string& date,
               const std::string& time, const std::string& zone)
    {
        const auto found = localInstant(date, time, zone, m_defaults.now);
        if (!found) {
            line.refuse(column, found.error().message);
            return {};
        }
        if (found->second) {
            m_season.warnings.push_back({line.where(column),
                                         "On " + date + " the clocks of " + zone + " show " + time +
                                             " twice, because they go back. The first was taken, " +
                                             toRfc3339(found->instant) + "; the second is " +
                                             toRfc3339(*found->second) +
                                             ". Choose another time if that one is meant."});
        }
        return found->instant;
    }

    /// "2026-10-01 10:00", or a day from its first minute on.
    std::optional<Instant> moment(SeasonLine& line, const char* column, const std::string& zone)
    {
        const std::string text = line.text(column);
        if (text.empty()) {
            return std::nullopt;
        }
        const std::size_t blank = text.find(' ');
        return at(line, column, text.substr(0, blank),
                  blank == std::string::npos ? "00:00" : text.substr(blank + 1), zone);
    }

    const SeasonDefaults& m_defaults;
    Season m_season;
};

} // namespace

Result<Season> readSeason(std::string_view csv, const SeasonDefaults& defaults)
{
    if (csv.size() > kSeasonMiBMax * kMiB) {
        return badInput("season_too_large",
                        "A season has at most " + std::to_string(kSeasonMiBMax) +
                            " MiB, and this file has " +
                            std::to_string((csv.size() + kMiB - 1) / kMiB) +
                            ". Split it, so that each file has whole events with all their lines.");
    }
    const auto table = readCsv(csv);
    if (!table) {
        return table.error();
    }
    for (const std::string& column : table->columns) {
        if (std::ranges::find(kColumns, column) == kColumns.end()) {
            return badInput("bad_csv", "There is no column \"" + column + "\" in a season.",
                            "line 1, column " + column);
        }
    }
    return SeasonReader{defaults}.run(*table);
}

} // namespace foyer
