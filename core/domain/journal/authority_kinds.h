// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"

namespace foyer {

/// Whether an entry is of a kind that only the authority writes: a counter could give itself rights
/// otherwise, or vouch for keys.
bool isOfTheAuthority(const Entry& entry);

} // namespace foyer
