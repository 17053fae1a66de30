// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/caller_proof.h"

#include "sync/server/http/problem.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace foyer::server {
namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr std::int64_t kNonceKeptMs = 300'000;
constexpr std::size_t kVerifiedMax = 20'000;
constexpr std::size_t kIdempotencyKeyMax = 64;

Reply unauthorized(std::string_view code, std::string_view detail)
{
    Reply reply = problem(401, code, detail);
    reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    return reply;
}

std::int64_t steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::string kidOf(std::string_view token, const TokenKeyOf& keyOf, const std::string& issuer,
                  Instant now, Result<TokenClaims>& claims)
{
    std::string kid;
    claims = readToken(
        token, issuer,
        [&](const std::string& named) {
            kid = named;
            return keyOf(named);
        },
        now);
    return kid;
}

} // namespace

protocol::SignedRequest signedRequestOf(const RequestHead& head, bool hasBody)
{
    protocol::SignedRequest request;
    request.method = head.method;
    request.authority = head.field("host");
    std::ranges::transform(request.authority, request.authority.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (request.authority.ends_with(":443")) {
        request.authority.resize(request.authority.size() - 4);
    }
    request.path = head.path;
    request.query = head.query;
    request.authorization = head.field("authorization");
    if (hasBody) {
        request.contentType = head.field("content-type");
        request.contentDigest = head.field("content-digest");
        request.idempotencyKey = head.field("idempotency-key");
    }
    return request;
}

CallerProof::CallerProof(ServerKeys& keys, DeviceRegistry& registry, std::string issuer)
    : m_keys{keys}, m_registry{registry}, m_issuer{std::move(issuer)}, m_nonces{kNonceKeptMs}
{}

Result<TokenClaims> CallerProof::claimsOf(std::string_view token, Instant now)
{
    {
        // Verifying costs more than all the rest; a device sends the same token for a quarter hour.
        const std::lock_guard lock{m_mutex};
        const auto found = m_verified.find(std::string{token});
        if (found != m_verified.end()) {
            const TokenClaims& claims = found->second.claims;
            if (claims.expiresAt > now.ms / 1000 - kTokenLeewaySeconds &&
                m_keys.verifying(found->second.kid) != nullptr) {
                return claims;
            }
            m_verified.erase(found);
        }
    }
    Result<TokenClaims> claims = refused("bad_token", "");
    const std::string kid = kidOf(
        token, [this](const std::string& named) { return m_keys.verifying(named); }, m_issuer, now,
        claims);
    if (claims) {
        const std::lock_guard lock{m_mutex};
        if (m_verified.size() >= kVerifiedMax) {
            m_verified.clear();
        }
        m_verified.emplace(token, Verified{*claims, kid});
    }
    return claims;
}

std::optional<Reply> CallerProof::refusalBySignature(const Arrival& arrival, ByteView body,
                                                     const TokenClaims& claims,
                                                     const PublicKey& key)
{
    const auto received = protocol::readSignature(arrival.head.field("signature-input"),
                                                  arrival.head.field("signature"));
    if (!received) {
        return unauthorized("bad_signature", received.error().message);
    }
    const auto& parameters = received->parameters;
    const std::int64_t now = arrival.at.ms / 1000;
    if (std::llabs(parameters.created - now) > protocol::kClockSkewSecondsMax) {
        return unauthorized("clock_skew",
                            "This counter's clock is wrong. Take the time from this answer's Date "
                            "and try again.");
    }
    if (parameters.expires > parameters.created + protocol::kSignatureLifeSeconds ||
        parameters.expires < now - kTokenLeewaySeconds) {
        return unauthorized("bad_signature", "The signature is over, or good for too long.");
    }
    const protocol::SignedRequest request = signedRequestOf(arrival.head, !body.empty());
    if (!body.empty() && request.contentDigest != protocol::contentDigest(body)) {
        return unauthorized("digest_mismatch", "The body is not the one that was signed.");
    }
    if (!body.empty() &&
        (request.idempotencyKey.empty() || request.idempotencyKey.size() > kIdempotencyKeyMax)) {
        return unauthorized("bad_signature", "A request with a body needs an Idempotency-Key.");
    }
    if (parameters.keyId != claims.keyId || !protocol::isSignatureOf(key, request, *received)) {
        return unauthorized("bad_signature",
                            "The signature is not that device's over this request.");
    }
    switch (m_nonces.use(parameters.keyId, parameters.nonce, steadyMs())) {
    case NonceCache::Verdict::Fresh:
        return std::nullopt;
    case NonceCache::Verdict::Repeated:
        return unauthorized("replay", "This very request came before. Sign it anew.");
    case NonceCache::Verdict::Full:
        break;
    }
    return problem(503, "busy", "The server has too much to do. Try again soon.");
}

std::variant<Caller, Reply> CallerProof::callerOf(const TokenClaims& claims,
                                                  const DeviceRegistry::Known& known)
{
    Caller caller{.organizer = claims.organizer,
                  .device = claims.device,
                  .epoch = known.device.epoch,
                  .user = claims.user,
                  .keyId = claims.keyId,
                  .permissions = {}};
    if (!claims.user) {
        return caller;
    }
    const auto people = m_registry.people(claims.organizer);
    const People::Person* person = people->find(*claims.user);
    if (person == nullptr || !person->user.active) {
        return unauthorized("user_disabled", "This user may not sign in any more.");
    }
    if (person->version != claims.permissionVersion) {
        return unauthorized("token_stale", "What this user may do has changed. Sign in again.");
    }
    // A token knows its second only; one of the same second as the change was asked for after it.
    if (claims.issuedAt * 1000 + 999 <
        m_registry.signInsValidAfter(claims.organizer, *claims.user).ms) {
        return unauthorized("token_stale", "The password or PIN was changed. Sign in again.");
    }
    caller.permissions = person->role.permissions;
    return caller;
}

std::variant<Caller, Reply> CallerProof::check(const Arrival& arrival, ByteView body)
{
    const std::string_view authorization = arrival.head.field("authorization");
    if (!authorization.starts_with(kBearer)) {
        return unauthorized("token_missing", "This needs a token of an enrolled device.");
    }
    const auto claims = claimsOf(authorization.substr(kBearer.size()), arrival.at);
    if (!claims) {
        return unauthorized(claims.error().code, claims.error().message);
    }
    const auto known = m_registry.find(claims->organizer, claims->device);
    if (!known) {
        return unauthorized("device_unknown", "This device is not enrolled here.");
    }
    if (known->device.revokedAt) {
        return unauthorized("device_revoked",
                            "This device was revoked. What it sells from now on does not count; "
                            "ask an administrator.");
    }
    const DeviceKey* key = known->key(claims->keyId, arrival.at);
    if (key == nullptr || claims->epoch != known->device.epoch ||
        claims->issuedAt * 1000 + 999 < known->device.validAfter.ms) {
        return unauthorized("bad_token",
                            "This token is for a key that is over. Ask for a new one.");
    }
    if (auto refusal = refusalBySignature(arrival, body, *claims, key->key)) {
        return *std::move(refusal);
    }
    m_registry.noteSeen(claims->organizer, claims->device, arrival.at);
    return callerOf(*claims, *known);
}

} // namespace foyer::server
