// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/base/hex.h"
#include "core/domain/admission/certificate.h"
#include "core/domain/admission/ticket_code.h"
#include "core/services/ticket_signature.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace foyer;

namespace {

// The keys of tests/data/ticket-1-vectors.json; the first signs its tickets here, too, so that
// those codes are seeds.
constexpr std::string_view kTicketSeed =
    "7c6f5fbd5adbf9dfa48163b48ca97a18398b05820cf7998d1bc418e50560910e";
constexpr std::string_view kAuthoritySeed =
    "90910d11b4fb6e23af6fa8d4aeefae30039c180b89a050132e098a069f84aad7";
constexpr std::string_view kTicket = "019ab1c2d3e47f5081626364656667aa";
constexpr Instant kNow{1'793'890'800'000}; // 2026-11-05T15:00:00Z, while the first ticket is valid

Bytes bytesOfHex(std::string_view text)
{
    const auto bytes = fromHex(text);
    ENSURE(bytes.has_value());
    return *bytes;
}

SigningKey keyOf(std::string_view seed)
{
    return SigningKey{SecretBytes{bytesOfHex(seed)}};
}

Uuid anyId(std::uint8_t last)
{
    Uuid::Bytes bytes{};
    bytes.back() = last;
    return Uuid{bytes};
}

struct Signed {
    TicketClaims claims;
    TicketAuthenticity expected; ///< at kNow
};

/// What the counter has signed: the tickets of the vectors with its key.
std::vector<Signed> signedTickets()
{
    TicketClaims ordinary{.performance = {1, 2, 3, 4}, .ticket = {}, .type = 77};
    ordinary.ticket = TicketId{Uuid::fromBytes(bytesOfHex(kTicket)).value()};
    ordinary.notBefore = 3'600'000;
    ordinary.notAfter = 3'601'800;
    TicketClaims ones{.performance = {255, 255, 255, 255}, .ticket = {}, .type = 65'535};
    ones.ticket = TicketId{Uuid::fromBytes(Bytes(16, 255)).value()};
    ones.notBefore = std::numeric_limits<std::uint32_t>::max();
    ones.notAfter = ones.notBefore;
    return {{ordinary, TicketAuthenticity::Genuine},
            {TicketClaims{}, TicketAuthenticity::Expired},
            {ones, TicketAuthenticity::TooEarly}};
}

/// A gate that knows one counter, the codes which that counter has signed, and no others.
struct House {
    SigningKey ticketKey = keyOf(kTicketSeed);
    SigningKey authorityKey = keyOf(kAuthoritySeed);
    OrganizerId organizer{anyId(1)};
    TicketKeyCertificate certificate{.counter = ReplicaId{anyId(2)},
                                     .counterName = "Front desk",
                                     .organizer = organizer,
                                     .ticketKey = ticketKey.publicKey(),
                                     .validFrom = Instant{kNow.ms - 86'400'000},
                                     .validUntil = Instant{kNow.ms + 86'400'000}};
    std::vector<std::string> genuine;
    std::vector<TicketVerifier> verifiers; ///< by verifying, and by signing again

    House()
    {
        signCertificate(certificate, authorityKey);
        for (const Signed& ticket : signedTickets()) {
            genuine.push_back(signTicket(ticket.claims, ticketKey));
        }
        verifiers.push_back(verifierWith(certificate));
        verifiers.push_back(verifierWith(certificate));
        verifiers.back().signsWith(keyOf(kTicketSeed));
        for (const TicketVerifier& verifier : verifiers) {
            for (std::size_t i = 0; i < genuine.size(); ++i) {
                ENSURE(verifier.verify(genuine[i], kNow).authenticity ==
                       signedTickets()[i].expected);
            }
        }
    }

    TicketVerifier verifierWith(const TicketKeyCertificate& known) const
    {
        return {organizer, {&authorityKey.publicKey(), 1}, {&known, 1}};
    }
};

/// Whether the answer says that the counter has signed the code, in time or not.
bool isSigned(TicketAuthenticity authenticity)
{
    return authenticity != TicketAuthenticity::Malformed &&
        authenticity != TicketAuthenticity::UnknownCounter &&
        authenticity != TicketAuthenticity::Forged &&
        authenticity != TicketAuthenticity::CertificateInvalid;
}

/// Nothing but the codes which the counter has signed verifies, by either way of verifying.
void checkCode(const House& house, std::string_view text)
{
    const auto code = parseTicketCode(text);
    const std::string printed = code ? ticketCodeText(code->payload, code->signature) : "";
    const bool known = std::ranges::find(house.genuine, printed) != house.genuine.end();
    for (const TicketVerifier& verifier : house.verifiers) {
        const TicketVerification answer = verifier.verify(text, kNow);
        ENSURE(isSigned(answer.authenticity) == known);
        ENSURE((answer.authenticity == TicketAuthenticity::Malformed) == !code);
        ENSURE(!code || answer.claims == code->claims);
    }
}

/// `bytes` as the pattern of what was changed in a printed code.
void checkChangedCode(const House& house, ByteView bytes)
{
    if (bytes.empty()) {
        return;
    }
    const auto code = parseTicketCode(house.genuine[bytes[0] % house.genuine.size()]);
    ENSURE(code.has_value());
    auto payload = code->payload;
    auto signature = code->signature;
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        const std::size_t at = (i - 1) % (payload.size() + signature.size());
        (at < payload.size() ? payload[at] : signature[at - payload.size()]) ^= bytes[i];
    }
    checkCode(house, ticketCodeText(payload, signature));
}

/// `bytes` as the pattern of what was changed in the counter's certificate: with any but the true
/// one, not even a genuine code verifies.
void checkChangedCertificate(const House& house, ByteView bytes)
{
    Bytes changed = encodeCertificate(house.certificate);
    for (std::size_t i = 0; i < std::min(bytes.size(), changed.size()); ++i) {
        changed[i] ^= bytes[i];
    }
    if (const auto certificate = decodeCertificate(changed)) {
        const auto answer =
            house.verifierWith(*certificate).verify(house.genuine.front(), kNow).authenticity;
        ENSURE(isSigned(answer) == (*certificate == house.certificate));
    }
}

} // namespace

/// What a gate's scanner reads: anything at all. What is taken for a code prints as the same code,
/// and only the codes of the counter that it knows verify.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const House house;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto code = parseTicketCode(text)) {
        const auto printed = ticketCodeText(code->payload, code->signature);
        // A scanner may have taken the space away that a code begins with.
        const std::size_t space = printed.starts_with(' ') ? 1 : 0;
        ENSURE(text.find(printed.substr(space)) != std::string_view::npos);
        ENSURE(ticketPayload(code->claims) == code->payload);
    }
    if (const auto certificate = decodeCertificate({data, size})) {
        const auto again = decodeCertificate(encodeCertificate(*certificate));
        ENSURE(again.has_value() && *again == *certificate);
    }
    checkCode(house, text);
    checkChangedCode(house, {data, size});
    checkChangedCertificate(house, {data, size});
    return 0;
}
