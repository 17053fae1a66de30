// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/sealed_file_vault.h"

#include "core/base/ensure.h"
#include "core/crypto/passphrase.h"
#include "core/crypto/sealing.h"
#include "core/domain/journal/cbor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foyer {
namespace {

constexpr std::string_view kMagic = "foyer-vault-1\n";
constexpr std::string_view kAnyVersion = "foyer-vault-";
constexpr std::string_view kBound = "foyer-vault-1";
constexpr std::size_t kHeaderSize = kMagic.size() + kPassphraseSaltSize;
constexpr std::size_t kChecksumSize = std::tuple_size_v<Sha256>;
// Far more than any counter's secrets; a file beyond it is something else.
constexpr std::size_t kLargest = std::size_t{1024} * 1024;
constexpr mode_t kOwnerOnly = 0600;

std::string wordsOf(int error)
{
    return std::generic_category().message(error);
}

Error unreadable(const std::string& path, const std::string& why)
{
    Error error = storageError("vault_unreadable",
                               "The key file " + path + " cannot be read (" + why +
                                   "). Check that it is a file which belongs to this user, and "
                                   "that its disk works; then try again.",
                               path);
    error.facts = {path, why};
    return error;
}

Error unwritable(const std::string& path, int reason)
{
    const std::string why = wordsOf(reason);
    Error error = storageError("vault_unavailable",
                               "The key file " + path + " cannot be written (" + why +
                                   "). Check the permissions of its folder and the space on the "
                                   "disk; then try again.",
                               path);
    error.facts = {path, why};
    return error;
}

Error damaged(const std::string& path)
{
    Error error = storageError("vault_damaged",
                               "The key file " + path +
                                   " is damaged. Foyer left it as it is. Restore it "
                                   "from a backup; without it this counter's keys are lost.",
                               path);
    error.facts = {path};
    return error;
}

Error newer(const std::string& path)
{
    Error error = storageError("vault_newer",
                               "The key file " + path +
                                   " was written by a later version of Foyer. Install that "
                                   "version.",
                               path);
    error.facts = {path};
    return error;
}

Error wrongPassphrase(const std::string& path)
{
    Error error = refused("wrong_passphrase",
                          "The passphrase does not open the key file " + path +
                              ". Try again; capital letters count.",
                          path);
    error.facts = {path};
    return error;
}

Error changed(const std::string& path)
{
    Error error = storageError("vault_changed",
                               "Another program has put other keys into the key file " + path +
                                   ". Nothing was written. Close Foyer and start it again.",
                               path);
    error.facts = {path};
    return error;
}

/// The answer of a call of the system that was not interrupted.
template <typename Call>
auto uninterrupted(Call call)
{
    auto answer = call();
    while (answer < 0 && errno == EINTR) {
        answer = call();
    }
    return answer;
}

class OpenFile {
public:
    OpenFile(const std::string& path, int flags)
        : m_file{uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, kOwnerOnly); })}
    {}
    ~OpenFile() { (void)close(); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    bool isOpen() const { return m_file >= 0; }
    int id() const { return m_file; }
    /// Whether all is well; the file is closed in any case, also after an interruption (close(2)).
    bool close()
    {
        const int file = std::exchange(m_file, -1);
        return file < 0 || ::close(file) == 0 || errno == EINTR;
    }

private:
    int m_file;
};

bool writeAll(int file, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written =
            uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
        if (written <= 0) {
            errno = written < 0 ? errno : EIO;
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return uninterrupted([&] { return ::fsync(file); }) == 0;
}

/// Makes the names in a folder outlive a power cut. A file system that cannot be asked for it
/// keeps them by itself.
bool syncFolder(int folder)
{
    return uninterrupted([&] { return ::fsync(folder); }) == 0 || errno == EINVAL ||
        errno == ENOTSUP;
}

/// The content of a file, at most kLargest bytes and one; nothing where there is no file.
Result<std::optional<Bytes>> contentOf(const std::string& path)
{
    // Without waiting: a pipe of that name would never answer.
    const OpenFile file{path, O_RDONLY | O_NONBLOCK};
    if (!file.isOpen()) {
        if (errno == ENOENT) {
            return std::optional<Bytes>{};
        }
        return unreadable(path, wordsOf(errno));
    }
    struct stat status {};
    if (::fstat(file.id(), &status) != 0) {
        return unreadable(path, wordsOf(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return unreadable(path, S_ISDIR(status.st_mode) ? "it is a folder" : "it is not a file");
    }
    if ((status.st_mode & ALLPERMS) != kOwnerOnly) {
        // A copy from a backup may be open to others. Where this fails, the next writing mends it.
        (void)::fchmod(file.id(), kOwnerOnly);
    }
    Bytes content;
    std::array<std::uint8_t, 4096> part{};
    while (content.size() <= kLargest) {
        const ssize_t size =
            uninterrupted([&] { return ::read(file.id(), part.data(), part.size()); });
        if (size < 0) {
            return unreadable(path, wordsOf(errno));
        }
        if (size == 0) {
            break;
        }
        content.insert(content.end(), part.begin(), part.begin() + size);
    }
    return std::optional{std::move(content)};
}

Sha256 checksumOf(ByteView content)
{
    Sha256 checksum{};
    std::ranges::copy(content.last(kChecksumSize), checksum.begin());
    return checksum;
}

/// Whether a whole file is what some version of Foyer wrote, and this one can read.
Result<void> check(const std::string& path, ByteView content)
{
    const auto begins = [&](std::string_view with) {
        return std::ranges::equal(content.first(with.size()), bytesOf(with));
    };
    if (content.size() < kHeaderSize + kChecksumSize || content.size() > kLargest ||
        !begins(kAnyVersion) ||
        sha256(content.first(content.size() - kChecksumSize)) != checksumOf(content)) {
        return damaged(path);
    }
    return begins(kMagic) ? Result<void>{} : newer(path);
}

ByteView saltOf(ByteView content)
{
    return content.subspan(kMagic.size(), kPassphraseSaltSize);
}

/// Puts a file in the place of another. 0, or the errno of what failed: the old file is unchanged
/// then.
int replaceFile(const std::string& path, ByteView content)
{
    const std::string fresh = path + ".new";
    // What a crash left behind goes first: it may be readable by others, or a link to elsewhere.
    if (::unlink(fresh.c_str()) != 0 && errno != ENOENT) {
        return errno;
    }
    OpenFile file{fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW};
    if (!file.isOpen()) {
        return errno;
    }
    // A umask may have taken the owner's own right.
    if (::fchmod(file.id(), kOwnerOnly) != 0 || !writeAll(file.id(), content) || !file.close() ||
        ::rename(fresh.c_str(), path.c_str()) != 0) {
        const int reason = errno;
        ::unlink(fresh.c_str());
        return reason;
    }
    return 0;
}

} // namespace

SealedFileVault::SealedFileVault(std::string path, Bytes salt, SecretBytes key, Random& random)
    : m_path{std::move(path)}, m_salt{std::move(salt)}, m_key{std::move(key)}, m_random{random}
{}

Result<std::unique_ptr<SealedFileVault>>
SealedFileVault::open(const std::string& path, std::string_view passphrase, Random& random)
{
    const auto content = contentOf(path);
    if (!content) {
        return content.error();
    }
    Bytes salt(kPassphraseSaltSize);
    if (!content->has_value()) {
        random.fill(salt);
    } else if (auto checked = check(path, **content); !checked) {
        return std::move(checked).error();
    } else {
        std::ranges::copy(saltOf(**content), salt.begin());
    }
    SecretBytes key = keyFromPassphrase(passphrase, salt);
    std::unique_ptr<SealedFileVault> vault{
        new SealedFileVault{path, std::move(salt), std::move(key), random}};
    if (content->has_value()) {
        const auto ours = vault->read(**content);
        if (!ours) {
            return ours.error();
        }
        if (!*ours) {
            return wrongPassphrase(path);
        }
    }
    return vault;
}

Result<bool> SealedFileVault::read(ByteView content)
{
    const ByteView sealed =
        content.subspan(kHeaderSize, content.size() - kHeaderSize - kChecksumSize);
    const auto opened = foyer::open(m_key, sealed, bytesOf(kBound));
    if (!opened) {
        return false;
    }
    const auto value = decodeCbor(opened->view());
    if (!value) {
        return damaged(m_path);
    }
    Secrets secrets;
    for (const auto& [name, secret] : value->asMap()) {
        secrets.insert_or_assign(std::string{name}, SecretBytes{secret.asBytes()});
    }
    m_secrets = std::move(secrets);
    m_checksum = checksumOf(content);
    return true;
}

Result<void> SealedFileVault::takeOver()
{
    const auto content = contentOf(m_path);
    if (!content) {
        return content.error();
    }
    if (!content->has_value()) {
        return {}; // never written, or taken away: what we know is written anew
    }
    if (auto checked = check(m_path, **content); !checked) {
        return checked;
    }
    if (m_checksum == checksumOf(**content)) {
        return {};
    }
    if (!std::ranges::equal(saltOf(**content), m_salt)) {
        return changed(m_path);
    }
    const auto ours = read(**content);
    if (!ours) {
        return ours.error();
    }
    return *ours ? Result<void>{} : changed(m_path);
}

Result<std::optional<SecretBytes>> SealedFileVault::load(const std::string& name)
{
    const auto found = m_secrets.find(name);
    return found != m_secrets.end() ? std::optional{found->second.clone()} : std::nullopt;
}

Result<void> SealedFileVault::store(const std::string& name, const SecretBytes& secret)
{
    return change([&](Secrets& secrets) { secrets.insert_or_assign(name, secret.clone()); });
}

Result<void> SealedFileVault::remove(const std::string& name)
{
    return change([&](Secrets& secrets) { secrets.erase(name); });
}

Result<void> SealedFileVault::change(const std::function<void(Secrets&)>& edit)
{
    const std::filesystem::path parent = std::filesystem::path{m_path}.parent_path();
    const OpenFile folder{parent.empty() ? "." : parent.string(), O_RDONLY | O_DIRECTORY};
    if (!folder.isOpen()) {
        return unwritable(m_path, errno);
    }
    // One program at a time. A file system without locks is no reason to lose a key.
    (void)uninterrupted([&] { return ::flock(folder.id(), LOCK_EX); });
    if (auto taken = takeOver(); !taken) {
        return taken;
    }
    Secrets secrets;
    for (const auto& [name, secret] : m_secrets) {
        secrets.emplace(name, secret.clone());
    }
    edit(secrets);
    const Bytes content = sealed(secrets);
    if (const int reason = replaceFile(m_path, content); reason != 0) {
        return unwritable(m_path, reason);
    }
    // From here on the file is the new one, so memory is as well, even if we cannot promise it.
    m_secrets = std::move(secrets);
    m_checksum = checksumOf(content);
    return syncFolder(folder.id()) ? Result<void>{} : unwritable(m_path, errno);
}

Bytes SealedFileVault::sealed(const Secrets& secrets) const
{
    constexpr std::size_t kHeads = 18; // of a name and its secret, at their longest
    std::vector<const Secrets::value_type*> inOrder;
    std::size_t room = kHeads;
    for (const auto& secret : secrets) {
        inOrder.push_back(&secret);
        room += kHeads + secret.first.size() + secret.second.size();
    }
    std::ranges::stable_sort(inOrder, {}, [](const auto* secret) { return secret->first.size(); });
    CborWriter writer;
    writer.reserve(room).map(inOrder.size());
    for (const auto* secret : inOrder) {
        writer.field(secret->first, secret->second.view());
    }
    const SecretBytes text{writer.take()};
    ENSURE(text.size() <= room);

    const Bytes locked = seal(m_key, text.view(), bytesOf(kBound), m_random);
    Bytes content(kHeaderSize + locked.size() + kChecksumSize);
    auto rest = std::ranges::copy(kMagic, content.begin()).out;
    rest = std::ranges::copy(m_salt, rest).out;
    rest = std::ranges::copy(locked, rest).out;
    std::ranges::copy(sha256(ByteView{content}.first(content.size() - kChecksumSize)), rest);
    return content;
}

} // namespace foyer
