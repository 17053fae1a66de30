// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/ed25519.h"
#include "core/domain/admission/certificate.h"
#include "core/domain/admission/ticket_code.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// First four bytes of the SHA-256 of a public key.
KeyId keyIdOf(const PublicKey& key);
PerformanceReference performanceReference(PerformanceId performance);
std::uint16_t typeReference(TicketTypeId type);

/// The printed code of a ticket, signed with a counter's ticket key. claims.key is filled in.
std::string signTicket(TicketClaims claims, const SigningKey& key);
/// Signs a certificate with the authority's key and names that key in it; the other fields are
/// given.
void signCertificate(TicketKeyCertificate& certificate, const SigningKey& authority);

/// What a code is worth by its signature alone.
enum class TicketAuthenticity : std::uint8_t {
    Genuine,
    Malformed,              ///< not one of our codes
    UnknownCounter,         ///< signed with a key of which no certificate is here: a person decides
    Forged,                 ///< the signature is not that key's
    CertificateInvalid,     ///< the counter's certificate is not the authority's, or of another
                            ///< organizer
    CertificateNotYetValid, ///< the counter's certificate begins later than this gate's clock says
    CertificateExpired,
    TooEarly,
    Expired,
};

struct TicketVerification {
    TicketAuthenticity authenticity = TicketAuthenticity::Malformed;
    TicketClaims claims;   ///< to be trusted only where genuine, too early or expired
    ReplicaId counter;     ///< that signed it; nil otherwise
    Instant certifiedFrom; ///< since when the authority vouches for it
};

/// Verifies codes with the certificates of an organizer's counters. Certificates are checked once,
/// so that a scan costs one Ed25519 verification.
class TicketVerifier {
public:
    /// `authorities`: the authority's public keys in force; two while one takes over from the
    /// other.
    TicketVerifier(OrganizerId organizer, std::span<const PublicKey> authorities,
                   std::span<const TicketKeyCertificate> certificates);

    /// From now on codes of this key are verified by signing again and comparing: Ed25519 has one
    /// signature per key and message, and signing costs a third of verifying.
    void signsWith(SigningKey own);

    TicketVerification verify(std::string_view code, Instant now) const;

private:
    struct Known {
        KeyId id{};
        TicketKeyCertificate certificate;
        bool sound = false;
    };
    bool isSignatureOf(const PublicKey& key, const SignedTicketCode& code) const;

    std::optional<SigningKey> m_own;
    std::vector<Known> m_known;
};

} // namespace foyer
