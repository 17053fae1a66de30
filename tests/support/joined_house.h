// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "core/services/sales.h"
#include "sync/client/device_session.h"
#include "sync/client/joining.h"
#include "sync/client/sync_conversation.h"
#include "sync/server/process/foyer_server.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/server_fixture.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace foyer::test {

template <typename T>
std::string outcomeOf(const Result<T>& result)
{
    return result ? std::string{"done"} : result.error().code;
}

/// The clock on the wall, and what somebody has put it forward by.
class ShiftedClock final : public Clock {
public:
    Instant now() const override { return Instant{m_real.now().ms + m_ahead}; }
    void pass(std::int64_t ms) { m_ahead += ms; }

private:
    SystemClock m_real;
    std::int64_t m_ahead = 0;
};

/// A counter with its line to the server.
struct Till {
    QTemporaryDir folder;
    MemoryVault vault;
    ShiftedClock clock;
    SystemRandom random;
    std::unique_ptr<Counter> counter;
    std::unique_ptr<sync::DeviceSession> session;
    std::unique_ptr<sync::SyncConversation> talk;

    std::string path() const { return folder.path().toStdString(); }
    void open()
    {
        talk.reset();
        session.reset();
        counter.reset();
        auto opened = Counter::open(path(), vault, clock, random);
        ENSURE(opened.has_value());
        counter = *std::move(opened);
        counter->access().setPasswordCost(kCheap); // what the server of the test takes
    }
    void connect()
    {
        const Membership& server = *counter->membership();
        session =
            std::make_unique<sync::DeviceSession>(server.url,
                                                  std::string{server.pin.begin(), server.pin.end()},
                                                  counter->organizer(), counter->replica(),
                                                  counter->keys().device, clock, random);
        talk = std::make_unique<sync::SyncConversation>(
            *session, [this](const std::function<void(Counter&)>& act) { act(*counter); });
    }
    Result<Order> sell(std::vector<CartItem> items)
    {
        SaleRequest request;
        request.id = OrderId{Uuid::v7(clock.now(), random)};
        request.cart.items = std::move(items);
        request.tenders = {{PaymentMethod::Cash, Money{1'000'000, *Currency::fromCode("EUR")}, {}}};
        return foyer::sell(*counter, request);
    }
    Result<Order> sellOnline(std::vector<CartItem> items)
    {
        auto order = sell(items);
        if (order || order.error().code != "rights_short") {
            return order;
        }
        if (auto fetched = talk->fetchRights(counter->rightsNeed()); !fetched) {
            return std::move(fetched).error();
        }
        return sell(std::move(items));
    }
    CartItem standing()
    {
        const auto offer = offerOf(*counter, performance());
        ENSURE(offer.has_value());
        CartItem item;
        item.performance = performance();
        item.type = (*offer)->types.front().id;
        for (const PriceCategory& category : (*offer)->categories) {
            item.category = category.name == "Standing" ? category.id : item.category;
        }
        return item;
    }
    PerformanceId performance() { return performances(*counter, Instant{0})->front().id; }
};

/// The founding counter sells a little by itself, joins, and a second one joins after it.
class House {
public:
    House() : m_server{{}, false}
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
