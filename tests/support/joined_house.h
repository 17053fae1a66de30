// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "sync/client/joining.h"
#include "tests/support/joined_till.h"
#include "tests/support/server_fixture.h"

#include <functional>
#include <string>
#include <utility>

namespace foyer::test {

/// The founding counter sells a little by itself, joins, and a second one joins after it.
class House {
public:
    explicit House(std::function<void(server::FoyerServerOptions&)> change = {})
        : m_server{std::move(change), false}
    {
        foundSmallHouse(first.path(), first.vault, m_still, m_random, smallSeason(1));
        first.open();
        ENSURE(first.sell({first.standing()}).has_value());
        const auto joined = sync::joinServer(*first.counter, invitation("Counter 1", {}));
        if (!joined) {
            qFatal("join: %s: %s", joined.error().code.c_str(), joined.error().message.c_str());
        }
        first.connect();
    }
    void joinSecond() { second.joinAsNew(invitation("Counter 2", first.counter->organizer())); }
    std::string invitation(const std::string& name, OrganizerId organizer)
    {
        return m_server.invitation(name, organizer);
    }
    ServerFixture& server() { return m_server; }
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            ENSURE(first.talk->exchange().has_value());
            ENSURE(second.talk->exchange().has_value());
        }
    }

    Till first;
    Till second;

private:
    StillClock m_still;
    SeededRandom m_random{5};
    ServerFixture m_server;
};

} // namespace foyer::test
