// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <optional>
#include <string_view>

namespace foyer::server {

/// Reads "2026-11-30T10:20:30Z", with a fraction of a second or without, and with an offset as RFC
/// 3339 has it ("+01:00") or as PayPal's reports do ("+0100"). Nothing for any other text.
std::optional<Instant> readDateText(std::string_view text);

} // namespace foyer::server
