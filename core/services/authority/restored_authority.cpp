// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/restored_authority.h"

#include "core/domain/journal/authority_kinds.h"
#include "core/domain/journal/bodies.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/feed_store.h"
#include "core/storage/identity_store.h"
#include "core/storage/projection.h"
#include "core/storage/report_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kFirstSecond = 1'735'689'600; // 2025-01-01T00:00:00Z
constexpr int kPositionBits = 20;                    // a million entries a second, since then

/// The number of a new life: seconds of the clock, so that it is another one, too, where the backup
/// is older than a life that came before.
std::int64_t nextEpoch(std::int64_t epoch, const Clock& clock)
{
    return std::max(epoch + 1, clock.now().ms / 1'000 - kFirstSecond);
}

bool continuesChain(Database& database, const Entry& entry)
{
    const JournalHead head = readWriterHead(database, entry.organizer, entry.replica);
    return entry.epoch == head.epoch && entry.sequence == head.sequence + 1 &&
        entry.previous == head.hash;
}

/// Whether an entry says what only the authority may, and is neither the server's nor of the
/// counter that founded the house, before it handed the role over.
bool isPresumed(Authority& authority, const std::optional<AuthorityNow>& inCharge,
                const Entry& entry)
{
    return isOfTheAuthority(entry) && entry.replica != authority.replica() && inCharge &&
        inCharge->replica != entry.replica;
}

} // namespace

Result<void> openNextLife(Database& database, OrganizerId organizer, const Permit& permit,
                          const Clock& clock, Random& random, const std::string& reason)
{
    return guarded([&]() -> Result<void> {
        if (reason.empty()) {
            return usageError("reason_missing", "Say why; the reason is kept.", "reason");
        }
        FeedBatch batch{database, organizer};
        const auto before = readIdentityOf(database, organizer);
        if (!before) {
            return refused("unknown_organizer", "This server has no such organizer.");
        }
        const JournalHead head = readWriterHead(database, organizer, before->replica);
        const Identity next{organizer, before->replica, nextEpoch(before->epoch, clock)};
        storeReportsDue(database, next, batch.position());
        storeIdentity(database, next);
        batch.skipTo(next.epoch << kPositionBits);
        Journal journal{database, next, clock, random};
        Journal::Act act{journal, permit, batch};
        act.append(kind::kEpochOpened, encode(EpochOpened{head.sequence, 0, reason, ""}));
        act.commit();
        batch.commit();
        return {};
    });
}

std::optional<ReportDue> reportDue(Authority& authority, ReplicaId replica)
{
    const auto after = readReportDue(authority.database(), authority.organizer(), replica);
    if (!after) {
        return std::nullopt;
    }
    const JournalHead head = readWriterHead(authority.database(), authority.organizer(), replica);
    return ReportDue{*after, head.epoch, head.sequence, authority.journal().identity().epoch};
}

bool isAnyReportDue(Authority& authority)
{
    return countReportsDue(authority.database(), authority.organizer()) > 0;
}

Result<void> takeReport(Authority& authority, FeedBatch& batch, const ReplicaReport& report)
{
    Database& database = authority.database();
    const OrganizerId us = authority.organizer();
    const auto inCharge = readAuthority(database, us);
    for (const Entry& entry : report.entries) {
        if (entry.organizer != us || hashOf(entry) != entry.hash) {
            return badInput("report_damaged",
                            "What this counter gave back is not what was written. Nothing of it "
                            "was taken; it is asked again.",
                            entry.id.text());
        }
        if (entry.replica != report.replica && isPresumed(authority, inCharge, entry)) {
            return refused("wrong_writer",
                           "Only the server gives out rights and vouches for keys, and this report "
                           "has a counter do it. Nothing of it was taken; an administrator has to "
                           "look at this counter.",
                           entry.id.text());
        }
    }
    const std::int64_t thisLife = authority.journal().identity().epoch;
    for (Entry entry : report.entries) {
        if (entry.replica == report.replica ||
            readHashAt(database, us, entry.replica, entry.epoch, entry.sequence)) {
            continue;
        }
        const bool isOurs = entry.replica == authority.replica() && entry.epoch < thisLife;
        if (isOurs || continuesChain(database, entry)) {
            entry.position = batch.nextPosition();
            storeEntry(database, entry);
            project(database, entry);
            authority.journal().hear(entry.at);
        }
    }
    authority.offers().clearPlans();
    const JournalHead head = readWriterHead(database, us, report.replica);
    if (report.isLast && report.life == thisLife &&
        std::pair{head.epoch, head.sequence} >= std::pair{report.epoch, report.sequence}) {
        removeReportDue(database, us, report.replica);
    }
    return {};
}

} // namespace foyer
