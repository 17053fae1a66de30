// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/intake.h"
#include "core/domain/journal/replica_report.h"
#include "core/domain/rights/rights_wish.h"
#include "core/services/rights_need.h"
#include "core/storage/feed_store.h"
#include "core/storage/sync_store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace foyer {

class Counter;

/// A joined counter's side of staying in step with its authority: what to send next, and what to do
/// with the answers. Knows no network: whoever has one carries the messages, in any order, twice or
/// not at all. Belongs to the counter's thread.
///
/// Nothing is ever dropped: an entry leaves the outbox when the authority says that it has it.
class CounterSync {
public:
    explicit CounterSync(Counter& counter) : m_counter{counter} {}

    struct Status {
        std::int64_t unsent = 0; ///< own entries that the authority has not confirmed
        std::int64_t pulled = 0; ///< position up to which this counter has heard
        Instant contactAt;       ///< of the last answer; 0: never
        std::optional<OutboxProblem> problem;
    };
    Result<Status> status();

    /// The next entries to send, signed; nothing where all is confirmed. At most `entries`, and
    /// about `bytes` of bodies.
    Result<std::optional<EntryBatch>> nextBatch(std::size_t entries = 500,
                                                std::size_t bytes = 512 * 1024);
    /// What came back for a batch. After Accepted the entries are confirmed; after Gap sending goes
    /// on from where the authority is; everything else is kept as the outbox's problem. Where the
    /// authority has more of this counter than is here, or something else, this database is old or
    /// a copy: it waits for its own entries, or stops. See Counter::noteWritten and noteFork.
    Result<void> batchAnswered(const IntakeAnswer& answer);

    /// After which position this counter wants to hear.
    Result<std::int64_t> pulled();
    /// Stores and projects a page of the feed, and moves on to its end: all of it or nothing. Then
    /// does what was recalled and was not done yet, orders among it, and gives back the stock of a
    /// counter whose last shift was closed. Errors: feed_damaged where an entry's hash is not that
    /// of its content, feed_gap where the page begins after what this counter has heard, as one
    /// that was under way while a backup was put back; then nothing was taken.
    Result<void> heard(const FeedPage& page);

    /// A wish for what a refused act needs, and for a stock of the same quotas, so that the next
    /// sale need not ask; see rightsNeed().
    Result<RightsWish> wishFor(const RightsNeed& need);
    /// A wish for what this counter lacks of the stock that it may keep of each event's coming
    /// performances (OfflineStock), as far as the authority is known to have any; see
    /// core/services/offline_stock.h. Nothing where nothing is missing.
    Result<std::optional<RightsWish>> stockWish();
    /// The authority's answer: its grants count from now on; of an order, once what was done to it
    /// before was heard. Refuses with sold_out and seat_elsewhere where it had no more, and with
    /// order_asked where an order has to be given back first: ask again in a moment.
    Result<void> granted(const RightsAnswer& answer);

    /// After which of its own entries a counter that was restored from a backup needs them back.
    struct Behind {
        std::int64_t epoch = 1;
        std::int64_t sequence = 0;
    };
    std::optional<Behind> behind() const;
    /// Own entries that the authority had. Where they do not go on from what is here, another copy
    /// wrote them: nothing of them is taken, and this one stops; see Counter::noteFork. Errors:
    /// feed_damaged, and feed_gap where something is missing before them.
    Result<void> ownEntriesBack(const std::vector<Entry>& entries);

    /// A part of what a restored server asks this counter to give back, beginning with what comes
    /// after `after`: `due.after` first, then `upTo` of the part before. Its own entries are sent
    /// again, too, as far as the server does not know them, by nextBatch().
    Result<ReplicaReport> reportFor(const ReportDue& due, std::int64_t after,
                                    std::int64_t entries = 500);

private:
    enum class OwnChain { GoesOn, Fork, Gap };
    OwnChain chainOf(const std::vector<Entry>& entries);
    bool isOwnHead(const IntakeAnswer& answer);
    void fork(const SyncState& state, std::string sentence);
    void touch(SyncState state);
    RightsWish newWish() const;
    Result<void> areWhole(const std::vector<Entry>& entries) const;
    Result<void> take(const std::vector<Entry>& entries, std::optional<std::int64_t> upTo);
    void refreshCustomer(const Entry& entry);
    void refresh(const std::vector<Entry>& entries);

    Counter& m_counter;
};

} // namespace foyer
