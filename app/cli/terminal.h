// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/services/integrity.h"
#include "sync/client/vault_choice.h"

#include <atomic>
#include <string>
#include <string_view>

namespace foyer::cli {

/// The passphrase of a key file: of FOYER_PASSPHRASE, or typed on the terminal without being shown
/// (twice for a new file). Usage error passphrase_needed where there is neither; bad input
/// passphrase_differs.
Result<SecretBytes> askPassphrase(sync::PassphraseFor purpose);

/// A password or PIN: of the named environment variable, or typed on the terminal without being
/// shown. Usage error secret_needed where there is neither.
Result<SecretBytes> askSecret(const char* variable, const std::string& question);
/// The same for a new one, which is typed twice. Bad input secret_differs.
Result<SecretBytes> askNewSecret(const std::string& question);
/// A secret's text, valid as long as it lives.
std::string_view textOf(const SecretBytes& secret);

/// Tells on standard error how far a long act is, in one line that is written over. Says nothing
/// where that is not a terminal.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Must not outlive the line.
    Progress teller();

private:
    bool m_shown = false;
    bool m_written = false;
};

/// While it lives, Ctrl-C sets a flag instead of ending the program.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    const std::atomic<bool>& flag() const;
};

} // namespace foyer::cli
