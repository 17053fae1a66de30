// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"
#include "core/domain/till/till_figures.h"
#include "core/storage/database.h"

#include <optional>
#include <string>

namespace foyer::projections {

/// Keeps what a fact adds to the figures of its shift; nothing where `shift` is nil. Every
/// projection of an entry that names a shift calls it, once.
void recordShiftFact(Database& database, const Entry& entry, ShiftId shift,
                     const std::optional<OrderId>& order, const TillFigures& figures,
                     const std::string& note = {});

} // namespace foyer::projections
