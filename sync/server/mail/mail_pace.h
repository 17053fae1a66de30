// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace foyer::server {

/// How many mails go out: so many a minute in all and of each organizer, with a few seconds' worth
/// at once. Half of that is for bulk mail and half for all other, so that a bulletin to thousands
/// delays nobody's tickets. Of one process; safe from any thread.
class MailPace {
public:
    /// 0: any number.
    MailPace(int perMinute, int perMinuteOfOrganizer);

    struct Asks {
        OrganizerId organizer;
        Uuid mail;
        bool isBulk = false;
    };
    /// Nothing: it may go now. Else when its turn is, which is kept for it: asked again then, it
    /// may go.
    std::optional<Instant> turnOf(const Asks& asks, Instant now);

private:
    using Lane = std::pair<OrganizerId, bool>; ///< the nil organizer: all of them
    Instant reserve(const Lane& lane, int perMinute, Instant now);
    void forgetOld(Instant now);

    int m_perMinute;
    int m_perMinuteOfOrganizer;
    std::mutex m_mutex;
    std::map<Lane, std::int64_t> m_free; ///< from which millisecond on a lane has room
    std::map<Uuid, Instant> m_turns;     ///< of mails that were told to wait
};

} // namespace foyer::server
