// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <utility>

namespace foyer {

/// The one place where a StorageFailure becomes an Error: every verb of core/services runs inside.
template <typename Act>
auto guarded(Act act) -> decltype(act())
{
    try {
        return act();
    } catch (const StorageFailure& failure) {
        return failure.error;
    }
}

} // namespace foyer
