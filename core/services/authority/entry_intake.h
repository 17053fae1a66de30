// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/ed25519.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/intake.h"
#include "core/services/authority/authority.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace foyer {

/// Takes a writer's entries into the authority's database: stores each with its position, and
/// projects it. Idempotent for ever, by (writer, epoch, sequence, hash). Either all of a batch is
/// taken, or nothing; what is not taken is answered exactly, and entries of a fork are kept beside
/// the journal. `device` is the key that the writer was enrolled with. A writer that is written off
/// is still heard: what happened has happened. Throws StorageFailure.
IntakeAnswer takeIn(Authority& authority, FeedBatch& batch, const EntryBatch& entries,
                    const PublicKey& device);

/// The same in three steps, for a server whose one writing thread many callers wait for: what can
/// be said of a batch without the journal is said before, by the thread of each caller.
struct ExaminedBatch {
    const EntryBatch& batch; ///< has to outlive this
    bool isSigned = false;   ///< one of the writer's keys signed the head that it ends in
    std::size_t whole = 0;   ///< so many entries, from the first on, are what their hash says
    std::vector<std::optional<CborValue>> bodies; ///< of those; none where a body is not readable
};
/// Looks at a batch of a writer that has these keys. Safe from any thread.
ExaminedBatch examine(OrganizerId organizer, const EntryBatch& entries,
                      std::span<const PublicKey> deviceKeys);
/// The answer without its countersignature, and the head that this has to be over.
struct TakenBatch {
    IntakeAnswer answer;
    JournalHead head;
};
/// Takes in what was examined, as takeIn() does. Throws StorageFailure.
TakenBatch takeExamined(Authority& authority, FeedBatch& batch, const ExaminedBatch& examined);
/// The answer with the authority's signature over the head that it has. Only to be sent once the
/// batch is committed. Safe from any thread.
IntakeAnswer countersigned(TakenBatch taken, const Identity& writer,
                           const SigningKey& authorityDevice);

/// A batch of one writer's entries with its head signed, ready to be sent.
EntryBatch signedBatch(const Identity& writer, std::vector<Entry> entries,
                       const SecretBytes& deviceSeed);

/// Whether the authority's signature over a writer's head is good: a counter keeps it as the proof
/// of what it has handed over.
bool isWitness(const PublicKey& authorityDevice, const Identity& writer, const JournalHead& head,
               const Signature& signature);

} // namespace foyer
