// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <map>
#include <optional>
#include <string>

namespace foyer {

/// Where secrets lie: the keychain of the operating system, or a file sealed with a passphrase.
/// Calls may wait for the keychain; never call them on a window's thread.
class KeyVault {
public:
    virtual ~KeyVault() = default;
    /// Nothing where there is no such secret. Storage errors: vault_locked, vault_unavailable.
    virtual Result<std::optional<SecretBytes>> load(const std::string& name) = 0;
    /// Durable when it returns.
    virtual Result<void> store(const std::string& name, const SecretBytes& secret) = 0;
    virtual Result<void> remove(const std::string& name) = 0;
    /// "keychain", "passphrase" or "memory": what protects the secrets, for people and for policy.
    virtual std::string protection() const = 0;

protected:
    KeyVault() = default;
    KeyVault(const KeyVault&) = default;
    KeyVault& operator=(const KeyVault&) = default;
};

/// Keeps secrets while the program runs; for tests and simulations.
class MemoryVault final : public KeyVault {
public:
    Result<std::optional<SecretBytes>> load(const std::string& name) override
    {
        const auto found = m_secrets.find(name);
        return found != m_secrets.end() ? std::optional{found->second.clone()} : std::nullopt;
    }
    Result<void> store(const std::string& name, const SecretBytes& secret) override
    {
        m_secrets.insert_or_assign(name, secret.clone());
        return {};
    }
    Result<void> remove(const std::string& name) override
    {
        m_secrets.erase(name);
        return {};
    }
    std::string protection() const override { return "memory"; }

private:
    std::map<std::string, SecretBytes> m_secrets;
};

} // namespace foyer
