// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/figures.h"

#include <algorithm>

namespace foyer::bench {

double percentile(Samples samples, double share)
{
    if (samples.empty()) {
        return 0;
    }
    const auto at = static_cast<std::size_t>(static_cast<double>(samples.size() - 1) * share);
    std::ranges::nth_element(samples, samples.begin() + static_cast<std::ptrdiff_t>(at));
    return samples[at];
}

Row ratioRow(std::string name, double figure, std::string unit, double limit, double goal)
{
    const double ratio = limit > 0 ? figure / limit : 0;
    return {std::move(name), figure, std::move(unit), limit, ratio, goal, ratio <= goal};
}

Row absoluteRow(std::string name, double figure, std::string unit, double goal)
{
    return {std::move(name), figure, std::move(unit), 0, 0, goal, figure <= goal};
}

} // namespace foyer::bench
