// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/observe/metrics.h"

#include <cstdio>

namespace foyer::server {
namespace {

std::string written(Metrics::Labels labels)
{
    std::string text;
    for (const auto& [name, value] : labels) {
        text += text.empty() ? "" : ",";
        text += name;
        text += "=\"";
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                text += '\\';
            }
            text += c == '\n' ? ' ' : c;
        }
        text += '"';
    }
    return text;
}

std::string seconds(std::int64_t microseconds)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%lld.%06lld",
                  static_cast<long long>(microseconds / 1'000'000),
                  static_cast<long long>(microseconds % 1'000'000));
    return text.data();
}

void addLine(std::string& text, const std::string& name, const std::string& labels,
             const std::string& value)
{
    text += name;
    if (!labels.empty()) {
        text += '{' + labels + '}';
    }
    text += ' ' + value + '\n';
}

/// "# TYPE name type" once before the series of a name.
void addType(std::string& text, std::string& last, const std::string& name, const char* type)
{
    if (name != last) {
        text += "# TYPE " + name + ' ' + type + '\n';
        last = name;
    }
}

} // namespace

void Metrics::add(std::string_view name, Labels labels, std::int64_t count)
{
    const std::lock_guard lock{m_mutex};
    m_counters[{std::string{name}, written(labels)}] += count;
}

void Metrics::set(std::string_view name, std::int64_t value, Labels labels)
{
    const std::lock_guard lock{m_mutex};
    m_gauges[{std::string{name}, written(labels)}] = value;
}

void Metrics::move(std::string_view name, std::int64_t by)
{
    const std::lock_guard lock{m_mutex};
    m_gauges[{std::string{name}, {}}] += by;
}

void Metrics::observe(std::string_view name, std::int64_t microseconds, Labels labels)
{
    const std::lock_guard lock{m_mutex};
    Histogram& histogram = m_histograms[{std::string{name}, written(labels)}];
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
        histogram.within[i] += microseconds <= kBounds[i] ? 1 : 0;
    }
    ++histogram.count;
    histogram.microseconds += microseconds;
}

std::int64_t Metrics::value(std::string_view name, Labels labels) const
{
    const Series series{std::string{name}, written(labels)};
    const std::lock_guard lock{m_mutex};
    for (const auto* values : {&m_counters, &m_gauges}) {
        if (const auto found = values->find(series); found != values->end()) {
            return found->second;
        }
    }
    return 0;
}

std::string Metrics::text() const
{
    const std::lock_guard lock{m_mutex};
    std::string text;
    std::string last;
    for (const auto& [series, value] : m_counters) {
        addType(text, last, series.first, "counter");
        addLine(text, series.first, series.second, std::to_string(value));
    }
    for (const auto& [series, value] : m_gauges) {
        addType(text, last, series.first, "gauge");
        addLine(text, series.first, series.second, std::to_string(value));
    }
    for (const auto& [series, histogram] : m_histograms) {
        const auto& [name, labels] = series;
        addType(text, last, name, "histogram");
        const std::string before = labels.empty() ? "" : labels + ",";
        for (std::size_t i = 0; i < kBounds.size(); ++i) {
            addLine(text, name + "_bucket", before + "le=\"" + seconds(kBounds[i]) + '"',
                    std::to_string(histogram.within[i]));
        }
        addLine(text, name + "_bucket", before + "le=\"+Inf\"", std::to_string(histogram.count));
        addLine(text, name + "_sum", labels, seconds(histogram.microseconds));
        addLine(text, name + "_count", labels, std::to_string(histogram.count));
    }
    return text;
}

} // namespace foyer::server
