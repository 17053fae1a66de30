// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/ticket_signature.h"

#include "core/crypto/sha256.h"

#include <algorithm>

namespace foyer {
namespace {

std::array<std::uint8_t, 4> firstFour(ByteView bytes)
{
    const Sha256 hash = sha256(bytes);
    return {hash[0], hash[1], hash[2], hash[3]};
}

TicketAuthenticity authenticityAt(Instant now, const TicketKeyCertificate& certificate,
                                  const TicketClaims& claims)
{
    const std::uint32_t minute = ticketMinutes(now);
    if (now < certificate.validFrom) {
        return TicketAuthenticity::CertificateNotYetValid;
    }
    if (now > certificate.validUntil) {
        return TicketAuthenticity::CertificateExpired;
    }
    if (minute < claims.notBefore) {
        return TicketAuthenticity::TooEarly;
    }
    return minute > claims.notAfter ? TicketAuthenticity::Expired : TicketAuthenticity::Genuine;
}

} // namespace

KeyId keyIdOf(const PublicKey& key)
{
    return firstFour(key);
}

PerformanceReference performanceReference(PerformanceId performance)
{
    return firstFour(performance.uuid.bytes());
}

std::uint16_t typeReference(TicketTypeId type)
{
    const Sha256 hash = sha256(type.uuid.bytes());
    return static_cast<std::uint16_t>(hash[0] << 8 | hash[1]);
}

std::string signTicket(TicketClaims claims, const SigningKey& key)
{
    claims.key = keyIdOf(key.publicKey());
    const auto payload = ticketPayload(claims);
    return ticketCodeText(payload, key.sign(ticketMessage(payload)));
}

void signCertificate(TicketKeyCertificate& certificate, const SigningKey& authority)
{
    certificate.authority = keyIdOf(authority.publicKey());
    certificate.signature = authority.sign(certificateMessage(certificate));
}

TicketVerifier::TicketVerifier(OrganizerId organizer, std::span<const PublicKey> authorities,
                               std::span<const TicketKeyCertificate> certificates)
{
    for (const TicketKeyCertificate& certificate : certificates) {
        const bool sound = certificate.organizer == organizer &&
            std::ranges::any_of(authorities, [&](const PublicKey& authority) {
                               return keyIdOf(authority) == certificate.authority &&
                                   foyer::verify(authority, certificateMessage(certificate),
                                                 certificate.signature);
                           });
        m_known.push_back({keyIdOf(certificate.ticketKey), certificate, sound});
    }
}

void TicketVerifier::signsWith(SigningKey own)
{
    m_own = std::move(own);
}

bool TicketVerifier::isSignatureOf(const PublicKey& key, const SignedTicketCode& code) const
{
    const Bytes message = ticketMessage(code.payload);
    if (m_own && m_own->publicKey() == key) {
        return constantTimeEqual(m_own->sign(message), code.signature);
    }
    return foyer::verify(key, message, code.signature);
}

TicketVerification TicketVerifier::verify(std::string_view code, Instant now) const
{
    const auto parsed = parseTicketCode(code);
    if (!parsed) {
        return {};
    }
    TicketVerification result{TicketAuthenticity::UnknownCounter, parsed->claims, {}, {}};
    // Two keys may share the four bytes: each certificate with that id is tried.
    for (const Known& known : m_known) {
        if (known.id != parsed->claims.key) {
            continue;
        }
        const bool isFromKey = known.sound && isSignatureOf(known.certificate.ticketKey, *parsed);
        if (!isFromKey) {
            if (result.counter.isNil()) {
                result.authenticity = known.sound ? TicketAuthenticity::Forged
                                                  : TicketAuthenticity::CertificateInvalid;
            }
            continue;
        }
        result.authenticity = authenticityAt(now, known.certificate, parsed->claims);
        result.counter = known.certificate.counter;
        result.certifiedFrom = known.certificate.validFrom;
        if (now >= known.certificate.validFrom && now <= known.certificate.validUntil) {
            return result; // else the same key may have another certificate
        }
    }
    return result;
}

} // namespace foyer
