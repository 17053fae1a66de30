// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace foyer::ui {

/// What a counter can sell of a performance without asking the server.
struct HeldHere {
    std::int64_t seats = 0;  ///< numbered
    std::int64_t places = 0; ///< counted
    friend bool operator==(const HeldHere&, const HeldHere&) = default;
};

/// How a counter stands with its server.
struct ServerState {
    std::string url; ///< empty: it stands alone
    bool isOnline = false;
    bool isBusy = false;                     ///< sending or hearing just now
    std::int64_t unsent = 0;                 ///< entries that the server has not confirmed
    std::int64_t position = 0;               ///< of the server's feed, heard here
    Instant contactAt;                       ///< of the last answer; 0: never
    std::optional<Error> problem;            ///< that somebody has to look at
    std::optional<HeldHere> here;            ///< of the performance that is shown
    std::optional<std::int64_t> roundTripMs; ///< of the last question; nothing: not measured
    std::int64_t clockAheadMs = 0;           ///< of this computer, against the server's
};

/// In a few words for the status pill, and in a sentence what that means.
QString serverWords(const ServerState& state);
QString serverMeaning(const ServerState& state);
/// "12 seats here without network"; "nothing here without network".
QString hereWords(const HeldHere& here);
/// "27 Nov 2026, 18:03", or "never".
QString contactText(Instant contactAt);
/// "3 s ahead of the server's", or "right".
QString clockText(std::int64_t aheadMs);

} // namespace foyer::ui
