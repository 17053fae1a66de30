// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace foyer::server {

/// A whole number from 0 on, in decimal digits and nothing else.
std::optional<std::int64_t> naturalNumber(std::string_view text);

} // namespace foyer::server
