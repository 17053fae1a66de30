// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/observe/server_log.h"

#include <array>
#include <cstdio>

namespace foyer::server {
namespace {

constexpr std::size_t kValueMax = 1024;

std::string_view nameOf(LogLevel level)
{
    constexpr std::array<std::string_view, 4> kNames{"debug", "info", "warning", "error"};
    return kNames[static_cast<std::size_t>(level)];
}

/// A JSON string of ASCII only: what is not, whatever it is, becomes an escape, so that no value
/// can begin a line of its own or reach a terminal as a control sequence.
void addQuoted(std::string& line, std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    line += '"';
    for (const char c : text.substr(0, kValueMax)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (byte < 0x20 || byte >= 0x7f) {
            line += "\\u00";
            line += kHex[byte >> 4];
            line += kHex[byte & 15];
        } else {
            line += c;
        }
    }
    line += '"';
}

} // namespace

ServerLog::ServerLog(const Clock& clock, LogLevel least, Sink sink)
    : m_clock{clock}, m_least{least}, m_sink{std::move(sink)}
{
    if (!m_sink) {
        m_sink = [](std::string_view line) { std::fwrite(line.data(), 1, line.size(), stderr); };
    }
}

void ServerLog::write(LogLevel level, std::string_view event,
                      std::initializer_list<LogField> fields)
{
    if (level < m_least) {
        return;
    }
    std::string line = R"({"at":")" + toRfc3339(m_clock.now()) + R"(","level":")";
    line += nameOf(level);
    line += R"(","event":)";
    addQuoted(line, event);
    for (const LogField& field : fields) {
        line += ',';
        addQuoted(line, field.name());
        line += ':';
        if (const auto* number = std::get_if<std::int64_t>(&field.value())) {
            line += std::to_string(*number);
        } else {
            addQuoted(line, std::get<std::string_view>(field.value()));
        }
    }
    line += "}\n";
    const std::lock_guard lock{m_mutex};
    m_sink(line);
}

} // namespace foyer::server
