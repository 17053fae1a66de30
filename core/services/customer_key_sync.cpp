// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_key_sync.h"

#include "core/crypto/sealed_box.h"
#include "core/crypto/sealing.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/storage/customer_key_store.h"

#include <algorithm>

namespace foyer {
namespace {

Result<std::vector<CarriedKey>> keysIn(ByteView box, const SecretBytes& device)
{
    if (box.empty()) {
        return std::vector<CarriedKey>{};
    }
    const auto text = openSealedTo(device, box);
    auto keys =
        text ? decodeCarriedKeys(text->view()) : Result<std::vector<CarriedKey>>{text.error()};
    if (!keys) {
        return storageError(
            "customer_keys_unreadable",
            "What the server sent of customers' keys cannot be opened here. Selling "
            "goes on; it is asked for again.");
    }
    return keys;
}

} // namespace

std::optional<Bytes> boxFor(const PublicKey& device, const std::vector<CarriedKey>& keys,
                            Random& random)
{
    const SecretBytes text{encode(keys)};
    return sealTo(device, text.view(), random);
}

Result<std::vector<CarriedKey>> CustomerKeySync::toGive()
{
    return guarded([&]() -> Result<std::vector<CarriedKey>> {
        std::vector<CarriedKey> keys;
        for (const StoredCustomerKey& stored :
             readKeysToGive(m_counter.database(), m_counter.organizer(),
                            static_cast<std::int64_t>(kCarriedKeysMax))) {
            if (const auto key = m_counter.customers().keyOf(stored.customer)) {
                keys.push_back({stored.customer, Bytes{key->view().begin(), key->view().end()}});
            }
        }
        return keys;
    });
}

Result<void> CustomerKeySync::given(const std::vector<CarriedKey>& keys)
{
    return guarded([&]() -> Result<void> {
        Transaction transaction{m_counter.database()};
        for (const CarriedKey& key : keys) {
            noteKeyGiven(m_counter.database(), m_counter.organizer(), key.customer);
        }
        transaction.commit();
        return {};
    });
}

Result<std::int64_t> CustomerKeySync::heardUpTo()
{
    return guarded([&]() -> Result<std::int64_t> {
        return readCustomerKeyState(m_counter.database(), m_counter.organizer()).after;
    });
}

Result<bool> CustomerKeySync::heard(const CustomerKeyPage& page)
{
    return guarded([&]() -> Result<bool> {
        Database& database = m_counter.database();
        const OrganizerId us = m_counter.organizer();
        const CustomerKeyState state = readCustomerKeyState(database, us);
        Transaction transaction{database};
        if (state.life != 0 && state.life != page.life) {
            noteNoKeyGiven(database, us);
            storeCustomerKeyState(database, us, {page.life, 0});
            transaction.commit();
            return true;
        }
        const auto keys = keysIn(page.box, m_counter.keys().device);
        if (!keys) {
            return keys.error();
        }
        for (const CarriedKey& carried : *keys) {
            if (carried.key.size() == kSealingKeySize) {
                const SecretBytes key{carried.key};
                storeHeardKey(database, us, carried.customer,
                              m_counter.customers().wrapped(carried.customer, key));
            }
        }
        storeCustomerKeyState(database, us, {page.life, std::max(state.after, page.upTo)});
        transaction.commit();
        for (const CarriedKey& carried : *keys) {
            m_counter.customers().noteArrived(carried.customer);
        }
        return !page.isLast;
    });
}

} // namespace foyer
