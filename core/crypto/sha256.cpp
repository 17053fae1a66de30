// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sha256.h"

#include "core/base/ensure.h"

#include <openssl/evp.h>

#include <memory>

namespace foyer {
namespace {

struct Free {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

} // namespace

Sha256 sha256(ByteView bytes)
{
    // Looking the algorithm up costs more than hashing an entry, so it is done once.
    static const std::unique_ptr<EVP_MD, Free> kDigest{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    thread_local const std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
    ENSURE(kDigest && context);
    Sha256 hash{};
    ENSURE(EVP_DigestInit_ex2(context.get(), kDigest.get(), nullptr) == 1);
    ENSURE(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1);
    ENSURE(EVP_DigestFinal_ex(context.get(), hash.data(), nullptr) == 1);
    return hash;
}

} // namespace foyer
