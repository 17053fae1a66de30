// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/json_forms.h"
#include "core/domain/imports/order_import_report.h"
#include "core/domain/sales/order.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

/// Where an order came from; null of one that was placed here.
Json originForm(const std::optional<ImportedOrigin>& origin);
/// The first lines of an order's history: that it was placed, here or there.
std::vector<std::vector<std::string>> beginningOf(const Order& order,
                                                  const std::optional<ImportedOrigin>& origin);

} // namespace foyer::cli
