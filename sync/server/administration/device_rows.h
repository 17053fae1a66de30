// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/rights/rights_wish.h"
#include "core/services/authority/device_overview.h"

#include <string>
#include <vector>

namespace foyer::server {

/// {"devices":[…]}, each with its id, name, state, times, last sequence and what it holds.
std::string deviceRows(const std::vector<DeviceOverview>& devices);
/// {"rights":10,"seats":"0-3","missing":"7"}: what was given, and which seats were not.
std::string giftRow(const RightsAnswer& answer);

} // namespace foyer::server
