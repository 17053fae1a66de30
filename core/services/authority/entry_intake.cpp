// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/entry_intake.h"

#include "core/domain/journal/bodies.h"
#include "core/services/offer_cache.h"
#include "core/storage/feed_store.h"
#include "core/storage/projection.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foyer {
namespace {

using Outcome = IntakeAnswer::Outcome;

struct Judgement {
    Outcome outcome = Outcome::Accepted;
    std::string sentence;
    std::vector<const Entry*> fresh; ///< that are not stored yet
};

Judgement no(Outcome outcome, std::string sentence)
{
    return {outcome, std::move(sentence), {}};
}

std::string placeOf(const Entry& entry)
{
    return "entry " + std::to_string(entry.sequence) + " of epoch " + std::to_string(entry.epoch);
}

Judgement changed(const Entry& entry)
{
    return no(Outcome::BrokenChain,
              placeOf(entry) +
                  " does not continue the one before, or was changed after it was written. "
                  "Run a check of the counter's journal.");
}

/// Whether an entry goes on from a head: the next one of the same epoch, or the first of a later
/// one, which goes on from an entry that the writer had before.
bool isNext(Database& database, const JournalHead& head, const Entry& entry)
{
    if (entry.epoch == head.epoch) {
        return entry.sequence == head.sequence + 1 && entry.previous == head.hash;
    }
    if (entry.epoch < head.epoch || entry.sequence != 1 || entry.kind != kind::kEpochOpened) {
        return false;
    }
    const auto body = decodeCbor(entry.body);
    const auto opened = body ? decodeEpochOpened(*body) : Result<EpochOpened>{body.error()};
    if (!opened) {
        return false;
    }
    for (std::int64_t epoch = entry.epoch - 1; epoch > 0; --epoch) {
        const auto hash =
            readHashAt(database, entry.organizer, entry.replica, epoch, opened->after);
        if (hash && *hash == entry.previous) {
            return true;
        }
    }
    return opened->after == 0 && entry.previous == EntryHash{};
}

Judgement judgeNew(Database& database, const JournalHead& head, const Entry& entry)
{
    const bool isAhead = entry.epoch == head.epoch ? entry.sequence > head.sequence + 1
                                                   : entry.epoch > head.epoch && entry.sequence > 1;
    if (isAhead) {
        return no(Outcome::Gap,
                  "Entries are missing before " + placeOf(entry) + ". Send them first.");
    }
    if (entry.epoch < head.epoch) {
        return no(Outcome::Fork,
                  placeOf(entry) +
                      " belongs to an earlier life of this counter, which has gone on without it. "
                      "It was kept; an administrator has to look at it.");
    }
    if (!isNext(database, head, entry) || hashOf(entry) != entry.hash) {
        return changed(entry);
    }
    return {};
}

/// What only the authority says: a counter could give itself rights otherwise.
bool isOfTheAuthority(const Entry& entry)
{
    constexpr std::array<std::string_view, 9> kKinds{
        kind::kAllotmentGranted,  kind::kSeatsLeased,    kind::kRightsRecalled,
        kind::kReplicaWrittenOff, kind::kAuthorityMoved, kind::kKeyCertified,
        kind::kDeviceInvited,     kind::kDeviceRevoked,  kind::kSecretSet};
    return std::ranges::find(kKinds, entry.kind) != kKinds.end();
}

Judgement judge(Database& database, const Identity& writer, const EntryBatch& batch)
{
    JournalHead head = readWriterHead(database, writer.organizer, writer.replica);
    const auto authority = readAuthority(database, writer.organizer);
    // Before the hand-over it is the counter that founded the house, and nobody else can enrol.
    bool maySpeakForAll = !authority || authority->replica == writer.replica;
    Judgement judgement;
    for (const Entry& entry : batch.entries) {
        if (entry.replica != writer.replica || entry.organizer != writer.organizer) {
            return no(Outcome::WrongWriter,
                      "A counter may only send what it wrote itself, for its own organizer.");
        }
        if (const auto known = readHashAt(database, writer.organizer, writer.replica, entry.epoch,
                                          entry.sequence)) {
            if (hashOf(entry) != entry.hash) {
                return changed(entry); // on its way: that says nothing of a second copy
            }
            if (*known != entry.hash) {
                return no(Outcome::Fork,
                          "Another entry is known here as " + placeOf(entry) +
                              ": two copies of this counter are writing. This one was stopped, and "
                              "what it sent was kept; an administrator has to look at it.");
            }
            continue;
        }
        if (auto fault = judgeNew(database, head, entry); fault.outcome != Outcome::Accepted) {
            return fault;
        }
        if (isOfTheAuthority(entry) && !maySpeakForAll) {
            return no(Outcome::WrongWriter,
                      "Only the server gives out rights and vouches for keys, and " +
                          placeOf(entry) +
                          " does. An administrator has to look at this counter: its program is "
                          "not the one that it should be.");
        }
        maySpeakForAll = maySpeakForAll && entry.kind != kind::kAuthorityMoved;
        judgement.fresh.push_back(&entry);
        head = {entry.epoch, entry.sequence, entry.hash, entry.at};
    }
    return judgement;
}

bool isSignedByWriter(const Identity& writer, const EntryBatch& batch, const PublicKey& device)
{
    const Entry& last = batch.entries.back();
    return verify(device,
                  signedHeadMessage(writer, {last.epoch, last.sequence, last.hash, last.at}),
                  batch.signature);
}

bool changesOffers(const Entry& entry)
{
    return std::string_view{entry.kind}.ends_with(".edited") || entry.kind == kind::kSeatsLeased ||
        entry.kind == kind::kSeatsReturned;
}

void store(Authority& authority, FeedBatch& batch, const std::vector<const Entry*>& fresh)
{
    bool offersChanged = false;
    for (const Entry* given : fresh) {
        Entry entry = *given;
        entry.position = batch.nextPosition();
        storeEntry(authority.database(), entry);
        project(authority.database(), entry);
        authority.journal().hear(entry.at);
        offersChanged = offersChanged || changesOffers(entry);
    }
    if (offersChanged) {
        authority.offers().clear();
    }
}

} // namespace

IntakeAnswer takeIn(Authority& authority, FeedBatch& batch, const EntryBatch& entries,
                    const PublicKey& device)
{
    Database& database = authority.database();
    const Identity writer{authority.organizer(), entries.writer, 1};
    Judgement judgement = entries.entries.empty()
        ? no(Outcome::WrongWriter, "There is nothing in this batch.")
        : !isSignedByWriter(writer, entries, device)
        ? no(Outcome::BadSignature,
             "The key of this counter did not sign these entries. Nothing of them was taken.")
        : judge(database, writer, entries);
    if (judgement.outcome == Outcome::Fork) {
        for (const Entry& entry : entries.entries) {
            if (readHashAt(database, writer.organizer, writer.replica, entry.epoch,
                           entry.sequence) != entry.hash) {
                keepStray(database, entry, codeOf(judgement.outcome));
            }
        }
    }
    if (judgement.outcome == Outcome::Accepted && !judgement.fresh.empty()) {
        store(authority, batch, judgement.fresh);
        const Entry& last = entries.entries.back();
        storeSignedHead(database, writer, {last.epoch, last.sequence, last.hash, last.at},
                        entries.signature);
    }
    const JournalHead head = readWriterHead(database, writer.organizer, writer.replica);
    return {judgement.outcome,
            head.epoch,
            head.sequence,
            static_cast<std::int64_t>(judgement.fresh.size()),
            authority.keys().device->sign(witnessedHeadMessage(writer, head)),
            std::move(judgement.sentence)};
}

EntryBatch signedBatch(const Identity& writer, std::vector<Entry> entries,
                       const SecretBytes& deviceSeed)
{
    EntryBatch batch{writer.replica, std::move(entries), {}};
    const Entry& last = batch.entries.back();
    batch.signature = SigningKey{deviceSeed}.sign(
        signedHeadMessage(writer, {last.epoch, last.sequence, last.hash, last.at}));
    return batch;
}

bool isWitness(const PublicKey& authorityDevice, const Identity& writer, const JournalHead& head,
               const Signature& signature)
{
    return verify(authorityDevice, witnessedHeadMessage(writer, head), signature);
}

} // namespace foyer
