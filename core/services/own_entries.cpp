// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the authority has of a counter's own chain, and whether it is the chain that is here.

#include "core/services/counter_sync.h"

#include "core/domain/journal/intake.h"
#include "core/services/authority/entry_intake.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/storage/feed_store.h"
#include "core/storage/identity_store.h"

#include <algorithm>

namespace foyer {

/// Whether the head that the authority vouches for is an entry of this counter. While the authority
/// has not been heard of, it is believed.
bool CounterSync::isOwnHead(const IntakeAnswer& answer)
{
    Database& database = m_counter.database();
    const auto authority = m_counter.membership() == nullptr
        ? std::nullopt
        : readReplica(database, {m_counter.organizer(), m_counter.membership()->authority, 1});
    PublicKey key{};
    if (answer.sequence == 0 || !authority || authority->deviceKey.size() != key.size()) {
        return true;
    }
    std::ranges::copy(authority->deviceKey, key.begin());
    const auto hash = readHashAt(database, m_counter.organizer(), m_counter.replica(), answer.epoch,
                                 answer.sequence);
    return hash &&
        isWitness(key, m_counter.identity(),
                  {.epoch = answer.epoch, .sequence = answer.sequence, .hash = *hash},
                  answer.countersignature);
}

void CounterSync::fork(const SyncState& state, std::string sentence)
{
    storeOutboxProblem(m_counter.database(), m_counter.organizer(),
                       {codeOf(IntakeAnswer::Outcome::Fork), std::move(sentence), state.sentEpoch,
                        state.sentSequence, m_counter.clock().now()});
}

std::optional<CounterSync::Behind> CounterSync::behind() const
{
    if (m_counter.entriesMissing() == 0) {
        return std::nullopt;
    }
    const JournalHead& head = m_counter.journal().head();
    return Behind{head.epoch, head.sequence};
}

/// A copy that has written since goes on from another entry than the authority does: taken in, the
/// other one's entries would hide that its own never arrived.
CounterSync::OwnChain CounterSync::chainOf(const std::vector<Entry>& entries)
{
    JournalHead head = m_counter.journal().head();
    for (const Entry& entry : entries) {
        if (entry.replica != m_counter.replica() || entry.epoch != head.epoch ||
            entry.sequence > head.sequence + 1) {
            return OwnChain::Gap;
        }
        if (entry.sequence <= head.sequence) { // an answer that comes late
            if (readHashAt(m_counter.database(), m_counter.organizer(), m_counter.replica(),
                           entry.epoch, entry.sequence) != entry.hash) {
                return OwnChain::Fork;
            }
            continue;
        }
        if (entry.previous != head.hash) {
            return OwnChain::Fork;
        }
        head = {entry.epoch, entry.sequence, entry.hash, entry.at};
    }
    return OwnChain::GoesOn;
}

Result<void> CounterSync::ownEntriesBack(const std::vector<Entry>& entries)
{
    return guarded([&]() -> Result<void> {
        if (auto whole = areWhole(entries); !whole) {
            return whole;
        }
        switch (chainOf(entries)) {
        case OwnChain::Gap:
            return badInput("feed_gap",
                            "What came from the server does not go on from what this counter has. "
                            "Nothing of it was taken; it is asked for again.");
        case OwnChain::Fork: {
            Database& database = m_counter.database();
            Transaction transaction{database};
            fork(readSyncState(database, m_counter.organizer()), journalForked().message);
            transaction.commit();
            m_counter.noteFork();
            return {};
        }
        case OwnChain::GoesOn:
            break;
        }
        if (auto taken = take(entries, std::nullopt); !taken) {
            return taken;
        }
        m_counter.heardOwnEntries();
        return {};
    });
}

} // namespace foyer
