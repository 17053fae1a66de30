// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/domain/customers/customer_entries.h"
#include "core/domain/customers/person_card.h"

#include <string>
#include <vector>

namespace foyer {

struct SealedCustomer;
struct StoredSlot;

/// How what is known of customers lies under their seals.

/// What binds a sealed text to its place, so that rows cannot be swapped.
Bytes boundToCustomer(std::string_view what, CustomerId customer);

/// The first record of a customer, sealed.
Bytes sealedRecord(const SecretBytes& key, CustomerId customer, const CustomerDetails& details,
                   Random& random);
/// What a row says, opened with the customer's own key, without what was changed since.
Result<Customer> openedCustomer(const SealedCustomer& row, const SecretBytes& key);

/// The pieces of a change, each sealed by itself.
std::vector<SealedSlot> sealedSlots(const SecretBytes& key, CustomerId customer,
                                    const CardChange& change, Instant now, Random& random);

/// What these slots said before, as a card has it, so that a change can be taken back.
std::vector<SealedSlot> sealedBefore(const SecretBytes& key, const PersonCard& card,
                                     const std::vector<SealedSlot>& slots, Random& random);

/// All that is known of one customer, those merged into them aside.
struct OpenedPerson {
    PersonCard card;
    std::vector<ConsentWord> consents; ///< all of them, the oldest first
    std::vector<PersonNote> notes;     ///< without names of who wrote them, the oldest first
};
/// Slots that cannot be opened are passed over: a newer Foyer may have written them.
Result<OpenedPerson> openedPerson(const SealedCustomer& row, const std::vector<StoredSlot>& slots,
                                  const SecretBytes& key);

/// What is known of others that are the same person, added to a card: what it lacks is filled in,
/// tags are added, of two words of consent the later stands.
void addMerged(PersonCard& card, const PersonCard& other);

} // namespace foyer
