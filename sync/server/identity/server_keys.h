// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/p256.h"
#include "core/crypto/secret.h"
#include "sync/server/store/server_store.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace foyer::server {

/// The key that seals all others, from a file of its own (32 bytes, mode 0600), never from an
/// argument or a variable. `create`: made where there is none. Storage error "key_file".
Result<SecretBytes> readKeyFile(const std::string& path, bool create, Random& random);

/// The server's own keys: those that sign tokens (P-256), one root per organizer (Ed25519), and the
/// one that seals. Safe from any thread; functions that read or write the store throw
/// StorageFailure.
class ServerKeys {
public:
    /// Makes the first token key where there is none.
    ServerKeys(ServerStore& store, SecretBytes sealing, const Clock& clock, Random& random);

    struct TokenKey {
        std::string kid;
        std::shared_ptr<const P256Key> key;
    };
    /// The key that signs now: of those whose time has come, the one that came last.
    TokenKey signing();
    /// The key of a kid, while it may verify: from its publication until the end of its overlap.
    std::shared_ptr<const P256Key> verifying(const std::string& kid);
    /// Publishes a new key that signs from `useFrom` on; the others verify until `overlapMs` after
    /// that.
    void rotateToken(Instant useFrom, std::int64_t overlapMs);
    static constexpr std::int64_t kAheadMs = 24 * 3'600'000;   ///< published before it is used
    static constexpr std::int64_t kOverlapMs = 24 * 3'600'000; ///< verified after its last use
    static constexpr std::int64_t kRotateMs = 90LL * 24 * 3'600'000;
    /// Rotates where the newest key is old enough; to be called now and then.
    void rotateWhenDue();

    /// The root of an organizer, made at the first asking: certifies ticket keys, signs cards.
    std::shared_ptr<const SigningKey> authorityOf(OrganizerId organizer);
    /// What signs the heads of the server's own chain for an organizer, made likewise.
    std::shared_ptr<const SigningKey> deviceOf(OrganizerId organizer);
    /// What signs the tickets that the server mails, made likewise.
    std::shared_ptr<const SigningKey> ticketsOf(OrganizerId organizer);

    /// Seals and opens short-lived texts of the server, such as challenges.
    Bytes sealed(ByteView text, std::string_view purpose);
    Result<SecretBytes> opened(ByteView sealedText, std::string_view purpose) const;

private:
    struct Loaded {
        std::string kid;
        std::shared_ptr<const P256Key> key;
        Instant useFrom;
        std::optional<Instant> verifyUntil;
    };
    std::shared_ptr<const SigningKey> signerOf(OrganizerId organizer, const char* purpose);
    void load();
    void insertToken(Database& database, Instant useFrom, std::optional<std::int64_t> overlapMs);
    SecretBytes openStored(OrganizerId organizer, const std::string& purpose, const std::string& id,
                           const Bytes& sealedKey) const;

    ServerStore& m_store;
    SecretBytes m_sealing;
    const Clock& m_clock;
    Random& m_random;
    std::mutex m_mutex;
    std::vector<Loaded> m_tokens; ///< by useFrom
    Instant m_loadedAt;
    std::map<std::pair<OrganizerId, std::string>, std::shared_ptr<const SigningKey>> m_signers;
};

} // namespace foyer::server
