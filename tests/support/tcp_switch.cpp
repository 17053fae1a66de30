// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tcp_switch.h"

#include "core/base/ensure.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace foyer::test {
namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

TcpSwitch::TcpSwitch() : m_listening{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ENSURE(::bind(m_listening, reinterpret_cast<sockaddr*>(&address), size) == 0);
    ENSURE(::listen(m_listening, 64) == 0);
    ENSURE(::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    m_port = ntohs(address.sin_port);
    m_accepting = std::thread{[this] { accept(); }};
}

TcpSwitch::~TcpSwitch()
{
    ::shutdown(m_listening, SHUT_RDWR);
    m_accepting.join();
    pointTo(0);
    for (std::thread& carrier : m_carriers) {
        carrier.join();
    }
    for (const int socket : m_open) {
        ::close(socket);
    }
    ::close(m_listening);
}

void TcpSwitch::pointTo(std::uint16_t port)
{
    m_target = port;
    const std::lock_guard lock{m_mutex};
    for (const int socket : m_open) {
        ::shutdown(socket, SHUT_RDWR);
    }
}

void TcpSwitch::accept()
{
    for (;;) {
        const int client = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) {
            return;
        }
        const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(m_target);
        if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            ::close(client);
            ::close(server);
            continue;
        }
        const std::lock_guard lock{m_mutex};
        m_open.push_back(client);
        m_open.push_back(server);
        m_carriers.emplace_back(carry, client, server);
        m_carriers.emplace_back(carry, server, client);
    }
}

void TcpSwitch::carry(int from, int to)
{
    std::array<char, 16 * 1024> bytes{};
    for (;;) {
        const ssize_t count = ::recv(from, bytes.data(), bytes.size(), 0);
        ssize_t sent = 0;
        while (count > 0 && sent < count) {
            const ssize_t step = ::send(to, bytes.data() + sent,
                                        static_cast<std::size_t>(count - sent), MSG_NOSIGNAL);
            if (step <= 0) {
                break;
            }
            sent += step;
        }
        if (count <= 0 || sent < count) {
            ::shutdown(to, SHUT_RDWR);
            return;
        }
    }
}

} // namespace foyer::test
