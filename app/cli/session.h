// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <memory>
#include <string>

namespace foyer {
class Counter;
class KeyVault;
struct Founding;
} // namespace foyer

namespace foyer::sync {
class DeviceSession;
} // namespace foyer::sync

namespace foyer::cli {

/// The data folder a command works in, opened when the command needs it.
class Session {
public:
    /// `folder`: of the command line; empty: "foyer" in the user's data folder (XDG_DATA_HOME).
    explicit Session(const std::string& folder);
    /// Who is signed in when the counter opens, and who approves the act; empty: nobody.
    void actAs(std::string user, std::string approvedBy);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const std::string& folder() const { return m_folder; }
    const Clock& clock() const { return m_clock; }
    Random& random() { return m_random; }
    /// What protects the keys: "keychain" or "passphrase". Valid after open() or found().
    std::string protection() const;

    /// Makes a new counter. Errors of openVault, askPassphrase and Counter::found.
    Result<void> found(const Founding& founding);
    /// Makes a new counter of a house that has a server. Errors of openVault, askPassphrase and
    /// sync::joinAsNew.
    Result<void> joinAsNew(const std::string& invitation);
    /// Whether there is no counter in the folder yet.
    bool isEmpty() const { return !hasDatabase(); }
    /// The counter, opened once, with the user signed in. Errors of openVault, askPassphrase,
    /// askSecret, Counter::open, AccessControl::signIn and approve.
    Result<Counter*> open();
    /// Signs the user of this command in at the server as well. After open(). Refuses with
    /// not_signed_in, unknown_at_server, and as DeviceSession::signIn does.
    Result<void> signInAt(sync::DeviceSession& server);
    /// Whether somebody is signed in at the counter.
    bool hasUser() const { return !m_secret.isEmpty(); }

private:
    bool hasDatabase() const;
    Result<void> openVault();
    Result<void> signIn(Counter& counter);

    std::string m_folder;
    std::string m_user;
    SecretBytes m_secret; ///< of the user who is signed in; for the server
    std::string m_approvedBy;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<KeyVault> m_vault;
    std::unique_ptr<Counter> m_counter;
};

} // namespace foyer::cli
