// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/providers/http_origin.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace foyer::server {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Thrown where a connection does not do what it should. `why` is a sentence that names no data.
struct WireFailure {
    std::string why;
};

/// Who may vouch for a server, and the least TLS there is (1.2).
class TlsTrust {
public:
    /// `authorities`: a PEM file; empty: the system's. Storage error "tls_files" where it cannot be
    /// read.
    static Result<std::shared_ptr<const TlsTrust>> open(const std::string& authorities);
    ~TlsTrust();
    TlsTrust(const TlsTrust&) = delete;
    TlsTrust& operator=(const TlsTrust&) = delete;

    void* context() const { return m_context; } ///< an SSL_CTX, for .cpp files that know OpenSSL

private:
    explicit TlsTrust(void* context) : m_context{context} {}
    void* m_context;
};

/// A connection to one server, under TLS or, to this computer, in the clear. Whatever it waits for,
/// it waits until a moment and not for a while, so that bytes that dawdle gain nothing. Belongs to
/// one thread at a time.
class WireConnection {
public:
    /// Connects, and checks the server's certificate and name. Throws WireFailure.
    WireConnection(const HttpOrigin& to, const TlsTrust& trust, SteadyTime deadline);
    ~WireConnection();
    WireConnection(const WireConnection&) = delete;
    WireConnection& operator=(const WireConnection&) = delete;

    /// Whether it is still open, and nothing came that nobody asked for.
    bool isQuiet();
    /// Sends all of it. Throws WireFailure.
    void send(std::string_view bytes, SteadyTime deadline);
    /// What came next; empty at the orderly end. Throws WireFailure. Valid until the next call.
    std::string_view receive(SteadyTime deadline);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer::server
