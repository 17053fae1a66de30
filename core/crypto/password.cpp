// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/password.h"

#include "core/base/ensure.h"
#include "core/crypto/sodium_ready.h"

#include <sodium.h>

#include <array>

namespace foyer {
namespace {

constexpr std::size_t kKib = 1024;

} // namespace

std::string hashPassword(std::string_view password, const PasswordCost& cost)
{
    readySodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    ENSURE(crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes,
                                 cost.memoryKib * kKib, crypto_pwhash_ALG_ARGON2ID13) == 0);
    return std::string{hash.data()};
}

bool isPassword(std::string_view password, const std::string& hash)
{
    readySodium();
    return hash.size() < crypto_pwhash_STRBYTES &&
        crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool isCheaper(const std::string& hash, const PasswordCost& cost)
{
    readySodium();
    return crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.memoryKib * kKib) != 0;
}

} // namespace foyer
