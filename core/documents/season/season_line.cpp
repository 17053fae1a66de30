// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/season/season_line.h"

#include <algorithm>
#include <charconv>

namespace foyer {
namespace {

constexpr std::int64_t kMilliPercentMax = 100'000;
constexpr std::size_t kPercentDecimals = 3;
// Minor units. Far above any ticket, and low enough that a whole order of them with taxes and fees
// stays an amount that Money can hold.
constexpr std::int64_t kPriceMax = 10'000'000'000;

std::optional<std::int64_t> wholeNumber(const std::string& text)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end && value >= 0 ? std::optional{value} : std::nullopt;
}

/// "8.875" and "8,875" as 8875.
std::optional<std::int64_t> thousandths(std::string text)
{
    const std::size_t point = text.find_first_of(".,");
    std::size_t decimals = 0;
    if (point != std::string::npos) {
        decimals = text.size() - point - 1;
        text.erase(point, 1);
        if (decimals == 0 || point == 0) {
            return std::nullopt;
        }
    }
    if (decimals > kPercentDecimals) {
        return std::nullopt;
    }
    return wholeNumber(text.append(kPercentDecimals - decimals, '0'));
}

} // namespace

std::string SeasonLine::where(const std::string& column) const
{
    return "line " + std::to_string(m_line.number) + ", column " + column;
}

void SeasonLine::refuse(const std::string& column, const std::string& message)
{
    if (!m_fault) {
        m_fault = badInput("bad_season", message, where(column));
    }
}

std::string SeasonLine::text(const std::string& column)
{
    m_asked.insert(column);
    const auto found = std::ranges::find(m_table.columns, column);
    return found != m_table.columns.end()
        ? m_line.cells[static_cast<std::size_t>(found - m_table.columns.begin())]
        : std::string{};
}

std::string SeasonLine::needed(const std::string& column)
{
    std::string value = text(column);
    if (value.empty()) {
        refuse(column, "This cell must not be empty here.");
    }
    return value;
}

std::int64_t SeasonLine::count(const std::string& column, std::int64_t max)
{
    const std::string value = text(column);
    if (value.empty()) {
        return 0;
    }
    const auto number = wholeNumber(value);
    if (!number || *number > max) {
        refuse(column,
               "\"" + value + "\" is not a whole number from 0 to " + std::to_string(max) + ".");
        return 0;
    }
    return *number;
}

std::int64_t SeasonLine::milliPercent(const std::string& column)
{
    const std::string value = text(column);
    if (value.empty()) {
        return 0;
    }
    const auto number = thousandths(value);
    if (!number || *number > kMilliPercentMax) {
        refuse(column,
               "\"" + value +
                   "\" is not a percentage from 0 to 100 with at most three "
                   "decimals. Write 19 or 8.875.");
        return 0;
    }
    return *number;
}

bool SeasonLine::yesNo(const std::string& column, bool otherwise)
{
    const std::string value = text(column);
    if (!value.empty() && value != "yes" && value != "no") {
        refuse(column, "\"" + value + "\" is neither yes nor no.");
    }
    return value.empty() ? otherwise : value == "yes";
}

std::optional<std::int64_t> SeasonLine::amount(const std::string& column, Currency currency)
{
    const std::string value = text(column);
    if (value.empty()) {
        return std::nullopt;
    }
    const auto money = parseMoney(value, currency);
    if (!money) {
        refuse(column, money.error().message);
        return std::nullopt;
    }
    if (money->isNegative()) {
        refuse(column, "A price is not below zero.");
    }
    if (money->minor() > kPriceMax) {
        refuse(column,
               "A price is at most " + toPlainText(Money{kPriceMax, currency}) + ". Correct it.");
    }
    return money->minor();
}

std::vector<std::string> SeasonLine::list(const std::string& column)
{
    const std::string value = text(column);
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < value.size();) {
        const std::size_t bar = std::min(value.find('|', from), value.size());
        const std::size_t begin = std::min(value.find_first_not_of(' ', from), bar);
        std::string part = value.substr(begin, bar - begin);
        part.erase(part.find_last_not_of(' ') + 1);
        if (part.empty()) {
            refuse(column, "A part of this list is empty.");
        }
        parts.push_back(std::move(part));
        from = bar + 1;
    }
    return parts;
}

std::optional<Error> SeasonLine::fault()
{
    for (std::size_t i = 0; i < m_line.cells.size() && !m_fault; ++i) {
        if (!m_line.cells[i].empty() && !m_asked.contains(m_table.columns[i])) {
            refuse(m_table.columns[i],
                   "This column means nothing in a line of this kind. Empty the "
                   "cell, or move it to its line.");
        }
    }
    return m_fault;
}

} // namespace foyer
