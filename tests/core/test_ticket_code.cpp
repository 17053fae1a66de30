// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/hex.h"
#include "core/domain/admission/base45.h"
#include "core/domain/journal/cbor.h"
#include "core/services/ticket_signature.h"
#include "tests/support/counter_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
const Instant kNow{1'795'435'200'000};

/// An organizer with one counter whose tickets are vouched for, and one valid ticket.
struct Gate {
    SeededRandom random{11};
    SecretBytes authoritySeed = SecretBytes::random(kSeedSize, random);
    SecretBytes ticketSeed = SecretBytes::random(kSeedSize, random);
    SigningKey authority{authoritySeed};
    SigningKey ticket{ticketSeed};
    OrganizerId organizer{Uuid::v7(kNow, random)};
    TicketKeyCertificate certificate{.counter = ReplicaId{Uuid::v7(kNow, random)},
                                     .counterName = "Counter 1",
                                     .organizer = organizer,
                                     .ticketKey = ticket.publicKey(),
                                     .validFrom = Instant{kNow.ms - kDayMs},
                                     .validUntil = Instant{kNow.ms + kDayMs}};
    TicketClaims claims{.performance = {1, 2, 3, 4},
                        .ticket = TicketId{Uuid::v7(kNow, random)},
                        .type = 77,
                        .notBefore = ticketMinutes(Instant{kNow.ms - kDayMs}),
                        .notAfter = ticketMinutes(Instant{kNow.ms + 10 * kDayMs})};
    std::string code = signTicket(claims, ticket);

    Gate() { signCertificate(certificate, authority); }
    TicketVerifier verifier() const
    {
        return {organizer, std::span{&authority.publicKey(), 1}, std::span{&certificate, 1}};
    }
    TicketAuthenticity says(const std::string& text, Instant now = kNow) const
    {
        return verifier().verify(text, now).authenticity;
    }
};

Bytes hex(const char* text)
{
    return fromHex(text).value();
}

QJsonArray publishedVectors()
{
    QFile file{QStringLiteral(FOYER_TEST_DATA "/ticket-1-vectors.json")};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll())[QStringLiteral("vectors")].toArray();
}

Bytes bytesOfField(const QJsonObject& vector, const char* name)
{
    return fromHex(vector[QLatin1String{name}].toString().toStdString()).value();
}

std::uint32_t numberOfField(const QJsonObject& vector, const char* name)
{
    return static_cast<std::uint32_t>(vector[QLatin1String{name}].toInteger());
}

} // namespace

class TicketCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTicketOfAKnownCounterIsGenuine()
    {
        const Gate gate;
        const auto verified = gate.verifier().verify(gate.code, kNow);
        QVERIFY(verified.authenticity == TicketAuthenticity::Genuine);
        QVERIFY(verified.claims.ticket == gate.claims.ticket);
        QCOMPARE(verified.claims.type, gate.claims.type);
        QCOMPARE(gate.code.size(), kTicketCodeSize);
        QVERIFY(gate.says("  " + gate.code + "\r\n") == TicketAuthenticity::Genuine);
    }

    void noSingleBitOfACodeCanBeChanged()
    {
        const Gate gate;
        const TicketVerifier verifier = gate.verifier();
        const Bytes bytes = fromBase45(gate.code).value();
        QCOMPARE(bytes.size(), kTicketPayloadSize + kTicketSignatureSize);
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes flipped = bytes;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            const auto verified = verifier.verify(toBase45(flipped), kNow);
            QVERIFY2(verified.authenticity == TicketAuthenticity::Malformed ||
                         verified.authenticity == TicketAuthenticity::Forged ||
                         verified.authenticity == TicketAuthenticity::UnknownCounter,
                     std::to_string(bit).c_str());
        }
    }

    void noCharacterOfACodeCanBeChangedLeftOutOrAdded()
    {
        const Gate gate;
        const TicketVerifier verifier = gate.verifier();
        QVERIFY(rc::check("a changed text is never genuine", [&] {
            std::string text = gate.code;
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
            const auto other = static_cast<char>(*rc::gen::inRange(33, 127));
            switch (*rc::gen::inRange(0, 3)) {
            case 0:
                text.erase(at, 1);
                break;
            case 1:
                text.insert(at, 1, other);
                break;
            default:
                text[at] = other;
            }
            RC_PRE(text != gate.code);
            RC_ASSERT(verifier.verify(text, kNow).authenticity != TicketAuthenticity::Genuine);
        }));
        for (std::size_t length = 0; length < gate.code.size(); ++length) {
            QVERIFY(verifier.verify(gate.code.substr(0, length), kNow).authenticity ==
                    TicketAuthenticity::Malformed);
        }
    }

    void codesAreThoseOfThePublishedVectors()
    {
        const QJsonArray vectors = publishedVectors();
        QVERIFY(vectors.size() >= 4);
        for (const auto& value : vectors) {
            const QJsonObject vector = value.toObject();
            const SigningKey key{SecretBytes{bytesOfField(vector, "seed")}};
            const Bytes performance = bytesOfField(vector, "performance");
            TicketClaims claims{.ticket =
                                    TicketId{*Uuid::fromBytes(bytesOfField(vector, "ticket"))},
                                .type = static_cast<std::uint16_t>(numberOfField(vector, "type")),
                                .notBefore = numberOfField(vector, "not_before"),
                                .notAfter = numberOfField(vector, "not_after")};
            std::ranges::copy(performance, claims.performance.begin());
            const std::string code = vector[QLatin1String{"code"}].toString().toStdString();
            QCOMPARE(signTicket(claims, key), code);
            const auto parsed = parseTicketCode(code);
            QVERIFY(parsed.has_value());
            QCOMPARE(toHex(parsed->payload),
                     vector[QLatin1String{"payload"}].toString().toStdString());
            QCOMPARE(toHex(parsed->signature),
                     vector[QLatin1String{"signature"}].toString().toStdString());
            QCOMPARE(toHex(key.publicKey()),
                     vector[QLatin1String{"public_key"}].toString().toStdString());
        }
    }

    void aCodeThatBeginsWithASpaceIsReadWithAndWithoutIt()
    {
        const QJsonArray vectors = publishedVectors();
        int seen = 0;
        for (const auto& value : vectors) {
            const std::string code =
                value.toObject()[QLatin1String{"code"}].toString().toStdString();
            const auto whole = parseTicketCode(code);
            QVERIFY(whole.has_value());
            for (const char* around : {"", " ", "\r\n", "\t ", "   "}) {
                const auto read = parseTicketCode(around + code + around);
                QVERIFY(read && read->claims == whole->claims);
            }
            if (code.front() == ' ') {
                ++seen;
                const auto stripped = parseTicketCode(code.substr(1) + "\n");
                QVERIFY(stripped && stripped->signature == whole->signature);
                QVERIFY(!parseTicketCode(code.substr(2)));
            }
        }
        QCOMPARE(seen, 1);
    }

    void aCountersOwnTicketsAreJudgedAsAnyOther()
    {
        const Gate gate;
        const TicketVerifier plain = gate.verifier();
        TicketVerifier own = gate.verifier();
        own.signsWith(SigningKey{gate.ticketSeed});
        QVERIFY(own.verify(gate.code, kNow).authenticity == TicketAuthenticity::Genuine);
        const Bytes bytes = fromBase45(gate.code).value();
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes flipped = bytes;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            const std::string code = toBase45(flipped);
            QVERIFY(own.verify(code, kNow).authenticity == plain.verify(code, kNow).authenticity);
        }
        Gate other;
        other.authority = SigningKey{gate.authoritySeed};
        QVERIFY(own.verify(signTicket(gate.claims,
                                      SigningKey{SecretBytes::random(kSeedSize, other.random)}),
                           kNow)
                    .authenticity == TicketAuthenticity::UnknownCounter);
    }

    void whileTheAuthorityChangesItsKeyBothAreTaken()
    {
        Gate gate;
        const SigningKey next{SecretBytes::random(kSeedSize, gate.random)};
        const std::array both{gate.authority.publicKey(), next.publicKey()};
        const auto says = [&](std::span<const PublicKey> authorities) {
            return TicketVerifier{gate.organizer, authorities, std::span{&gate.certificate, 1}}
                .verify(gate.code, kNow)
                .authenticity;
        };
        QVERIFY(says(both) == TicketAuthenticity::Genuine);
        signCertificate(gate.certificate, next);
        QVERIFY(says(both) == TicketAuthenticity::Genuine);
        QVERIFY(says(std::span{both}.subspan(1)) == TicketAuthenticity::Genuine);
        QVERIFY(says(std::span{both}.first(1)) == TicketAuthenticity::CertificateInvalid);
        // Naming the new key over the old one's signature does not help.
        signCertificate(gate.certificate, gate.authority);
        gate.certificate.authority = keyIdOf(next.publicKey());
        QVERIFY(says(both) == TicketAuthenticity::CertificateInvalid);
    }

    void onlyAWholeCertificateIsRead()
    {
        const Gate gate;
        const Bytes bytes = encodeCertificate(gate.certificate);
        const auto read = decodeCertificate(bytes);
        QVERIFY(read && *read == gate.certificate);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            QVERIFY(!decodeCertificate(ByteView{bytes}.first(length)));
        }
        // The right number of items, one of them of another type.
        for (std::size_t wrong = 0; wrong < 9; ++wrong) {
            CborWriter writer;
            writer.array(9);
            auto item = [&, place = std::size_t{0}](auto write) mutable {
                if (place++ == wrong) {
                    writer.boolean(true);
                } else {
                    write();
                }
            };
            item([&] { writer.text("foyer-certificate-1"); });
            item([&] { writer.bytes(gate.certificate.authority); });
            item([&] { writer.bytes(gate.certificate.counter.uuid.bytes()); });
            item([&] { writer.text("Counter 1"); });
            item([&] { writer.bytes(gate.organizer.uuid.bytes()); });
            item([&] { writer.bytes(gate.certificate.ticketKey); });
            item([&] { writer.integer(1); });
            item([&] { writer.integer(2); });
            item([&] { writer.bytes(gate.certificate.signature); });
            QVERIFY2(!decodeCertificate(writer.take()), std::to_string(wrong).c_str());
        }
        TicketKeyCertificate backwards = gate.certificate;
        std::swap(backwards.validFrom, backwards.validUntil);
        QVERIFY(!decodeCertificate(encodeCertificate(backwards)));
    }

    void anotherCountersKeyIsNotTaken()
    {
        Gate gate;
        const SigningKey stranger{SecretBytes::random(kSeedSize, gate.random)};
        QVERIFY(gate.says(signTicket(gate.claims, stranger)) == TicketAuthenticity::UnknownCounter);
        // The stranger claims to be the known counter: its key id over its own signature.
        const auto forged = parseTicketCode(signTicket(gate.claims, stranger)).value();
        const auto genuine = parseTicketCode(gate.code).value();
        QVERIFY(gate.says(ticketCodeText(genuine.payload, forged.signature)) ==
                TicketAuthenticity::Forged);
    }

    void aCertificateOfAnotherOrganizerOrAuthorityIsNotTaken()
    {
        Gate gate;
        gate.certificate.organizer = OrganizerId{Uuid::v7(kNow, gate.random)};
        signCertificate(gate.certificate, gate.authority);
        QVERIFY(gate.says(gate.code) == TicketAuthenticity::CertificateInvalid);

        Gate other;
        signCertificate(other.certificate,
                        SigningKey{SecretBytes::random(kSeedSize, other.random)});
        QVERIFY(other.says(other.code) == TicketAuthenticity::CertificateInvalid);
    }

    void aKeyThatWasCertifiedAnewIsTakenWhicheverIsReadFirst()
    {
        const Gate gate;
        TicketKeyCertificate next = gate.certificate;
        next.validFrom = Instant{kNow.ms + kDayMs / 2};
        next.validUntil = Instant{kNow.ms + 5 * kDayMs};
        signCertificate(next, gate.authority);
        for (const auto& both :
             {std::array{gate.certificate, next}, std::array{next, gate.certificate}}) {
            const TicketVerifier verifier{gate.organizer, std::span{&gate.authority.publicKey(), 1},
                                          both};
            for (const std::int64_t later : {std::int64_t{0}, kDayMs * 3 / 4, 2 * kDayMs}) {
                QVERIFY(verifier.verify(gate.code, Instant{kNow.ms + later}).authenticity ==
                        TicketAuthenticity::Genuine);
            }
            QVERIFY(verifier.verify(gate.code, Instant{kNow.ms + 6 * kDayMs}).authenticity ==
                    TicketAuthenticity::CertificateExpired);
        }
    }

    void datesAreKept()
    {
        const Gate gate;
        QVERIFY(gate.says(gate.code, Instant{kNow.ms + 2 * kDayMs}) ==
                TicketAuthenticity::CertificateExpired);
        QVERIFY(gate.says(gate.code, Instant{kNow.ms - 2 * kDayMs}) ==
                TicketAuthenticity::CertificateNotYetValid);
        Gate early;
        early.claims.notBefore = ticketMinutes(Instant{kNow.ms + kDayMs / 2});
        QVERIFY(early.says(signTicket(early.claims, early.ticket)) == TicketAuthenticity::TooEarly);
        early.claims.notBefore = ticketMinutes(Instant{kNow.ms - 2 * kDayMs});
        early.claims.notAfter = ticketMinutes(Instant{kNow.ms - kDayMs / 2});
        QVERIFY(early.says(signTicket(early.claims, early.ticket)) == TicketAuthenticity::Expired);
    }

    void signaturesAreThoseOfRfc8032()
    {
        // RFC 8032 §7.1, tests 1 to 3.
        const struct {
            const char* seed;
            const char* key;
            const char* message;
            const char* signature;
        } vectors[] = {{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d"
                        "974d873e065224901555fb8821590a33bacc61e39701c"
                        "f9b46bd25bf5f0595bbe24655141438e7a100b"},
                       {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503"
                        "f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
                        "f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
                       {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                        "6291d657deec24024827e69c3abe01a30ce548a284743"
                        "a445e3680d7db5ac3ac18ff9b538d16f290ae67f76098"
                        "4dc6594a7c15e9716ed28dc027beceea1ec40a"}};
        for (const auto& vector : vectors) {
            const SigningKey key{SecretBytes{hex(vector.seed)}};
            QCOMPARE(toHex(key.publicKey()), std::string{vector.key});
            const Signature signature = key.sign(hex(vector.message));
            QCOMPARE(toHex(signature), std::string{vector.signature});
            QVERIFY(verify(key.publicKey(), hex(vector.message), signature));
        }
    }

    void aSignatureHasOneAcceptedForm()
    {
        // The same point with S + L is the classic second form; L is the order of the group.
        const Bytes order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        SeededRandom random{3};
        const SigningKey key{SecretBytes::random(kSeedSize, random)};
        const Bytes message = hex("466f796572");
        Signature signature = key.sign(message);
        QVERIFY(verify(key.publicKey(), message, signature));
        unsigned carry = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            carry += signature[32 + i] + order[i];
            signature[32 + i] = static_cast<std::uint8_t>(carry & 0xff);
            carry >>= 8;
        }
        QVERIFY(!verify(key.publicKey(), message, signature));
        // The neutral element as a key would verify anything.
        PublicKey neutral{};
        neutral[0] = 1;
        Signature nothing{};
        nothing[0] = 1;
        QVERIFY(!verify(neutral, message, nothing));
    }

    void base45IsThatOfRfc9285AndReversible()
    {
        QCOMPARE(toBase45(bytesOf("AB")), std::string{"BB8"});
        QCOMPARE(toBase45(bytesOf("Hello!!")), std::string{"%69 VD92EX0"});
        QCOMPARE(toBase45(bytesOf("base-45")), std::string{"UJCLQE7W581"});
        QVERIFY(!fromBase45("GGW")); // 65 536: more than two bytes hold
        QVERIFY(!fromBase45("A"));
        QVERIFY(!fromBase45("ab8"));
        QVERIFY(rc::check("there and back", [](const Bytes& bytes) {
            RC_ASSERT(fromBase45(toBase45(bytes)) == std::optional{bytes});
        }));
        QVERIFY(rc::check("what decodes is canonical", [](const std::string& text) {
            if (const auto bytes = fromBase45(text)) {
                RC_ASSERT(toBase45(*bytes) == text);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TicketCodeTest)
#include "test_ticket_code.moc"
