// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace foyer::simulation {

/// What decides about everything in a run. The same for the same seed, with every library: no
/// distribution of the standard library is used, for those differ.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_engine{seed} {}

    /// 0 … bound - 1.
    std::size_t below(std::size_t bound) { return bound < 2 ? 0 : m_engine() % bound; }
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
    }
    bool percent(int chance) { return below(100) < static_cast<std::size_t>(chance); }
    std::uint64_t any() { return m_engine(); }
    template <typename T>
    T& oneOf(std::vector<T>& list)
    {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace foyer::simulation
