// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/gates_port.h"

#include "app/desktop/store_thread.h"
#include "core/services/gates.h"

#include <utility>

namespace foyer::desktop {

void CounterGatesPort::gates(Then<ui::GatesShown> then)
{
    m_store.ask<ui::GatesShown>(
        [](Counter& counter) -> Result<ui::GatesShown> {
            auto known = foyer::gates(counter);
            if (!known) {
                return std::move(known).error();
            }
            auto choices = gateChoices(counter);
            if (!choices) {
                return std::move(choices).error();
            }
            return ui::GatesShown{*std::move(known), std::move(choices->types),
                                  std::move(choices->categories)};
        },
        std::move(then));
}

void CounterGatesPort::save(const Gate& gate, Then<bool> then)
{
    m_store.ask<bool>(
        [gate](Counter& counter) -> Result<bool> {
            const auto kept = setGate(counter, gate);
            return kept ? Result<bool>{true} : kept.error();
        },
        std::move(then));
}

} // namespace foyer::desktop
