// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/figures.h"

#include <string>
#include <vector>

namespace foyer::bench {

/// What a house with 100,000 customers takes: importing them out of a table, each key of a search,
/// one person's history, looking for duplicates, taking the import back.
std::vector<Row> measureCustomerDesk(const std::string& folder);

} // namespace foyer::bench
