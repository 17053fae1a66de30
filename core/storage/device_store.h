// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/crypto/ed25519.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// The devices that a server knows. All functions throw StorageFailure; those that write are called
/// within a Transaction.

struct Device {
    OrganizerId organizer;
    ReplicaId id;
    std::string name;
    std::int64_t epoch = 1;
    std::string hardware;
    std::string app;
    std::string keyProtection;
    Instant enrolledAt;
    Instant validAfter; ///< tokens made before are refused
    std::optional<Instant> revokedAt;
    std::string revokedReason;
    std::optional<Instant> lastSeenAt; ///< of a call that was proved to be its own
};
struct DeviceKey {
    std::string thumbprint;
    PublicKey key{};
    std::optional<Instant> validUntil; ///< nothing: until another takes over
};

void insertDevice(Database& database, const Device& device);
std::optional<Device> readDevice(Database& database, OrganizerId organizer, ReplicaId id);
/// By name.
std::vector<Device> readDevices(Database& database, OrganizerId organizer);
/// Notes that a device has called, unless a later call is known.
void noteDeviceSeen(Database& database, OrganizerId organizer, ReplicaId id, Instant at);
/// False where it is revoked already, or not there.
bool revokeDevice(Database& database, OrganizerId organizer, ReplicaId id, Instant now,
                  const std::string& reason);
/// A device that was lost or restored enrols anew: another epoch, another key, no revocation.
void renewDevice(Database& database, const Device& device);

void insertDeviceKey(Database& database, OrganizerId organizer, ReplicaId device,
                     const DeviceKey& key);
std::vector<DeviceKey> readDeviceKeys(Database& database, OrganizerId organizer, ReplicaId device);
/// Ends the keys of a device other than this one at an instant, unless they end before.
void endOtherDeviceKeys(Database& database, OrganizerId organizer, ReplicaId device,
                        const std::string& thumbprint, Instant until);

struct StoredEnrolmentCode {
    OrganizerId organizer;
    std::string selector;
    std::string secretHash;
    std::string deviceName;
    Instant expiresAt;
    std::int64_t tries = 0;
    std::optional<Instant> usedAt;
};
/// False where a code with this selector is there already.
bool insertEnrolmentCode(Database& database, const StoredEnrolmentCode& code);
std::vector<StoredEnrolmentCode> readEnrolmentCodes(Database& database,
                                                    const std::string& selector);
/// One more try; answers how many there were with it.
std::int64_t countEnrolmentTry(Database& database, const StoredEnrolmentCode& code);
/// False where it is used already.
bool useEnrolmentCode(Database& database, const StoredEnrolmentCode& code, Instant now);
void deleteEnrolmentCodesBefore(Database& database, Instant expiry);

} // namespace foyer
