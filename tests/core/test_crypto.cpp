// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/hex.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/passphrase.h"
#include "core/crypto/password.h"
#include "core/crypto/sealing.h"
#include "core/crypto/sha256.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

std::atomic<int> sodiumInits{0};
bool sodiumFails = false;

} // namespace

// The linker sends every call of sodium_init() here (see CMakeLists.txt).
extern "C" int __real_sodium_init();
extern "C" int __wrap_sodium_init()
{
    ++sodiumInits;
    return sodiumFails ? -1 : __real_sodium_init();
}

using namespace foyer;

namespace {

Bytes hex(std::string_view text)
{
    return fromHex(text).value();
}

template <std::size_t size>
std::array<std::uint8_t, size> arrayOf(ByteView bytes)
{
    std::array<std::uint8_t, size> array{};
    Q_ASSERT(bytes.size() == size);
    std::ranges::copy(bytes, array.begin());
    return array;
}

Bytes opened(const SecretBytes& key, ByteView sealed, ByteView bound)
{
    const auto text = open(key, sealed, bound);
    if (!text) {
        return {};
    }
    const ByteView view = text->view();
    return {view.begin(), view.end()};
}

/// Gives the bytes it was made with, over and over.
class GivenRandom final : public Random {
public:
    explicit GivenRandom(Bytes bytes) : m_bytes{std::move(bytes)} {}
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = m_bytes[i % m_bytes.size()];
        }
    }

private:
    Bytes m_bytes;
};

/// How a process of its own that does `act` ends: as waitpid() says.
int endOf(const std::function<void()>& act)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCore);
        std::signal(SIGABRT, SIG_DFL); // not Qt Test's, which calls the debugger
        ::close(STDERR_FILENO);
        act();
        ::_exit(0);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return status;
}

struct Entry {
    const char* name;
    std::function<void()> call;
};

const PasswordCost kCheap{1, 8};

std::vector<Entry> entries()
{
    static const Bytes kSeed(kSeedSize, 7);
    return {
        {"signing key", [] { SigningKey{SecretBytes{kSeed}}; }},
        {"verify", [] { (void)verify(PublicKey{}, {}, Signature{}); }},
        {"key from passphrase",
         [] { (void)keyFromPassphrase("curtain", Bytes(kPassphraseSaltSize)); }},
        {"hash password", [] { (void)hashPassword("curtain", kCheap); }},
        {"is password", [] { (void)isPassword("curtain", "no hash"); }},
        {"is cheaper", [] { (void)isCheaper("no hash"); }},
        {"seal",
         [] {
             SystemRandom random;
             (void)seal(SecretBytes{kSeed}, {}, {}, random);
         }},
        {"open", [] { (void)open(SecretBytes{kSeed}, Bytes(40), {}); }},
        {"constant-time equal", [] { (void)constantTimeEqual(kSeed, kSeed); }},
    };
}

/// Every encoding of a point whose order divides 8: the eight canonical ones, then those with
/// y ≥ 2^255 - 19 and those with the sign of x = 0 set.
const std::vector<const char*> kSmallOrder{
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
};

/// The signature with L, the order of the group, added to its S: the same equation, another form.
Signature withOrderAdded(Signature signature)
{
    const Bytes order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += unsigned{signature[32 + i]} + order[i];
        signature[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    return signature;
}

} // namespace

class CryptoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDoneWithLibsodiumUnlessItIsReady()
    {
        for (const Entry& entry : entries()) {
            const int end = endOf([&] {
                sodiumFails = true;
                entry.call();
            });
            QVERIFY2(WIFSIGNALED(end) && WTERMSIG(end) == SIGABRT, entry.name);
        }
    }

    void manyThreadsMakeLibsodiumReadyOnce()
    {
        const int end = endOf([] {
            std::vector<std::thread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([] {
                    for (const Entry& entry : entries()) {
                        if (std::string_view{entry.name} != "key from passphrase") {
                            entry.call();
                        }
                    }
                });
            }
            for (std::thread& thread : threads) {
                thread.join();
            }
            ::_exit(sodiumInits == 1 ? 42 : 1);
        });
        QVERIFY(WIFEXITED(end));
        QCOMPARE(WEXITSTATUS(end), 42);
    }

    void ed25519SignsAsInRfc8032_data()
    {
        QTest::addColumn<std::string>("seed");
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("message");
        QTest::addColumn<std::string>("signature");
        const auto row = [](const char* name, const char* seed, const char* key,
                            const char* message, const char* signature) {
            QTest::newRow(name) << std::string{seed} << std::string{key} << std::string{message}
                                << std::string{signature};
        };
        row("test 1", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39"
            "701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        row("test 2", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f36"
            "13d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        row("test 3", "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f7"
            "60984dc6594a7c15e9716ed28dc027beceea1ec40a");
        row("test SHA(abc)", "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c"
            "23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7"
            "c66431e0303dca179c138ac17ad9bef1177331a704");
    }

    void ed25519SignsAsInRfc8032()
    {
        QFETCH(std::string, seed);
        QFETCH(std::string, key);
        QFETCH(std::string, message);
        QFETCH(std::string, signature);
        const SigningKey signer{SecretBytes{hex(seed)}};
        QCOMPARE(toHex(signer.publicKey()), key);
        QCOMPARE(toHex(signer.sign(hex(message))), signature);
        QVERIFY(verify(signer.publicKey(), hex(message), arrayOf<64>(hex(signature))));
    }

    void aSignatureIsOfOneKeyAndOneMessageOnly()
    {
        QVERIFY(rc::check("any changed bit is refused", [](const Bytes& message) {
            SystemRandom random;
            const SigningKey key{SecretBytes::random(kSeedSize, random)};
            const Signature signature = key.sign(message);
            RC_ASSERT(verify(key.publicKey(), message, signature));
            const std::size_t bit = *rc::gen::inRange<std::size_t>(0, 512);
            const auto mask = static_cast<std::uint8_t>(1U << bit % 8);
            Signature otherSignature = signature;
            otherSignature[bit / 8] ^= mask;
            RC_ASSERT(!verify(key.publicKey(), message, otherSignature));
            PublicKey otherKey = key.publicKey();
            otherKey[bit / 8 % 32] ^= mask;
            RC_ASSERT(!verify(otherKey, message, signature));
            Bytes otherMessage = message;
            otherMessage.push_back(0);
            RC_ASSERT(!verify(key.publicKey(), otherMessage, signature));
            otherMessage[bit / 8 % otherMessage.size()] ^= mask;
            RC_ASSERT(!verify(key.publicKey(), otherMessage, signature));
        }));
    }

    void aKeyOfSmallOrderSignsNothing()
    {
        // With S = 0 the lax equation R = -hA holds for about one message in eight.
        for (const char* key : kSmallOrder) {
            for (const char* r : kSmallOrder) {
                Bytes forged = hex(r);
                forged.resize(64);
                for (std::uint8_t message = 0; message < 64; ++message) {
                    QVERIFY2(!verify(arrayOf<32>(hex(key)), ByteView{&message, 1},
                                     arrayOf<64>(forged)),
                             key);
                }
            }
        }
    }

    void anEmptyOrSmallSignatureIsRefusedForAnyKey()
    {
        SystemRandom random;
        const SigningKey key{SecretBytes::random(kSeedSize, random)};
        QVERIFY(!verify(key.publicKey(), {}, Signature{}));
        QVERIFY(!verify(key.publicKey(), bytesOf("ticket"), Signature{}));
        for (const char* r : kSmallOrder) {
            Bytes forged = hex(r);
            const Signature real = key.sign(bytesOf("ticket"));
            forged.insert(forged.end(), real.begin() + 32, real.end());
            QVERIFY2(!verify(key.publicKey(), bytesOf("ticket"), arrayOf<64>(forged)), r);
        }
    }

    void aSignatureHasOneFormOnly()
    {
        SystemRandom random;
        for (int i = 0; i < 32; ++i) {
            const SigningKey key{SecretBytes::random(kSeedSize, random)};
            Signature signature = key.sign(bytesOf("ticket"));
            QVERIFY(verify(key.publicKey(), bytesOf("ticket"), signature));
            // S < L < 2^253, so L fits in at least six times before the 32 bytes are full.
            for (int times = 0; times < 6; ++times) {
                signature = withOrderAdded(signature);
                QVERIFY(!verify(key.publicKey(), bytesOf("ticket"), signature));
            }
        }
    }

    void sha256HashesAsInFips180()
    {
        const auto hashOf = [](std::string_view text) { return toHex(sha256(bytesOf(text))); };
        QCOMPARE(hashOf(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QCOMPARE(hashOf("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QCOMPARE(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QCOMPARE(hashOf("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                        "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
                 "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
        QCOMPARE(hashOf(std::string(1'000'000, 'a')),
                 "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    void xchacha20Poly1305SealsAsInTheDraft()
    {
        // draft-irtf-cfrg-xchacha-03, A.3.1
        const SecretBytes key{
            hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")};
        const std::string nonce = "404142434445464748494a4b4c4d4e4f5051525354555657";
        const Bytes bound = hex("50515253c0c1c2c3c4c5c6c7");
        const ByteView text = bytesOf("Ladies and Gentlemen of the class of '99: If I could offer "
                                      "you only one tip for the future, sunscreen would be it.");
        GivenRandom random{hex(nonce)};
        const Bytes sealed = seal(key, text, bound, random);
        QCOMPARE(toHex(sealed),
                 nonce +
                     "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                     "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                     "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                     "21f9664c97637da9768812f615c68b13b52e"
                     "c0875924c1c7987947deafd8780acf49");
        QCOMPARE(opened(key, sealed, bound), Bytes(text.begin(), text.end()));
    }

    void aSealOpensUnchangedWithItsOwnKeyAndPlaceOnly()
    {
        QVERIFY(rc::check("seal and open", [](const Bytes& text, const Bytes& bound) {
            SystemRandom random;
            const SecretBytes key = SecretBytes::random(kSealingKeySize, random);
            const Bytes sealed = seal(key, text, bound, random);
            RC_ASSERT(open(key, sealed, bound).has_value());
            RC_ASSERT(opened(key, sealed, bound) == text);

            const std::size_t bit = *rc::gen::inRange<std::size_t>(0, sealed.size() * 8);
            const auto mask = static_cast<std::uint8_t>(1U << bit % 8);
            Bytes changed = sealed;
            changed[bit / 8] ^= mask;
            const auto refusal = open(key, changed, bound);
            RC_ASSERT(!refusal.has_value());
            RC_ASSERT(refusal.error().code == "cannot_open_seal");

            Bytes elsewhere = bound;
            elsewhere.push_back(0);
            RC_ASSERT(!open(key, sealed, elsewhere).has_value());
            elsewhere.pop_back();
            if (!elsewhere.empty()) {
                elsewhere[bit / 8 % elsewhere.size()] ^= mask;
                RC_ASSERT(!open(key, sealed, elsewhere).has_value());
            }
            Bytes otherKey{key.view().begin(), key.view().end()};
            otherKey[bit / 8 % otherKey.size()] ^= mask;
            RC_ASSERT(!open(SecretBytes{otherKey}, sealed, bound).has_value());
        }));
    }

    void aSealCutShortOrMadeLongerIsRefused()
    {
        SystemRandom random;
        const SecretBytes key = SecretBytes::random(kSealingKeySize, random);
        Bytes sealed = seal(key, bytesOf("curtain"), {}, random);
        for (std::size_t size = 0; size < sealed.size(); ++size) {
            QVERIFY(!open(key, ByteView{sealed}.first(size), {}).has_value());
        }
        sealed.push_back(0);
        QVERIFY(!open(key, sealed, {}).has_value());
        QVERIFY(!open(SecretBytes{}, seal(key, {}, {}, random), {}).has_value());
    }

    void theSameTextIsNeverSealedTheSame()
    {
        SystemRandom random;
        const SecretBytes key = SecretBytes::random(kSealingKeySize, random);
        QVERIFY(seal(key, bytesOf("curtain"), {}, random) !=
                seal(key, bytesOf("curtain"), {}, random));
    }

    void aPassphraseGivesTheKeyThatAnotherArgon2idGives()
    {
        // Made by OpenSSL's Argon2id: 64 MiB, 3 passes, 1 lane, salt 00 01 … 0f.
        const Bytes salt = hex("000102030405060708090a0b0c0d0e0f");
        QCOMPARE(toHex(keyFromPassphrase("correct horse battery staple", salt).view()),
                 "0d1a3c6523c8f06e4e0af9c515aa5b5448cfebd6838f2d52c3d8b6ef8ddc3c2e");
        QVERIFY(toHex(keyFromPassphrase("correct horse battery stapl", salt).view()) !=
                "0d1a3c6523c8f06e4e0af9c515aa5b5448cfebd6838f2d52c3d8b6ef8ddc3c2e");
    }

    void aPasswordIsKnownByItsHashOnly()
    {
        const std::string hash = hashPassword("curtain", kCheap);
        QVERIFY(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        QVERIFY(isPassword("curtain", hash));
        QVERIFY(!isPassword("Curtain", hash));
        QVERIFY(!isPassword("", hash));
        QVERIFY(!isPassword("curtain", ""));
        QVERIFY(!isPassword("curtain", hash.substr(0, hash.size() - 1)));
        QVERIFY(!isPassword("curtain", std::string(4096, '$')));
        QVERIFY(hash != hashPassword("curtain", kCheap));
        QVERIFY(isCheaper(hash));
        QVERIFY(!isCheaper(hash, kCheap));
        // What people's passwords and PINs cost: 64 MiB, 3 passes.
        const std::string usual = hashPassword("curtain");
        QVERIFY2(usual.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), usual.c_str());
        QVERIFY(!isCheaper(usual));
    }

    void equalIsEqualInEveryByte()
    {
        QVERIFY(rc::check("constant-time equal", [](const Bytes& a, const Bytes& b) {
            RC_ASSERT(constantTimeEqual(a, a));
            RC_ASSERT(constantTimeEqual(a, b) == (a == b));
        }));
        const Bytes a(32, 1);
        for (std::size_t i = 0; i < a.size(); ++i) {
            Bytes b = a;
            b[i] = 0;
            QVERIFY(!constantTimeEqual(a, b));
        }
    }

    void aSecretThatMovedIsInOnePlaceOnly()
    {
        SecretBytes first{bytesOf("curtain")};
        SecretBytes second{std::move(first)};
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is promised
        SecretBytes third;
        third = std::move(second);
        QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move)
        QVERIFY(constantTimeEqual(third.view(), bytesOf("curtain")));
        QVERIFY(constantTimeEqual(third.clone().view(), third.view()));
    }
};

QTEST_GUILESS_MAIN(CryptoTest)
#include "test_crypto.moc"
