// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/devices.h"

#include "core/base/base64.h"
#include "sync/protocol/request_signature.h"

#include <array>
#include <charconv>
#include <chrono>

namespace foyer::server {
namespace {

constexpr std::int64_t kChallengeMs = 60'000;
constexpr std::string_view kChallengePurpose = "challenge";

Error busy()
{
    return storageError("busy", "The server has too much to do. Try again soon.");
}

Error badSignature()
{
    return refused("bad_signature", "The signature is not that device's.");
}

std::int64_t steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

Devices::Devices(ServerStore& store, ServerKeys& keys, DeviceRegistry& registry,
                 HashTurnstile& turnstile, TokenMint& mint, std::string pin, const Clock& clock,
                 Random& random)
    : m_store{store}, m_keys{keys}, m_registry{registry}, m_turnstile{turnstile}, m_mint{mint},
      m_pin{std::move(pin)}, m_clock{clock}, m_random{random}, m_challenges{kChallengeMs}
{}

Result<protocol::EnrolmentCode> Devices::makeCode(OrganizerId organizer,
                                                  const std::string& deviceName)
{
    const Instant now = m_clock.now();
    while (true) {
        const auto code = protocol::EnrolmentCode::generate(m_random);
        const auto hash = m_turnstile.hash(code.secret);
        if (!hash) {
            return busy();
        }
        Database& database = m_store.here();
        Transaction transaction{database};
        deleteEnrolmentCodesBefore(database, Instant{now.ms - 24 * kCodeLifeMs});
        // A selector that is in use, of whichever organizer, would make two codes of one.
        const bool isNew = readEnrolmentCodes(database, code.selector).empty() &&
            insertEnrolmentCode(database,
                                {organizer,
                                 code.selector,
                                 *hash,
                                 deviceName,
                                 Instant{now.ms + kCodeLifeMs},
                                 0,
                                 {}});
        transaction.commit();
        if (isNew) {
            return code;
        }
    }
}

Result<StoredEnrolmentCode> Devices::provedCode(const protocol::EnrolmentRequest& request)
{
    const Error wrong = refused("wrong_code", "This code is not right. Check it and try again.");
    const auto typed = protocol::EnrolmentCode::fromTyped(request.code);
    if (!typed) {
        return wrong;
    }
    Database& database = m_store.here();
    std::optional<StoredEnrolmentCode> code;
    {
        // The try is counted before it is known whether it is right: twenty at once are twenty.
        Transaction transaction{database};
        const auto codes = readEnrolmentCodes(database, typed->selector);
        if (!codes.empty()) {
            code = codes.front();
            code->tries = countEnrolmentTry(database, *code);
        }
        transaction.commit();
    }
    if (code && code->tries > kCodeTries && !code->usedAt) {
        return refused("code_burnt", "This code was tried too often. Ask for a new one.");
    }
    const auto matches =
        m_turnstile.isSecret(typed->secret, code ? code->secretHash : std::string{});
    if (!matches) {
        return busy();
    }
    if (!*matches) {
        return wrong;
    }
    if (code->usedAt) {
        return refused("code_used", "This code has been used. Ask for a new one.");
    }
    if (code->expiresAt <= m_clock.now()) {
        return refused("code_expired", "This code is too old. Ask for a new one.");
    }
    return *code;
}

Result<protocol::Enrolled> Devices::enrol(const protocol::EnrolmentRequest& request)
{
    if (!verify(request.deviceKey, protocol::enrolmentMessage(request, m_pin), request.signature)) {
        return badSignature();
    }
    const auto code = provedCode(request);
    if (!code) {
        return code.error();
    }
    return admitted(request, *code);
}

Result<OrganizerId> Devices::houseFor(const protocol::EnrolmentRequest& request,
                                      const StoredEnrolmentCode& code)
{
    if (code.organizer.isNil()) {
        return request.organizer.isNil()
            ? Result<OrganizerId>{refused(
                  "no_house",
                  "This server has no house yet. Let the counter that has your events join first.")}
            : Result<OrganizerId>{request.organizer};
    }
    if (!request.organizer.isNil() && request.organizer != code.organizer) {
        return refused("other_house",
                       "This counter has sold for another house than this server's. Make a new "
                       "counter, in a folder of its own, and let that one join.");
    }
    return code.organizer;
}

Result<protocol::Enrolled> Devices::admitted(const protocol::EnrolmentRequest& request,
                                             const StoredEnrolmentCode& code)
{
    const Instant now = m_clock.now();
    const auto house = houseFor(request, code);
    if (!house) {
        return house.error();
    }
    const OrganizerId organizer = *house;
    const auto authority = m_keys.authorityOf(organizer);
    Device device{.organizer = organizer,
                  .id = request.replica,
                  .name = code.deviceName,
                  .epoch = 1,
                  .hardware = request.hardware,
                  .app = request.app,
                  .keyProtection = request.protection,
                  .enrolledAt = now,
                  .validAfter = now,
                  .revokedAt = {},
                  .revokedReason = {}};
    const DeviceKey key{protocol::keyThumbprint(request.deviceKey), request.deviceKey, {}};
    Database& database = m_store.here();
    const Error alreadyEnrolled =
        refused("already_enrolled",
                "This counter is enrolled already. Revoke it first, if it lost its key.");
    if (const auto before = readDevice(database, organizer, request.replica);
        before && !before->revokedAt) {
        return alreadyEnrolled;
    }
    const auto welcome = m_host
        ? m_host(organizer, request, code.deviceName, code.organizer.isNil())
        : Result<Welcome>{Welcome{}};
    if (!welcome) {
        return welcome.error();
    }
    Transaction transaction{database};
    const auto known = readDevice(database, organizer, request.replica);
    if (known && !known->revokedAt) {
        return alreadyEnrolled;
    }
    if (!useEnrolmentCode(database, code, now)) {
        return refused("code_used", "This code has been used. Ask for a new one.");
    }
    if (known) {
        device.epoch = known->epoch + 1;
        renewDevice(database, device);
        endOtherDeviceKeys(database, organizer, device.id, key.thumbprint, now);
    } else {
        insertDevice(database, device);
    }
    insertDeviceKey(database, organizer, device.id, key);
    transaction.commit();
    m_registry.forget(organizer, device.id);
    const PublicKey& root = authority->publicKey();
    return protocol::Enrolled{.organizer = organizer,
                              .device = device.id,
                              .name = device.name,
                              .epoch = device.epoch,
                              .authorityKey = Bytes{root.begin(), root.end()},
                              .series = welcome->series,
                              .authority = welcome->authority};
}

std::string Devices::makeChallenge()
{
    const std::string until = std::to_string(m_clock.now().ms + kChallengeMs);
    return toBase64Url(m_keys.sealed(bytesOf(until), kChallengePurpose));
}

Result<Devices::Token> Devices::tokenFor(const protocol::TokenRequest& request)
{
    const Instant now = m_clock.now();
    const Error badChallenge = refused("bad_challenge", "The challenge is over. Ask for another.");
    const auto sealed = fromBase64Url(request.challenge);
    const auto until =
        sealed ? m_keys.opened(*sealed, kChallengePurpose) : Result<SecretBytes>{badChallenge};
    if (!until) {
        return badChallenge;
    }
    std::int64_t ms = 0;
    const auto* text = reinterpret_cast<const char*>(until->view().data());
    (void)std::from_chars(text, text + until->size(), ms);
    if (ms < now.ms || ms > now.ms + kChallengeMs) {
        return badChallenge;
    }
    const auto known = m_registry.find(request.organizer, request.device);
    const DeviceKey* key = known ? known->key(request.keyId, now) : nullptr;
    if (key == nullptr || !verify(key->key, protocol::tokenMessage(request), request.signature)) {
        return badSignature();
    }
    if (m_challenges.use(kChallengePurpose, request.challenge, steadyMs()) !=
        NonceCache::Verdict::Fresh) {
        return badChallenge;
    }
    if (known->device.revokedAt) {
        return refused("device_revoked", "This device was revoked. Ask an administrator.");
    }
    return m_mint.forDevice(known->device, request.keyId);
}

Result<void> Devices::rotateKey(OrganizerId organizer, const protocol::KeyRotation& rotation)
{
    if (!verify(rotation.newKey, protocol::rotationMessage(rotation), rotation.signature)) {
        return badSignature();
    }
    const std::string thumbprint = protocol::keyThumbprint(rotation.newKey);
    Database& database = m_store.here();
    Transaction transaction{database};
    const auto device = readDevice(database, organizer, rotation.device);
    if (!device || device->revokedAt) {
        return refused("unknown_device", "There is no such device.");
    }
    insertDeviceKey(database, organizer, rotation.device, {thumbprint, rotation.newKey, {}});
    endOtherDeviceKeys(database, organizer, rotation.device, thumbprint,
                       Instant{m_clock.now().ms + kKeyOverlapMs});
    transaction.commit();
    m_registry.forget(organizer, rotation.device);
    return {};
}

} // namespace foyer::server
