// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/server_keys.h"

#include "core/base/base64.h"
#include "core/base/ensure.h"
#include "core/crypto/sealing.h"
#include "core/crypto/sha256.h"
#include "core/storage/server_key_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace foyer::server {
namespace {

constexpr const char* kToken = "token";
constexpr const char* kAuthority = "authority";
constexpr const char* kDevice = "server-chain";
constexpr const char* kTickets = "server-tickets";
/// Another process may have rotated; asking the database at every unknown kid would be a way to
/// keep it busy.
constexpr std::int64_t kReloadMs = 1'000;

Bytes boundTo(OrganizerId organizer, std::string_view purpose, std::string_view id)
{
    Bytes bound{organizer.uuid.bytes().begin(), organizer.uuid.bytes().end()};
    for (const std::string_view part : {purpose, std::string_view{"\n"}, id}) {
        bound.insert(bound.end(), part.begin(), part.end());
    }
    return bound;
}

Error keyFileError(const std::string& path, const char* why)
{
    return storageError("key_file",
                        "The key file " + path + " cannot be used: " + why +
                            ". Without it the server's keys cannot be opened.",
                        path);
}

} // namespace

Result<SecretBytes> readKeyFile(const std::string& path, bool create, Random& random)
{
    int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0 && create) {
        file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                      S_IRUSR | S_IWUSR);
        const SecretBytes fresh = SecretBytes::random(kSealingKeySize, random);
        if (file < 0 ||
            ::write(file, fresh.view().data(), fresh.size()) !=
                static_cast<ssize_t>(fresh.size()) ||
            ::fsync(file) != 0 || ::lseek(file, 0, SEEK_SET) != 0) {
            if (file >= 0) {
                ::close(file);
            }
            return keyFileError(path, "it could not be written");
        }
    }
    if (file < 0) {
        return keyFileError(path, "it is not there or may not be read");
    }
    struct stat state {};
    Bytes content(kSealingKeySize + 1);
    const bool isOpen = ::fstat(file, &state) == 0 && (state.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    const ssize_t size = ::read(file, content.data(), content.size());
    ::close(file);
    content.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    SecretBytes key{std::move(content)};
    if (!isOpen) {
        return keyFileError(path, "others may read it; set its mode to 0600");
    }
    if (key.size() != kSealingKeySize) {
        return keyFileError(path, "it does not have 32 bytes");
    }
    return key;
}

ServerKeys::ServerKeys(ServerStore& store, SecretBytes sealing, const Clock& clock, Random& random)
    : m_store{store}, m_sealing{std::move(sealing)}, m_clock{clock}, m_random{random}
{
    load();
    if (m_tokens.empty()) {
        Transaction transaction{m_store.here()};
        insertToken(m_store.here(), clock.now(), std::nullopt);
        transaction.commit();
        load();
    }
}

SecretBytes ServerKeys::openStored(OrganizerId organizer, const std::string& purpose,
                                   const std::string& id, const Bytes& sealedKey) const
{
    auto opened = open(m_sealing, sealedKey, boundTo(organizer, purpose, id));
    if (!opened) {
        throw StorageFailure{storageError("keys_sealed",
                                          "The server's keys do not open with this key file. "
                                          "Restore the key file that belongs to the database.")};
    }
    return *std::move(opened);
}

void ServerKeys::load()
{
    const Instant now = m_clock.now();
    std::vector<Loaded> loaded;
    for (const StoredServerKey& stored : readServerKeys(m_store.here(), {}, kToken, now)) {
        auto key = P256Key::fromPrivateDer(openStored({}, kToken, stored.id, stored.sealed));
        ENSURE(key.has_value()); // sealed, so nobody but us has written it
        loaded.push_back({stored.id, std::make_shared<const P256Key>(*std::move(key)),
                          stored.useFrom, stored.verifyUntil});
    }
    const std::lock_guard lock{m_mutex};
    m_tokens = std::move(loaded);
    m_loadedAt = now;
}

void ServerKeys::insertToken(Database& database, Instant useFrom,
                             std::optional<std::int64_t> overlapMs)
{
    const P256Key key = P256Key::generate();
    const Bytes publicDer = key.publicDer();
    const std::string kid = toBase64Url(ByteView{sha256(publicDer)}.first(12));
    const SecretBytes der = key.privateDer();
    const StoredServerKey stored{.organizer = {},
                                 .purpose = kToken,
                                 .id = kid,
                                 .publicKey = publicDer,
                                 .sealed = seal(m_sealing, der.view(), boundTo({}, kToken, kid),
                                                m_random),
                                 .useFrom = useFrom,
                                 .verifyUntil = {}};
    insertServerKey(database, stored);
    if (overlapMs) {
        endOtherServerKeys(database, stored, Instant{useFrom.ms + *overlapMs});
    }
}

void ServerKeys::rotateToken(Instant useFrom, std::int64_t overlapMs)
{
    Transaction transaction{m_store.here()};
    insertToken(m_store.here(), useFrom, overlapMs);
    transaction.commit();
    load();
}

void ServerKeys::rotateWhenDue()
{
    load();
    const Instant now = m_clock.now();
    Instant newest;
    {
        const std::lock_guard lock{m_mutex};
        newest = m_tokens.empty() ? Instant{} : m_tokens.back().useFrom;
    }
    if (now.ms - newest.ms >= kRotateMs - kAheadMs) {
        rotateToken(Instant{now.ms + kAheadMs}, kOverlapMs);
    }
}

ServerKeys::TokenKey ServerKeys::signing()
{
    const Instant now = m_clock.now();
    const std::lock_guard lock{m_mutex};
    const Loaded* chosen = nullptr;
    for (const Loaded& loaded : m_tokens) {
        if (chosen == nullptr || loaded.useFrom <= now) {
            chosen = &loaded;
        }
    }
    ENSURE(chosen != nullptr);
    return {chosen->kid, chosen->key};
}

std::shared_ptr<const P256Key> ServerKeys::verifying(const std::string& kid)
{
    const Instant now = m_clock.now();
    for (int round = 0; round < 2; ++round) {
        {
            const std::lock_guard lock{m_mutex};
            const auto found = std::ranges::find(m_tokens, kid, &Loaded::kid);
            if (found != m_tokens.end()) {
                return !found->verifyUntil || *found->verifyUntil > now ? found->key : nullptr;
            }
            if (now.ms - m_loadedAt.ms < kReloadMs) {
                return nullptr;
            }
        }
        load();
    }
    return nullptr;
}

std::shared_ptr<const SigningKey> ServerKeys::authorityOf(OrganizerId organizer)
{
    return signerOf(organizer, kAuthority);
}

std::shared_ptr<const SigningKey> ServerKeys::deviceOf(OrganizerId organizer)
{
    return signerOf(organizer, kDevice);
}

std::shared_ptr<const SigningKey> ServerKeys::ticketsOf(OrganizerId organizer)
{
    return signerOf(organizer, kTickets);
}

std::shared_ptr<const SigningKey> ServerKeys::signerOf(OrganizerId organizer, const char* purpose)
{
    const std::lock_guard lock{m_mutex};
    auto& signer = m_signers[{organizer, purpose}];
    if (signer) {
        return signer;
    }
    Database& database = m_store.here();
    Transaction transaction{database};
    database.lock(organizer.uuid); // two processes may ask for the first time at once
    auto keys = readServerKeys(database, organizer, purpose, m_clock.now());
    if (keys.empty()) {
        const SecretBytes seed = SecretBytes::random(kSeedSize, m_random);
        const PublicKey key = SigningKey{seed}.publicKey();
        const std::string id = toBase64Url(ByteView{sha256(key)}.first(12));
        keys.push_back({organizer,
                        purpose,
                        id,
                        Bytes{key.begin(), key.end()},
                        seal(m_sealing, seed.view(), boundTo(organizer, purpose, id), m_random),
                        m_clock.now(),
                        {}});
        insertServerKey(database, keys.back());
    }
    transaction.commit();
    signer = std::make_shared<const SigningKey>(
        openStored(organizer, purpose, keys.back().id, keys.back().sealed));
    return signer;
}

Bytes ServerKeys::sealed(ByteView text, std::string_view purpose)
{
    return seal(m_sealing, text, boundTo({}, purpose, "text"), m_random);
}

Result<SecretBytes> ServerKeys::opened(ByteView sealedText, std::string_view purpose) const
{
    return open(m_sealing, sealedText, boundTo({}, purpose, "text"));
}

} // namespace foyer::server
