// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <optional>

namespace foyer {

class Counter;

/// What the verbs of holds.h refuse alike.
Error unknownHold();
Error notHome();
Error notInHold();
Error unknownWaiting();
/// Refuses with release_passed.
Result<void> checkRelease(const Counter& counter, const std::optional<Instant>& at);

} // namespace foyer
