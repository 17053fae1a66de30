// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace foyer::test {
namespace {

using SteadyClock = std::chrono::steady_clock;

int connectedSocket(std::uint16_t port, const std::string& source)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    ::inet_pton(AF_INET, source.c_str(), &from.sin_addr);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    ::inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
    if (::bind(socket, reinterpret_cast<sockaddr*>(&from), sizeof from) != 0 ||
        ::connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

} // namespace

struct RawClient::Private {
    int socket = -1;
    SSL_CTX* context = nullptr;
    SSL* ssl = nullptr;
    bool isConnected = false;
    std::string unread;
    ~Private()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
        if (socket >= 0) {
            ::close(socket);
        }
    }
};

std::string RawAnswer::code() const
{
    const std::size_t at = body.find(R"("code":")");
    if (at == std::string::npos) {
        return {};
    }
    return body.substr(at + 8, body.find('"', at + 8) - at - 8);
}

RawClient::RawClient(std::uint16_t port, Tls tls, const std::string& source)
    : d{std::make_unique<Private>()}
{
    std::signal(SIGPIPE, SIG_IGN);
    d->socket = connectedSocket(port, source);
    d->isConnected = d->socket >= 0;
    if (tls == Tls::None || !d->isConnected) {
        return;
    }
    d->context = SSL_CTX_new(TLS_client_method());
    if (tls == Tls::OneDotOne) {
        SSL_CTX_set_security_level(d->context, 0);
        SSL_CTX_set_min_proto_version(d->context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(d->context, TLS1_1_VERSION);
    }
    d->ssl = SSL_new(d->context);
    SSL_set_fd(d->ssl, d->socket);
    const timeval patience{5, 0};
    ::setsockopt(d->socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    d->isConnected = SSL_connect(d->ssl) == 1;
}

RawClient::~RawClient() = default;
RawClient::RawClient(RawClient&&) noexcept = default;
RawClient& RawClient::operator=(RawClient&&) noexcept = default;

bool RawClient::isConnected() const
{
    return d->isConnected;
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = d->ssl != nullptr
            ? SSL_write(d->ssl, bytes.data(), static_cast<int>(bytes.size()))
            : static_cast<int>(::send(d->socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

int RawClient::receive(char* into, int size, SteadyClock::time_point until)
{
    while (d->ssl == nullptr || SSL_pending(d->ssl) == 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - SteadyClock::now());
        pollfd waits{d->socket, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waits, 1, static_cast<int>(left.count())) <= 0) {
            return -1;
        }
        break;
    }
    const int got = d->ssl != nullptr
        ? SSL_read(d->ssl, into, size)
        : static_cast<int>(::recv(d->socket, into, static_cast<std::size_t>(size), 0));
    return std::max(got, 0);
}

RawAnswer RawClient::read(std::chrono::milliseconds patience)
{
    const auto until = SteadyClock::now() + patience;
    std::string& in = d->unread;
    std::size_t end = std::string::npos;
    std::size_t length = 0;
    RawAnswer answer;
    while (true) {
        if (end == std::string::npos && (end = in.find("\r\n\r\n")) != std::string::npos) {
            answer.status = in.size() > 12 ? std::stoi(in.substr(9, 3)) : 0;
            for (std::size_t at = in.find("\r\n") + 2; at < end + 2;) {
                const std::size_t line = in.find("\r\n", at);
                const std::size_t colon = in.find(": ", at);
                std::string name = in.substr(at, colon - at);
                std::ranges::transform(name, name.begin(), [](char c) {
                    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                });
                answer.headers[name] = in.substr(colon + 2, line - colon - 2);
                at = line + 2;
            }
            const std::string size = answer.header("content-length");
            length = size.empty() ? 0 : std::stoul(size);
            end += 4;
        }
        if (end != std::string::npos && in.size() >= end + length) {
            answer.body = in.substr(end, length);
            answer.text = in.substr(0, end + length);
            in.erase(0, end + length);
            return answer;
        }
        char buffer[16384];
        const int got = receive(buffer, sizeof buffer, until);
        if (got <= 0) {
            answer.status = 0;
            answer.text = in;
            return answer;
        }
        in.append(buffer, static_cast<std::size_t>(got));
    }
}

bool RawClient::isEnded(std::chrono::milliseconds patience)
{
    const auto until = SteadyClock::now() + patience;
    char buffer[4096];
    int got = 1;
    while (got > 0) {
        got = receive(buffer, sizeof buffer, until);
    }
    return got == 0;
}

} // namespace foyer::test
