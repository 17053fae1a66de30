// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/sha256.h"
#include "core/services/key_vault.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Secrets in one file (mode 0600), sealed by a key that Argon2id makes of a passphrase. Written to
/// a new file and renamed, so that a crash leaves the old one or the new one. Several programs may
/// use one file: each takes over what another has written before it writes itself.
///
/// The file: "foyer-vault-1\n", the salt, the sealed secrets, and a SHA-256 of all that. The
/// checksum tells damage from a wrong passphrase; who changes the file on purpose and mends it gets
/// no further than wrong_passphrase.
class SealedFileVault final : public KeyVault {
public:
    /// Opens the file, or begins a new vault where there is none. Refuses with wrong_passphrase.
    /// Storage errors, of which each leaves the file as it is: vault_damaged, vault_newer (written
    /// by a later version of Foyer), vault_unreadable (no permission, a folder, a broken disk).
    static Result<std::unique_ptr<SealedFileVault>>
    open(const std::string& path, std::string_view passphrase, Random& random);

    Result<std::optional<SecretBytes>> load(const std::string& name) override;
    /// Where it fails, load() still answers with what is in the file. Storage errors: those of
    /// open(), vault_unavailable, vault_changed (another program put another vault there).
    Result<void> store(const std::string& name, const SecretBytes& secret) override;
    /// As store().
    Result<void> remove(const std::string& name) override;
    std::string protection() const override { return "passphrase"; }

private:
    using Secrets = std::map<std::string, SecretBytes>;

    SealedFileVault(std::string path, Bytes salt, SecretBytes key, Random& random);
    /// Reads the secrets out of the whole content of a file. False where its key is not ours.
    Result<bool> read(ByteView content);
    Result<void> takeOver();
    Result<void> change(const std::function<void(Secrets&)>& edit);
    Bytes sealed(const Secrets& secrets) const;

    std::string m_path;
    Bytes m_salt;
    SecretBytes m_key;
    Random& m_random;
    Secrets m_secrets;
    std::optional<Sha256> m_checksum; ///< of the file that m_secrets is the content of
};

} // namespace foyer
