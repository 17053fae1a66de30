// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <cstdint>

namespace foyer {

class Counter;

/// The organizer's own currency. Throws StorageFailure.
Currency houseCurrency(Counter& counter);
/// What cash is rounded to in this house, in minor units; 1: not at all. Throws StorageFailure.
std::int64_t cashStep(Counter& counter);
/// Rounds cash from now on to a step of minor units; 0: to what the currency's coins ask for, 1:
/// not at all. Needs Permission::RunCounter. Refuses with bad_rounding.
Result<void> setCashStep(Counter& counter, std::int64_t step);

} // namespace foyer
