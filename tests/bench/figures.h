// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace foyer::bench {

/// One row of the result: a figure, the limit that was measured beside it, and whether the goal
/// holds.
struct Row {
    std::string name;
    double figure = 0;
    std::string unit;
    double limit = 0; ///< 0: an absolute goal, nothing beside it
    double ratio = 0;
    double goal = 0; ///< of the ratio, or of the figure where there is no limit
    bool holds = false;
};

using Samples = std::vector<double>;

double percentile(Samples samples, double share);
inline double median(const Samples& samples)
{
    return percentile(samples, 0.5);
}

Row ratioRow(std::string name, double figure, std::string unit, double limit, double goal);
Row absoluteRow(std::string name, double figure, std::string unit, double goal);

/// Microseconds that `work` takes.
template <typename Work>
double microseconds(Work work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - from)
        .count();
}

} // namespace foyer::bench
