// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <array>
#include <cstdint>
#include <string>

namespace foyer {

/// First four bytes of the SHA-256 of a public key.
using KeyId = std::array<std::uint8_t, 4>;

/// The authority vouches for a counter's ticket key: with it and the authority's public key, any
/// gate verifies that counter's tickets without a network.
struct TicketKeyCertificate {
    KeyId authority{}; ///< which of the authority's keys signed: while it changes, there are two
    ReplicaId counter;
    std::string counterName;
    OrganizerId organizer;
    std::array<std::uint8_t, 32> ticketKey{}; ///< Ed25519 public key
    Instant validFrom;
    Instant validUntil;
    std::array<std::uint8_t, 64> signature{}; ///< by the authority, over certificateMessage()
    friend bool operator==(const TicketKeyCertificate&, const TicketKeyCertificate&) = default;
};

/// What the authority signs: "foyer-certificate-1" and the fields before the signature, as
/// deterministic CBOR.
Bytes certificateMessage(const TicketKeyCertificate& certificate);
/// The whole certificate, as it is kept in the journal and passed from gate to gate.
Bytes encodeCertificate(const TicketKeyCertificate& certificate);
/// The one form that encodeCertificate writes, with every field of its type and validFrom before
/// validUntil. Error "bad_certificate".
Result<TicketKeyCertificate> decodeCertificate(ByteView bytes);

} // namespace foyer
