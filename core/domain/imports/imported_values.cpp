// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/imports/imported_order.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace foyer {
namespace {

constexpr std::int64_t kRateMax = 100'000; ///< thousandths of a per cent

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Error notAnAmount(std::string_view text)
{
    return badInput("bad_amount",
                    "\"" + std::string{text.substr(0, 40)} +
                        "\" is no amount of money. Write it like 1234.50.",
                    "price");
}

/// Where the decimals begin; npos: there are none. Of two kinds of separators the last is the
/// decimal one. One kind that stands once is it, unless three digits follow it and the currency has
/// not three: then it parts thousands.
std::size_t decimalPoint(const std::string& number, int exponent)
{
    const std::size_t last = number.find_last_of(".,");
    if (last == std::string::npos) {
        return last;
    }
    const char other = number[last] == '.' ? ',' : '.';
    const auto count = std::ranges::count(number, number[last]);
    if (number.find(other) != std::string::npos) {
        return count == 1 ? last : std::string::npos;
    }
    const std::size_t digits = number.size() - last - 1;
    return count > 1 || (digits == 3 && exponent != 3) ? std::string::npos : last;
}

/// Reads up to `max` digits at the front and takes them away; nothing where there are fewer than
/// `min`.
std::optional<int> takeNumber(std::string_view& text, std::size_t min, std::size_t max)
{
    std::size_t length = 0;
    while (length < text.size() && length < max && isDigit(text[length])) {
        ++length;
    }
    if (length < min) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(text.data(), text.data() + length, value);
    text.remove_prefix(length);
    return value;
}

bool takeOneOf(std::string_view& text, std::string_view letters)
{
    if (text.empty() || letters.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

void skipSpaces(std::string_view& text)
{
    while (takeOneOf(text, " \t")) {}
}

std::optional<std::chrono::year_month_day> takeDate(std::string_view& text)
{
    auto first = takeNumber(text, 1, 4);
    if (!first || text.empty()) {
        return std::nullopt;
    }
    const char between = text.front();
    if (!takeOneOf(text, "-./")) {
        return std::nullopt;
    }
    const auto second = takeNumber(text, 1, 2);
    if (!second || !takeOneOf(text, std::string_view{&between, 1})) {
        return std::nullopt;
    }
    const auto third = takeNumber(text, 1, 4);
    if (!third) {
        return std::nullopt;
    }
    // 2026-11-28 and 2026/11/28; 28.11.2026 and 28-11-2026 with the day first; 11/28/2026 as
    // Americans write it, unless there is no such month.
    int year = *first;
    int month = *second;
    int day = *third;
    if (*first < 1000) {
        year = *third < 100 ? 2000 + *third : *third;
        const bool isMonthFirst = between == '/' && *first <= 12;
        month = isMonthFirst ? *first : *second;
        day = isMonthFirst ? *second : *first;
    }
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() && year >= 1970 && year < 10'000 ? std::optional{date} : std::nullopt;
}

struct DayTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
};

std::optional<DayTime> takeTime(std::string_view& text)
{
    DayTime time;
    const auto hour = takeNumber(text, 1, 2);
    if (!hour || !takeOneOf(text, ":.")) {
        return std::nullopt;
    }
    const auto minute = takeNumber(text, 2, 2);
    if (!minute) {
        return std::nullopt;
    }
    time.hour = *hour;
    time.minute = *minute;
    if (takeOneOf(text, ":")) {
        const auto second = takeNumber(text, 2, 2);
        if (!second) {
            return std::nullopt;
        }
        time.second = *second;
        if (takeOneOf(text, ".,") && !takeNumber(text, 1, 9)) {
            return std::nullopt;
        }
    }
    skipSpaces(text);
    const bool isAm = text.starts_with("AM") || text.starts_with("am");
    const bool isPm = text.starts_with("PM") || text.starts_with("pm");
    if (isAm || isPm) {
        if (time.hour < 1 || time.hour > 12) {
            return std::nullopt;
        }
        time.hour = time.hour % 12 + (isPm ? 12 : 0);
        text.remove_prefix(2);
    } else if (text.starts_with("Uhr")) {
        text.remove_prefix(3);
    }
    skipSpaces(text);
    return time.hour < 24 && time.minute < 60 && time.second < 61 ? std::optional{time}
                                                                  : std::nullopt;
}

/// Minutes to the east; nothing where no zone is said, or something else stands there.
std::optional<int> takeZone(std::string_view& text)
{
    if (takeOneOf(text, "Zz")) {
        return 0;
    }
    if (text.starts_with("UTC") || text.starts_with("GMT")) {
        text.remove_prefix(3);
        if (text.empty()) {
            return 0;
        }
    }
    const int sign = text.starts_with('-') ? -1 : 1;
    if (!takeOneOf(text, "+-")) {
        return std::nullopt;
    }
    const auto hours = takeNumber(text, 2, 2);
    takeOneOf(text, ":");
    const auto minutes = takeNumber(text, 2, 2);
    return hours && *hours <= 14 && minutes.value_or(0) < 60
        ? std::optional{sign * (*hours * 60 + minutes.value_or(0))}
        : std::nullopt;
}

std::string twoDigits(unsigned value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

Result<std::int64_t> importedAmount(std::string_view text, Currency currency)
{
    std::string number;
    bool isNegative = false;
    bool isEnded = false;
    for (const char c : text) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if ((isDigit(c) && isEnded) || (c == '-' && !number.empty())) {
            return notAnAmount(text);
        }
        if (isDigit(c) || c == '.' || c == ',') {
            number += c;
        }
        // Around the number stand signs and codes of currencies, in it apostrophes and spaces.
        isEnded = isEnded || (isLetter && !number.empty());
        isNegative = isNegative || c == '-';
    }
    const std::size_t point = decimalPoint(number, currency.exponent());
    std::string whole = number.substr(0, point);
    std::erase_if(whole, [](char c) { return !isDigit(c); });
    std::string decimals = point == std::string::npos ? std::string{} : number.substr(point + 1);
    const auto exponent = static_cast<std::size_t>(currency.exponent());
    // "35.0000" is as exact as "35.00".
    while (decimals.size() > exponent && decimals.back() == '0') {
        decimals.pop_back();
    }
    if ((whole.empty() && decimals.empty()) || decimals.size() > exponent) {
        return notAnAmount(text);
    }
    decimals.resize(exponent, '0');
    const std::string digits = whole + decimals;
    std::int64_t minor = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), minor);
    if (fault != std::errc{} || minor > Money::kMinorMax) {
        return notAnAmount(text);
    }
    return isNegative ? -minor : minor;
}

std::optional<std::int64_t> importedRate(std::string_view text)
{
    // A rate has three decimals like this currency, and needs the same care.
    const auto value = importedAmount(text, *Currency::fromCode("KWD"));
    return value && *value >= 0 && *value <= kRateMax ? std::optional{*value} : std::nullopt;
}

std::optional<ImportedTime> importedTime(std::string_view text)
{
    skipSpaces(text);
    const auto date = takeDate(text);
    if (!date) {
        return std::nullopt;
    }
    ImportedTime found;
    found.clock = std::to_string(static_cast<int>(date->year())) + "-" +
        twoDigits(static_cast<unsigned>(date->month())) + "-" +
        twoDigits(static_cast<unsigned>(date->day()));
    takeOneOf(text, ",");
    skipSpaces(text);
    takeOneOf(text, "T");
    if (text.empty()) {
        return found;
    }
    const auto time = takeTime(text);
    if (!time) {
        return std::nullopt;
    }
    found.clock += " " + twoDigits(static_cast<unsigned>(time->hour)) + ":" +
        twoDigits(static_cast<unsigned>(time->minute));
    if (text.empty()) {
        return found;
    }
    const auto zone = takeZone(text);
    if (!zone) {
        return std::nullopt;
    }
    const std::int64_t days = std::chrono::sys_days{*date}.time_since_epoch().count();
    const std::int64_t minutes = (days * 24 + time->hour) * 60 + time->minute - *zone;
    found.instant = Instant{(minutes * 60 + time->second) * 1000};
    found.clock.clear();
    return found;
}

} // namespace foyer
