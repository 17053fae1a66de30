// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_file.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_seals.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/customer_history_store.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace foyer {
namespace {

/// Puts the file of one person together.
class FileOfPerson {
public:
    FileOfPerson(Counter& counter, PersonCard card) : m_counter{counter}
    {
        m_file.card = std::move(card);
        m_file.at = counter.clock().now();
        const auto& house = counter.offers().organizer();
        m_file.house = house ? house->name : std::string{};
        m_file.timeZone = house ? house->timeZone : std::string{};
    }

    PersonFile done(std::size_t ordersMax)
    {
        std::vector<CustomerId> people{m_file.card.id};
        people.insert(people.end(), m_file.card.merged.begin(), m_file.card.merged.end());
        std::set<OrderId> orders;
        for (const CustomerId each : people) {
            addPerson(each);
            addWishes(each);
            if (m_counter.access().may(Permission::ReadOrders)) {
                for (const OrderId order : readOrdersOf(database(), us(), each, ordersMax)) {
                    orders.insert(order);
                }
            }
        }
        for (const OrderId order : orders) {
            addOrder(order);
        }
        sort();
        return std::move(m_file);
    }

private:
    Database& database() { return m_counter.database(); }
    OrganizerId us() { return m_counter.organizer(); }

    std::string nameOf(UserId user) const
    {
        const auto& users = m_counter.access().users();
        const auto found = users.find(user);
        return found != users.end() ? found->second.name : std::string{};
    }

    const std::string& titleOf(PerformanceId performance)
    {
        const auto [known, isNew] = m_titles.try_emplace(performance);
        if (isNew && !performance.isNil()) {
            if (const auto offer = m_counter.offers().offer(performance)) {
                known->second =
                    offer->offer.event.name + ", " + toRfc3339(offer->offer.performance.startsAt);
            }
        }
        return known->second;
    }

    PersonEvent& add(Instant at, std::string kind, UserId by = {})
    {
        m_file.events.push_back({.at = at,
                                 .kind = std::move(kind),
                                 .by = by,
                                 .byName = nameOf(by),
                                 .about = {},
                                 .detail = {},
                                 .performance = {},
                                 .order = {},
                                 .amount = {}});
        return m_file.events.back();
    }

    void addPerson(CustomerId customer)
    {
        auto person = m_counter.customers().openPerson(customer);
        if (!person) {
            return;
        }
        if (const auto at = readRecordedAt(database(), us(), customer)) {
            add(*at, "customer.recorded").about = customer.text();
        }
        addChanges(customer);
        for (const ConsentWord& word : person->consents) {
            PersonEvent& event = add(word.at, word.given ? "consent.given" : "consent.withdrawn");
            event.about = consentPurposeName(word.purpose);
            event.detail = word.how;
        }
        for (PersonNote& note : person->notes) {
            note.byName = nameOf(note.by);
            add(note.at, "note", note.by).about = note.text;
        }
        if (const auto link = readLink(database(), us(), customer)) {
            add(link->at, link->into ? "customer.merged" : "customer.unmerged", link->actor).about =
                customer.text();
        }
        std::ranges::move(person->consents, std::back_inserter(m_file.consents));
        std::ranges::move(person->notes, std::back_inserter(m_file.notes));
        m_file.people.push_back(std::move(person->card));
    }

    /// The details that were changed by one entry are one event.
    void addChanges(CustomerId customer)
    {
        std::map<EntryId, std::size_t> events;
        for (const StoredSlot& slot : readSlots(database(), us(), customer)) {
            const std::string what = slot.slot.substr(0, slot.slot.find('/'));
            if (what == "note" || what == "consent") {
                continue; // events of their own
            }
            const auto [known, isNew] = events.try_emplace(slot.entry, m_file.events.size());
            if (isNew) {
                add(slot.at.instant(), "customer.changed", slot.actor);
            }
            std::string& about = m_file.events[known->second].about;
            about += (about.empty() ? "" : ", ") + what;
        }
    }

    void addWishes(CustomerId customer)
    {
        for (const StoredWish& wish : readWishesOf(database(), us(), customer)) {
            PersonEvent& event = add(wish.at, wish.isWaiting ? "waiting" : "reserved");
            event.about = wish.code;
            event.performance = titleOf(wish.performance);
        }
    }

    void addOrder(OrderId id)
    {
        auto order = readStandingOrder(database(), us(), id);
        if (!order) {
            return;
        }
        const auto ofOrder = [&](PersonEvent& event) -> PersonEvent& {
            event.order = id;
            event.about = order->code;
            return event;
        };
        PersonEvent& placed = ofOrder(add(order->placedAt, "order.placed", order->seller));
        placed.amount = Money{order->worth(), order->currency};
        placed.performance =
            order->lines.empty() ? std::string{} : titleOf(order->lines.front().sold.performance);
        for (const StoredMoney& money : readMoneyOfOrder(database(), us(), id)) {
            const bool isBack = money.amount.isNegative();
            PersonEvent& event = ofOrder(add(money.at, isBack ? "payment.returned" : "payment"));
            event.detail = money.method;
            event.amount = money.amount;
        }
        for (const OrderChange& change : readOrderChanges(database(), us(), id)) {
            PersonEvent& event = ofOrder(add(change.at, change.kind, change.actor));
            event.detail = change.purpose.empty() ? change.note : change.purpose;
        }
        for (const StoredScan& scan : readScansOfOrder(database(), us(), id)) {
            PersonEvent& event = ofOrder(add(scan.at, "scan"));
            event.detail = scan.outcome + (scan.gate.empty() ? "" : ", " + scan.gate);
            event.performance = titleOf(scan.performance);
        }
        m_file.orders.push_back(*std::move(order));
    }

    void sort()
    {
        std::ranges::stable_sort(m_file.consents, {}, &ConsentWord::at);
        std::ranges::stable_sort(m_file.notes, {}, &PersonNote::at);
        std::ranges::stable_sort(m_file.orders, std::greater{}, &StandingOrder::placedAt);
        std::ranges::reverse(m_file.events); // of one moment the later comes first, too
        std::ranges::stable_sort(m_file.events, std::greater{}, &PersonEvent::at);
    }

    Counter& m_counter;
    PersonFile m_file;
    std::map<PerformanceId, std::string> m_titles;
};

} // namespace

Result<PersonFile> everythingAbout(Counter& counter, CustomerId customer, std::size_t ordersMax)
{
    return guarded([&]() -> Result<PersonFile> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        auto card = counter.customers().card(customer);
        if (!card) {
            return std::move(card).error();
        }
        return FileOfPerson{counter, *std::move(card)}.done(ordersMax);
    });
}

} // namespace foyer
