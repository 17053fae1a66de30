// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/sync_store.h"

#include <memory>
#include <string>

namespace foyer {
class Counter;
class KeyVault;
} // namespace foyer

namespace foyer::sync {

/// What a person has of a server: the text of its QR code, {"v":1,"url":…,"code":…,"spki":…}. May
/// be typed or read by a scanner.

/// A counter that stands alone joins a server: enrols, hands its authority over, and keeps what it
/// holds. It can sell all the while; everything is sent at the next exchange. Errors:
/// bad_invitation, those of PinnedHttps::send, what the server refuses with (wrong_code …), and
/// those of Counter::handOver.
Result<void> joinServer(Counter& counter, const std::string& invitation);

/// A new counter of a house that has a server, in a folder that has none: enrols, and makes the
/// counter. It has nothing to sell until its first exchange. Errors: the same, and those of
/// Counter::foundMember.
Result<void> joinAsNew(const std::string& folder, const std::string& invitation, KeyVault& vault,
                       const Clock& clock, Random& random);

} // namespace foyer::sync
