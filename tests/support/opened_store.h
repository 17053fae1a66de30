// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/store_thread.h"
#include "core/services/counter.h"
#include "tests/support/counter_fixture.h"

namespace foyer::test {

/// Opens the counter of a house, which the test has closed, on a store thread, and waits for it.
/// Fails the test where it does not open.
inline void openOn(desktop::StoreThread& store, CounterFixture& house)
{
    constexpr int kPatienceMs = 30'000;
    bool isOpen = false;
    store.open(
        [&] { return Counter::open(house.folder(), house.vault(), house.clock(), house.random()); },
        [&](const Result<void>& done) { isOpen = done.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isOpen, kPatienceMs);
}

} // namespace foyer::test
