// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/wire_connection.h"

#include <Poco/Net/DNS.h>
#include <Poco/Net/HostEntry.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <vector>

namespace foyer::server {
namespace {

using Poco::Net::Socket;
using Poco::Net::SocketAddress;

constexpr std::size_t kChunk = 16'384;

struct Free {
    void operator()(SSL* tls) const { SSL_free(tls); }
};

Poco::Timespan left(SteadyTime deadline)
{
    const auto rest = std::chrono::duration_cast<std::chrono::microseconds>(
        deadline - std::chrono::steady_clock::now());
    if (rest.count() <= 0) {
        throw WireFailure{"It took too long."};
    }
    return {rest.count()};
}

std::vector<SocketAddress> addressesOf(const HttpOrigin& origin)
{
    if (origin.isLoopback()) { // nobody has to be asked for these
        return {SocketAddress{origin.host, origin.port}};
    }
    std::vector<SocketAddress> found;
    const auto entry = Poco::Net::DNS::hostByName(origin.host); // which the addresses live in
    for (const auto& address : entry.addresses()) {
        found.emplace_back(address, origin.port);
    }
    return found;
}

} // namespace

Result<std::shared_ptr<const TlsTrust>> TlsTrust::open(const std::string& authorities)
{
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    ENSURE(context != nullptr);
    std::shared_ptr<const TlsTrust> trust{new TlsTrust{context}};
    ENSURE(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1);
    ENSURE(SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    const bool isRead = authorities.empty()
        ? SSL_CTX_set_default_verify_paths(context) == 1
        : SSL_CTX_load_verify_locations(context, authorities.c_str(), nullptr) == 1;
    ERR_clear_error();
    if (!isRead) {
        return storageError("tls_files",
                            "The certificates of those who vouch for the payment provider cannot "
                            "be read from " +
                                authorities + ". It has to be a PEM file.",
                            authorities);
    }
    return trust;
}

TlsTrust::~TlsTrust()
{
    SSL_CTX_free(static_cast<SSL_CTX*>(m_context));
}

/// TLS works on memory, and only this moves bytes: so there is one place that waits, one that
/// counts time, and none from which a closed connection raises SIGPIPE.
struct WireConnection::Private {
    Poco::Net::StreamSocket socket;
    std::unique_ptr<SSL, Free> tls;
    std::array<char, kChunk> buffer{}; // as it came
    std::array<char, kChunk> plain{};  // out of TLS

    void connect(const HttpOrigin& to, SteadyTime deadline)
    {
        std::string why = "Its name is not known.";
        const auto addresses = addressesOf(to);
        auto untried = static_cast<Poco::Timespan::TimeDiff>(addresses.size());
        for (const auto& address : addresses) {
            try {
                socket = Poco::Net::StreamSocket{};
                // A share of the time each: one that never answers leaves some for the others.
                socket.connect(address, {left(deadline).totalMicroseconds() / untried});
                socket.setBlocking(false);
                socket.setNoDelay(true);
                return;
            } catch (const Poco::Exception&) {
                why = "It cannot be reached.";
                --untried;
            }
        }
        throw WireFailure{why};
    }

    void protect(const HttpOrigin& to, const TlsTrust& trust, SteadyTime deadline)
    {
        tls.reset(SSL_new(static_cast<SSL_CTX*>(trust.context())));
        ENSURE(tls != nullptr);
        SSL_set_bio(tls.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        BIO_set_mem_eof_return(SSL_get_rbio(tls.get()), -1);
        SSL_set_connect_state(tls.get());
        SSL_set_hostflags(tls.get(), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        const bool isAddress = to.isLoopback();
        const int isNamed = isAddress
            ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls.get()), to.host.c_str())
            : SSL_set1_host(tls.get(), to.host.c_str());
        ENSURE(isNamed == 1);
        if (!isAddress) {
            std::string name = to.host; // SSL_set_tlsext_host_name, without its cast
            ENSURE(SSL_ctrl(tls.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                            name.data()) == 1);
        }
        const int done = step(deadline, [this] { return SSL_do_handshake(tls.get()); });
        if (done <= 0 || SSL_get_verify_result(tls.get()) != X509_V_OK) {
            throw WireFailure{"It hung up."};
        }
    }

    /// Does something of TLS, however many bytes that takes. 0 at the orderly end.
    template <typename Act>
    int step(SteadyTime deadline, Act act)
    {
        while (true) {
            ERR_clear_error();
            const int done = act();
            const int state = SSL_get_error(tls.get(), done);
            flush(deadline);
            if (done > 0) {
                return done;
            }
            if (state == SSL_ERROR_ZERO_RETURN) {
                return 0;
            }
            if (state != SSL_ERROR_WANT_READ) {
                ERR_clear_error();
                throw WireFailure{SSL_get_verify_result(tls.get()) == X509_V_OK
                                      ? "It does not speak TLS as it should."
                                      : "Its certificate cannot be trusted, or is for another "
                                        "name. Look at the address, and at who vouches for it."};
            }
            const std::string_view came = receiveRaw(deadline);
            if (came.empty()) {
                throw WireFailure{"It hung up."};
            }
            ENSURE(BIO_write(SSL_get_rbio(tls.get()), came.data(), static_cast<int>(came.size())) ==
                   static_cast<int>(came.size()));
        }
    }

    void flush(SteadyTime deadline)
    {
        std::array<char, kChunk> out{};
        int length = 0;
        while ((length = BIO_read(SSL_get_wbio(tls.get()), out.data(), kChunk)) > 0) {
            sendRaw({out.data(), static_cast<std::size_t>(length)}, deadline);
        }
    }

    void sendRaw(std::string_view bytes, SteadyTime deadline)
    {
        while (!bytes.empty()) {
            if (!socket.poll(left(deadline), Socket::SELECT_WRITE | Socket::SELECT_ERROR)) {
                continue;
            }
            const int sent = socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
            bytes.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
        }
    }

    std::string_view receiveRaw(SteadyTime deadline)
    {
        while (true) {
            if (!socket.poll(left(deadline), Socket::SELECT_READ | Socket::SELECT_ERROR)) {
                continue;
            }
            const int came = socket.receiveBytes(buffer.data(), static_cast<int>(buffer.size()));
            if (came >= 0) {
                return {buffer.data(), static_cast<std::size_t>(came)};
            }
        }
    }
};

WireConnection::WireConnection(const HttpOrigin& to, const TlsTrust& trust, SteadyTime deadline)
    : d{std::make_unique<Private>()}
{
    try {
        d->connect(to, deadline);
        if (to.isTls) {
            d->protect(to, trust, deadline);
        }
    } catch (const Poco::Net::DNSException&) {
        throw WireFailure{"Its name is not known."};
    } catch (const Poco::Exception&) {
        throw WireFailure{"It hung up."};
    }
}

WireConnection::~WireConnection() = default;

bool WireConnection::isQuiet()
{
    try {
        return !d->socket.poll(Poco::Timespan{0}, Socket::SELECT_READ | Socket::SELECT_ERROR);
    } catch (const Poco::Exception&) {
        return false;
    }
}

void WireConnection::send(std::string_view bytes, SteadyTime deadline)
{
    try {
        if (!d->tls) {
            d->sendRaw(bytes, deadline);
            return;
        }
        while (!bytes.empty()) {
            const auto piece = bytes.substr(0, kChunk);
            const int sent = d->step(deadline, [this, piece] {
                return SSL_write(d->tls.get(), piece.data(), static_cast<int>(piece.size()));
            });
            if (sent == 0) {
                throw WireFailure{"It hung up."};
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    } catch (const Poco::Exception&) {
        throw WireFailure{"It hung up."};
    }
}

std::string_view WireConnection::receive(SteadyTime deadline)
{
    try {
        if (!d->tls) {
            return d->receiveRaw(deadline);
        }
        const int came = d->step(deadline, [this] {
            return SSL_read(d->tls.get(), d->plain.data(), static_cast<int>(d->plain.size()));
        });
        return {d->plain.data(), static_cast<std::size_t>(came)};
    } catch (const Poco::Exception&) {
        throw WireFailure{"It hung up."};
    }
}

} // namespace foyer::server
