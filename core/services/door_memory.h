// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/admission/gate_rules.h"
#include "core/services/gate.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What a gate keeps in memory between scans; the counter has one. Nothing in it decides who comes
/// in: a scan that is not a repetition is decided from the store.
struct DoorMemory {
    struct Scanned {
        std::string code;
        std::string gate;
        bool wasOut = false; ///< the scan was to let somebody out
        Instant at;
        ScanVerdict verdict;
    };
    std::optional<std::vector<Gate>> gates; ///< nothing: to be read again
    std::deque<Scanned> latest;             ///< the oldest first; only those of the last moments
};

} // namespace foyer
