// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/user_sessions.h"

#include "core/base/base64.h"
#include "core/crypto/sha256.h"
#include "core/storage/server_key_store.h"

#include <algorithm>
#include <array>
#include <optional>

namespace foyer::server {
namespace {

constexpr std::size_t kIdSize = 16;
constexpr std::size_t kSecretSize = 32; // 256 bits

Error sessionOver()
{
    return refused("session_over", "You are not signed in at the server any more. Sign in again.");
}

Bytes hashOf(ByteView secret)
{
    const Sha256 hash = sha256(secret);
    return {hash.begin(), hash.end()};
}

/// A renewal is the id of its session and a secret, so that one that was used before is known.
struct Renewal {
    Uuid session;
    Bytes secret;

    std::string text() const
    {
        Bytes bytes{session.bytes().begin(), session.bytes().end()};
        bytes.insert(bytes.end(), secret.begin(), secret.end());
        return toBase64Url(bytes);
    }
    static std::optional<Renewal> read(std::string_view text)
    {
        const auto bytes = fromBase64Url(text);
        if (!bytes || bytes->size() != kIdSize + kSecretSize) {
            return std::nullopt;
        }
        const auto id = Uuid::fromBytes(ByteView{*bytes}.first(kIdSize));
        return id ? std::optional{Renewal{*id, Bytes{bytes->begin() + kIdSize, bytes->end()}}}
                  : std::nullopt;
    }
    static Renewal fresh(const Uuid& session, Random& random)
    {
        Renewal renewal{session, Bytes(kSecretSize)};
        random.fill(renewal.secret);
        return renewal;
    }
};

} // namespace

UserSessions::UserSessions(ServerStore& store, DeviceRegistry& registry, HashTurnstile& turnstile,
                           TokenMint& mint, const Clock& clock, Random& random)
    : m_store{store}, m_registry{registry},
      m_turnstile{turnstile}, m_mint{mint}, m_clock{clock}, m_random{random}
{}

Result<UserSessions::SignedIn> UserSessions::signIn(const At& at, const std::string& name,
                                                    std::string_view secret)
{
    const auto people = m_registry.people(at.organizer);
    const People::Person* person = people->named(name);
    const auto stored = person != nullptr
        ? readUserSecret(m_store.here(), at.organizer, person->user.id)
        : std::nullopt;
    const std::string hash =
        stored ? (isPinShaped(secret) ? stored->pinHash : stored->passwordHash) : std::string{};
    const auto matches = m_turnstile.isSecret(secret, hash);
    if (!matches) {
        return storageError("busy", "The server has too much to do. Try again soon.");
    }
    if (!*matches) {
        return refused("wrong_secret", "Name and password or PIN do not belong together.");
    }
    auto signedIn = tokenFor(at, person->user.id, {});
    if (signedIn) {
        signedIn->renewal = begin(at, person->user.id);
    }
    return signedIn;
}

std::string UserSessions::begin(const At& at, UserId user)
{
    const Instant now = m_clock.now();
    const Renewal renewal = Renewal::fresh(Uuid::v7(now, m_random), m_random);
    Database& database = m_store.here();
    Transaction transaction{database};
    deleteUserSessionsBefore(database, at.organizer, Instant{now.ms - kLifeMs});
    insertUserSession(database,
                      {.organizer = at.organizer,
                       .id = renewal.session,
                       .user = user,
                       .device = at.device,
                       .secretHash = hashOf(renewal.secret),
                       .beganAt = now});
    transaction.commit();
    return renewal.text();
}

Result<UserSessions::SignedIn> UserSessions::renew(const At& at, std::string_view renewal)
{
    const auto given = Renewal::read(renewal);
    if (!given) {
        return sessionOver();
    }
    Database& database = m_store.here();
    Transaction transaction{database};
    auto session = readUserSession(database, at.organizer, given->session);
    if (!session || session->device != at.device) {
        return sessionOver();
    }
    const Renewal next = Renewal::fresh(given->session, m_random);
    const bool isOver = session->beganAt.ms + kLifeMs <= m_clock.now().ms ||
        session->beganAt < m_registry.signInsValidAfter(at.organizer, session->user);
    session->secretHash = hashOf(given->secret);
    const bool isRenewed = !isOver && renewUserSession(database, *session, hashOf(next.secret));
    if (!isRenewed) {
        deleteUserSession(database, at.organizer, given->session);
    }
    transaction.commit();
    return isRenewed ? tokenFor(at, session->user, next.text()) : sessionOver();
}

void UserSessions::signOut(const At& at, std::string_view renewal)
{
    const auto given = Renewal::read(renewal);
    Database& database = m_store.here();
    Transaction transaction{database};
    const auto session =
        given ? readUserSession(database, at.organizer, given->session) : std::nullopt;
    if (session && session->device == at.device) {
        deleteUserSession(database, at.organizer, given->session);
    }
    transaction.commit();
}

Result<UserSessions::SignedIn> UserSessions::tokenFor(const At& at, UserId user,
                                                      std::string renewal)
{
    const auto people = m_registry.people(at.organizer);
    const People::Person* person = people->find(user);
    if (person == nullptr || !person->user.active) {
        return refused("user_disabled", "This user may not sign in any more.");
    }
    const auto known = m_registry.find(at.organizer, at.device);
    if (!known || known->device.revokedAt) {
        return refused("device_revoked", "This device was revoked. Ask an administrator.");
    }
    return SignedIn{user, m_mint.forUser(known->device, at.keyId, user, person->version),
                    std::move(renewal)};
}

} // namespace foyer::server
