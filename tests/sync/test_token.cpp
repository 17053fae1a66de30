// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "sync/server/identity/token.h"
#include "tests/support/counter_fixture.h"

#include <openssl/evp.h>
#include <openssl/ec.h>
#include <openssl/hmac.h>
#include <openssl/x509.h>

#include <QTest>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;

namespace {

constexpr const char* kIssuer = "box.example";

std::string part(const std::string& json)
{
    return toBase64Url(bytesOf(json));
}

} // namespace

class TestToken : public QObject {
    Q_OBJECT

    StillClock m_clock;
    SeededRandom m_random{3};
    std::shared_ptr<const P256Key> m_key = std::make_shared<const P256Key>(P256Key::generate());

    TokenClaims claims()
    {
        const std::int64_t now = m_clock.now().ms / 1000;
        return {.organizer = OrganizerId{Uuid::v7(m_clock.now(), m_random)},
                .device = ReplicaId{Uuid::v7(m_clock.now(), m_random)},
                .user = UserId{Uuid::v7(m_clock.now(), m_random)},
                .epoch = 2,
                .permissionVersion = 77,
                .keyId = "thumb",
                .id = "jti",
                .issuedAt = now,
                .expiresAt = now + 900};
    }
    std::string token() { return makeToken(claims(), kIssuer, "k1", *m_key); }
    Result<TokenClaims> read(const std::string& text, const std::string& issuer = kIssuer)
    {
        return readToken(
            text, issuer,
            [this](const std::string& kid) {
                return kid == "k1" ? m_key : std::shared_ptr<const P256Key>{};
            },
            m_clock.now());
    }
    std::string codeOf(const std::string& text)
    {
        const auto result = read(text);
        return result ? "good" : result.error().code;
    }
    /// Any header and body, signed soundly.
    std::string signedToken(const std::string& header, const std::string& body)
    {
        const std::string text = part(header) + '.' + part(body);
        return text + '.' + toBase64Url(m_key->sign(bytesOf(text)));
    }
    std::string bodyOf(const std::string& text)
    {
        const std::size_t first = text.find('.');
        const auto bytes = *fromBase64Url(text.substr(first + 1, text.rfind('.') - first - 1));
        return {bytes.begin(), bytes.end()};
    }

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const TokenClaims given = claims();
        const auto got = read(makeToken(given, kIssuer, "k1", *m_key));
        QVERIFY(got.has_value());
        QCOMPARE(got->organizer, given.organizer);
        QCOMPARE(got->device, given.device);
        QVERIFY(got->user == given.user);
        QCOMPARE(got->epoch, given.epoch);
        QCOMPARE(got->permissionVersion, given.permissionVersion);
        QCOMPARE(got->keyId, given.keyId);
        QCOMPARE(got->expiresAt, given.expiresAt);
        TokenClaims bare = given;
        bare.user.reset();
        QVERIFY(!read(makeToken(bare, kIssuer, "k1", *m_key))->user);
    }

    void thousandsOfSignaturesHaveTheirFullWidth()
    {
        for (int i = 0; i < 2000; ++i) { // one in 128 has a number with a zero in front
            const std::string message = std::to_string(i);
            const Bytes signature = m_key->sign(bytesOf(message));
            QCOMPARE(signature.size(), std::size_t{64});
            QVERIFY(m_key->verify(bytesOf(message), signature));
        }
    }

    void aTokenIsGoodForItsTimeAndAMinuteMore()
    {
        const std::string text = token();
        QCOMPARE(codeOf(text), std::string{"good"});
        m_clock.pass(900'000 + 59'000);
        QCOMPARE(codeOf(text), std::string{"good"});
        m_clock.pass(1'000);
        QCOMPARE(codeOf(text), std::string{"token_expired"});
        m_clock.pass(-960'000 - 60'000);
        QCOMPARE(codeOf(text), std::string{"good"});
        m_clock.pass(-1'000);
        QCOMPARE(codeOf(text), std::string{"bad_token"}); // not yet
        m_clock.pass(61'000);
    }

    void onlyOurAlgorithmOurTypeAndOurKeysAreTaken()
    {
        const std::string body = bodyOf(token());
        QCOMPARE(codeOf(signedToken(R"({"alg":"ES256","typ":"at+jwt","kid":"k1"})", body)),
                 std::string{"good"});
        for (const char* header : {
                 R"({"alg":"none","typ":"at+jwt","kid":"k1"})",
                 R"({"alg":"RS256","typ":"at+jwt","kid":"k1"})",
                 R"({"alg":"es256","typ":"at+jwt","kid":"k1"})",
                 R"({"alg":"ES256","typ":"JWT","kid":"k1"})",
                 R"({"alg":"ES256","kid":"k1"})",
                 R"({"alg":"ES256","typ":"at+jwt"})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"k2"})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"../../x"})",
                 "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"' OR 1=1\"}",
                 R"({"alg":"ES256","typ":"at+jwt","kid":1})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"k1","jwk":{"kty":"EC"}})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"k1","jku":"evil.example"})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"k1","x5u":"evil.example"})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"k1","crit":["b64"]})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"k1","alg":"ES256"})",
                 R"({"alg":"ES256","typ":"at+jwt","kid":"k1"} )"
                 "x",
             }) {
            QVERIFY2(codeOf(signedToken(header, body)) == "bad_token", header);
        }
        QCOMPARE(codeOf(part(R"({"alg":"none","typ":"at+jwt","kid":"k1"})") + '.' + part(body) +
                        '.'),
                 std::string{"bad_token"});
    }

    void thePublicKeyIsNoSecretToSignWith()
    {
        const std::string text =
            part(R"({"alg":"HS256","typ":"at+jwt","kid":"k1"})") + '.' + part(bodyOf(token()));
        const Bytes key = m_key->publicDer();
        unsigned char mac[32];
        unsigned int size = 0;
        HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac, &size);
        QCOMPARE(codeOf(text + '.' + toBase64Url({mac, size})), std::string{"bad_token"});
    }

    void aTokenOfAnotherServerAudienceOrFormIsRefused()
    {
        QVERIFY(!read(token(), "other.example").has_value());
        const std::string header = R"({"alg":"ES256","typ":"at+jwt","kid":"k1"})";
        const std::string body = bodyOf(token());
        const auto changed = [&](const std::string& from, const std::string& to) {
            std::string text = body;
            const std::size_t at = text.find(from);
            Q_ASSERT(at != std::string::npos);
            return codeOf(signedToken(header, text.replace(at, from.size(), to)));
        };
        QCOMPARE(changed("foyer-api", "other-api"), std::string{"bad_token"});
        QCOMPARE(changed("\"aud\":\"foyer-api\"", "\"aud\":[\"foyer-api\"]"),
                 std::string{"bad_token"});
        QCOMPARE(changed("\"epoch\":2,", ""), std::string{"bad_token"});
        QCOMPARE(changed("\"pv\":77", "\"pv\":\"77\""), std::string{"bad_token"});
        QCOMPARE(changed("\"jkt\":", "\"jkx\":"), std::string{"bad_token"});
        QCOMPARE(changed("\"iss\"", "\"sub\":\"x\",\"iss\""), std::string{"bad_token"}); // twice
        QCOMPARE(changed("{\"iss\"", "{\"admin\":true,\"iss\""), std::string{"bad_token"});
    }

    void everyChangedCharacterShows()
    {
        const std::string text = token();
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string changed = text;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QCOMPARE(codeOf(changed), std::string{"bad_token"});
        }
        for (const std::string& bad :
             {std::string{}, std::string{"."}, std::string{".."}, text + "=", text + " ",
              " " + text, text + "\n", text + ".", text.substr(0, text.rfind('.')),
              text.substr(0, text.size() - 2), std::string(5000, 'A')}) {
            QCOMPARE(codeOf(bad), std::string{"bad_token"});
        }
    }

    void aKeyOfAnotherKindIsNoKey()
    {
        QVERIFY(!P256Key::fromPublicDer(bytesOf("nonsense")).has_value());
        const auto again = P256Key::fromPrivateDer(m_key->privateDer());
        QVERIFY(again.has_value());
        const Bytes signature = again->sign(bytesOf("x"));
        const auto half = P256Key::fromPublicDer(m_key->publicDer());
        QVERIFY(half->verify(bytesOf("x"), signature));
        QVERIFY(!half->verify(bytesOf("y"), signature));
        QVERIFY(!half->verify(bytesOf("x"), Bytes(64, 0)));
        EVP_PKEY* other = EVP_EC_gen("P-384");
        unsigned char* der = nullptr;
        const int size = i2d_PUBKEY(other, &der);
        QVERIFY(!P256Key::fromPublicDer({der, static_cast<std::size_t>(size)}).has_value());
        OPENSSL_free(der);
        EVP_PKEY_free(other);
    }
};

QTEST_GUILESS_MAIN(TestToken)
#include "test_token.moc"
