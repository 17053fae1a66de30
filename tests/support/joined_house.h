// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "sync/client/joining.h"
#include "sync/protocol/enrolment.h"
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
    void joinSecond()
    {
        const auto joined =
            sync::joinAsNew(second.path(), invitation("Counter 2", first.counter->organizer()),
                            second.vault, second.clock, second.random);
        if (!joined) {
            qFatal("join: %s: %s", joined.error().code.c_str(), joined.error().message.c_str());
        }
        second.open();
        second.connect();
    }
    std::string invitation(const std::string& name, OrganizerId organizer)
    {
        const auto code = m_server.server().devices().makeCode(organizer, name);
        ENSURE(code.has_value());
        return protocol::toText(
            protocol::EnrolmentInvitation{"https://localhost:" +
                                              std::to_string(m_server.server().port()),
                                          code->text(), m_server.server().pin()});
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
