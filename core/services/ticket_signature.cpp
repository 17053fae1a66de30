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
    certificate.signature = authority.sign(certificateMessage(certificate));
}

TicketVerifier::TicketVerifier(OrganizerId organizer, const PublicKey& authority,
                               std::span<const TicketKeyCertificate> certificates)
{
    for (const TicketKeyCertificate& certificate : certificates) {
        const bool sound = certificate.organizer == organizer &&
            foyer::verify(authority, certificateMessage(certificate), certificate.signature);
        m_known.push_back({keyIdOf(certificate.ticketKey), certificate, sound});
    }
}

TicketVerification TicketVerifier::verify(std::string_view code, Instant now) const
{
    const auto parsed = parseTicketCode(code);
    if (!parsed) {
        return {};
    }
    TicketVerification result{TicketAuthenticity::UnknownCounter, parsed->claims};
    // Two keys may share the four bytes: each certificate with that id is tried.
    for (const Known& known : m_known) {
        if (known.id != parsed->claims.key) {
            continue;
        }
        if (!known.sound) {
            result.authenticity = TicketAuthenticity::CertificateInvalid;
            continue;
        }
        if (!foyer::verify(known.certificate.ticketKey, ticketMessage(parsed->payload),
                           parsed->signature)) {
            result.authenticity = TicketAuthenticity::Forged;
            continue;
        }
        const std::uint32_t minute = ticketMinutes(now);
        if (now < known.certificate.validFrom || now > known.certificate.validUntil) {
            result.authenticity = TicketAuthenticity::CertificateExpired;
        } else if (minute < parsed->claims.notBefore) {
            result.authenticity = TicketAuthenticity::TooEarly;
        } else if (minute > parsed->claims.notAfter) {
            result.authenticity = TicketAuthenticity::Expired;
        } else {
            result.authenticity = TicketAuthenticity::Genuine;
        }
        return result;
    }
    return result;
}

} // namespace foyer
