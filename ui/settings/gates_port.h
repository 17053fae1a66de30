// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/admission/gate_rules.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// The gates of the house, and what their rules may name.
struct GatesShown {
    std::vector<Gate> gates; ///< by name, without those that were removed
    std::vector<std::string> types;
    std::vector<std::string> categories;
};

/// The gates page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class GatesPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~GatesPort() = default;

    virtual void gates(Then<GatesShown> then) = 0;
    /// Adds a gate where its id is nil, else changes it; a closed one is removed.
    virtual void save(const Gate& gate, Then<bool> then) = 0;

protected:
    GatesPort() = default;
    GatesPort(const GatesPort&) = default;
    GatesPort& operator=(const GatesPort&) = default;
};

} // namespace foyer::ui
