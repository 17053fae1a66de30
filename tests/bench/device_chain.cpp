// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/device_chain.h"

#include "core/services/authority/entry_intake.h"
#include "core/storage/journal.h"
#include "sync/protocol/sync_messages.h"

namespace foyer::bench {

EntryBatch DeviceChain::continuedWith(std::vector<Entry> entries)
{
    for (Entry& entry : entries) {
        entry.organizer = m_house.organizer();
        entry.replica = m_device.id;
        entry.sequence = ++m_written;
        entry.previous = m_head;
        entry.hash = hashOf(entry);
        m_head = entry.hash;
    }
    return signedBatch({m_house.organizer(), m_device.id, 1}, std::move(entries), m_device.seed);
}

std::string DeviceChain::pushOf(const EntryBatch& batch) const
{
    return m_house.requestOf(m_device, "POST", "/v1/sync/push", mediaType(kNewestWireVersion),
                             encodePush(batch, kNewestWireVersion));
}

} // namespace foyer::bench
