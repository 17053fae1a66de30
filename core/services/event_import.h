// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/event_file.h"

namespace foyer {

class Counter;

/// Makes a draft of what a file says, all of it or nothing. Names of venues, taxes and plans are
/// those of the house. Needs Permission::EditCatalogue. Refuses with what the verbs of each part
/// refuse with; `where` is the place in the file: "types[1].prices.Stalls". With `onlyCheck`
/// nothing is made, and the answer is nil.
Result<EventId> importEvent(Counter& counter, const EventFile& file, bool onlyCheck = false);

} // namespace foyer
