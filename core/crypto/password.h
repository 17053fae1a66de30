// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace foyer {

/// What hashing a password costs. Verifying costs the same, for the price is in the hash.
struct PasswordCost {
    std::uint32_t passes = 3;
    std::uint32_t memoryKib = 64 * 1024;
};

/// The Argon2id hash (RFC 9106) of a password with a salt of its own, as a PHC string. At the usual
/// cost it takes about 0.2 s by design.
std::string hashPassword(std::string_view password, const PasswordCost& cost = {});
/// Whether it is the password of a hash made by hashPassword, at whatever cost. False for any other
/// text.
bool isPassword(std::string_view password, const std::string& hash);
/// Whether a hash was made more cheaply than `cost`, and is to be made anew at the next sign-in.
bool isCheaper(const std::string& hash, const PasswordCost& cost = {});

} // namespace foyer
