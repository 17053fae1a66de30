// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/token.h"

#include "core/base/base64.h"
#include "sync/protocol/flat_json.h"

namespace foyer::server {
namespace {

using protocol::FlatJson;
using protocol::jsonQuoted;

constexpr std::size_t kTokenMax = 4096;
constexpr std::size_t kHeaderMembers = 3;
constexpr std::size_t kClaimMembers = 13; // cnf and what is in it counted apart

Error badToken()
{
    return refused("bad_token", "This token is not one of this server's. Ask for a new one.");
}

std::optional<FlatJson> jsonOf(std::string_view part)
{
    const auto bytes = fromBase64Url(part);
    if (!bytes) {
        return std::nullopt;
    }
    auto json = FlatJson::read({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    return json ? std::optional{*std::move(json)} : std::nullopt;
}

std::optional<std::string> kidOf(const FlatJson& header)
{
    if (header.members().size() != kHeaderMembers || header.text("alg") != "ES256" ||
        header.text("typ") != "at+jwt") {
        return std::nullopt;
    }
    return header.text("kid");
}

template <typename IdType>
std::optional<IdType> idOf(const FlatJson& json, std::string_view name)
{
    const auto text = json.text(name);
    const auto uuid = text ? Uuid::fromText(*text) : std::nullopt;
    return uuid && !uuid->isNil() ? std::optional{IdType{*uuid}} : std::nullopt;
}

std::optional<TokenClaims> claimsOf(const FlatJson& json, const std::string& issuer)
{
    const auto organizer = idOf<OrganizerId>(json, "org");
    const auto device = idOf<ReplicaId>(json, "dev");
    const auto subject = idOf<UserId>(json, "sub");
    const auto epoch = json.integer("epoch");
    const auto version = json.integer("pv");
    const auto keyId = json.text("cnf.jkt");
    const auto id = json.text("jti");
    const auto issuedAt = json.integer("iat");
    const auto expiresAt = json.integer("exp");
    if (json.members().size() != kClaimMembers || json.text("iss") != issuer ||
        json.text("aud") != kTokenAudience || !organizer || !device || !subject || !epoch ||
        !version || !keyId || !id || !issuedAt || json.integer("nbf") != issuedAt || !expiresAt) {
        return std::nullopt;
    }
    TokenClaims claims{.organizer = *organizer,
                       .device = *device,
                       .user = {},
                       .epoch = *epoch,
                       .permissionVersion = *version,
                       .keyId = *keyId,
                       .id = *id,
                       .issuedAt = *issuedAt,
                       .expiresAt = *expiresAt};
    if (subject->uuid != device->uuid) {
        claims.user = *subject;
    }
    return claims;
}

} // namespace

std::string makeToken(const TokenClaims& claims, const std::string& issuer, const std::string& kid,
                      const P256Key& key)
{
    const std::string header = R"({"alg":"ES256","typ":"at+jwt","kid":)" + jsonQuoted(kid) + '}';
    const std::string subject = claims.user ? claims.user->text() : claims.device.text();
    const std::string body = R"({"iss":)" + jsonQuoted(issuer) + R"(,"aud":")" +
        std::string{kTokenAudience} + R"(","sub":")" + subject + R"(","org":")" +
        claims.organizer.text() + R"(","dev":")" + claims.device.text() + R"(","epoch":)" +
        std::to_string(claims.epoch) + R"(,"pv":)" + std::to_string(claims.permissionVersion) +
        R"(,"jti":)" + jsonQuoted(claims.id) + R"(,"iat":)" + std::to_string(claims.issuedAt) +
        R"(,"nbf":)" + std::to_string(claims.issuedAt) + R"(,"exp":)" +
        std::to_string(claims.expiresAt) + R"(,"cnf":{"jkt":)" + jsonQuoted(claims.keyId) + "}}";
    const std::string signedPart = toBase64Url(bytesOf(header)) + '.' + toBase64Url(bytesOf(body));
    return signedPart + '.' + toBase64Url(key.sign(bytesOf(signedPart)));
}

Result<TokenClaims> readToken(std::string_view token, const std::string& issuer,
                              const TokenKeyOf& keyOf, Instant now)
{
    const std::size_t first = token.find('.');
    const std::size_t last = token.rfind('.');
    if (token.size() > kTokenMax || first == std::string_view::npos || first == last ||
        token.find('.', first + 1) != last) {
        return badToken();
    }
    const auto header = jsonOf(token.substr(0, first));
    const auto kid = header ? kidOf(*header) : std::nullopt;
    const auto key = kid ? keyOf(*kid) : nullptr;
    const auto signature = fromBase64Url(token.substr(last + 1));
    if (!key || !signature || !key->verify(bytesOf(token.substr(0, last)), *signature)) {
        return badToken();
    }
    const auto json = jsonOf(token.substr(first + 1, last - first - 1));
    auto claims = json ? claimsOf(*json, issuer) : std::nullopt;
    const std::int64_t seconds = now.ms / 1000;
    if (!claims || claims->issuedAt > seconds + kTokenLeewaySeconds) {
        return badToken();
    }
    if (claims->expiresAt <= seconds - kTokenLeewaySeconds) {
        return refused("token_expired", "This token is over. Ask for a new one.");
    }
    return *std::move(claims);
}

} // namespace foyer::server
