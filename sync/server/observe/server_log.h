// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/crypto/secret.h"

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

namespace foyer::server {

/// One name and value of a log line. Secrets do not become one: that does not compile. Bodies,
/// tokens, addresses and names of people are never given to the log at all.
class LogField {
public:
    LogField(std::string_view name, std::string_view value) : m_name{name}, m_value{value} {}
    LogField(std::string_view name, const std::string& value)
        : LogField{name, std::string_view{value}}
    {}
    LogField(std::string_view name, const char* value) : LogField{name, std::string_view{value}} {}
    template <std::integral T>
    LogField(std::string_view name, T value)
        : m_name{name}, m_value{static_cast<std::int64_t>(value)}
    {}
    LogField(std::string_view name, const SecretBytes& secret) = delete;

    std::string_view name() const { return m_name; }
    const std::variant<std::string_view, std::int64_t>& value() const { return m_value; }

private:
    std::string_view m_name;
    std::variant<std::string_view, std::int64_t> m_value;
};

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };

/// Structured log: one JSON object a line, whatever is in the values. Safe from any thread.
class ServerLog {
public:
    using Sink = std::function<void(std::string_view line)>;
    /// `sink` is given each line with its LF; by default it goes to standard error.
    explicit ServerLog(const Clock& clock, LogLevel least = LogLevel::Info, Sink sink = {});

    void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields);
    void info(std::string_view event, std::initializer_list<LogField> fields)
    {
        write(LogLevel::Info, event, fields);
    }
    void warning(std::string_view event, std::initializer_list<LogField> fields)
    {
        write(LogLevel::Warning, event, fields);
    }
    void error(std::string_view event, std::initializer_list<LogField> fields)
    {
        write(LogLevel::Error, event, fields);
    }

private:
    const Clock& m_clock;
    LogLevel m_least;
    Sink m_sink;
    std::mutex m_mutex;
};

} // namespace foyer::server
