// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seat_runs.h"

#include <cstdint>
#include <vector>

namespace foyer {

/// A party of `count` that no single run can seat, in as few blocks as possible. The first block is
/// a good one (with an accessible seat, where one is needed), the others lie as near to it as can
/// be. Empty where fewer than `count` seats may be chosen. Nearness is sought from up to eight
/// first blocks, so the answer is a good one, not provably the best.
std::vector<SeatBlock> splitIntoBlocks(const SeatRuns& runs, std::uint32_t count,
                                       bool needAccessible);

} // namespace foyer
