// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/domain/customers/customer_entries.h"
#include "core/domain/customers/customer_query.h"
#include "core/storage/journal.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace foyer {

class CustomerIndex;
struct OpenedPerson;

/// The customers of this counter. On disk they are sealed, each with a key of its own; opened, they
/// are only ever in memory. Search runs over that memory. Who was merged into another is found by
/// what was known of either, and answers as the other.
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

    /// Seals details with a new key and writes the entry as part of an act. Refuses with bad_name
    /// (over 200 characters), bad_email, bad_phone; `where` names the field.
    /// `more`: what else is known of them, which the caller has checked.
    Result<CustomerId> record(Journal::Act& act, const CustomerDetails& details,
                              const CardChange& more = {});
    /// Seals what is changed and writes the entry as part of an act; what was written. The caller
    /// has checked it (checkChange). After the commit: refresh(). Refuses as keyOf does.
    Result<std::vector<SealedSlot>> change(Journal::Act& act, CustomerId customer,
                                           const CardChange& change);
    /// What slots that change() wrote said before, by this card of the customer; and such slots
    /// written as they are, as part of an act. Refuse as keyOf does.
    Result<std::vector<SealedSlot>> before(const PersonCard& card,
                                           const std::vector<SealedSlot>& slots);
    void putBack(Journal::Act& act, CustomerId customer, std::vector<SealedSlot> slots);
    /// After the act was committed: makes the customer findable.
    void remember(const Customer& customer);
    void rememberCard(PersonCard card);
    /// After an act that changed, merged or took apart customers was committed: reads them again,
    /// and who they stand for.
    void refresh(CustomerId customer);
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
    /// Opens one customer from disk, as whoever stands for them. Refuses as keyOf does.
    Result<Customer> open(CustomerId customer);
    /// The same with all that is known of this very customer. Refuses as keyOf does.
    Result<OpenedPerson> openPerson(CustomerId customer);
    /// What is known of whoever stands for a customer, with those that were merged into them.
    /// Refuses as keyOf does.
    Result<PersonCard> card(CustomerId customer);
    /// Who stands for a customer, as searches know it.
    CustomerId survivorOf(CustomerId customer);

    /// Customers whose name or email (or phone, from 3 digits) contains every word of the search,
    /// letters compared without case and accents, at most `limit`, names first found first. Loads
    /// what is not loaded.
    std::vector<Customer> search(const std::string& words, std::size_t limit = 50);
    /// All of them, opened and up to date.
    CustomerIndex& index();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer
