// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/device_store.h"

#include <algorithm>

namespace foyer {
namespace {

std::optional<Instant> instantAt(const DbRow& row, int column)
{
    const auto ms = row.optionalInteger(column);
    return ms ? std::optional{Instant{*ms}} : std::nullopt;
}

std::optional<std::int64_t> msOf(const std::optional<Instant>& instant)
{
    return instant ? std::optional{instant->ms} : std::nullopt;
}

Device deviceFrom(OrganizerId organizer, const DbRow& row)
{
    return {.organizer = organizer,
            .id = row.id<ReplicaId>(0),
            .name = row.text(1),
            .epoch = row.integer(2),
            .hardware = row.text(3),
            .app = row.text(4),
            .keyProtection = row.text(5),
            .enrolledAt = Instant{row.integer(6)},
            .validAfter = Instant{row.integer(7)},
            .revokedAt = instantAt(row, 8),
            .revokedReason = row.text(9),
            .lastSeenAt = instantAt(row, 10)};
}

} // namespace

void insertDevice(Database& database, const Device& device)
{
    database.run("INSERT INTO device (organizer, id, name, epoch, hardware, app, key_protection, "
                 "enrolled_at, valid_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 {device.organizer, device.id, device.name, device.epoch, device.hardware,
                  device.app, device.keyProtection, device.enrolledAt.ms, device.validAfter.ms});
}

std::optional<Device> readDevice(Database& database, OrganizerId organizer, ReplicaId id)
{
    std::optional<Device> device;
    database.each("SELECT id, name, epoch, hardware, app, key_protection, enrolled_at, "
                  "valid_after, revoked_at, revoked_reason, last_seen_at FROM device "
                  "WHERE organizer = ? AND id = ?",
                  {organizer, id}, [&](const DbRow& row) { device = deviceFrom(organizer, row); });
    return device;
}

std::vector<Device> readDevices(Database& database, OrganizerId organizer)
{
    std::vector<Device> devices;
    database.each("SELECT id, name, epoch, hardware, app, key_protection, enrolled_at, "
                  "valid_after, revoked_at, revoked_reason, last_seen_at FROM device "
                  "WHERE organizer = ? ORDER BY name, id",
                  {organizer},
                  [&](const DbRow& row) { devices.push_back(deviceFrom(organizer, row)); });
    return devices;
}

void noteDeviceSeen(Database& database, OrganizerId organizer, ReplicaId id, Instant at)
{
    database.run("UPDATE device SET last_seen_at = ? WHERE organizer = ? AND id = ? "
                 "AND (last_seen_at IS NULL OR last_seen_at < ?)",
                 {at.ms, organizer, id, at.ms});
}

bool revokeDevice(Database& database, OrganizerId organizer, ReplicaId id, Instant now,
                  const std::string& reason)
{
    return database.run("UPDATE device SET revoked_at = ?, revoked_reason = ?, valid_after = ? "
                        "WHERE organizer = ? AND id = ? AND revoked_at IS NULL",
                        {now.ms, reason, now.ms, organizer, id}) == 1;
}

void renewDevice(Database& database, const Device& device)
{
    database.run("UPDATE device SET name = ?, epoch = ?, hardware = ?, app = ?, "
                 "key_protection = ?, enrolled_at = ?, valid_after = ?, revoked_at = NULL, "
                 "revoked_reason = '' WHERE organizer = ? AND id = ?",
                 {device.name, device.epoch, device.hardware, device.app, device.keyProtection,
                  device.enrolledAt.ms, device.validAfter.ms, device.organizer, device.id});
}

void insertDeviceKey(Database& database, OrganizerId organizer, ReplicaId device,
                     const DeviceKey& key)
{
    database.run("INSERT INTO device_key (organizer, device, thumbprint, public_key, valid_until) "
                 "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, device, thumbprint) DO UPDATE "
                 "SET valid_until = excluded.valid_until",
                 {organizer, device, key.thumbprint, ByteView{key.key}, msOf(key.validUntil)});
}

std::vector<DeviceKey> readDeviceKeys(Database& database, OrganizerId organizer, ReplicaId device)
{
    std::vector<DeviceKey> keys;
    database.each("SELECT thumbprint, public_key, valid_until FROM device_key "
                  "WHERE organizer = ? AND device = ? ORDER BY thumbprint",
                  {organizer, device}, [&](const DbRow& row) {
                      DeviceKey key{row.text(0), {}, instantAt(row, 2)};
                      const Bytes bytes = row.bytes(1);
                      std::copy_n(bytes.begin(), std::min(bytes.size(), key.key.size()),
                                  key.key.begin());
                      keys.push_back(std::move(key));
                  });
    return keys;
}

void endOtherDeviceKeys(Database& database, OrganizerId organizer, ReplicaId device,
                        const std::string& thumbprint, Instant until)
{
    database.run("UPDATE device_key SET valid_until = ? WHERE organizer = ? AND device = ? "
                 "AND thumbprint <> ? AND (valid_until IS NULL OR valid_until > ?)",
                 {until.ms, organizer, device, thumbprint, until.ms});
}

bool insertEnrolmentCode(Database& database, const StoredEnrolmentCode& code)
{
    return database.run("INSERT INTO enrolment_code (organizer, selector, secret_hash, "
                        "device_name, expires_at) VALUES (?, ?, ?, ?, ?) "
                        "ON CONFLICT (organizer, selector) DO NOTHING",
                        {code.organizer, code.selector, code.secretHash, code.deviceName,
                         code.expiresAt.ms}) == 1;
}

std::vector<StoredEnrolmentCode> readEnrolmentCodes(Database& database, const std::string& selector)
{
    std::vector<StoredEnrolmentCode> codes;
    database.each("SELECT organizer, selector, secret_hash, device_name, expires_at, tries, "
                  "used_at FROM enrolment_code WHERE selector = ?",
                  {selector}, [&](const DbRow& row) {
                      codes.push_back({row.id<OrganizerId>(0), row.text(1), row.text(2),
                                       row.text(3), Instant{row.integer(4)}, row.integer(5),
                                       instantAt(row, 6)});
                  });
    return codes;
}

std::int64_t countEnrolmentTry(Database& database, const StoredEnrolmentCode& code)
{
    database.run("UPDATE enrolment_code SET tries = tries + 1 WHERE organizer = ? "
                 "AND selector = ?",
                 {code.organizer, code.selector});
    return database
        .integer("SELECT tries FROM enrolment_code WHERE organizer = ? AND selector = ?",
                 {code.organizer, code.selector})
        .value_or(0);
}

bool useEnrolmentCode(Database& database, const StoredEnrolmentCode& code, Instant now)
{
    return database.run("UPDATE enrolment_code SET used_at = ? WHERE organizer = ? "
                        "AND selector = ? AND used_at IS NULL",
                        {now.ms, code.organizer, code.selector}) == 1;
}

void deleteEnrolmentCodesBefore(Database& database, Instant expiry)
{
    database.run("DELETE FROM enrolment_code WHERE expires_at < ?", {expiry.ms});
}

} // namespace foyer
