// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/p256.h"

#include "core/base/ensure.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace foyer {
namespace {

constexpr int kHalf = 32;

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
    void operator()(PKCS8_PRIV_KEY_INFO* info) const { PKCS8_PRIV_KEY_INFO_free(info); }
    void operator()(unsigned char* bytes) const { OPENSSL_free(bytes); }
};
using Pkey = std::unique_ptr<EVP_PKEY, Free>;

Error badKey()
{
    return badInput("bad_key", "This is not a P-256 key in its DER form.");
}

bool isP256(EVP_PKEY* key)
{
    std::array<char, 32> group{};
    std::size_t size = 0;
    return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1 &&
        EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
        std::string_view{group.data(), size} == "prime256v1";
}

} // namespace

struct P256Key::Private {
    Pkey key;
};

P256Key::P256Key(std::unique_ptr<Private> parts) : d{std::move(parts)} {}
P256Key::~P256Key() = default;
P256Key::P256Key(P256Key&&) noexcept = default;
P256Key& P256Key::operator=(P256Key&&) noexcept = default;

P256Key P256Key::generate()
{
    Pkey key{EVP_EC_gen("P-256")};
    ENSURE(key != nullptr);
    return P256Key{std::make_unique<Private>(Private{std::move(key)})};
}

Result<P256Key> P256Key::fromPrivateDer(const SecretBytes& der)
{
    const unsigned char* at = der.view().data();
    Pkey key{d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size()))};
    if (!isP256(key.get()) || at != der.view().data() + der.size()) {
        return badKey();
    }
    return P256Key{std::make_unique<Private>(Private{std::move(key)})};
}

Result<P256Key> P256Key::fromPublicDer(ByteView der)
{
    const unsigned char* at = der.data();
    Pkey key{d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size()))};
    if (!isP256(key.get()) || at != der.data() + der.size()) {
        return badKey();
    }
    return P256Key{std::make_unique<Private>(Private{std::move(key)})};
}

SecretBytes P256Key::privateDer() const
{
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Free> info{EVP_PKEY2PKCS8(d->key.get())};
    ENSURE(info != nullptr);
    unsigned char* bytes = nullptr;
    const int size = i2d_PKCS8_PRIV_KEY_INFO(info.get(), &bytes);
    ENSURE(size > 0);
    SecretBytes der{ByteView{bytes, static_cast<std::size_t>(size)}};
    OPENSSL_clear_free(bytes, static_cast<std::size_t>(size));
    return der;
}

Bytes P256Key::publicDer() const
{
    unsigned char* bytes = nullptr;
    const int size = i2d_PUBKEY(d->key.get(), &bytes);
    ENSURE(size > 0);
    const std::unique_ptr<unsigned char, Free> owned{bytes};
    return {bytes, bytes + size};
}

Bytes P256Key::sign(ByteView message) const
{
    const std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
    std::array<unsigned char, 80> der{};
    std::size_t size = der.size();
    ENSURE(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, d->key.get()) == 1);
    ENSURE(EVP_DigestSign(context.get(), der.data(), &size, message.data(), message.size()) == 1);
    const unsigned char* at = der.data();
    const std::unique_ptr<ECDSA_SIG, Free> pair{
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size))};
    ENSURE(pair != nullptr);
    // The numbers are padded to their full width: a short one would make another signature of it.
    Bytes raw(std::size_t{2} * kHalf);
    ENSURE(BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), raw.data(), kHalf) == kHalf);
    ENSURE(BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), raw.data() + kHalf, kHalf) == kHalf);
    return raw;
}

bool P256Key::verify(ByteView message, ByteView signature) const
{
    if (signature.size() != std::size_t{2} * kHalf) {
        return false;
    }
    const std::unique_ptr<ECDSA_SIG, Free> pair{ECDSA_SIG_new()};
    BIGNUM* r = BN_bin2bn(signature.data(), kHalf, nullptr);
    BIGNUM* s = BN_bin2bn(signature.data() + kHalf, kHalf, nullptr);
    ENSURE(pair != nullptr && r != nullptr && s != nullptr);
    ENSURE(ECDSA_SIG_set0(pair.get(), r, s) == 1); // takes both over
    std::array<unsigned char, 80> der{};
    unsigned char* at = der.data();
    const int size = i2d_ECDSA_SIG(pair.get(), &at);
    const std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
    return size > 0 &&
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, d->key.get()) == 1 &&
        EVP_DigestVerify(context.get(), der.data(), static_cast<std::size_t>(size), message.data(),
                         message.size()) == 1;
}

} // namespace foyer
