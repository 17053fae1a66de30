// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/documents/plans/plan_import.h"
#include "core/domain/seating/plan_codec.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

/// What was let in is written and read back, and is then the same for ever.
void checkKept(const foyer::SeatingPlan& plan)
{
    const foyer::Bytes bytes = foyer::encodePlan(plan);
    const auto again = foyer::decodePlan(bytes);
    ENSURE(again.has_value());
    ENSURE(foyer::encodePlan(*again) == bytes);
}

} // namespace

/// A seating plan from a stranger's file, as JSON and as the body of an entry.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto plan = foyer::importPlan(text, "plan.json")) {
        checkKept(*plan);
    }
    if (const auto plan = foyer::decodePlan({data, size})) {
        checkKept(*plan);
    }
    return 0;
}
