// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter_sync.h"

#include "core/domain/customers/customer_entries.h"
#include "core/domain/journal/bodies.h"
#include "core/services/access_control.h"
#include "core/services/authority/entry_intake.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customers.h"
#include "core/services/door_memory.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/offline_stock.h"
#include "core/services/orders_in_hand.h"
#include "core/services/rights_authority.h"
#include "core/services/rights_return.h"
#include "core/services/ticket_signature.h"
#include "core/storage/journal.h"
#include "core/storage/projection.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <string_view>

namespace foyer {
namespace {

bool concernsErasures(const Entry& entry)
{
    return entry.kind == kind::kCustomerErased || entry.kind == kind::kCustomerMerged;
}

bool isAfter(std::int64_t epoch, std::int64_t sequence, const SyncState& state)
{
    return std::pair{epoch, sequence} > std::pair{state.sentEpoch, state.sentSequence};
}

bool isPeople(const Entry& entry)
{
    return entry.kind == kind::kUserEdited || entry.kind == kind::kRoleEdited;
}

bool isCertificate(const Entry& entry)
{
    return entry.kind == kind::kKeyCertified;
}

bool isGate(const Entry& entry)
{
    return entry.kind == kind::kGateEdited;
}

bool isPlan(const Entry& entry)
{
    return entry.kind == kind::kPlanEdited;
}

bool isOffer(const Entry& entry)
{
    return std::string_view{entry.kind}.ends_with(".edited") || entry.kind == kind::kSeatsLeased ||
        entry.kind == kind::kSeatsReturned;
}

} // namespace

Result<CounterSync::Status> CounterSync::status()
{
    return guarded([&]() -> Result<Status> {
        Database& database = m_counter.database();
        const SyncState state = readSyncState(database, m_counter.organizer());
        return Status{countEntriesAfter(database, m_counter.organizer(), m_counter.replica(),
                                        state.sentEpoch, state.sentSequence),
                      state.pulled, state.contactAt,
                      readOutboxProblem(database, m_counter.organizer())};
    });
}

Result<std::optional<EntryBatch>> CounterSync::nextBatch(std::size_t entries, std::size_t bytes)
{
    return guarded([&]() -> Result<std::optional<EntryBatch>> {
        Database& database = m_counter.database();
        const SyncState state = readSyncState(database, m_counter.organizer());
        const JournalHead& head = m_counter.journal().head();
        std::vector<Entry> next;
        std::size_t size = 0;
        std::int64_t epoch = std::max<std::int64_t>(state.sentEpoch, 1);
        std::int64_t after = state.sentSequence;
        // A batch holds entries of one life of the database.
        for (; next.empty() && epoch <= head.epoch; ++epoch, after = 0) {
            readEntriesAfter(database, m_counter.organizer(), m_counter.replica(), epoch, after,
                             [&](const Entry& entry) {
                                 if (next.size() >= entries || size >= bytes) {
                                     return false;
                                 }
                                 size += entry.body.size();
                                 next.push_back(entry);
                                 return true;
                             });
        }
        if (next.empty()) {
            return std::optional<EntryBatch>{};
        }
        return std::optional{
            signedBatch(m_counter.identity(), std::move(next), m_counter.keys().device)};
    });
}

void CounterSync::touch(SyncState state)
{
    state.contactAt = m_counter.clock().now();
    storeSyncState(m_counter.database(), m_counter.organizer(), state);
}

Result<void> CounterSync::batchAnswered(const IntakeAnswer& answer)
{
    return guarded([&]() -> Result<void> {
        Database& database = m_counter.database();
        const OrganizerId us = m_counter.organizer();
        SyncState state = readSyncState(database, us);
        Transaction transaction{database};
        using Outcome = IntakeAnswer::Outcome;
        const JournalHead& head = m_counter.journal().head();
        const bool isTaken = answer.outcome == Outcome::Accepted || answer.outcome == Outcome::Gap;
        const bool isMore = isTaken &&
            std::pair{answer.epoch, answer.sequence} > std::pair{head.epoch, head.sequence};
        const bool isFork = answer.outcome == Outcome::Fork || m_counter.isForked() ||
            (isTaken && !isMore && !isOwnHead(answer));
        if (isFork) {
            fork(state, answer.sentence.empty() ? journalForked().message : answer.sentence);
        } else if (isTaken && !isMore) {
            // An answer may come late, after a later one; a gap says that the authority has less.
            if (answer.outcome == Outcome::Gap || isAfter(answer.epoch, answer.sequence, state)) {
                state.sentEpoch = answer.epoch;
                state.sentSequence = answer.sequence;
            }
            clearOutboxProblem(database, us);
        } else if (!isTaken &&
                   countEntriesAfter(database, us, m_counter.replica(), state.sentEpoch,
                                     state.sentSequence) > 0) {
            storeOutboxProblem(database, us,
                               {codeOf(answer.outcome), answer.sentence, state.sentEpoch,
                                state.sentSequence, m_counter.clock().now()});
        }
        touch(state);
        transaction.commit();
        if (isFork) {
            m_counter.noteFork();
        } else if (isMore) {
            m_counter.noteWritten(answer.epoch, answer.sequence);
        }
        return {};
    });
}

Result<std::int64_t> CounterSync::pulled()
{
    return guarded([&]() -> Result<std::int64_t> {
        return readSyncState(m_counter.database(), m_counter.organizer()).pulled;
    });
}

Result<void> CounterSync::areWhole(const std::vector<Entry>& entries) const
{
    for (const Entry& entry : entries) {
        if (entry.organizer != m_counter.organizer() || hashOf(entry) != entry.hash) {
            return badInput("feed_damaged",
                            "What came from the server is not what was written: entry " +
                                entry.id.text() +
                                " does not match its hash. Nothing of it was taken; it is asked "
                                "for again.",
                            entry.id.text());
        }
    }
    return {};
}

Result<void> CounterSync::take(const std::vector<Entry>& entries, std::optional<std::int64_t> upTo)
{
    if (auto whole = areWhole(entries); !whole) {
        return whole;
    }
    Database& database = m_counter.database();
    SyncState state = readSyncState(database, m_counter.organizer());
    Transaction transaction{database};
    for (const Entry& entry : entries) {
        if (storeEntry(database, entry)) {
            project(database, entry);
        }
    }
    for (const Entry& entry : entries) {
        m_counter.journal().hear(entry.at);
    }
    if (upTo) {
        state.pulled = std::max(state.pulled, *upTo);
    }
    touch(state);
    transaction.commit();
    refresh(entries);
    return {};
}

/// Another counter took somebody down, or erased them: then the key is gone with the entry, and so
/// is what was opened.
void CounterSync::refreshCustomer(const Entry& entry)
{
    const auto body = decodeCbor(entry.body);
    if (!body) {
        return;
    }
    if (const auto recorded = decodeCustomerRecorded(*body);
        recorded && entry.kind == kind::kCustomerRecorded) {
        m_counter.customers().noteArrived(recorded->customer);
    }
    if (const auto changed = decodeCustomerChanged(*body);
        changed && entry.kind == kind::kCustomerChanged) {
        m_counter.customers().noteArrived(changed->customer);
    }
    if (const auto merged = decodeCustomerMerged(*body);
        merged && entry.kind == kind::kCustomerMerged) {
        m_counter.customers().noteArrived(merged->from);
        m_counter.customers().noteArrived(merged->into);
    }
    if (const auto unmerged = decodeCustomerUnmerged(*body);
        unmerged && entry.kind == kind::kCustomerUnmerged) {
        m_counter.customers().noteArrived(unmerged->from);
    }
    if (const auto erased = decodeCustomerErased(*body);
        erased && entry.kind == kind::kCustomerErased) {
        m_counter.customers().forget(erased->customer);
    }
}

void CounterSync::refresh(const std::vector<Entry>& entries)
{
    if (std::ranges::any_of(entries, isPlan)) {
        m_counter.offers().clearPlans();
    } else if (std::ranges::any_of(entries, isOffer)) {
        m_counter.offers().clear();
    }
    if (std::ranges::any_of(entries, isPeople)) {
        m_counter.access().reload();
    }
    if (std::ranges::any_of(entries, isGate)) {
        m_counter.doorMemory().gates.reset();
    }
    if (std::ranges::any_of(entries, isCertificate)) {
        m_counter.verifier().reset();
    }
    for (const Entry& entry : entries) {
        if (entry.kind.starts_with("customer.")) {
            refreshCustomer(entry);
        }
    }
}

Result<void> CounterSync::heard(const FeedPage& page)
{
    return guarded([&]() -> Result<void> {
        if (page.after > readSyncState(m_counter.database(), m_counter.organizer()).pulled) {
            return badInput("feed_gap",
                            "What came from the server begins after something that this counter "
                            "has not heard yet. Nothing of it was taken; it is asked for again.");
        }
        if (auto taken = take(page.entries, page.upTo); !taken) {
            return taken;
        }
        // Also those of a page before, after which this counter crashed.
        if (std::ranges::any_of(page.entries, concernsErasures)) {
            if (auto erased = completeErasures(m_counter); !erased) {
                return erased;
            }
        }
        if (auto answered = answerRecalls(m_counter); !answered) {
            return std::move(answered).error();
        }
        if (auto returned = returnRecalledOrders(m_counter); !returned) {
            return std::move(returned).error();
        }
        auto returned = returnStockOfClosedShift(m_counter);
        return returned ? Result<void>{} : std::move(returned).error();
    });
}

Result<RightsWish> CounterSync::wishFor(const RightsNeed& need)
{
    return guarded([&]() -> Result<RightsWish> {
        RightsWish wish = newWish();
        for (const auto& [quota, count] : need.quotas) {
            const std::int64_t left =
                readRights(m_counter.database(), m_counter.organizer(), quota, m_counter.replica())
                    .left();
            wish.quotas.push_back({quota, count, count + stockFor(m_counter, quota).rights, left});
        }
        for (const auto& [performance, seats] : need.seats) {
            wish.seats.push_back({performance, rangesOf(seats), 0});
        }
        wish.orders.assign(need.orders.begin(), need.orders.end());
        return wish;
    });
}

Result<std::optional<RightsWish>> CounterSync::stockWish()
{
    return guarded([&]() -> Result<std::optional<RightsWish>> {
        if (m_counter.authority().isHere() || m_counter.entriesMissing() > 0 ||
            m_counter.isForked()) {
            return std::optional<RightsWish>{};
        }
        RightsWish wish = newWish();
        addMissingStock(m_counter, wish);
        return wish.isEmpty() ? std::optional<RightsWish>{} : std::optional{std::move(wish)};
    });
}

RightsWish CounterSync::newWish() const
{
    RightsWish wish;
    wish.id = Uuid::v7(m_counter.clock().now(), m_counter.random());
    wish.holder = m_counter.replica();
    return wish;
}

Result<void> CounterSync::granted(const RightsAnswer& answer)
{
    return guarded([&]() -> Result<void> {
        if (auto taken = take(answer.entries, std::nullopt); !taken) {
            return taken;
        }
        for (const auto& shortage : answer.shortages) {
            if (shortage.code == "home_recalled" || shortage.code == "home_unknown") {
                return orderAsked(m_counter, OrderId{shortage.subject});
            }
            if (shortage.code == "seat_elsewhere") {
                return refused("seat_elsewhere",
                               "Another counter has one of these seats. Choose others.");
            }
            if (shortage.code == "holders_unheard") {
                return refused(shortage.code,
                               "The server was restored from a backup and gives out nothing until "
                               "it has heard from every counter. Sell what this counter still "
                               "holds, and try again later.");
            }
            Error error = refused(shortage.code,
                                  "The server has no more of it to give. Sell fewer, or choose "
                                  "another category or date.");
            error.facts = {std::to_string(shortage.available)};
            return error;
        }
        return {};
    });
}

Result<ReplicaReport> CounterSync::reportFor(const ReportDue& due, std::int64_t after,
                                             std::int64_t entries)
{
    return guarded([&]() -> Result<ReplicaReport> {
        Database& database = m_counter.database();
        const OrganizerId us = m_counter.organizer();
        SyncState state = readSyncState(database, us);
        if (std::pair{state.sentEpoch, state.sentSequence} > std::pair{due.epoch, due.sequence}) {
            Transaction transaction{database};
            state.sentEpoch = due.epoch;
            state.sentSequence = due.sequence;
            storeSyncState(database, us, state);
            transaction.commit();
        }
        const JournalHead& head = m_counter.journal().head();
        ReplicaReport report{
            m_counter.replica(), head.epoch, head.sequence, {}, after, true, due.life};
        readEntriesByPosition(database, us, after, entries, [&](const Entry& entry) {
            report.upTo = *entry.position;
            report.entries.push_back(entry);
            return true;
        });
        report.isLast = static_cast<std::int64_t>(report.entries.size()) < entries;
        return report;
    });
}

} // namespace foyer
