// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/access_entries.h"
#include "core/domain/access/permit.h"
#include "core/services/authority/authority.h"
#include "core/storage/server_key_store.h"

#include <string>

namespace foyer {

/// What an administrator does about devices and people at a server. Each is an entry of the
/// authority's chain, with who did it, so every counter hears of it. All throw StorageFailure.

/// Keeps that somebody had a one-time code made. Before the code is shown to anybody.
void noteInvitation(Authority& authority, FeedBatch& batch, const Permit& permit,
                    const DeviceInvited& invited);

/// Shuts a device out: from now on nothing of it is taken. What it holds stays out until it is
/// written off. Refuses with reason_missing, unknown_device, already_revoked.
Result<void> shutOutDevice(Authority& authority, FeedBatch& batch, const Permit& permit,
                           ReplicaId device, const std::string& reason);
/// The same by the server itself: two copies of a device write. Not again where it is out already.
void shutOutFork(Authority& authority, FeedBatch& batch, ReplicaId device);

/// What the server checks somebody by from now on; sessions begun before are over. `kinds` says
/// which of both is new.
void setUserSecret(Authority& authority, FeedBatch& batch, const Permit& permit,
                   const UserSecret& secret, const SecretSet& kinds);

/// The same for a counter that brings its house along, with the people who worked there before.
void takeUserSecretOver(Authority& authority, FeedBatch& batch, const UserSecret& secret,
                        const SecretSet& kinds);

/// Keeps that somebody asked a server for what their role does not allow.
void noteRefusal(Authority& authority, FeedBatch& batch, UserId who, Permission wanted);

} // namespace foyer
