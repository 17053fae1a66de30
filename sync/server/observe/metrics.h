// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace foyer::server {

/// Counters, gauges and latencies in the text format of Prometheus. Safe from any thread. Labels
/// take values from short lists of ours only (route patterns, codes), never from a client.
class Metrics {
public:
    using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Adds to a counter; its name ends in _total.
    void add(std::string_view name, Labels labels = {}, std::int64_t count = 1);
    /// Sets a gauge.
    void set(std::string_view name, std::int64_t value, Labels labels = {});
    /// Adds to a gauge, or takes away.
    void move(std::string_view name, std::int64_t by);
    /// One observation of a duration; its name ends in _seconds.
    void observe(std::string_view name, std::int64_t microseconds, Labels labels = {});

    /// The present value of a counter or gauge; 0 where there is none.
    std::int64_t value(std::string_view name, Labels labels = {}) const;
    std::string text() const;

private:
    /// Upper bounds in microseconds; what is above all of them is in the count only.
    static constexpr std::array<std::int64_t, 11> kBounds{500,     1'000,     2'500,    5'000,
                                                          10'000,  25'000,    50'000,   100'000,
                                                          250'000, 1'000'000, 5'000'000};
    struct Histogram {
        std::array<std::int64_t, kBounds.size()> within{};
        std::int64_t count = 0;
        std::int64_t microseconds = 0;
    };
    using Series = std::pair<std::string, std::string>; ///< name, labels as written

    mutable std::mutex m_mutex;
    std::map<Series, std::int64_t> m_counters;
    std::map<Series, std::int64_t> m_gauges;
    std::map<Series, Histogram> m_histograms;
};

} // namespace foyer::server
