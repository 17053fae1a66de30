// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_sell_port.h"
#include "ui/settings/gates_port.h"

#include <algorithm>

namespace foyer::test {

/// Gates in memory, with the rules of the real thing.
class FakeGatesPort final : public ui::GatesPort {
public:
    std::vector<Gate> all;

    void gates(Then<ui::GatesShown> then) override
    {
        ui::GatesShown shown{{}, {"Adult", "Child", "Student"}, {"Balcony", "Stalls"}};
        std::ranges::copy_if(all, std::back_inserter(shown.gates),
                             [](const Gate& gate) { return !gate.closed; });
        then(shown);
    }
    void save(const Gate& gate, Then<bool> then) override
    {
        const bool taken = std::ranges::any_of(all, [&](const Gate& other) {
            return !other.closed && other.id != gate.id && other.name == gate.name;
        });
        if (taken) {
            then(refused("name_taken", "There is a gate of that name already.", "name"));
            return;
        }
        const auto known = std::ranges::find(all, gate.id, &Gate::id);
        if (known != all.end()) {
            *known = gate;
        } else {
            all.push_back(gate);
            all.back().id = idOf<GateId>(static_cast<std::uint8_t>(all.size()));
        }
        then(true);
    }
};

} // namespace foyer::test
