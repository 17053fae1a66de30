// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/figures.h"

#include <string>
#include <vector>

namespace foyer::bench {

/// What orders of another system take: 100,000 attendees in 50,000 orders out of a table, tried,
/// brought and taken back; and how long a sale waits for a portion of them.
std::vector<Row> measureOrderImport(const std::string& folder);

} // namespace foyer::bench
