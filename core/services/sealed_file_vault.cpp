// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/sealed_file_vault.h"

#include "core/crypto/passphrase.h"
#include "core/crypto/sealing.h"
#include "core/domain/journal/cbor.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace foyer {
namespace {

constexpr std::string_view kMagic = "foyer-vault-1\n";
constexpr std::string_view kBound = "foyer-vault-1";

Error unavailable(const std::string& path)
{
    return storageError("vault_unavailable",
                        "The key file " + path + " cannot be written (" + std::strerror(errno) +
                            "). Check the permissions of its folder and the space on the disk.",
                        path);
}

Error damaged(const std::string& path)
{
    return storageError("vault_damaged",
                        "The key file " + path +
                            " is damaged. Foyer left it as it is. Restore it "
                            "from a backup; without it this counter's keys are lost.",
                        path);
}

bool writeAll(int file, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

void syncFolderOf(const std::string& path)
{
    const std::string folder = std::filesystem::path{path}.parent_path().string();
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        ::fsync(file);
        ::close(file);
    }
}

} // namespace

SealedFileVault::SealedFileVault(std::string path, Bytes salt, SecretBytes key, Random& random)
    : m_path{std::move(path)}, m_salt{std::move(salt)}, m_key{std::move(key)}, m_random{random}
{}

Result<std::unique_ptr<SealedFileVault>>
SealedFileVault::open(const std::string& path, std::string_view passphrase, Random& random)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        Bytes salt(kPassphraseSaltSize);
        random.fill(salt);
        SecretBytes key = keyFromPassphrase(passphrase, salt);
        return std::unique_ptr<SealedFileVault>{
            new SealedFileVault{path, std::move(salt), std::move(key), random}};
    }
    std::ifstream file{path, std::ios::binary};
    const Bytes content{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    const ByteView view{content};
    if (view.size() < kMagic.size() + kPassphraseSaltSize ||
        !std::equal(kMagic.begin(), kMagic.end(), content.begin())) {
        return damaged(path);
    }
    const ByteView salt = view.subspan(kMagic.size(), kPassphraseSaltSize);
    std::unique_ptr<SealedFileVault> vault{
        new SealedFileVault{path, Bytes{salt.begin(), salt.end()},
                            keyFromPassphrase(passphrase, salt), random}};
    if (auto read = vault->readSecrets(view.subspan(kMagic.size() + kPassphraseSaltSize)); !read) {
        return std::move(read).error();
    }
    return vault;
}

Result<void> SealedFileVault::readSecrets(ByteView sealed)
{
    const auto opened = foyer::open(m_key, sealed, bytesOf(kBound));
    if (!opened) {
        return refused("wrong_passphrase",
                       "The passphrase does not open the key file " + m_path +
                           ". Try again; capital letters count.",
                       m_path);
    }
    const SecretBytes content{*opened};
    const auto value = decodeCbor(content.view());
    if (!value) {
        return damaged(m_path);
    }
    for (const auto& [name, secret] : value->asMap()) {
        m_secrets.insert_or_assign(std::string{name}, SecretBytes{secret.asBytes()});
    }
    return {};
}

Result<std::optional<SecretBytes>> SealedFileVault::load(const std::string& name)
{
    const auto found = m_secrets.find(name);
    return found != m_secrets.end() ? std::optional{found->second.clone()} : std::nullopt;
}

Result<void> SealedFileVault::store(const std::string& name, const SecretBytes& secret)
{
    m_secrets.insert_or_assign(name, secret.clone());
    return write();
}

Result<void> SealedFileVault::remove(const std::string& name)
{
    m_secrets.erase(name);
    return write();
}

Result<void> SealedFileVault::write()
{
    std::vector<const std::pair<const std::string, SecretBytes>*> inOrder;
    for (const auto& secret : m_secrets) {
        inOrder.push_back(&secret);
    }
    std::ranges::stable_sort(inOrder, {}, [](const auto* secret) { return secret->first.size(); });
    CborWriter writer;
    writer.map(inOrder.size());
    for (const auto* secret : inOrder) {
        writer.field(secret->first, secret->second.view());
    }
    const SecretBytes content{writer.data()};
    Bytes whole{kMagic.begin(), kMagic.end()};
    whole.insert(whole.end(), m_salt.begin(), m_salt.end());
    const Bytes sealed = seal(m_key, content.view(), bytesOf(kBound), m_random);
    whole.insert(whole.end(), sealed.begin(), sealed.end());

    const std::string fresh = m_path + ".new";
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return unavailable(m_path);
    }
    const bool written = writeAll(file, whole);
    ::close(file);
    if (!written || ::rename(fresh.c_str(), m_path.c_str()) != 0) {
        const Error error = unavailable(m_path);
        ::unlink(fresh.c_str());
        return error;
    }
    syncFolderOf(m_path);
    return {};
}

} // namespace foyer
