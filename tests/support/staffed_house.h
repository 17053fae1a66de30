// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/users.h"
#include "sync/client/server_administration.h"
#include "tests/support/joined_house.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

inline constexpr const char* kAdaSecret = "correct horse battery";
inline constexpr const char* kKimPin = "471193";

/// A joined house in which Ada is the administrator and Kim a clerk. Both were added at the first
/// counter; what they sign in by is known to the server.
class StaffedJoinedHouse : public House {
public:
    explicit StaffedJoinedHouse(std::function<void(server::FoyerServerOptions&)> change = {})
        : House{std::move(change)}
    {
        add("Ada", "administrator", kAdaSecret, "");
        signIn(first, "Ada", kAdaSecret);
        kim = add("Kim", "clerk", "", kKimPin);
        ENSURE(first.talk->exchange().has_value());
    }
    UserId add(const std::string& name, const std::string& role, const std::string& password,
               const std::string& pin)
    {
        const auto added = addUser(*first.counter, {name, role, password, pin});
        if (!added) {
            qFatal("%s", added.error().message.c_str());
        }
        return *added;
    }
    static void signIn(Till& till, const std::string& name, const std::string& secret)
    {
        const auto in = till.counter->access().signIn(name, secret);
        if (!in) {
            qFatal("%s: %s", name.c_str(), in.error().message.c_str());
        }
    }
    /// Ada, signed in at the server from the first counter.
    sync::ServerAdministration administrator()
    {
        const auto in = first.session->signIn("Ada", kAdaSecret);
        if (!in) {
            qFatal("%s", in.error().message.c_str());
        }
        return sync::ServerAdministration{*first.session};
    }
    /// A place to stand for an adult, by card: cash would need an open shift.
    static Result<Order> sellByCard(Till& till)
    {
        SaleRequest request;
        request.id = OrderId{Uuid::v7(till.clock.now(), till.random)};
        request.cart.items = {till.standing()};
        request.tenders = {
            {PaymentMethod::CardTerminal, Money{1'300, *Currency::fromCode("EUR")}, "4711"}};
        return foyer::sell(*till.counter, request);
    }
    OrganizerId organizer() { return first.counter->organizer(); }
    Database& serverDatabase() { return server().server().store().here(); }
    /// The entries of a kind in the server's journal, as they came.
    std::vector<Entry> entriesOf(const std::string& kind)
    {
        std::vector<Entry> found;
        readEntries(serverDatabase(), organizer(), [&](const Entry& entry) {
            if (entry.kind == kind) {
                found.push_back(entry);
            }
            return true;
        });
        std::ranges::sort(found, {}, &Entry::position);
        return found;
    }

    UserId kim;
};

} // namespace foyer::test
