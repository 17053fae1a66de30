// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/request_signature.h"

#include "core/base/base64.h"
#include "core/crypto/sha256.h"

#include <algorithm>
#include <charconv>

namespace foyer::protocol {
namespace {

constexpr std::string_view kBare = R"(("@method" "@authority" "@path" "@query" "authorization"))";
constexpr std::string_view kWithBody =
    R"(("@method" "@authority" "@path" "@query" "content-type" "content-digest" )"
    R"("idempotency-key" "authorization"))";
constexpr std::size_t kHeaderMax = 1024;
constexpr std::size_t kNonceSize = 16;

/// Takes the front of a text bit by bit; says at the end whether all of it was as expected.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text{text} {}

    void expect(std::string_view words)
    {
        m_sound = m_sound && m_text.starts_with(words);
        m_text.remove_prefix(m_sound ? words.size() : 0);
    }
    /// A positive integer without leading zeros.
    std::int64_t number()
    {
        std::int64_t value = 0;
        const auto [end, fault] =
            std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
        const auto length = static_cast<std::size_t>(end - m_text.data());
        m_sound = m_sound && fault == std::errc{} && value > 0 && m_text.front() != '0' &&
            length <= 15; // what a structured field's integer may have (RFC 8941 §3.3.1)
        m_text.remove_prefix(m_sound ? length : 0);
        return value;
    }
    /// What stands before `end`, which is taken, too.
    std::string_view until(std::string_view end)
    {
        const std::size_t at = m_text.find(end);
        m_sound = m_sound && at != std::string_view::npos;
        const std::string_view taken = m_text.substr(0, m_sound ? at : 0);
        m_text.remove_prefix(m_sound ? at + end.size() : 0);
        return taken;
    }
    bool isAtEnd() const { return m_sound && m_text.empty(); }

private:
    std::string_view m_text;
    bool m_sound = true;
};

Error badSignature()
{
    return badInput("bad_signature",
                    "The request's signature is not in the form of foyer-1. Update this counter.",
                    "Signature-Input");
}

void addLine(std::string& base, std::string_view name, std::string_view value)
{
    base += '"';
    base += name;
    base += "\": ";
    base += value;
    base += '\n';
}

} // namespace

std::string keyThumbprint(const PublicKey& key)
{
    // The required members in the order of their names, without white space (RFC 7638 §3.2).
    const std::string jwk = R"({"crv":"Ed25519","kty":"OKP","x":")" + toBase64Url(key) + R"("})";
    return toBase64Url(sha256(bytesOf(jwk)));
}

std::string contentDigest(ByteView body)
{
    return "sha-256=:" + toBase64(sha256(body)) + ":";
}

std::string quotedParameters(std::string_view covered, const SignatureParameters& parameters)
{
    return std::string{covered} + ";created=" + std::to_string(parameters.created) +
        ";expires=" + std::to_string(parameters.expires) + ";nonce=\"" + parameters.nonce +
        "\";keyid=\"" + parameters.keyId + "\";tag=\"foyer-1\"";
}

std::string signatureBase(const SignedRequest& request, const SignatureParameters& parameters)
{
    std::string base;
    addLine(base, "@method", request.method);
    addLine(base, "@authority", request.authority);
    addLine(base, "@path", request.path);
    addLine(base, "@query", "?" + request.query);
    if (request.hasBody()) {
        addLine(base, "content-type", request.contentType);
        addLine(base, "content-digest", request.contentDigest);
        addLine(base, "idempotency-key", request.idempotencyKey);
    }
    addLine(base, "authorization", request.authorization);
    base += "\"@signature-params\": ";
    base += quotedParameters(request.hasBody() ? kWithBody : kBare, parameters);
    return base;
}

SignatureHeaders signRequest(const SignedRequest& request, const SigningKey& key, Instant now,
                             Random& random)
{
    std::array<std::uint8_t, kNonceSize> nonce{};
    random.fill(nonce);
    const SignatureParameters parameters{.created = now.ms / 1000,
                                         .expires = now.ms / 1000 + kSignatureLifeSeconds,
                                         .nonce = toBase64Url(nonce),
                                         .keyId = keyThumbprint(key.publicKey())};
    const std::string base = signatureBase(request, parameters);
    return {"s1=" + quotedParameters(request.hasBody() ? kWithBody : kBare, parameters),
            "s1=:" + toBase64(key.sign(bytesOf(base))) + ":"};
}

Result<ReceivedSignature> readSignature(std::string_view input, std::string_view signature)
{
    if (input.size() > kHeaderMax || signature.size() > kHeaderMax) {
        return badSignature();
    }
    ReceivedSignature received;
    received.coversBody = input.starts_with("s1=" + std::string{kWithBody});
    Reader reader{input};
    reader.expect("s1=");
    reader.expect(received.coversBody ? kWithBody : kBare);
    reader.expect(";created=");
    received.parameters.created = reader.number();
    reader.expect(";expires=");
    received.parameters.expires = reader.number();
    reader.expect(";nonce=\"");
    received.parameters.nonce = reader.until("\"");
    reader.expect(";keyid=\"");
    received.parameters.keyId = reader.until("\"");
    reader.expect(";tag=\"foyer-1\"");
    const auto nonce = fromBase64Url(received.parameters.nonce);
    const auto keyId = fromBase64Url(received.parameters.keyId);
    if (!reader.isAtEnd() || !nonce || nonce->size() != kNonceSize || !keyId ||
        keyId->size() != Sha256{}.size()) {
        return badSignature();
    }
    Reader bytes{signature};
    bytes.expect("s1=:");
    const auto raw = fromBase64(bytes.until(":"));
    if (!bytes.isAtEnd() || !raw || raw->size() != received.signature.size()) {
        return badSignature();
    }
    std::ranges::copy(*raw, received.signature.begin());
    return received;
}

bool isSignatureOf(const PublicKey& key, const SignedRequest& request,
                   const ReceivedSignature& received)
{
    return received.coversBody == request.hasBody() &&
        received.parameters.keyId == keyThumbprint(key) &&
        verify(key, bytesOf(signatureBase(request, received.parameters)), received.signature);
}

} // namespace foyer::protocol
