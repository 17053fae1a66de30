// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hello_server.h"

#include "core/base/ensure.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>

#include <unistd.h>

namespace foyer::bench {
namespace {

class Hello final : public Poco::Net::HTTPRequestHandler {
public:
    explicit Hello(const std::string& text) : m_text{text} {}
    void handleRequest(Poco::Net::HTTPServerRequest& /*request*/,
                       Poco::Net::HTTPServerResponse& response) override
    {
        response.setContentType("application/json");
        response.sendBuffer(m_text.data(), m_text.size());
    }

private:
    const std::string& m_text;
};

class Hellos final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit Hellos(const std::string& text) : m_text{text} {}
    Poco::Net::HTTPRequestHandler*
    createRequestHandler(const Poco::Net::HTTPServerRequest& /*request*/) override
    {
        return new Hello{m_text}; // Poco deletes it
    }

private:
    const std::string& m_text;
};

/// Until nothing more can be read.
void serve(const server::TlsFiles& tls, const std::string& text, int from, int to)
{
    const Poco::Net::Context::Ptr context{new Poco::Net::Context{Poco::Net::Context::TLS_SERVER_USE,
                                                                 tls.key, tls.certificate, "",
                                                                 Poco::Net::Context::VERIFY_NONE}};
    const Poco::Net::SecureServerSocket socket{Poco::Net::SocketAddress{"localhost", 0}, 64,
                                               context};
    Poco::Net::HTTPServerParams::Ptr parameters{new Poco::Net::HTTPServerParams};
    parameters->setMaxThreads(32);
    parameters->setKeepAlive(true);
    parameters->setMaxKeepAliveRequests(0); // as many as come
    Poco::ThreadPool threads{2, 32};
    Poco::Net::HTTPServer server{new Hellos{text}, threads, socket, parameters};
    server.start();
    const std::uint16_t port = socket.address().port();
    ENSURE(::write(to, &port, sizeof port) == sizeof port);
    char byte = 0;
    while (::read(from, &byte, 1) == 1) {}
    server.stopAll(true);
}

} // namespace

HelloServer::HelloServer(const server::TlsFiles& tls, const std::string& text)
    : m_process{[&](int from, int to) { serve(tls, text, from, to); }}
{
    ENSURE(::read(m_process.from(), &m_port, sizeof m_port) == sizeof m_port);
}

} // namespace foyer::bench
