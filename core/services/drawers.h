// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/till/shift.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The drawers of this counter, by name. Needs Permission::RunShift.
Result<std::vector<Drawer>> drawers(Counter& counter);
/// Those of them that nobody has a shift at. Needs Permission::RunShift.
Result<std::vector<Drawer>> freeDrawers(Counter& counter);
/// Adds a drawer to this counter, or renames one. Needs Permission::RunCounter. Refuses with
/// name_missing, name_taken, unknown_drawer.
Result<DrawerId> addDrawer(Counter& counter, const std::string& name);
Result<void> renameDrawer(Counter& counter, DrawerId drawer, const std::string& name);

/// The same list for verbs that have asked already. Throws StorageFailure.
std::vector<Drawer> readDrawers(Counter& counter);
/// "There is no such drawer."
Error unknownDrawer();

} // namespace foyer
