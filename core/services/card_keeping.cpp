// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/card_keeping.h"

#include "core/crypto/sealing.h"
#include "core/crypto/sha256.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/operator_cards.h"
#include "core/storage/access_store.h"
#include "core/storage/journal.h"
#include "core/storage/sync_store.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace foyer {
namespace {

/// Signed by the house's authority for this counter, however old.
bool isForThisCounter(Counter& counter, const OperatorCard& card)
{
    PublicKey authority{};
    const Bytes& key = counter.membership()->authorityKey;
    if (key.size() != authority.size()) {
        return false;
    }
    std::ranges::copy(key, authority.begin());
    return checkCard(card, {&authority, 1}, counter.organizer(), counter.replica(), card.validFrom)
        .has_value();
}

Bytes boundTo(UserId user)
{
    const ByteView purpose = bytesOf("foyer-kept-card-1");
    Bytes bound{purpose.begin(), purpose.end()};
    // One by one: GCC 12 warns of a whole one, wrongly.
    std::ranges::copy(user.uuid.bytes(), std::back_inserter(bound));
    return bound;
}

using Cards = std::map<UserId, OperatorCard>;

/// When the last entry was written that the authority has confirmed; 0: none.
Instant confirmedAt(Counter& counter, const SyncState& state)
{
    Instant at;
    readEntriesAfter(counter.database(), counter.organizer(), counter.replica(), state.sentEpoch,
                     state.sentSequence - 1, [&](const Entry& entry) {
                         at = entry.sequence == state.sentSequence ? entry.at.instant() : at;
                         return false;
                     });
    return at;
}

void use(Counter& counter, Cards cards, const SyncState& state)
{
    counter.access().useServerTime(state.clockAheadMs, state.serverAt, confirmedAt(counter, state));
    counter.access().useCards(std::move(cards));
}

Bytes digestOf(const std::string& text)
{
    const Sha256 digest = sha256(bytesOf(text));
    return {digest.begin(), digest.end()};
}

/// What the server has of somebody, as far as this counter handed it over.
struct HandedOver {
    Bytes password = digestOf("");
    Bytes pin = digestOf("");

    static HandedOver read(Counter& counter, const Verifiers& now)
    {
        const Bytes kept = readHandedVerifiers(counter.database(), counter.organizer(), now.user)
                               .value_or(Bytes{});
        HandedOver handed;
        const auto half = static_cast<std::ptrdiff_t>(handed.password.size());
        if (kept.size() == handed.password.size() + handed.pin.size()) {
            handed = {{kept.begin(), kept.begin() + half}, {kept.begin() + half, kept.end()}};
        } else if (kept == digestOf(now.passwordHash + '\n' + now.pinHash)) {
            handed = {digestOf(now.passwordHash), digestOf(now.pinHash)}; // as it was kept once
        }
        return handed;
    }
    Bytes kept() const
    {
        Bytes both = password;
        both.insert(both.end(), pin.begin(), pin.end());
        return both;
    }
};

} // namespace

Result<std::size_t> keepCards(Counter& counter, const std::vector<OperatorCard>& cards,
                              std::int64_t clockAheadMs)
{
    return guarded([&]() -> Result<std::size_t> {
        if (counter.membership() == nullptr) {
            return std::size_t{0};
        }
        Cards good;
        std::map<UserId, Bytes> sealed;
        for (const OperatorCard& card : cards) {
            if (isForThisCounter(counter, card)) {
                good.insert_or_assign(card.user, card);
                sealed.insert_or_assign(card.user,
                                        seal(counter.keys().data, encodeOperatorCard(card),
                                             boundTo(card.user), counter.random()));
            }
        }
        Database& database = counter.database();
        SyncState state = readSyncState(database, counter.organizer());
        state.clockAheadMs = clockAheadMs;
        // The Date of an answer has whole seconds only; that a card was given out is exact.
        state.serverAt = Instant{counter.clock().now().ms - clockAheadMs};
        for (const auto& [user, card] : good) {
            state.serverAt = std::max(state.serverAt, card.validFrom);
        }
        Transaction transaction{database};
        replaceKeptCards(database, counter.organizer(), sealed);
        storeSyncState(database, counter.organizer(), state);
        transaction.commit();
        const std::size_t kept = good.size();
        use(counter, std::move(good), state);
        return kept;
    });
}

void useKeptCards(Counter& counter)
{
    if (counter.membership() == nullptr) {
        return;
    }
    Cards cards;
    for (const auto& [user, sealed] : readKeptCards(counter.database(), counter.organizer())) {
        const auto opened = open(counter.keys().data, sealed, boundTo(user));
        const auto card =
            opened ? decodeOperatorCard(opened->view()) : Result<OperatorCard>{opened.error()};
        if (card && card->user == user && isForThisCounter(counter, *card)) {
            cards.emplace(user, *card);
        }
    }
    use(counter, std::move(cards), readSyncState(counter.database(), counter.organizer()));
}

Result<std::vector<Verifiers>> waitingVerifiers(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Verifiers>> {
        std::vector<Verifiers> waiting;
        if (counter.membership() == nullptr) {
            return waiting;
        }
        for (const auto& [id, user] : counter.access().users()) {
            auto hashes = counter.access().ownHashes(user);
            Verifiers verifiers{id, std::move(hashes.password), std::move(hashes.pin)};
            const HandedOver handed = HandedOver::read(counter, verifiers);
            // What the server has had of it is not said again: it may have a newer one by now.
            if (digestOf(verifiers.passwordHash) == handed.password) {
                verifiers.passwordHash.clear();
            }
            if (digestOf(verifiers.pinHash) == handed.pin) {
                verifiers.pinHash.clear();
            }
            if (!verifiers.passwordHash.empty() || !verifiers.pinHash.empty()) {
                waiting.push_back(std::move(verifiers));
            }
        }
        return waiting;
    });
}

Result<void> verifiersHandedOver(Counter& counter, const Verifiers& verifiers)
{
    return guarded([&]() -> Result<void> {
        Transaction transaction{counter.database()};
        HandedOver handed = HandedOver::read(counter, verifiers);
        if (!verifiers.passwordHash.empty()) {
            handed.password = digestOf(verifiers.passwordHash);
        }
        if (!verifiers.pinHash.empty()) {
            handed.pin = digestOf(verifiers.pinHash);
        }
        storeHandedVerifiers(counter.database(), counter.organizer(), verifiers.user,
                             handed.kept());
        transaction.commit();
        return {};
    });
}

} // namespace foyer
