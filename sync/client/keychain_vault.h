// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/key_vault.h"

#include <string>

namespace foyer {
class Random;
} // namespace foyer

namespace foyer::sync {

/// Secrets in the keychain of the operating system (Secret Service, KWallet, Windows, macOS), one
/// entry for each data folder and secret. Waits for the keychain, which may ask a person for its
/// password: needs a QCoreApplication, and the main thread must be free to run its event loop.
class KeychainVault final : public KeyVault {
public:
    /// `folder`: the data folder; its absolute path tells its entries from those of other folders.
    explicit KeychainVault(const std::string& folder);

    /// Whether the keychain keeps what it is given: writes an entry, reads it and deletes it. To be
    /// asked first, because a locked or missing keychain answers a read with "no such entry".
    /// Storage error vault_unavailable, with the keychain's own words.
    Result<void> probe(Random& random);

    Result<std::optional<SecretBytes>> load(const std::string& name) override;
    Result<void> store(const std::string& name, const SecretBytes& secret) override;
    Result<void> remove(const std::string& name) override;
    std::string protection() const override { return "keychain"; }

private:
    std::string entryName(const std::string& name) const;
    std::string m_prefix;
};

} // namespace foyer::sync
