// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads "start|rule|except,except|extra,extra" a line and answers the dates of each on a line, or
// the code of its refusal: what series_oracle.py compares with another reading of RFC 5545.

#include "core/calendar/date_series.h"

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::vector<std::string> parts(const std::string& text, char separator)
{
    std::vector<std::string> found;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, separator);) {
        if (!part.empty() || separator == '|') {
            found.push_back(part);
        }
    }
    return found;
}

} // namespace

int main()
{
    for (std::string line; std::getline(std::cin, line);) {
        auto fields = parts(line, '|');
        fields.resize(4);
        foyer::SeriesRule rule{.start = fields[0], .rule = fields[1], .timeZone = "Europe/Berlin"};
        rule.except = parts(fields[2], ',');
        rule.extra = parts(fields[3], ',');
        const auto dates = foyer::seriesDates(rule);
        std::string answer = dates ? "" : dates.error().code;
        for (const foyer::SeriesDate& date :
             dates.has_value() ? *dates : std::vector<foyer::SeriesDate>{}) {
            answer += (answer.empty() ? "" : ",") + foyer::clockText(date.shown);
        }
        std::cout << answer << "\n";
    }
}
