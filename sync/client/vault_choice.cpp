// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/vault_choice.h"

#include "core/services/sealed_file_vault.h"
#include "sync/client/keychain_vault.h"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

Result<std::unique_ptr<KeyVault>> openKeyFile(const fs::path& path, PassphraseFor purpose,
                                              Random& random, const AskPassphrase& ask)
{
    const auto passphrase = ask(purpose);
    if (!passphrase) {
        return passphrase.error();
    }
    if (purpose == PassphraseFor::NewFile && passphrase->size() < kPassphraseMin) {
        return badInput("passphrase_short",
                        "Choose a passphrase of at least " + std::to_string(kPassphraseMin) +
                            " characters; four unrelated words are a good one.",
                        "passphrase");
    }
    const ByteView bytes = passphrase->view();
    auto vault = SealedFileVault::open(path.string(),
                                       std::string_view{reinterpret_cast<const char*>(bytes.data()),
                                                        bytes.size()},
                                       random);
    if (!vault) {
        return std::move(vault).error();
    }
    return std::unique_ptr<KeyVault>{*std::move(vault)};
}

} // namespace

Result<std::unique_ptr<KeyVault>> openVault(const std::string& folder, Random& random,
                                            const AskPassphrase& ask)
{
    std::error_code error;
    const fs::path keyFile = fs::path{folder} / "foyer.keys";
    if (fs::exists(keyFile, error)) {
        return openKeyFile(keyFile, PassphraseFor::ExistingFile, random, ask);
    }
    auto keychain = std::make_unique<KeychainVault>(folder);
    auto works = keychain->probe(random);
    if (works) {
        return std::unique_ptr<KeyVault>{std::move(keychain)};
    }
    if (fs::exists(fs::path{folder} / "foyer.db", error)) {
        // Keys are stored before the database is made: without a key file they are in the keychain.
        return std::move(works).error();
    }
    return openKeyFile(keyFile, PassphraseFor::NewFile, random, ask);
}

} // namespace foyer::sync
