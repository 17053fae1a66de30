// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/domain/customers/customer.h"
#include "core/storage/journal.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace foyer {

struct SealedCustomer;

/// What a row says, opened with the customer's own key.
Result<Customer> openedCustomer(const SealedCustomer& row, const SecretBytes& key);

/// The customers of this counter. On disk they are sealed, each with a key of its own; opened, they
/// are only ever in memory. Search runs over that memory.
class CustomerDirectory {
public:
    /// `dataKey` wraps the customers' keys. All that is passed by reference must outlive the
    /// directory.
    CustomerDirectory(Database& database, const Identity& identity, const SecretBytes& dataKey,
                      const Clock& clock, Random& random);
    ~CustomerDirectory();
    CustomerDirectory(const CustomerDirectory&) = delete;
    CustomerDirectory& operator=(const CustomerDirectory&) = delete;

    /// Opens every sealed customer on disk that is not in memory yet. Returns how many there are.
    /// Stops early when `cancelled` becomes true. Throws StorageFailure.
    std::size_t load(const std::atomic<bool>* cancelled = nullptr);
    bool isLoaded() const;

    /// Seals details with a new key and writes the entry as part of an act. Refuses with bad_name
    /// (over 200 characters), bad_email, bad_phone; `where` names the field.
    Result<CustomerId> record(Journal::Act& act, const CustomerDetails& details);
    /// After the act was committed: makes the customer findable.
    void remember(const Customer& customer);
    /// Destroys the key as part of an act; after the commit, forget() drops it from memory.
    void erase(Journal::Act& act, CustomerId customer);
    void forget(CustomerId customer);

    /// The key of a customer, to be given to the others. Refuses with unknown_customer,
    /// customer_erased, customer_key_missing (it has not arrived from the server yet).
    Result<SecretBytes> keyOf(CustomerId customer);
    /// A key as it lies on this counter's disk.
    Bytes wrapped(CustomerId customer, const SecretBytes& key);
    /// A customer, or the key of one, came from another counter: the next search looks for them.
    void noteArrived(CustomerId customer);

    /// More about a customer, sealed with the customer's own key, so that erasing destroys it, too;
    /// `what` binds it to its use. Refuses as keyOf does.
    Result<Bytes> sealFor(CustomerId customer, const char* what, ByteView content);
    Result<SecretBytes> openFor(CustomerId customer, const char* what, ByteView sealed);
    bool knows(CustomerId customer);
    /// Opens one customer from disk. Refuses as keyOf does.
    Result<Customer> open(CustomerId customer);
    /// Customers whose name or email (or phone, from 3 digits) contains every word of the search,
    /// letters compared without case and accents, at most `limit`, names first found first. Loads
    /// what is not loaded.
    std::vector<Customer> search(const std::string& words, std::size_t limit = 50);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer
