// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/intake.h"
#include "tests/bench/served_house.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer::bench {

/// The chain of a device of the house: what a counter elsewhere wrote, as if the device had.
class DeviceChain {
public:
    DeviceChain(ServedHouse& house, const BenchDevice& device) : m_house{house}, m_device{device} {}

    /// Goes on with these entries of another counter.
    EntryBatch continuedWith(std::vector<Entry> entries);
    /// The request that pushes a batch, as it is sent.
    std::string pushOf(const EntryBatch& batch) const;

private:
    ServedHouse& m_house;
    const BenchDevice& m_device;
    std::int64_t m_written = 0;
    EntryHash m_head{};
};

} // namespace foyer::bench
