// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/key_vault.h"

#include <memory>
#include <string>
#include <string_view>

namespace foyer {

/// Secrets in one file (mode 0600), sealed by a key that Argon2id makes of a passphrase. Written to
/// a new file and renamed, so that a crash leaves the old one or the new one.
class SealedFileVault final : public KeyVault {
public:
    /// Opens the file, or begins a new vault where there is none. Refuses with wrong_passphrase;
    /// storage errors: vault_damaged (the file is left as it is), vault_unavailable.
    static Result<std::unique_ptr<SealedFileVault>>
    open(const std::string& path, std::string_view passphrase, Random& random);

    Result<std::optional<SecretBytes>> load(const std::string& name) override;
    Result<void> store(const std::string& name, const SecretBytes& secret) override;
    Result<void> remove(const std::string& name) override;
    std::string protection() const override { return "passphrase"; }

private:
    SealedFileVault(std::string path, Bytes salt, SecretBytes key, Random& random);
    Result<void> readSecrets(ByteView sealed);
    Result<void> write();

    std::string m_path;
    Bytes m_salt;
    SecretBytes m_key;
    Random& m_random;
    std::map<std::string, SecretBytes> m_secrets;
};

} // namespace foyer
