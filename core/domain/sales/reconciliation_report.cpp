// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/reconciliation_report.h"

namespace foyer {

std::string dayText(std::int64_t day)
{
    constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
    constexpr std::size_t kDate = 10;
    return toRfc3339(Instant{day * kDayMs}).substr(0, kDate);
}

} // namespace foyer
