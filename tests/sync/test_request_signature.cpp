// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "core/base/random.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/flat_json.h"
#include "sync/protocol/request_signature.h"
#include "tests/support/counter_fixture.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>

using namespace foyer;
using namespace foyer::protocol;
using namespace foyer::test;

namespace {

SignedRequest sampleRequest()
{
    SignedRequest request;
    request.method = "POST";
    request.authority = "box.example:8443";
    request.path = "/v1/sync/push";
    request.query = "a=1&b=2";
    request.authorization = "Bearer abc";
    request.contentType = "application/cbor";
    request.contentDigest = contentDigest(bytesOf("hello"));
    request.idempotencyKey = "k-1";
    return request;
}

template <std::size_t Size>
std::array<std::uint8_t, Size> arrayOf(const Bytes& bytes)
{
    std::array<std::uint8_t, Size> array{};
    std::copy_n(bytes.begin(), Size, array.begin());
    return array;
}

} // namespace

class TestRequestSignature : public QObject {
    Q_OBJECT

    StillClock m_clock;
    SeededRandom m_random{7};
    SigningKey m_key{SecretBytes::random(kSeedSize, m_random)};

private Q_SLOTS:
    void theExampleOfRfc9421VerifiesAndIsMadeAgain()
    {
        // RFC 9421 B.2.6, key and signature of B.1.4.
        const std::string base = "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n"
                                 "\"@method\": POST\n"
                                 "\"@path\": /foo\n"
                                 "\"@authority\": example.com\n"
                                 "\"content-type\": application/json\n"
                                 "\"content-length\": 18\n"
                                 "\"@signature-params\": (\"date\" \"@method\" \"@path\" "
                                 "\"@authority\" \"content-type\" \"content-length\")"
                                 ";created=1618884473;keyid=\"test-key-ed25519\"";
        const auto key = arrayOf<32>(*fromBase64Url("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs"));
        const auto signature = arrayOf<64>(
            *fromBase64("wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQ"
                        "v5lIp5WPpBKRCw=="));
        QVERIFY(verify(key, bytesOf(base), signature));
        QVERIFY(!verify(key, bytesOf(base + "\n"), signature));
        QCOMPARE(contentDigest(bytesOf(R"({"hello": "world"})")),
                 std::string{"sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"});
        // RFC 8037 A.3: the thumbprint of the key of RFC 8032 §7.1, test 1.
        const auto other =
            arrayOf<32>(*fromBase64Url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
        QCOMPARE(keyThumbprint(other), std::string{"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"});
    }

    void theBaseIsWhatRfc9421Says()
    {
        const SignatureParameters parameters{1, 61, "AAAAAAAAAAAAAAAAAAAAAA", "key"};
        QCOMPARE(signatureBase(sampleRequest(), parameters),
                 "\"@method\": POST\n\"@authority\": box.example:8443\n\"@path\": /v1/sync/push\n"
                 "\"@query\": ?a=1&b=2\n\"content-type\": application/cbor\n\"content-digest\": " +
                     contentDigest(bytesOf("hello")) +
                     "\n\"idempotency-key\": k-1\n\"authorization\": Bearer abc\n"
                     "\"@signature-params\": (\"@method\" \"@authority\" \"@path\" \"@query\" "
                     "\"content-type\" \"content-digest\" \"idempotency-key\" \"authorization\")"
                     ";created=1;expires=61;nonce=\"AAAAAAAAAAAAAAAAAAAAAA\";keyid=\"key\""
                     ";tag=\"foyer-1\"");
        SignedRequest bare = sampleRequest();
        bare.contentType = bare.contentDigest = bare.idempotencyKey = bare.query = "";
        const std::string base = signatureBase(bare, parameters);
        QVERIFY(base.find("content-type") == std::string::npos);
        QVERIFY(base.find("\"@query\": ?\n") != std::string::npos);
        QVERIFY(!base.ends_with("\n"));
    }

    void aThousandRequestsVerifyAndNoChangeDoes()
    {
        for (int i = 0; i < 1000; ++i) {
            SignedRequest request = sampleRequest();
            request.path += std::to_string(i);
            if (i % 2 == 0) {
                request.contentType = request.contentDigest = request.idempotencyKey = "";
            }
            const auto headers = signRequest(request, m_key, m_clock.now(), m_random);
            const auto received = readSignature(headers.input, headers.signature);
            QVERIFY(received.has_value());
            QVERIFY(isSignatureOf(m_key.publicKey(), request, *received));
        }
        const SignedRequest request = sampleRequest();
        const auto headers = signRequest(request, m_key, m_clock.now(), m_random);
        const auto received = *readSignature(headers.input, headers.signature);
        const auto isStillGood = [&](const std::function<void(SignedRequest&)>& change) {
            SignedRequest changed = request;
            change(changed);
            return isSignatureOf(m_key.publicKey(), changed, received);
        };
        QVERIFY(isStillGood([](SignedRequest&) {}));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.method = "PUT"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.method = "post"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.path = "/v1/sync/Push"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.path += "/"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.query = "b=2&a=1"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.authority = "other.example"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.authorization += "d"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.contentType = "application/json"; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.contentDigest = contentDigest({}); }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.contentDigest = ""; }));
        QVERIFY(!isStillGood([](SignedRequest& r) { r.idempotencyKey = "k-2"; }));
        const SigningKey other{SecretBytes::random(kSeedSize, m_random)};
        QVERIFY(!isSignatureOf(other.publicKey(), request, received));
    }

    void onlyTheOneFormOfTheHeadersIsRead()
    {
        const auto headers = signRequest(sampleRequest(), m_key, m_clock.now(), m_random);
        QVERIFY(readSignature(headers.input, headers.signature).has_value());
        const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
            const std::size_t at = text.find(from);
            Q_ASSERT(at != std::string::npos);
            return text.replace(at, from.size(), to);
        };
        const std::string& input = headers.input;
        const std::vector<std::string> badInputs{
            "",
            "s1=",
            " " + input,
            input + " ",
            input + ", s2=" + input.substr(3),
            replaced(input, "s1=", "s2="),
            replaced(input, "s1=", "S1="),
            replaced(input, "\"@method\" ", ""),
            replaced(input, "\"@method\" \"@authority\"", "\"@authority\" \"@method\""),
            replaced(input, " \"authorization\"", ""),
            replaced(input, "\"@query\"", "\"@Query\""),
            replaced(input, "\" \"", "\"  \""),
            replaced(input, ";created=", "; created="),
            replaced(input, ";created=", ";created=-"),
            replaced(input, ";created=", ";created=0"),
            replaced(input, ";created=", ";created=99999999"),
            replaced(input, ";tag=\"foyer-1\"", ""),
            replaced(input, "foyer-1", "foyer-2"),
            input + ";alg=\"ed25519\"",
            replaced(input, ";nonce=\"", ";nonce=\"="),
            replaced(input, ";keyid=\"", ";keyid=\"A"),
        };
        for (const std::string& bad : badInputs) {
            QVERIFY2(!readSignature(bad, headers.signature).has_value(), bad.c_str());
        }
        const std::string& signature = headers.signature;
        for (const std::string& bad :
             {std::string{}, signature + " ", signature.substr(0, signature.size() - 1),
              replaced(signature, "s1", "s2"), signature + ", " + signature,
              replaced(signature, "=:", "=: "), std::string{"s1=::"}}) {
            QVERIFY2(!readSignature(input, bad).has_value(), bad.c_str());
        }
    }

    void base64HasOneTextForEachBytes()
    {
        QVERIFY(rc::check("what is written is read, and nothing else is", [](const Bytes& bytes) {
            RC_ASSERT(fromBase64(toBase64(bytes)) == bytes);
            RC_ASSERT(fromBase64Url(toBase64Url(bytes)) == bytes);
        }));
        QCOMPARE(toBase64(bytesOf("foob")), std::string{"Zm9vYg=="});
        for (const char* bad : {"Zm9vYg", "Zm9vYg=", "Zm9vYh==", "Zm9v Yg==", "Zm9vYg==\n",
                                "====", "Zm9=Yg==", "Zg=a", "-_=="}) {
            QVERIFY2(!fromBase64(bad), bad);
        }
        for (const char* bad : {"Zm9vYg==", "Zm9vYh", "Z", "Zm 9v", "+/"}) {
            QVERIFY2(!fromBase64Url(bad), bad);
        }
    }

    void jsonIsReadStrictly()
    {
        const auto json = FlatJson::read(R"({"a":"x","b":{"c":3,"d":{}},"e":true})");
        QVERIFY(json.has_value());
        QCOMPARE(json->text("a").value(), std::string{"x"});
        QCOMPARE(json->integer("b.c").value(), std::int64_t{3});
        QVERIFY(json->has("b") && json->has("e") && !json->text("b.c"));
        for (const char* bad :
             {"", "[]", "1", "\"a\"", "null", "{", "{}x", "{}{}", R"({"a":1,"a":1})",
              R"({"b":{"c":1},"b":{"d":1}})", R"({"a":1.5})", R"({"a":[1]})", R"({"a":null})",
              R"({"a.b":1})", R"({"a":9223372036854775808})", "{\"a\":\"\xff\"}",
              R"({"a":{"a":{"a":{"a":{}}}}})", R"({a:1})", R"({"a":1,})"}) {
            QVERIFY2(!FlatJson::read(bad).has_value(), bad);
        }
    }

    void aCodeIsReadHoweverItIsTyped()
    {
        const auto code = EnrolmentCode::generate(m_random);
        QCOMPARE(code.selector.size() + code.secret.size(), std::size_t{20});
        const auto same = [&](const std::string& typed) {
            const auto read = EnrolmentCode::fromTyped(typed);
            return read && read->text() == code.text();
        };
        QVERIFY(same(code.shown()) && same(code.text()) && same(' ' + code.shown() + ' '));
        QString lower = QString::fromStdString(code.shown()).toLower();
        QVERIFY(same(lower.toStdString()));
        std::string alike = code.text();
        std::ranges::replace(alike, '0', 'O');
        std::ranges::replace(alike, '1', 'l');
        QVERIFY(same(alike));
        QVERIFY(!EnrolmentCode::fromTyped(code.text() + "A"));
        QVERIFY(!EnrolmentCode::fromTyped("U" + code.text().substr(1)));
    }

    void messagesAreReadAsTheyWereWritten()
    {
        const EnrolmentInvitation invitation{"https://box.example:8443", "ABCD", "pin"};
        QCOMPARE(readInvitation(toText(invitation))->url, invitation.url);
        const std::string newer = R"({"v":2,"url":"https://a","code":"b","spki":"c"})";
        QCOMPARE(readInvitation(newer).error().code, std::string{"invitation_newer"});
        const std::string plain = R"({"v":1,"url":"http://a","code":"b","spki":"c"})";
        QCOMPARE(readInvitation(plain).error().code, std::string{"bad_invitation"});
        EnrolmentRequest request{.code = "ABCD",
                                 .replica = ReplicaId{Uuid::v7(m_clock.now(), m_random)},
                                 .deviceKey = m_key.publicKey(),
                                 .hardware = "Linux \"x\"",
                                 .app = "foyer",
                                 .protection = "keychain",
                                 .signature = {}};
        request.signature = m_key.sign(enrolmentMessage(request, "pin"));
        const auto read = readEnrolmentRequest(toText(request));
        QVERIFY(read.has_value());
        QCOMPARE(read->hardware, request.hardware);
        QVERIFY(verify(read->deviceKey, enrolmentMessage(*read, "pin"), read->signature));
        QVERIFY(!verify(read->deviceKey, enrolmentMessage(*read, "other pin"), read->signature));
        QVERIFY(!readEnrolmentRequest("{}").has_value());
    }
};

QTEST_GUILESS_MAIN(TestRequestSignature)
#include "test_request_signature.moc"
