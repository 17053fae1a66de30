// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/statements/statement.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace foyer::server {
namespace {

/// What Windows-1252 has where ISO 8859-1 has control characters.
constexpr std::array<char32_t, 32> kWindows{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
                                            0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
                                            0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D,
                                            0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
                                            0x0153, 0xFFFD, 0x017E, 0x0178};

void append(std::string& text, char32_t c)
{
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const char* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    return !digits.empty() && digits.front() != '-' && read.ec == std::errc{} && read.ptr == end
        ? std::optional{value}
        : std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos
        ? std::string_view{}
        : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Digits with a thousands separator, in groups of three, and without it: nothing where it is none.
std::optional<std::string> ungrouped(std::string_view whole, char separator)
{
    constexpr std::size_t kGroup = 3;
    std::string digits;
    std::size_t inGroup = 0;
    bool isFirst = true;
    for (const char c : whole) {
        if (c == separator) {
            if (inGroup == 0 || inGroup > kGroup || (!isFirst && inGroup != kGroup)) {
                return std::nullopt;
            }
            isFirst = false;
            inGroup = 0;
        } else if (isDigit(c)) {
            digits += c;
            ++inGroup;
        } else {
            return std::nullopt;
        }
    }
    return isFirst || inGroup == kGroup ? std::optional{digits} : std::nullopt;
}

} // namespace

std::optional<Money> Statement::difference() const
{
    if (!opening || !closing) {
        return std::nullopt;
    }
    Money sum = *opening;
    for (const StatementLine& line : lines) {
        if (line.amount.currency() != sum.currency()) {
            return std::nullopt;
        }
        sum = sum + line.amount;
    }
    return closing->currency() == sum.currency() && *closing != sum ? std::optional{*closing - sum}
                                                                    : std::nullopt;
}

Error badStatement(std::size_t line, std::size_t column, const std::string& what)
{
    const std::string at = std::to_string(line) + ":" + std::to_string(column);
    Error error =
        badInput("bad_statement",
                 "This statement cannot be read: line " + std::to_string(line) + ", column " +
                     std::to_string(column) + ": " + what + " Nothing was taken from it.",
                 at);
    error.facts = {std::to_string(line), std::to_string(column)};
    return error;
}

std::optional<Instant> readStatementDay(std::string_view text)
{
    text = trimmed(text);
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    constexpr std::size_t kIso = 10;
    constexpr int kCentury = 2000;
    if (text.size() >= kIso && text[4] == '-' && text[7] == '-' &&
        (text.size() == kIso || text[kIso] == 'T' || text[kIso] == ' ' || text[kIso] == 'Z' ||
         text[kIso] == '+')) {
        year = number(text.substr(0, 4));
        month = number(text.substr(5, 2));
        day = number(text.substr(8, 2));
    } else if ((text.size() == kIso || text.size() == kIso - 2) && text[2] == '.' &&
               text[5] == '.') {
        day = number(text.substr(0, 2));
        month = number(text.substr(3, 2));
        year = number(text.substr(6));
        if (year && text.size() == kIso - 2) {
            *year += kCentury;
        }
    }
    if (!year || !month || !day || *year < kCentury || *year >= kCentury + 200) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::sys_days{date}.time_since_epoch())
                       .count()};
}

std::optional<Money> readStatementAmount(std::string_view text, Currency currency)
{
    text = trimmed(text);
    bool isNegative = false;
    bool hasSign = false;
    for (const bool isBehind : {false, true}) {
        const char sign = text.empty() ? ' ' : isBehind ? text.back() : text.front();
        if (sign == '-' || sign == '+') {
            if (hasSign) {
                return std::nullopt;
            }
            hasSign = true;
            isNegative = sign == '-';
            isBehind ? text.remove_suffix(1) : text.remove_prefix(1);
            text = trimmed(text);
        }
    }
    const std::size_t last = text.find_last_of(",.");
    std::string_view whole = text;
    std::string decimals;
    char thousands = ',';
    if (last != std::string_view::npos) {
        const char separator = text[last];
        const std::string_view behind = text.substr(last + 1);
        const bool isOnly = text.find_first_of(",.") == last;
        const auto places = static_cast<std::size_t>(currency.exponent());
        const bool isGroup = behind.size() == 3 && places != 3;
        if (isGroup && isOnly) {
            return std::nullopt; // "1.234": a thousand, or one and a bit
        }
        if (isGroup || (!isOnly && text.find(separator) != last)) {
            thousands = separator; // "1.234.567"
        } else {
            if (behind.empty() || behind.size() > places) {
                return std::nullopt;
            }
            whole = text.substr(0, last);
            decimals = "." + std::string{behind};
            thousands = separator == ',' ? '.' : ',';
        }
    }
    const auto digits = ungrouped(whole, thousands);
    if (!digits || digits->empty()) {
        return std::nullopt;
    }
    const auto money = parseMoney(*digits + decimals, currency);
    return money && money->minor() <= kStatementAmountMax
        ? std::optional{isNegative ? -*money : *money}
        : std::nullopt;
}

std::string inUtf8(std::string_view bytes)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    constexpr unsigned char kWindowsFirst = 0x80;
    if (bytes.starts_with(kMark)) {
        bytes.remove_prefix(kMark.size());
    }
    if (isUtf8(bytes)) {
        return std::string{bytes};
    }
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char each : bytes) {
        const auto c = static_cast<unsigned char>(each);
        const bool isWindows = c >= kWindowsFirst && c < kWindowsFirst + kWindows.size();
        append(text, isWindows ? kWindows.at(c - kWindowsFirst) : c);
    }
    return text;
}

Result<std::vector<Statement>> readStatements(ByteView bytes)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    if (text.size() > kStatementMax) {
        return badStatement(1, 1, "the file is too large.");
    }
    const std::string_view begin =
        text.substr(std::min(text.find_first_not_of("\xEF\xBB\xBF \t\r\n"), text.size()));
    // UTF-16 begins with its mark.
    const bool isXml =
        begin.starts_with('<') || text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    return isXml ? readCamt(text) : readStatementCsv(inUtf8(text));
}

} // namespace foyer::server
