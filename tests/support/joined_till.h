// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/sales.h"
#include "sync/client/device_session.h"
#include "sync/client/joining.h"
#include "sync/client/sync_conversation.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/server_fixture.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

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
    /// Becomes a new counter of the house that the invitation is of.
    void joinAsNew(const std::string& invitation)
    {
        const auto joined = sync::joinAsNew(path(), invitation, vault, clock, random);
        if (!joined) {
            qFatal("join: %s: %s", joined.error().code.c_str(), joined.error().message.c_str());
        }
        open();
        connect();
    }
    /// To the server that it joined, by its own address or another way.
    void connect(const std::string& url = {})
    {
        const Membership& server = *counter->membership();
        session =
            std::make_unique<sync::DeviceSession>(url.empty() ? server.url : url,
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

} // namespace foyer::test
