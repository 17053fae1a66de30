// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/gates.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/door_memory.h"
#include "core/services/guarded.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <set>

namespace foyer {
namespace {

constexpr std::int64_t kWeekMinutes = 7LL * 24 * 60;

/// Read once, and again after an edit: every scan asks.
const std::vector<Gate>& knownGates(Counter& counter)
{
    auto& kept = counter.doorMemory().gates;
    if (!kept) {
        kept.emplace();
        readEntities(counter.database(), counter.organizer(), "gate",
                     [&](const Uuid& id, const Entity& entity) {
                         if (auto gate = gateFrom(id, entity)) {
                             kept->push_back(*std::move(gate));
                         }
                     });
        std::ranges::sort(*kept, {}, &Gate::name);
    }
    return *kept;
}

/// Whoever stands at a gate knows its rules, and whoever makes them.
Result<void> requireToKnow(Counter& counter)
{
    const Permission needed = counter.access().may(Permission::EditCatalogue)
        ? Permission::EditCatalogue
        : Permission::Admit;
    return counter.access().require(needed);
}

std::vector<std::string> namesOf(Counter& counter, const char* kind)
{
    std::set<std::string> names;
    readEntities(counter.database(), counter.organizer(), kind,
                 [&names](const Uuid&, const Entity& entity) {
                     if (!entity.text("name").empty()) {
                         names.insert(entity.text("name"));
                     }
                 });
    return {names.begin(), names.end()};
}

bool isSound(const std::optional<std::int64_t>& minutes)
{
    return !minutes || (*minutes >= 0 && *minutes <= kWeekMinutes);
}

Result<void> checkGate(const std::vector<Gate>& known, const Gate& gate)
{
    if (gate.name.find_first_not_of(' ') == std::string::npos) {
        return badInput("name_missing", "Say the gate's name.", "name");
    }
    for (const Gate& other : known) {
        if (!other.closed && !gate.closed && other.id != gate.id &&
            foldedForSearch(other.name) == foldedForSearch(gate.name)) {
            return refused("name_taken",
                           "There is a gate of that name already. Choose another name.", "name");
        }
    }
    if (!isSound(gate.opensBefore) || !isSound(gate.closesAfter)) {
        return badInput("bad_minutes", "Say whole minutes, from 0 to a week (10080).", "minutes");
    }
    return {};
}

} // namespace

Result<std::vector<Gate>> gates(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Gate>> {
        if (auto may = requireToKnow(counter); !may) {
            return std::move(may).error();
        }
        std::vector<Gate> open = knownGates(counter);
        std::erase_if(open, [](const Gate& gate) { return gate.closed; });
        return open;
    });
}

Result<GateChoices> gateChoices(Counter& counter)
{
    return guarded([&]() -> Result<GateChoices> {
        if (auto may = requireToKnow(counter); !may) {
            return std::move(may).error();
        }
        return GateChoices{namesOf(counter, "ticket_type"), namesOf(counter, "category")};
    });
}

Gate gateNamed(Counter& counter, const std::string& name)
{
    const std::string folded = foldedForSearch(name);
    for (const Gate& gate : knownGates(counter)) {
        if (!gate.closed && foldedForSearch(gate.name) == folded) {
            return gate;
        }
    }
    return Gate{.name = name};
}

Result<GateId> setGate(Counter& counter, const Gate& gate)
{
    return guarded([&]() -> Result<GateId> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        const std::vector<Gate>& known = knownGates(counter);
        if (!gate.id.isNil() && std::ranges::find(known, gate.id, &Gate::id) == known.end()) {
            return refused("unknown_gate", "This gate is not known any more. Choose it again.",
                           "gate");
        }
        if (auto sound = checkGate(known, gate); !sound) {
            return std::move(sound).error();
        }
        Gate edited = gate;
        if (edited.id.isNil()) {
            edited.id = GateId{Uuid::v7(counter.clock().now(), counter.random())};
        }
        Journal::Act act{counter.journal(), *permit};
        appendEdit(act, counter.database(), counter.organizer(), kind::kGateEdited, editOf(edited));
        act.commit();
        counter.noteHead();
        counter.doorMemory().gates.reset();
        return edited.id;
    });
}

} // namespace foyer
