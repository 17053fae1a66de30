// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/ed25519.h"
#include "core/domain/journal/intake.h"
#include "core/services/authority/authority.h"

namespace foyer {

/// Takes a writer's entries into the authority's database: stores each with its position, and
/// projects it. Idempotent for ever, by (writer, epoch, sequence, hash). Either all of a batch is
/// taken, or nothing; what is not taken is answered exactly, and entries of a fork are kept beside
/// the journal. `device` is the key that the writer was enrolled with. A writer that is written off
/// is still heard: what happened has happened. Throws StorageFailure.
IntakeAnswer takeIn(Authority& authority, FeedBatch& batch, const EntryBatch& entries,
                    const PublicKey& device);

/// A batch of one writer's entries with its head signed, ready to be sent.
EntryBatch signedBatch(const Identity& writer, std::vector<Entry> entries,
                       const SecretBytes& deviceSeed);

/// Whether the authority's signature over a writer's head is good: a counter keeps it as the proof
/// of what it has handed over.
bool isWitness(const PublicKey& authorityDevice, const Identity& writer, const JournalHead& head,
               const Signature& signature);

} // namespace foyer
