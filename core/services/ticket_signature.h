// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/ed25519.h"
#include "core/domain/admission/certificate.h"
#include "core/domain/admission/ticket_code.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// First four bytes of the SHA-256 of a public ticket key.
KeyId keyIdOf(const PublicKey& key);
PerformanceReference performanceReference(PerformanceId performance);
std::uint16_t typeReference(TicketTypeId type);

/// The printed code of a ticket, signed with a counter's ticket key. claims.key is filled in.
std::string signTicket(TicketClaims claims, const SigningKey& key);
/// Signs a certificate with the authority's key; the other fields are given.
void signCertificate(TicketKeyCertificate& certificate, const SigningKey& authority);

/// What a code is worth by its signature alone.
enum class TicketAuthenticity : std::uint8_t {
    Genuine,
    Malformed,          ///< not one of our codes
    UnknownCounter,     ///< signed with a key of which no certificate is here: a person decides
    Forged,             ///< the signature is not that key's
    CertificateInvalid, ///< the counter's certificate is not the authority's, or of another
                        ///< organizer
    CertificateExpired,
    TooEarly,
    Expired,
};

struct TicketVerification {
    TicketAuthenticity authenticity = TicketAuthenticity::Malformed;
    TicketClaims claims; ///< to be trusted only where genuine, too early or expired
};

/// Verifies codes with the certificates of an organizer's counters. Certificates are checked once,
/// so that a scan costs one Ed25519 verification.
class TicketVerifier {
public:
    TicketVerifier(OrganizerId organizer, const PublicKey& authority,
                   std::span<const TicketKeyCertificate> certificates);

    TicketVerification verify(std::string_view code, Instant now) const;

private:
    struct Known {
        KeyId id{};
        TicketKeyCertificate certificate;
        bool sound = false;
    };
    std::vector<Known> m_known;
};

} // namespace foyer
