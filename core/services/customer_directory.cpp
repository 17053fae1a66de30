// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_directory.h"

#include "core/crypto/sealing.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/journal/cbor.h"
#include "core/services/guarded.h"
#include "core/storage/customer_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>
#include <utility>

namespace foyer {
namespace {

Bytes contentOf(const CustomerDetails& details)
{
    CborWriter writer;
    writer.map(details.language.empty() ? 4 : 5);
    writer.field("name", details.name);
    writer.field("note", details.note);
    writer.field("email", details.email);
    writer.field("phone", details.phone);
    if (!details.language.empty()) {
        writer.field("language", details.language);
    }
    return writer.take();
}

/// What binds a sealed text to its place, so that rows cannot be swapped.
Bytes boundTo(const char* what, CustomerId customer)
{
    const std::string_view name{what};
    Bytes bytes{name.begin(), name.end()};
    bytes.insert(bytes.end(), customer.uuid.bytes().begin(), customer.uuid.bytes().end());
    return bytes;
}

Error unknownCustomer()
{
    return refused("unknown_customer", "This customer is not known here.");
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    std::size_t from = 0;
    while ((from = text.find_first_not_of(' ', from)) != std::string::npos) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        words.push_back(text.substr(from, end - from));
        from = end;
    }
    return words;
}

} // namespace

Result<Customer> openedCustomer(const SealedCustomer& row, const SecretBytes& key)
{
    const auto content = foyer::open(key, row.sealed, boundTo("customer", row.id));
    if (!content) {
        return content.error();
    }
    const auto value = decodeCbor(content->view());
    if (!value) {
        return value.error();
    }
    return Customer{row.id,
                    {(*value)["name"].asText(), (*value)["email"].asText(),
                     (*value)["phone"].asText(), (*value)["note"].asText(),
                     (*value)["language"].asText()}};
}

struct CustomerDirectory::Private {
    Database& database;
    Identity identity;
    const SecretBytes& dataKey;
    const Clock& clock;
    Random& random;
    bool loaded = false;
    std::vector<CustomerId> arrived; ///< since then, from other counters
    std::vector<Customer> customers;
    std::unordered_set<CustomerId> known;
    /// What is searched: per customer one line "name email digits", folded, in one run of memory,
    /// so that a search is one pass of memmem over it: 10 MB for 200,000 customers, a few
    /// milliseconds.
    std::string lines;
    std::vector<std::size_t> lineStart; ///< of customers[i] in `lines`

    void add(Customer customer)
    {
        if (!known.insert(customer.id).second) {
            return;
        }
        const CustomerDetails& details = customer.details;
        lineStart.push_back(lines.size());
        lines += foldedForSearch(details.name + " " + details.email + " ");
        lines += digitsOf(details.phone);
        lines += '\n';
        customers.push_back(std::move(customer));
    }

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
        return foyer::open(dataKey, row.wrappedKey, boundTo("customer_key", row.id));
    }

    Result<SecretBytes> keyOf(CustomerId customer) const
    {
        const auto row = readCustomer(database, identity.organizer, customer);
        return row ? keyOf(*row) : Result<SecretBytes>{unknownCustomer()};
    }

    Result<Customer> opened(const SealedCustomer& row) const
    {
        const auto key = keyOf(row);
        return key ? openedCustomer(row, *key) : Result<Customer>{key.error()};
    }

    /// Entry and key come in any order: what cannot be opened yet is noted again with the other.
    void openArrived()
    {
        for (const CustomerId id : std::exchange(arrived, {})) {
            const auto row =
                known.contains(id) ? std::nullopt : readCustomer(database, identity.organizer, id);
            if (auto customer = row ? opened(*row) : Result<Customer>{unknownCustomer()}) {
                add(*std::move(customer));
            }
        }
    }

    /// Index of the customer whose line holds a place in `lines`.
    std::size_t customerAt(std::size_t place) const
    {
        const auto after = std::ranges::upper_bound(lineStart, place);
        return static_cast<std::size_t>(after - lineStart.begin()) - 1;
    }
    std::string_view lineOf(std::size_t customer) const
    {
        const std::size_t from = lineStart[customer];
        const std::size_t end =
            customer + 1 < lineStart.size() ? lineStart[customer + 1] : lines.size();
        return std::string_view{lines}.substr(from, end - from);
    }
};

CustomerDirectory::CustomerDirectory(Database& database, const Identity& identity,
                                     const SecretBytes& dataKey, const Clock& clock, Random& random)
    : d{new Private{database, identity, dataKey, clock, random}}
{}

CustomerDirectory::~CustomerDirectory() = default;

std::size_t CustomerDirectory::load(const std::atomic<bool>* cancelled)
{
    if (d->loaded) {
        return d->customers.size();
    }
    bool complete = true;
    readCustomers(d->database, d->identity.organizer, [&](const SealedCustomer& row) {
        if (cancelled != nullptr && *cancelled) {
            complete = false;
            return false;
        }
        if (!d->known.contains(row.id)) {
            if (auto customer = d->opened(row)) {
                d->add(*std::move(customer));
            }
        }
        return true;
    });
    d->loaded = complete;
    return d->customers.size();
}

bool CustomerDirectory::isLoaded() const
{
    return d->loaded;
}

Result<CustomerId> CustomerDirectory::record(Journal::Act& act, const CustomerDetails& details)
{
    if (auto sound = checkDetails(details); !sound) {
        return std::move(sound).error();
    }
    const CustomerId customer{Uuid::v7(d->clock.now(), d->random)};
    const SecretBytes key = SecretBytes::random(kSealingKeySize, d->random);
    const Bytes sealed = seal(key, contentOf(details), boundTo("customer", customer), d->random);
    act.append(kind::kCustomerRecorded, encode(CustomerRecorded{customer, sealed}));
    storeCustomerKey(d->database, d->identity.organizer, customer, wrapped(customer, key));
    return customer;
}

Result<SecretBytes> CustomerDirectory::keyOf(CustomerId customer)
{
    return d->keyOf(customer);
}

Bytes CustomerDirectory::wrapped(CustomerId customer, const SecretBytes& key)
{
    return seal(d->dataKey, key.view(), boundTo("customer_key", customer), d->random);
}

void CustomerDirectory::noteArrived(CustomerId customer)
{
    if (d->loaded) {
        d->arrived.push_back(customer);
    }
}

void CustomerDirectory::remember(const Customer& customer)
{
    d->add(customer);
}

void CustomerDirectory::erase(Journal::Act& act, CustomerId customer)
{
    act.append(kind::kCustomerErased, encode(CustomerErased{customer}));
}

void CustomerDirectory::forget(CustomerId customer)
{
    const auto found = std::ranges::find(d->customers, customer, &Customer::id);
    if (found == d->customers.end()) {
        return;
    }
    const auto index = static_cast<std::size_t>(found - d->customers.begin());
    const std::size_t size = d->lineOf(index).size();
    // The line stays as blanks, so that the places of all others stay true.
    std::fill_n(d->lines.begin() + static_cast<std::ptrdiff_t>(d->lineStart[index]), size - 1, ' ');
    *found = Customer{customer, {}};
    d->known.erase(customer);
}

Result<Bytes> CustomerDirectory::sealFor(CustomerId customer, const char* what, ByteView content)
{
    const auto key = d->keyOf(customer);
    return key ? Result<Bytes>{seal(*key, content, boundTo(what, customer), d->random)}
               : Result<Bytes>{key.error()};
}

Result<SecretBytes> CustomerDirectory::openFor(CustomerId customer, const char* what,
                                               ByteView sealed)
{
    const auto key = d->keyOf(customer);
    return key ? foyer::open(*key, sealed, boundTo(what, customer))
               : Result<SecretBytes>{key.error()};
}

bool CustomerDirectory::knows(CustomerId customer)
{
    if (d->known.contains(customer)) {
        return true;
    }
    const auto row = readCustomer(d->database, d->identity.organizer, customer);
    return row && !row->erased;
}

Result<Customer> CustomerDirectory::open(CustomerId customer)
{
    return guarded([&]() -> Result<Customer> {
        const auto row = readCustomer(d->database, d->identity.organizer, customer);
        if (!row) {
            return unknownCustomer();
        }
        return d->opened(*row);
    });
}

std::vector<Customer> CustomerDirectory::search(const std::string& words, std::size_t limit)
{
    load();
    d->openArrived();
    std::vector<std::string> wanted = wordsOf(foldedForSearch(words));
    std::vector<Customer> found;
    if (wanted.empty()) {
        return found;
    }
    // The longest word is the rarest: it alone is looked for in all lines.
    std::ranges::sort(wanted, {}, [](const std::string& word) { return word.size(); });
    const std::string& rarest = wanted.back();
    const char* begin = d->lines.data();
    const char* end = begin + d->lines.size();
    const char* at = begin;
    while (found.size() < limit && at < end) {
        const void* hit =
            ::memmem(at, static_cast<std::size_t>(end - at), rarest.data(), rarest.size());
        if (hit == nullptr) {
            break;
        }
        const std::size_t customer =
            d->customerAt(static_cast<std::size_t>(static_cast<const char*>(hit) - begin));
        const std::string_view line = d->lineOf(customer);
        if (std::ranges::all_of(wanted, [line](const std::string& word) {
                return line.find(word) != std::string_view::npos;
            })) {
            found.push_back(d->customers[customer]);
        }
        at = line.data() + line.size();
    }
    return found;
}

} // namespace foyer
