// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/figures.h"

#include <string>
#include <vector>

namespace foyer::bench {

/// What a server does with the sales that counters push, on a PostgreSQL of its own that waits for
/// the disk: the entries of many sales stored and projected in one transaction, by one connection
/// and by several. `folder` is one to work in.
std::vector<Row> measurePostgres(const std::string& folder);

} // namespace foyer::bench
