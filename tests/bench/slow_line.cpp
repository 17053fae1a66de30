// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/slow_line.h"

#include "core/base/ensure.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <deque>
#include <random>

namespace foyer::bench {
namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr int kLookEveryMs = 50;
constexpr std::size_t kPiece = 1460; // what a packet of the internet carries

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

bool sendAll(int to, const std::vector<char>& bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t went = ::send(to, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (went <= 0) {
            return false;
        }
        sent += static_cast<std::size_t>(went);
    }
    return true;
}

} // namespace

SlowLine::SlowLine() : m_listener{::socket(AF_INET, SOCK_STREAM, 0)}
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    auto* any = reinterpret_cast<sockaddr*>(&address);
    ENSURE(::bind(m_listener, any, size) == 0 && ::listen(m_listener, 8) == 0);
    ENSURE(::getsockname(m_listener, any, &size) == 0);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::jthread{[this] { accept(); }};
}

SlowLine::~SlowLine()
{
    m_isEnding = true;
    m_acceptor.join();
    m_carriers.clear();
    ::close(m_listener);
}

void SlowLine::be(std::int64_t bytesPerSecond, std::chrono::milliseconds delay,
                  unsigned lossPercent)
{
    m_lossPercent = lossPercent;
    m_bytesPerSecond = bytesPerSecond;
    m_delayMs = delay.count();
}

void SlowLine::accept()
{
    while (!m_isEnding) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, kLookEveryMs) != 1) {
            continue;
        }
        const int client = ::accept(m_listener, nullptr, nullptr);
        const int server = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = loopback(m_server);
        const int yes = 1;
        for (const int socket : {client, server}) {
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
        }
        ENSURE(::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
        m_carriers.emplace_back([this, client, server] { carry(server, client, true); });
        m_carriers.emplace_back([this, client, server] { carry(client, server, false); });
    }
}

void SlowLine::carry(int from, int to, bool isDown)
{
    struct Travelling {
        Time arrives;
        std::vector<char> bytes;
    };
    std::deque<Travelling> line;
    Time lastLeft = std::chrono::steady_clock::now();
    bool isOpen = true;
    std::minstd_rand chance{static_cast<unsigned>(from)};
    while (!m_isEnding && (isOpen || !line.empty())) {
        const Time now = std::chrono::steady_clock::now();
        while (!line.empty() && line.front().arrives <= now) {
            if (!sendAll(to, line.front().bytes)) {
                isOpen = false;
                line.clear();
                break;
            }
            m_carried += isDown ? static_cast<std::int64_t>(line.front().bytes.size()) : 0;
            line.pop_front();
        }
        pollfd waiting{from, POLLIN, 0};
        const bool isFull = lastLeft > now + std::chrono::milliseconds{kLookEveryMs};
        if (!isOpen || isFull || ::poll(&waiting, 1, line.empty() ? kLookEveryMs : 1) != 1) {
            if (isFull || !isOpen) {
                std::this_thread::sleep_for(std::chrono::milliseconds{1});
            }
            continue;
        }
        std::vector<char> bytes(m_bytesPerSecond > 0 ? kPiece : kPiece * 40);
        const ssize_t got = ::recv(from, bytes.data(), bytes.size(), 0);
        if (got <= 0) {
            isOpen = false;
            continue;
        }
        bytes.resize(static_cast<std::size_t>(got));
        const std::int64_t rate = m_bytesPerSecond;
        lastLeft = std::max(lastLeft, std::chrono::steady_clock::now()) +
            std::chrono::nanoseconds{rate > 0 ? 1'000'000'000 * got / rate : 0};
        if (chance() % 100 < m_lossPercent) {
            lastLeft += std::chrono::milliseconds{2 * m_delayMs};
        }
        line.push_back({lastLeft + std::chrono::milliseconds{m_delayMs}, std::move(bytes)});
    }
    ::shutdown(to, SHUT_WR);
    ::shutdown(from, SHUT_RD);
}

} // namespace foyer::bench
