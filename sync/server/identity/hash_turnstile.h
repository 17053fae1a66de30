// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/password.h"

#include <chrono>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

namespace foyer::server {

/// Lets at most four password hashes be computed at a time (64 MiB each): who guesses in bulk makes
/// the server refuse, not run out of memory.
class HashTurnstile {
public:
    static constexpr std::ptrdiff_t kAtOnce = 4;
    static constexpr std::chrono::seconds kPatience{3};

    explicit HashTurnstile(const PasswordCost& cost = {})
        : m_cost{cost}, m_decoy{hashPassword("nobody has this", cost)}
    {}

    /// Whether a secret is that of a hash. Of an empty hash it never is, after the same time.
    /// Nothing where there was no turn within kPatience.
    std::optional<bool> isSecret(std::string_view secret, const std::string& hash)
    {
        if (!m_turns.try_acquire_for(kPatience)) {
            return std::nullopt;
        }
        const bool matches = isPassword(secret, hash.empty() ? m_decoy : hash);
        m_turns.release();
        return matches && !hash.empty();
    }
    /// Whether a hash that was made elsewhere costs what those made here do: a cheaper one would be
    /// guessed, a dearer one would hold everybody up.
    bool isOfItsCost(const std::string& hash) const { return !isCheaper(hash, m_cost); }
    /// Nothing where there was no turn.
    std::optional<std::string> hash(std::string_view secret)
    {
        if (!m_turns.try_acquire_for(kPatience)) {
            return std::nullopt;
        }
        std::string hashed = hashPassword(secret, m_cost);
        m_turns.release();
        return hashed;
    }

private:
    PasswordCost m_cost;
    std::string m_decoy;
    std::counting_semaphore<kAtOnce> m_turns{kAtOnce};
};

} // namespace foyer::server
