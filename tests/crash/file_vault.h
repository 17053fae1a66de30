// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/key_vault.h"

namespace foyer::test {

/// Keeps secrets in plain files, so that a program that is killed and started again has them at
/// once: the passphrase of a sealed file costs 0.2 s an opening. For tests only.
class FileVault final : public KeyVault {
public:
    explicit FileVault(std::string folder) : m_folder{std::move(folder)} {}
    Result<std::optional<SecretBytes>> load(const std::string& name) override;
    Result<void> store(const std::string& name, const SecretBytes& secret) override;
    Result<void> remove(const std::string& name) override;
    std::string protection() const override { return "none"; }

private:
    std::string pathOf(const std::string& name) const;
    std::string m_folder;
};

} // namespace foyer::test
