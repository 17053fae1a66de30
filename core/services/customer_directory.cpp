// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_directory.h"

#include "core/crypto/sealing.h"
#include "core/domain/journal/bodies.h"
#include "core/services/customer_index.h"
#include "core/services/customer_seals.h"
#include "core/services/guarded.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/customer_store.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace foyer {
namespace {

/// So many that came from elsewhere are quicker read all together.
constexpr std::size_t kReadSingly = 2'000;

Error unknownCustomer()
{
    return refused("unknown_customer", "This customer is not known here.");
}

std::string foundAlsoBy(const PersonCard& card)
{
    return card.details.name + ' ' + card.details.email + ' ' + digitsOf(card.details.phone) + ' ';
}

/// Slots in the order of customers, taken one customer at a time.
class SlotsInOrder {
public:
    SlotsInOrder(Database& database, OrganizerId organizer)
    {
        readAllSlots(database, organizer,
                     [this](StoredSlot slot) { m_slots.push_back(std::move(slot)); });
    }
    std::vector<StoredSlot> of(CustomerId customer)
    {
        std::vector<StoredSlot> found;
        while (m_next < m_slots.size() && m_slots[m_next].customer < customer) {
            ++m_next;
        }
        while (m_next < m_slots.size() && m_slots[m_next].customer == customer) {
            found.push_back(std::move(m_slots[m_next++]));
        }
        return found;
    }

private:
    std::vector<StoredSlot> m_slots;
    std::size_t m_next = 0;
};

} // namespace

struct CustomerDirectory::Private {
    Database& database;
    Identity identity;
    const SecretBytes& dataKey;
    const Clock& clock;
    Random& random;
    bool loaded = false;
    std::vector<CustomerId> arrived; ///< since then, from other counters
    CustomerIndex customers;
    std::unordered_map<CustomerId, CustomerId> standsFor; ///< of those who are merged: who does

    Result<SecretBytes> keyOf(const SealedCustomer& row) const
    {
        if (row.wrappedKey.empty() && !row.erased) {
            return refused("customer_key_missing",
                           "The key to this customer's data has not arrived at this counter yet. "
                           "Sync with the server, and try again.");
        }
        if (row.wrappedKey.empty()) {
            return refused("customer_erased",
                           "This customer's data is not readable here any more: "
                           "it was erased.");
        }
        return foyer::open(dataKey, row.wrappedKey, boundToCustomer("customer_key", row.id));
    }

    Result<SecretBytes> keyOf(CustomerId customer) const
    {
        const auto row = readCustomer(database, identity.organizer, customer);
        return row ? keyOf(*row) : Result<SecretBytes>{unknownCustomer()};
    }

    Result<OpenedPerson> opened(const SealedCustomer& row,
                                const std::vector<StoredSlot>& slots) const
    {
        const auto key = keyOf(row);
        return key ? openedPerson(row, slots, *key) : Result<OpenedPerson>{key.error()};
    }

    Result<OpenedPerson> opened(CustomerId customer) const
    {
        const auto row = readCustomer(database, identity.organizer, customer);
        return row ? opened(*row, readSlots(database, identity.organizer, customer))
                   : Result<OpenedPerson>{unknownCustomer()};
    }

    /// Adds somebody with whom they stand for.
    void addGroup(PersonCard card, const std::vector<PersonCard>& others)
    {
        std::string alsoFoundBy;
        for (const PersonCard& other : others) {
            addMerged(card, other);
            alsoFoundBy += foundAlsoBy(other);
            standsFor[other.id] = card.id;
            customers.drop(other.id);
        }
        standsFor.erase(card.id);
        customers.put(std::move(card), alsoFoundBy);
    }

    void refresh(CustomerId customer)
    {
        const OrganizerId us = identity.organizer;
        const CustomerId survivor = readSurvivor(database, us, customer);
        auto first = opened(survivor);
        std::vector<PersonCard> others;
        for (const CustomerId each : readMergedGroup(database, us, survivor)) {
            auto other = each == survivor ? Result<OpenedPerson>{unknownCustomer()} : opened(each);
            if (other) {
                others.push_back(std::move(other->card));
            }
        }
        if (first) {
            addGroup(std::move(first->card), others);
            return;
        }
        customers.drop(survivor);
        for (PersonCard& each : others) { // whoever stood for them is gone
            addGroup(std::move(each), {});
        }
    }

    void openArrived()
    {
        const auto ids = std::exchange(arrived, {});
        if (ids.size() > kReadSingly) {
            customers.clear();
            standsFor.clear();
            loaded = false;
            return;
        }
        for (const CustomerId id : std::unordered_set<CustomerId>{ids.begin(), ids.end()}) {
            refresh(id);
        }
    }
};

CustomerDirectory::CustomerDirectory(Database& database, const Identity& identity,
                                     const SecretBytes& dataKey, const Clock& clock, Random& random)
    : d{new Private{database, identity, dataKey, clock, random, false, {}, {}, {}}}
{}

CustomerDirectory::~CustomerDirectory() = default;

std::size_t CustomerDirectory::load(const std::atomic<bool>* cancelled)
{
    if (d->loaded) {
        return d->customers.size();
    }
    const OrganizerId us = d->identity.organizer;
    std::unordered_set<CustomerId> linked; // those who are merged, and whom with
    for (const StoredLink& link : readLinks(d->database, us)) {
        linked.insert(link.from);
        if (link.into) {
            linked.insert(*link.into);
        }
    }
    SlotsInOrder slots{d->database, us};
    bool complete = true;
    readCustomers(d->database, us, [&](const SealedCustomer& row) {
        if (cancelled != nullptr && *cancelled) {
            complete = false;
            return false;
        }
        if (!linked.contains(row.id) && d->customers.find(row.id) == nullptr) {
            if (auto person = d->opened(row, slots.of(row.id))) {
                d->customers.put(std::move(person->card));
            }
        }
        return true;
    });
    for (const CustomerId each : linked) {
        d->refresh(each);
    }
    d->loaded = complete;
    d->customers.tidy();
    return d->customers.size();
}

Result<CustomerId> CustomerDirectory::record(Journal::Act& act, const CustomerDetails& details,
                                             const CardChange& more)
{
    if (auto sound = checkDetails(details); !sound) {
        return std::move(sound).error();
    }
    const CustomerId customer{Uuid::v7(d->clock.now(), d->random)};
    const SecretBytes key = SecretBytes::random(kSealingKeySize, d->random);
    act.append(kind::kCustomerRecorded,
               encode(CustomerRecorded{customer, sealedRecord(key, customer, details, d->random)}));
    storeCustomerKey(d->database, d->identity.organizer, customer, wrapped(customer, key));
    if (!more.isEmpty()) {
        act.append(kind::kCustomerChanged,
                   encode(CustomerChanged{
                       customer, sealedSlots(key, customer, more, d->clock.now(), d->random)}));
    }
    return customer;
}

Result<std::vector<SealedSlot>> CustomerDirectory::change(Journal::Act& act, CustomerId customer,
                                                          const CardChange& change)
{
    const auto key = d->keyOf(customer);
    if (!key) {
        return key.error();
    }
    CustomerChanged changed{customer,
                            sealedSlots(*key, customer, change, d->clock.now(), d->random)};
    act.append(kind::kCustomerChanged, encode(changed));
    return std::move(changed.slots);
}

Result<std::vector<SealedSlot>> CustomerDirectory::before(const PersonCard& card,
                                                          const std::vector<SealedSlot>& slots)
{
    const auto key = d->keyOf(card.id);
    return key ? Result<std::vector<SealedSlot>>{sealedBefore(*key, card, slots, d->random)}
               : Result<std::vector<SealedSlot>>{key.error()};
}

void CustomerDirectory::putBack(Journal::Act& act, CustomerId customer,
                                std::vector<SealedSlot> slots)
{
    act.append(kind::kCustomerChanged, encode(CustomerChanged{customer, std::move(slots)}));
}

Result<SecretBytes> CustomerDirectory::keyOf(CustomerId customer)
{
    return d->keyOf(customer);
}

Bytes CustomerDirectory::wrapped(CustomerId customer, const SecretBytes& key)
{
    return seal(d->dataKey, key.view(), boundToCustomer("customer_key", customer), d->random);
}

void CustomerDirectory::noteArrived(CustomerId customer)
{
    if (d->loaded) {
        d->arrived.push_back(customer);
        if (const auto survivor = d->standsFor.find(customer); survivor != d->standsFor.end()) {
            d->arrived.push_back(survivor->second);
        }
    } else {
        d->customers.drop(customer); // of a reading that was stopped: it is read again
    }
}

void CustomerDirectory::remember(const Customer& customer)
{
    rememberCard(PersonCard{.id = customer.id, .details = customer.details});
}

void CustomerDirectory::rememberCard(PersonCard card)
{
    // Before all are read nobody says what arrives of them, so a card would only grow stale.
    if (d->loaded && d->customers.find(card.id) == nullptr) {
        d->customers.put(std::move(card));
    }
}

void CustomerDirectory::refresh(CustomerId customer)
{
    if (d->loaded) {
        d->refresh(customer);
    } else {
        d->customers.drop(customer); // read with all others when somebody looks for them
    }
}

void CustomerDirectory::erase(Journal::Act& act, CustomerId customer)
{
    act.append(kind::kCustomerErased, encode(CustomerErased{customer}));
}

void CustomerDirectory::forget(CustomerId customer)
{
    const auto survivor = d->standsFor.find(customer);
    if (survivor != d->standsFor.end()) {
        d->arrived.push_back(survivor->second); // who is no longer found by what was known of this
        d->standsFor.erase(survivor);
    }
    d->customers.drop(customer);
}

Result<Bytes> CustomerDirectory::sealFor(CustomerId customer, const char* what, ByteView content)
{
    const auto key = d->keyOf(customer);
    return key ? Result<Bytes>{seal(*key, content, boundToCustomer(what, customer), d->random)}
               : Result<Bytes>{key.error()};
}

Result<SecretBytes> CustomerDirectory::openFor(CustomerId customer, const char* what,
                                               ByteView sealed)
{
    const auto key = d->keyOf(customer);
    return key ? foyer::open(*key, sealed, boundToCustomer(what, customer))
               : Result<SecretBytes>{key.error()};
}

bool CustomerDirectory::knows(CustomerId customer)
{
    if (d->customers.find(customer) != nullptr) {
        return true;
    }
    const auto row = readCustomer(d->database, d->identity.organizer, customer);
    return row && !row->erased;
}

Result<Customer> CustomerDirectory::open(CustomerId customer)
{
    return guarded([&]() -> Result<Customer> {
        const CustomerId survivor = readSurvivor(d->database, d->identity.organizer, customer);
        auto person = d->opened(survivor);
        if (!person && survivor != customer) {
            person = d->opened(customer);
        }
        return person ? Result<Customer>{Customer{customer, std::move(person->card.details)}}
                      : std::move(person).error();
    });
}

Result<OpenedPerson> CustomerDirectory::openPerson(CustomerId customer)
{
    return guarded([&] { return d->opened(customer); });
}

Result<PersonCard> CustomerDirectory::card(CustomerId customer)
{
    return guarded([&]() -> Result<PersonCard> {
        const OrganizerId us = d->identity.organizer;
        const CustomerId survivor = readSurvivor(d->database, us, customer);
        auto person = d->opened(survivor);
        if (!person) {
            return std::move(person).error();
        }
        PersonCard card = std::move(person->card);
        for (const CustomerId each : readMergedGroup(d->database, us, survivor)) {
            if (const auto other =
                    each == survivor ? Result<OpenedPerson>{unknownCustomer()} : d->opened(each)) {
                addMerged(card, other->card);
            }
        }
        return card;
    });
}

CustomerId CustomerDirectory::survivorOf(CustomerId customer)
{
    index();
    const auto found = d->standsFor.find(customer);
    return found == d->standsFor.end() ? customer : found->second;
}

std::vector<Customer> CustomerDirectory::search(const std::string& words, std::size_t limit)
{
    std::vector<Customer> found;
    for (const PersonCard* card : index().search(words, limit)) {
        found.push_back({card->id, card->details});
    }
    return found;
}

CustomerIndex& CustomerDirectory::index()
{
    d->openArrived();
    load();
    return d->customers;
}

} // namespace foyer
