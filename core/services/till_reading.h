// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/domain/till/shift.h"
#include "core/storage/till_store.h"

#include <span>
#include <string>

namespace foyer {

class Counter;

/// What the verbs of the till have in common, once they have asked for permission. All functions
/// throw StorageFailure.

/// A stored shift with the names of its clerk, drawer and counter.
Shift shiftFrom(Counter& counter, const StoredShift& stored);
/// The figures of facts with the names of events and clerks.
TillFigures namedFigures(Counter& counter, const TillFigures& figures);
TillFigures shiftFigures(Counter& counter, ShiftId shift);
/// Everything there is to say of a shift.
ShiftReport wholeReport(Counter& counter, const StoredShift& stored);
/// The name of a user; empty where nobody had to sign in.
std::string clerkName(Counter& counter, UserId clerk);
/// "There is no such shift."
Error unknownShift();

} // namespace foyer
