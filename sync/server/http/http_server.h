// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "sync/server/http/request_gate.h"
#include "sync/server/http/wake_line.h"

#include <Poco/Net/Context.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace foyer::server {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;       ///< 0: any that is free
    Poco::Net::Context::Ptr tls;  ///< null: plain HTTP, for the loopback only
    int loops = 2;                ///< threads that read and write
    int workers = 16;             ///< threads that run handlers
    std::size_t waitingMax = 512; ///< requests that wait for a worker; beyond that 503
    std::size_t connectionsMax = 10'000;
    std::size_t connectionsPerAddressMax = 256;
    std::size_t bodyBytesMax = std::size_t{128} * 1024 * 1024; ///< of all requests being read
    std::chrono::milliseconds headDeadline{
        10'000};                                 ///< from the first byte to the empty line, TLS too
    std::chrono::milliseconds idleMax{30'000};   ///< between requests
    std::chrono::milliseconds grace{10'000};     ///< before the least rate counts
    std::int64_t bytesPerSecondMin = 1024;       ///< of a body, in either direction
    std::chrono::milliseconds stopGrace{20'000}; ///< for requests that are being answered
};

/// An HTTP/1.1 server in which a client costs a thread only while its complete request is being
/// answered: one that dawdles, or waits at the wake line, is an entry in a table. (Poco's
/// HTTPServer gives each connection a thread, and its time-out begins anew with every byte.)
/// Sockets, TLS and threads are Poco's.
class HttpServer {
public:
    /// `gate` and `wakeLine` outlive it.
    HttpServer(const ServerOptions& options, RequestGate& gate, WakeLine& wakeLine,
               Metrics& metrics);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Storage error "cannot_listen".
    Result<void> start();
    /// The port it listens on, once started.
    std::uint16_t port() const;
    /// Takes no more connections, finishes the requests that are under way, wakes those that wait,
    /// ends all threads. Returns when that is done.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer::server
