// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/paypal_webhook.h"

#include "core/base/base64.h"
#include "sync/server/payments/providers/signed_event.h"

#include <Poco/Checksum.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <vector>

namespace foyer::server {
namespace {

constexpr std::size_t kCertificateMax = 65'536;
constexpr std::size_t kKeptMax = 16;
constexpr std::string_view kAlgorithm = "SHA256withRSA";
constexpr std::string_view kNameEnd = ".paypal.com";

struct Free {
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(STACK_OF(X509) * chain) const { sk_X509_pop_free(chain, X509_free); }
    void operator()(X509_STORE_CTX* check) const { X509_STORE_CTX_free(check); }
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
    void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

struct Chain {
    Owned<X509> leaf;
    Owned<STACK_OF(X509)> others;
};

std::optional<Chain> readChain(const std::string& pem)
{
    const Owned<BIO> bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    Chain chain{Owned<X509>{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)},
                Owned<STACK_OF(X509)>{sk_X509_new_null()}};
    if (!chain.leaf) {
        ERR_clear_error();
        return std::nullopt;
    }
    while (X509* next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        ENSURE(sk_X509_push(chain.others.get(), next) > 0);
    }
    ERR_clear_error();
    return chain;
}

bool isPaypals(std::string_view name)
{
    return name.size() > kNameEnd.size() && name.ends_with(kNameEnd) &&
        name.find('\0') == std::string_view::npos;
}

std::string_view textOf(const ASN1_STRING* text)
{
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(ASN1_STRING_length(text))};
}

/// By its alternative names, and only without any by its common name (RFC 6125 §6.4.4).
bool isPaypals(X509* certificate)
{
    const Owned<GENERAL_NAMES> names{static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr))};
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS && isPaypals(textOf(name->d.dNSName))) {
            return true;
        }
    }
    if (names) {
        return false;
    }
    X509_NAME* subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    return at >= 0 && isPaypals(textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at))));
}

/// Whether somebody whom this computer trusts vouches for it, now.
bool isVouchedFor(const Chain& chain, const TlsTrust& trust, Instant now)
{
    X509_STORE* store = SSL_CTX_get_cert_store(static_cast<SSL_CTX*>(trust.context()));
    const Owned<X509_STORE_CTX> check{X509_STORE_CTX_new()};
    ENSURE(check &&
           X509_STORE_CTX_init(check.get(), store, chain.leaf.get(), chain.others.get()) == 1);
    X509_STORE_CTX_set_time(check.get(), 0, static_cast<time_t>(now.ms / 1'000));
    const bool isGood = X509_verify_cert(check.get()) == 1;
    ERR_clear_error();
    return isGood;
}

bool isSignedBy(X509* certificate, const Bytes& signature, const std::string& text)
{
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    const Owned<EVP_MD_CTX> digest{EVP_MD_CTX_new()};
    const ByteView bytes = bytesOf(text);
    const bool isGood = key != nullptr && EVP_PKEY_base_id(key) == EVP_PKEY_RSA &&
        EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(digest.get(), signature.data(), signature.size(), bytes.data(),
                         bytes.size()) == 1;
    ERR_clear_error();
    return isGood;
}

} // namespace

std::optional<PaypalSignature> paypalSignatureOf(const WebhookRequest& request)
{
    PaypalSignature signature;
    const std::pair<const char*, std::string*> parts[] = {
        {"paypal-transmission-id", &signature.transmissionId},
        {"paypal-transmission-time", &signature.time},
        {"paypal-transmission-sig", &signature.signature},
        {"paypal-cert-url", &signature.certificateUrl},
        {"paypal-auth-algo", &signature.algorithm},
    };
    for (const auto& [name, part] : parts) {
        const auto value = onlyHeader(request, name);
        if (!value || value->empty()) {
            return std::nullopt;
        }
        *part = *value;
    }
    return signature;
}

std::string paypalSigned(const PaypalSignature& signature, const std::string& webhookId,
                         ByteView body)
{
    Poco::Checksum crc{Poco::Checksum::TYPE_CRC32};
    const std::string text{body.begin(), body.end()};
    crc.update(text);
    return signature.transmissionId + '|' + signature.time + '|' + webhookId + '|' +
        std::to_string(crc.checksum());
}

PaypalCertificates::PaypalCertificates(HttpOrigin home, std::shared_ptr<const TlsTrust> trust,
                                       ProviderPatience patience)
    : m_trust{std::move(trust)}, m_http{std::move(home), m_trust, patience, kCertificateMax}
{}

bool PaypalCertificates::isHome(const std::string& certificateUrl) const
{
    const auto place = readUrl(certificateUrl);
    return place.has_value() && place->origin == m_http.origin() && place->path.size() > 1;
}

std::optional<std::string> PaypalCertificates::certificateAt(const std::string& url)
{
    {
        const std::lock_guard lock{m_mutex};
        if (const auto found = m_kept.find(url); found != m_kept.end()) {
            return found->second;
        }
    }
    const auto exchange = m_http.exchange({"GET", readUrl(url)->path, {}});
    if (exchange.kind != HttpExchange::Kind::Answered || exchange.answer.status != 200) {
        return std::nullopt;
    }
    return exchange.answer.body;
}

PaypalCertificates::Finding PaypalCertificates::check(const PaypalSignature& signature,
                                                      const std::string& signedText, Instant now)
{
    if (!isHome(signature.certificateUrl) || signature.algorithm != kAlgorithm) {
        return Finding::NotSigned;
    }
    const auto bytes = fromBase64(signature.signature);
    if (!bytes) {
        return Finding::NotSigned;
    }
    const auto pem = certificateAt(signature.certificateUrl);
    const auto chain = pem ? readChain(*pem) : std::nullopt;
    if (!chain || !isPaypals(chain->leaf.get()) || !isVouchedFor(*chain, *m_trust, now)) {
        return Finding::CannotTell;
    }
    {
        const std::lock_guard lock{m_mutex};
        if (m_kept.size() >= kKeptMax) {
            m_kept.clear();
        }
        m_kept.insert_or_assign(signature.certificateUrl, *pem); // only good ones
    }
    return isSignedBy(chain->leaf.get(), *bytes, signedText) ? Finding::Signed : Finding::NotSigned;
}

} // namespace foyer::server
