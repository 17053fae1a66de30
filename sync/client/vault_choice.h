// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/key_vault.h"

#include <functional>
#include <memory>
#include <string>

namespace foyer {
class Random;
} // namespace foyer

namespace foyer::sync {

enum class PassphraseFor {
    NewFile,      ///< to be chosen now, and typed twice by a person
    ExistingFile, ///< of the key file that is there
};

/// Gets the passphrase from whoever knows it; called at most once.
using AskPassphrase = std::function<Result<SecretBytes>(PassphraseFor)>;

/// Fewer characters than this do not protect a file that can be copied.
inline constexpr std::size_t kPassphraseMin = 8;

/// The vault of a data folder: its key file (foyer.keys) if it has one; else the keychain if it
/// works; else, for a folder without a counter, a new key file, written when it is first given a
/// secret. Errors: those of `ask` and SealedFileVault::open; bad input passphrase_short;
/// vault_unavailable or vault_locked where there is a counter, its keys are in a keychain and that
/// does not work.
Result<std::unique_ptr<KeyVault>> openVault(const std::string& folder, Random& random,
                                            const AskPassphrase& ask);

} // namespace foyer::sync
