// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/trace_log.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace foyer {
namespace {

std::string fileIn(const std::string& folder)
{
    return folder + "/foyer.log";
}

bool isCode(std::string_view text)
{
    constexpr std::size_t kMost = 48;
    return !text.empty() && text.size() <= kMost && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::string readAll(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The end of a text, from the beginning of a line on.
std::string lastLines(const std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    const std::size_t from = text.find('\n', text.size() - bytes);
    return from == std::string::npos ? std::string{} : text.substr(from + 1);
}

} // namespace

TraceValue::TraceValue(TraceWord name, const Error& error)
    : m_name{name}, m_value{isCode(error.code) ? error.code : "other"}
{}

std::string TraceValue::text() const
{
    return std::string{m_name.text()} + "=" + m_value;
}

TraceLog::TraceLog(std::string folder, const Clock& clock)
    : m_folder{std::move(folder)}, m_clock{clock}
{}

void TraceLog::note(TraceWord what, std::initializer_list<TraceValue> values)
{
    std::string line = toRfc3339(m_clock.now()) + " " + std::string{what.text()};
    for (const TraceValue& value : values) {
        line += " " + value.text();
    }
    shorten();
    std::ofstream{fileIn(m_folder), std::ios::binary | std::ios::app} << line << '\n';
}

void TraceLog::shorten()
{
    std::error_code fault;
    const auto size = std::filesystem::file_size(fileIn(m_folder), fault);
    if (fault || size < kMost) {
        return;
    }
    const std::string kept = lastLines(readAll(fileIn(m_folder)), kMost / 2);
    const std::string fresh = fileIn(m_folder) + ".new";
    std::ofstream{fresh, std::ios::binary} << kept;
    std::filesystem::rename(fresh, fileIn(m_folder), fault);
}

std::string TraceLog::recent(const std::string& folder, std::size_t bytes)
{
    return lastLines(readAll(fileIn(folder)), bytes);
}

} // namespace foyer
