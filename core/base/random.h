// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>

namespace foyer {

/// Where randomness comes from, so that a seed can replay a whole run in tests.
class Random {
public:
    virtual ~Random() = default;
    /// Fills every byte of `out` with randomness fit for keys.
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

/// The randomness of the kernel (getrandom(2)). Aborts where the kernel has none to give.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

} // namespace foyer
