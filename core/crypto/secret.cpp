// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/secret.h"

#include "core/crypto/sodium_ready.h"

#include <sodium.h>

#include <utility>

namespace foyer {

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept : m_bytes{std::move(other.m_bytes)}
{
    other.m_bytes.clear();
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

SecretBytes SecretBytes::random(std::size_t size, Random& random)
{
    SecretBytes secret;
    secret.m_bytes.resize(size);
    random.fill(secret.m_bytes);
    return secret;
}

void SecretBytes::wipe()
{
    if (!m_bytes.empty()) {
        sodium_memzero(m_bytes.data(), m_bytes.size());
    }
}

bool constantTimeEqual(ByteView a, ByteView b)
{
    readySodium();
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace foyer
