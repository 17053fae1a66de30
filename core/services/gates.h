// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/admission/gate_rules.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The gates of the house by name, without those that are closed for good. Needs Permission::Admit
/// or EditCatalogue.
Result<std::vector<Gate>> gates(Counter& counter);

/// The gate of a name (letters compared without case), or one of that name without any rules.
/// Throws StorageFailure.
Gate gateNamed(Counter& counter, const std::string& name);

/// What the rules of a gate may name.
struct GateChoices {
    std::vector<std::string> types;      ///< of all events, each name once, by name
    std::vector<std::string> categories; ///< as well
};
/// Needs Permission::Admit or EditCatalogue.
Result<GateChoices> gateChoices(Counter& counter);

/// Describes a gate: a new one where the id is nil, else the one that it names. Needs
/// Permission::EditCatalogue. Refuses with name_missing, name_taken (by one that is in use),
/// unknown_gate, bad_minutes (less than zero, or more than a week).
Result<GateId> setGate(Counter& counter, const Gate& gate);

} // namespace foyer
