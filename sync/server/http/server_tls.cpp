// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/server_tls.h"

#include "core/base/base64.h"
#include "core/base/ensure.h"
#include "core/crypto/sha256.h"

#include <Poco/Exception.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

namespace foyer::server {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kYear = 365 * kDay;

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(std::FILE* file) const { std::fclose(file); }
    void operator()(unsigned char* bytes) const { OPENSSL_free(bytes); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

Error badFile(const std::string& path)
{
    return storageError(
        "tls_files",
        "The certificate or key in " + path +
            " cannot be used. Both are PEM files, and the key is the certificate's.",
        path);
}

void addExtension(X509* certificate, int kind, const std::string& value)
{
    X509V3_CTX context{};
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension{
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str())};
    ENSURE(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

std::string alternativeNames(std::span<const std::string> names)
{
    std::string text;
    for (const std::string& name : names) {
        const bool isAddress = name.find(':') != std::string::npos ||
            name.find_first_not_of("0123456789.") == std::string::npos;
        text += (text.empty() ? "" : ",") + std::string{isAddress ? "IP:" : "DNS:"} + name;
    }
    return text;
}

Owned<X509> certificateOf(EVP_PKEY* key, std::span<const std::string> names, Instant now)
{
    Owned<X509> certificate{X509_new()};
    ENSURE(certificate && !names.empty());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set_int64(X509_get_serialNumber(certificate.get()), now.ms);
    const std::int64_t from = now.ms / 1000 - kDay;
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from);
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), from + kYear);
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(names.front().c_str()), -1,
                               -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    ENSURE(X509_set_pubkey(certificate.get(), key) == 1);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature,keyCertSign");
    addExtension(certificate.get(), NID_ext_key_usage, "serverAuth");
    addExtension(certificate.get(), NID_subject_alt_name, alternativeNames(names));
    ENSURE(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
    return certificate;
}

Owned<std::FILE> created(const std::string& path, mode_t mode)
{
    const int file =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode);
    return Owned<std::FILE>{file >= 0 ? ::fdopen(file, "w") : nullptr};
}

} // namespace

Result<Poco::Net::Context::Ptr> serverTls(const TlsFiles& files)
{
    try {
        Poco::Net::Context::Params parameters;
        parameters.privateKeyFile = files.key;
        parameters.certificateFile = files.certificate;
        // Counters prove themselves by signatures, not by certificates of theirs.
        parameters.verificationMode = Poco::Net::Context::VERIFY_NONE;
        parameters.cipherList = "ECDHE+AESGCM:ECDHE+CHACHA20";
        Poco::Net::Context::Ptr context{
            new Poco::Net::Context{Poco::Net::Context::TLS_SERVER_USE, parameters}};
        context->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
        context->disableStatelessSessionResumption();
        context->enableSessionCache(false);
        SSL_CTX* tls = context->sslContext();
        if (SSL_CTX_check_private_key(tls) != 1) {
            return badFile(files.key);
        }
        SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
        SSL_CTX_set_num_tickets(tls, 0);
        SSL_CTX_set_mode(tls,
                         SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                             SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
        return context;
    } catch (const Poco::Exception&) {
        return badFile(files.certificate + " and " + files.key);
    }
}

Result<void> makeOwnCertificate(const TlsFiles& files, std::span<const std::string> names,
                                Instant now)
{
    const Owned<EVP_PKEY> key{EVP_EC_gen("P-256")};
    ENSURE(key != nullptr);
    const Owned<X509> certificate = certificateOf(key.get(), names, now);
    const auto keyFile = created(files.key, S_IRUSR | S_IWUSR);
    if (!keyFile ||
        PEM_write_PrivateKey(keyFile.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) !=
            1) {
        return badFile(files.key);
    }
    const auto file = created(files.certificate, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    if (!file || PEM_write_X509(file.get(), certificate.get()) != 1) {
        return badFile(files.certificate);
    }
    return {};
}

Result<std::string> publicKeyPin(const std::string& certificateFile)
{
    const Owned<std::FILE> file{std::fopen(certificateFile.c_str(), "re")};
    const Owned<X509> certificate{file ? PEM_read_X509(file.get(), nullptr, nullptr, nullptr)
                                       : nullptr};
    if (!certificate) {
        return badFile(certificateFile);
    }
    unsigned char* bytes = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &bytes);
    ENSURE(size > 0);
    const Owned<unsigned char> owned{bytes};
    return toBase64Url(sha256({bytes, static_cast<std::size_t>(size)}));
}

} // namespace foyer::server
