// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/crash/file_vault.h"

#include "core/base/bytes.h"
#include "core/base/hex.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace foyer::test {

std::string FileVault::pathOf(const std::string& name) const
{
    return m_folder + "/" + toHex(bytesOf(name)) + ".secret";
}

Result<std::optional<SecretBytes>> FileVault::load(const std::string& name)
{
    std::ifstream file{pathOf(name), std::ios::binary};
    if (!file) {
        return std::optional<SecretBytes>{};
    }
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    return std::optional{SecretBytes{bytesOf(text)}};
}

Result<void> FileVault::store(const std::string& name, const SecretBytes& secret)
{
    std::ofstream file{pathOf(name), std::ios::binary | std::ios::trunc};
    for (const std::uint8_t byte : secret.view()) {
        file.put(static_cast<char>(byte));
    }
    if (!file.flush()) {
        return storageError("vault_unavailable", "The test vault cannot be written.");
    }
    return {};
}

Result<void> FileVault::remove(const std::string& name)
{
    std::filesystem::remove(pathOf(name));
    return {};
}

} // namespace foyer::test
