// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/date_text.h"

#include <chrono>

namespace foyer::server {
namespace {

/// Takes things off the front of a text, and remembers whether they were there.
class Taker {
public:
    explicit Taker(std::string_view text) : m_rest{text} {}

    int digits(std::size_t count)
    {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const char c = next();
            m_isRight = m_isRight && c >= '0' && c <= '9';
            value = m_isRight ? value * 10 + (c - '0') : 0;
        }
        return value;
    }
    void sign(char expected) { m_isRight = next() == expected && m_isRight; }
    bool take(char c)
    {
        const bool isThere = m_rest.starts_with(c);
        m_rest.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }
    bool isDigit() const
    {
        return !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9';
    }
    bool isDone() const { return m_isRight && m_rest.empty(); }

private:
    char next()
    {
        if (m_rest.empty()) {
            return '\0';
        }
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }

    std::string_view m_rest;
    bool m_isRight = true;
};

/// Milliseconds of ".123"; further digits are below them.
std::int64_t fraction(Taker& taker)
{
    std::int64_t ms = 0;
    std::int64_t unit = 100;
    while (taker.isDigit()) {
        ms += taker.digits(1) * unit;
        unit /= 10;
    }
    return ms;
}

std::optional<std::int64_t> offsetMinutes(Taker& taker)
{
    if (taker.take('Z')) {
        return 0;
    }
    const bool isBehind = taker.take('-');
    if (!isBehind && !taker.take('+')) {
        return std::nullopt;
    }
    const int hours = taker.digits(2);
    taker.take(':');
    const std::int64_t minutes = std::int64_t{hours} * 60 + taker.digits(2);
    return isBehind ? -minutes : minutes;
}

} // namespace

std::optional<Instant> readDateText(std::string_view text)
{
    using namespace std::chrono;
    Taker taker{text};
    const int y = taker.digits(4);
    taker.sign('-');
    const int m = taker.digits(2);
    taker.sign('-');
    const int d = taker.digits(2);
    taker.sign('T');
    const int hour = taker.digits(2);
    taker.sign(':');
    const int minute = taker.digits(2);
    taker.sign(':');
    const int second = taker.digits(2);
    const std::int64_t ms = taker.take('.') ? fraction(taker) : 0;
    const auto offset = offsetMinutes(taker);
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                              day{static_cast<unsigned>(d)}};
    if (!offset || !taker.isDone() || !date.ok() || hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    const auto days = sys_days{date}.time_since_epoch().count();
    const std::int64_t seconds =
        (std::int64_t{days} * 24 + hour) * 3'600 + (minute - *offset) * 60 + second;
    return Instant{seconds * 1'000 + ms};
}

} // namespace foyer::server
