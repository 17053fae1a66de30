// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/device_office.h"

#include "core/storage/device_store.h"
#include "core/storage/feed_store.h"

namespace foyer {
namespace {

constexpr const char* kFork = "journal_fork";

void note(Authority& authority, FeedBatch& batch, const Permit& permit, const char* kind,
          Bytes body)
{
    Journal::Act act{authority.journal(), permit, batch};
    act.append(kind, std::move(body));
    act.commit();
}

Bytes revocation(Authority& authority, ReplicaId device, const std::string& reason)
{
    const JournalHead head = readWriterHead(authority.database(), authority.organizer(), device);
    return encode(DeviceRevoked{device, head.epoch, head.sequence, reason});
}

} // namespace

void noteInvitation(Authority& authority, FeedBatch& batch, const Permit& permit,
                    const DeviceInvited& invited)
{
    note(authority, batch, permit, kind::kDeviceInvited, encode(invited));
}

Result<void> shutOutDevice(Authority& authority, FeedBatch& batch, const Permit& permit,
                           ReplicaId device, const std::string& reason)
{
    if (reason.empty()) {
        return usageError("reason_missing", "Say why; the reason is kept.", "reason");
    }
    Database& database = authority.database();
    if (!readDevice(database, authority.organizer(), device)) {
        return refused("unknown_device",
                       "There is no such device here. Look at the list of devices for its name.");
    }
    if (!revokeDevice(database, authority.organizer(), device, authority.clock().now(), reason)) {
        return refused("already_revoked", "This device is revoked already. Nothing was changed.");
    }
    note(authority, batch, permit, kind::kDeviceRevoked, revocation(authority, device, reason));
    return {};
}

void shutOutFork(Authority& authority, FeedBatch& batch, ReplicaId device)
{
    if (revokeDevice(authority.database(), authority.organizer(), device, authority.clock().now(),
                     kFork)) {
        note(authority, batch, Permit::ofProgram(), kind::kDeviceRevoked,
             revocation(authority, device, kFork));
    }
}

void setUserSecret(Authority& authority, FeedBatch& batch, const Permit& permit,
                   const UserSecret& secret, const SecretSet& kinds)
{
    writeUserSecret(authority.database(), authority.organizer(), kinds.user, secret);
    note(authority, batch, permit, kind::kSecretSet, encode(kinds));
}

void takeUserSecretOver(Authority& authority, FeedBatch& batch, const UserSecret& secret,
                        const SecretSet& kinds)
{
    setUserSecret(authority, batch, Permit::ofProgram(), secret, kinds);
}

void noteRefusal(Authority& authority, FeedBatch& batch, UserId who, Permission wanted)
{
    note(authority, batch, Permit::ofProgram(), kind::kAccessDenied,
         encode(AccessDenied{std::string{permissionName(wanted)}, "not_permitted", who}));
}

} // namespace foyer
