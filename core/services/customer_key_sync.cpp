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

constexpr std::size_t kIdSize = sizeof(Uuid::Bytes);

} // namespace

std::optional<Bytes> boxFor(const PublicKey& device, CustomerId customer, ByteView key,
                            Random& random)
{
    Bytes text{customer.uuid.bytes().begin(), customer.uuid.bytes().end()};
    text.reserve(kIdSize + key.size());
    text.insert(text.end(), key.begin(), key.end());
    const SecretBytes kept{std::move(text)};
    return sealTo(device, kept.view(), random);
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
        for (const CarriedKey& carried : page.keys) {
            const auto text = openSealedTo(m_counter.keys().device, carried.content);
            const bool isSound = text && text->size() == kIdSize + kSealingKeySize &&
                std::ranges::equal(text->view().first(kIdSize), carried.customer.uuid.bytes());
            if (isSound) {
                const SecretBytes key{text->view().subspan(kIdSize)};
                storeHeardKey(database, us, carried.customer,
                              m_counter.customers().wrapped(carried.customer, key));
            }
        }
        storeCustomerKeyState(database, us, {page.life, std::max(state.after, page.upTo)});
        transaction.commit();
        if (!page.keys.empty()) {
            m_counter.customers().noteArrived();
        }
        return !page.isLast;
    });
}

} // namespace foyer
