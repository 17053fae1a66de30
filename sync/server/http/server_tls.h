// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <Poco/Net/Context.h>

#include <span>
#include <string>

namespace foyer::server {

/// Where the certificate (with its chain) and its key lie, as PEM.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

/// TLS 1.2 with ECDHE and AEAD only, or 1.3; no renegotiation, no compression, no session tickets
/// (whose key would have to be rotated); idle connections keep no buffers. Storage error
/// "tls_files" where a file cannot be read or the two do not belong together.
Result<Poco::Net::Context::Ptr> serverTls(const TlsFiles& files);

/// Writes a fresh P-256 key (mode 0600) and a certificate of its own for these host names and
/// addresses, good for a year from a day ago. For development, and for a house whose counters pin
/// the key at their enrolment. Storage error "tls_files".
Result<void> makeOwnCertificate(const TlsFiles& files, std::span<const std::string> names,
                                Instant now);

/// base64url of the SHA-256 of the certificate's public key (SubjectPublicKeyInfo): what a counter
/// pins. Storage error "tls_files".
Result<std::string> publicKeyPin(const std::string& certificateFile);

} // namespace foyer::server
