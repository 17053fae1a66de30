// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"

#include <cstddef>
#include <utility>

namespace foyer {

/// Bytes that must not be left behind in memory or printed: wiped on destruction, moved, never
/// copied by accident, not streamable.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(ByteView bytes) : m_bytes{bytes.begin(), bytes.end()} {}
    /// Takes the bytes over where they lie: nothing is copied, nothing left behind.
    explicit SecretBytes(Bytes&& bytes) noexcept : m_bytes{std::move(bytes)} {}
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    /// `size` bytes of fresh randomness.
    static SecretBytes random(std::size_t size, Random& random);
    /// A copy, said out loud.
    SecretBytes clone() const { return SecretBytes{view()}; }

    ByteView view() const { return m_bytes; }
    std::size_t size() const { return m_bytes.size(); }
    bool isEmpty() const { return m_bytes.empty(); }

private:
    void wipe();
    Bytes m_bytes;
};

/// Whether two runs of bytes are equal, in a time that depends on their length only. The one place
/// for comparing secrets.
bool constantTimeEqual(ByteView a, ByteView b);

} // namespace foyer
