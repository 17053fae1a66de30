// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/show_night.h"

#include <string>

namespace foyer::app {

/// The papers of one performance in a folder, readable by anybody with any PDF reader.
struct ShowNightKit {
    std::string doorList;     ///< everybody who is expected, by name and place, with boxes to tick
    std::string willCallList; ///< orders and reservations to be fetched, by name
    std::string seatMap;      ///< sold seats filled
    std::string blankTickets; ///< numbered, to be written by hand
};

/// Writes the kit of a performance into a folder (made if missing), each file put in its place
/// whole or not at all. The names begin with date, time and event, so that the folder sorts itself.
/// May run on any thread. `blanks`: how many blank tickets. Needs a QGuiApplication. Storage errors
/// of writePdf; files that were there stay then.
Result<ShowNightKit> writeShowNightKit(const ShowNight& night, const std::string& folder,
                                       int blanks = 50);

/// Writes the will-call list alone, as a file of the kit's name; its path. As writeShowNightKit.
Result<std::string> writeWillCallList(const ShowNight& night, const std::string& folder);

} // namespace foyer::app
