// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/admission/certificate.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace foyer {

/// First four bytes of the SHA-256 of a performance's id. (The first bytes of the id itself are a
/// time, which performances made together share.)
using PerformanceReference = std::array<std::uint8_t, 4>;

/// What a ticket code says, format "ticket-1". No name, no price.
struct TicketClaims {
    KeyId key{}; ///< the counter's ticket key it was signed with
    PerformanceReference performance{};
    TicketId ticket;
    std::uint16_t type = 0;      ///< first two bytes of the SHA-256 of the ticket type's id
    std::uint32_t notBefore = 0; ///< minutes since 2020-01-01T00:00Z
    std::uint32_t notAfter = 0;  ///< minutes since 2020-01-01T00:00Z
    std::uint8_t flags = 0;      ///< none defined yet
    friend bool operator==(const TicketClaims&, const TicketClaims&) = default;
};

inline constexpr std::size_t kTicketPayloadSize = 36;
inline constexpr std::size_t kTicketSignatureSize = 64;
inline constexpr std::size_t kTicketCodeSize = 150; ///< characters of Base45

/// Minutes since 2020-01-01T00:00Z, rounded down; held within 32 bits.
std::uint32_t ticketMinutes(Instant instant);

/// The payload, all numbers big endian: version 1 (1 byte), key (4), performance (4), ticket (16),
/// type (2), not before (4), not after (4), flags (1).
std::array<std::uint8_t, kTicketPayloadSize> ticketPayload(const TicketClaims& claims);
/// What is signed: "foyer-ticket-1" and the payload.
Bytes ticketMessage(ByteView payload);

struct SignedTicketCode {
    TicketClaims claims;
    std::array<std::uint8_t, kTicketPayloadSize> payload{};
    std::array<std::uint8_t, kTicketSignatureSize> signature{};
};

/// The printed form: Base45 of payload and signature, 150 characters for an alphanumeric QR code.
std::string ticketCodeText(ByteView payload, ByteView signature);

/// Takes a code apart: exact length, canonical Base45, version 1; white space around it is ignored.
/// A code may itself begin with a space (it is in the alphabet of Base45) that a scanner or an
/// input field took away: it is put back. Says nothing about the signature. Error "malformed".
Result<SignedTicketCode> parseTicketCode(std::string_view text);

} // namespace foyer
