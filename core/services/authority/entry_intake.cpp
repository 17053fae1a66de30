// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/entry_intake.h"

#include "core/domain/journal/authority_kinds.h"
#include "core/domain/journal/bodies.h"
#include "core/services/offer_cache.h"
#include "core/storage/feed_store.h"
#include "core/storage/projection.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <string_view>

namespace foyer {
namespace {

using Outcome = IntakeAnswer::Outcome;

struct Judgement {
    Outcome outcome = Outcome::Accepted;
    std::string sentence;
    std::vector<std::size_t> fresh; ///< which entries are not stored yet
    JournalHead head;               ///< of the writer's chain, with these
};

Judgement no(Outcome outcome, std::string sentence)
{
    return {outcome, std::move(sentence), {}, {}};
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

Judgement judgeNew(Database& database, const JournalHead& head, const Entry& entry, bool isWhole)
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
    if (!isWhole || !isNext(database, head, entry)) {
        return changed(entry);
    }
    return {};
}

Judgement twoCopies(const Entry& entry)
{
    return no(Outcome::Fork,
              "Another entry is known here as " + placeOf(entry) +
                  ": two copies of this counter are writing. This one was stopped, and what it "
                  "sent was kept; an administrator has to look at it.");
}

/// The hash that is stored at an entry's place. A chain only grows: behind its head is nothing, and
/// nobody has to look.
std::optional<EntryHash> hashAt(Database& database, const JournalHead& head, const Entry& entry)
{
    return std::pair{entry.epoch, entry.sequence} > std::pair{head.epoch, head.sequence}
        ? std::nullopt
        : readHashAt(database, entry.organizer, entry.replica, entry.epoch, entry.sequence);
}

/// Before the hand-over it is the counter that founded the house that speaks for all, for nobody
/// else can enrol.
bool maySpeakForAll(Database& database, const Identity& writer)
{
    const auto authority = readAuthority(database, writer.organizer);
    return !authority || authority->replica == writer.replica;
}

/// Of a batch that begins at this head.
Judgement judge(Database& database, const Identity& writer, const JournalHead& from,
                const ExaminedBatch& examined)
{
    Judgement judgement;
    judgement.head = from;
    bool hasHandedOver = false;
    const auto& entries = examined.batch.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        const bool isWhole = i < examined.whole;
        if (entry.replica != writer.replica || entry.organizer != writer.organizer) {
            return no(Outcome::WrongWriter,
                      "A counter may only send what it wrote itself, for its own organizer.");
        }
        if (const auto known = hashAt(database, judgement.head, entry)) {
            if (!isWhole) {
                return changed(entry); // on its way: that says nothing of a second copy
            }
            if (*known != entry.hash) {
                return twoCopies(entry);
            }
            continue;
        }
        auto fault = judgeNew(database, judgement.head, entry, isWhole);
        if (fault.outcome != Outcome::Accepted) {
            return fault;
        }
        if (isOfTheAuthority(entry) && (hasHandedOver || !maySpeakForAll(database, writer))) {
            return no(Outcome::WrongWriter,
                      "Only the server gives out rights and vouches for keys, and " +
                          placeOf(entry) +
                          " does. An administrator has to look at this counter: its program is "
                          "not the one that it should be.");
        }
        hasHandedOver = hasHandedOver || entry.kind == kind::kAuthorityMoved;
        judgement.fresh.push_back(i);
        judgement.head = {entry.epoch, entry.sequence, entry.hash, entry.at};
    }
    return judgement;
}

bool changesOffers(const Entry& entry)
{
    return std::string_view{entry.kind}.ends_with(".edited") || entry.kind == kind::kSeatsLeased ||
        entry.kind == kind::kSeatsReturned;
}

void store(Authority& authority, FeedBatch& batch, const ExaminedBatch& examined,
           const std::vector<std::size_t>& fresh)
{
    Database& database = authority.database();
    bool offersChanged = false;
    bool plansChanged = false;
    for (const std::size_t i : fresh) {
        Entry entry = examined.batch.entries[i];
        entry.position = batch.nextPosition();
        postEntry(database, entry, [](bool isNew) {
            if (!isNew) { // the feed is held, and the place was free a moment ago
                throw StorageFailure{storageError(
                    "transaction_conflict",
                    "Another process stored the same entries meanwhile. Send them again.")};
            }
        });
        if (examined.bodies[i]) {
            project(database, entry, *examined.bodies[i]);
            authority.note(entry, *examined.bodies[i]);
        }
        authority.journal().hear(entry.at);
        offersChanged = offersChanged || changesOffers(entry);
        plansChanged = plansChanged || entry.kind == kind::kPlanEdited;
    }
    if (plansChanged) {
        authority.offers().clearPlans();
    } else if (offersChanged) {
        authority.offers().clear();
    }
}

void keepFork(Database& database, const EntryBatch& batch)
{
    for (const Entry& entry : batch.entries) {
        if (readHashAt(database, entry.organizer, entry.replica, entry.epoch, entry.sequence) !=
            entry.hash) {
            keepStray(database, entry, codeOf(Outcome::Fork));
        }
    }
}

JournalHead headOf(const Entry& entry)
{
    return {entry.epoch, entry.sequence, entry.hash, entry.at};
}

} // namespace

ExaminedBatch examine(OrganizerId organizer, const EntryBatch& entries,
                      std::span<const PublicKey> deviceKeys)
{
    ExaminedBatch examined{.batch = entries};
    if (entries.entries.empty()) {
        return examined;
    }
    const Bytes head =
        signedHeadMessage({organizer, entries.writer, 1}, headOf(entries.entries.back()));
    examined.isSigned = std::ranges::any_of(deviceKeys, [&](const PublicKey& key) {
        return verify(key, head, entries.signature);
    });
    if (!examined.isSigned) {
        return examined; // nobody's work is worth more work
    }
    for (const Entry& entry : entries.entries) {
        if (hashOf(entry) != entry.hash) {
            break;
        }
        auto body = decodeCbor(entry.body);
        examined.bodies.push_back(body ? std::optional{*std::move(body)} : std::nullopt);
        ++examined.whole;
    }
    return examined;
}

TakenBatch takeExamined(Authority& authority, FeedBatch& batch, const ExaminedBatch& examined)
{
    Database& database = authority.database();
    const EntryBatch& entries = examined.batch;
    const Identity writer{authority.organizer(), entries.writer, 1};
    const JournalHead known = readWriterHead(database, writer.organizer, writer.replica);
    Judgement judgement = entries.entries.empty()
        ? no(Outcome::WrongWriter, "There is nothing in this batch.")
        : !examined.isSigned
        ? no(Outcome::BadSignature,
             "The key of this counter did not sign these entries. Nothing of them was taken.")
        : judge(database, writer, known, examined);
    const bool isAccepted = judgement.outcome == Outcome::Accepted;
    if (judgement.outcome == Outcome::Fork) {
        keepFork(database, entries);
    }
    if (isAccepted && !judgement.fresh.empty()) {
        store(authority, batch, examined, judgement.fresh);
        storeSignedHead(database, writer, headOf(entries.entries.back()), entries.signature);
    }
    const JournalHead head = isAccepted ? judgement.head : known;
    return {{judgement.outcome,
             head.epoch,
             head.sequence,
             static_cast<std::int64_t>(judgement.fresh.size()),
             {},
             std::move(judgement.sentence)},
            head};
}

IntakeAnswer countersigned(TakenBatch taken, const Identity& writer,
                           const SigningKey& authorityDevice)
{
    taken.answer.countersignature = authorityDevice.sign(witnessedHeadMessage(writer, taken.head));
    return std::move(taken.answer);
}

IntakeAnswer takeIn(Authority& authority, FeedBatch& batch, const EntryBatch& entries,
                    const PublicKey& device)
{
    const Identity writer{authority.organizer(), entries.writer, 1};
    return countersigned(takeExamined(authority, batch,
                                      examine(writer.organizer, entries, {&device, 1})),
                         writer, *authority.keys().device);
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
