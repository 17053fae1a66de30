// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/connection_loop.h"

#include "core/base/ensure.h"

#include <Poco/Net/Context.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace foyer::server {
namespace {

constexpr std::uint64_t kListener = 0;
constexpr std::uint64_t kBell = 1;
constexpr std::size_t kBufferSize = 16 * 1024;
constexpr std::chrono::milliseconds kTick{250};

std::string addressOf(const sockaddr_storage& peer)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void* address = peer.ss_family == AF_INET6
        ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(&peer)->sin6_addr)
        : static_cast<const void*>(&reinterpret_cast<const sockaddr_in*>(&peer)->sin_addr);
    ::inet_ntop(peer.ss_family, address, text.data(), text.size());
    return text.data();
}

void watchSocket(int poll, int socket, std::uint64_t id, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    ENSURE(::epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event) == 0);
}

} // namespace

bool ConnectionCounts::add(const std::string& address, const ServerOptions& options)
{
    const std::lock_guard lock{m_mutex};
    std::size_t& ofAddress = m_byAddress[address];
    if (m_all >= options.connectionsMax || ofAddress >= options.connectionsPerAddressMax) {
        if (ofAddress == 0) {
            m_byAddress.erase(address);
        }
        return false;
    }
    ++m_all;
    ++ofAddress;
    return true;
}

void ConnectionCounts::remove(const std::string& address)
{
    const std::lock_guard lock{m_mutex};
    const auto found = m_byAddress.find(address);
    ENSURE(found != m_byAddress.end() && m_all > 0);
    --m_all;
    if (--found->second == 0) {
        m_byAddress.erase(found);
    }
}

ConnectionLoop::ConnectionLoop(LoopShare& share)
    : m_share{share}, m_poll{::epoll_create1(EPOLL_CLOEXEC)}, m_bell{::eventfd(0,
                                                                               EFD_NONBLOCK |
                                                                                   EFD_CLOEXEC)},
      m_buffer(kBufferSize)
{
    ENSURE(m_poll >= 0 && m_bell >= 0);
    watchSocket(m_poll, m_share.listener, kListener, EPOLLIN | EPOLLEXCLUSIVE);
    watchSocket(m_poll, m_bell, kBell, EPOLLIN);
}

ConnectionLoop::~ConnectionLoop()
{
    for (const auto& [id, connection] : m_connections) {
        m_share.counts.remove(connection->address);
    }
    m_connections.clear();
    ::close(m_bell);
    ::close(m_poll);
}

void ConnectionLoop::post(std::function<void()> mail)
{
    {
        const std::lock_guard lock{m_mutex};
        m_mail.push_back(std::move(mail));
    }
    const std::uint64_t one = 1;
    (void)!::write(m_bell, &one, sizeof one); // full means that it rings already
}

void ConnectionLoop::takeMail()
{
    std::uint64_t count = 0;
    (void)!::read(m_bell, &count, sizeof count);
    std::vector<std::function<void()>> mail;
    {
        const std::lock_guard lock{m_mutex};
        mail.swap(m_mail);
    }
    for (const auto& letter : mail) {
        letter();
    }
}

void ConnectionLoop::stop()
{
    post([this] { beginStop(); });
}

void ConnectionLoop::wake(OrganizerId organizer, std::int64_t position)
{
    post([this, organizer, position] { wakeAll(organizer, position); });
}

void ConnectionLoop::run()
{
    // A peer that went away is an error of that connection, not a signal to this process; and how
    // the process is told to end is the affair of its first thread.
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGPIPE, SIGTERM, SIGINT, SIGQUIT}) {
        ::sigaddset(&signals, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::array<epoll_event, 128> events{};
    Time nextTick = std::chrono::steady_clock::now() + kTick;
    while (!m_isStopping ||
           (!m_connections.empty() && std::chrono::steady_clock::now() < m_stopsBy)) {
        // With nobody here there is nothing to look after, and no reason to wake up.
        const int timeout = m_connections.empty() ? -1 : static_cast<int>(kTick.count());
        const int count =
            ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), timeout);
        for (int i = 0; i < count; ++i) {
            const std::uint64_t id = events[static_cast<std::size_t>(i)].data.u64;
            if (id == kListener) {
                acceptAll();
            } else if (id == kBell) {
                takeMail();
            } else if (const auto found = m_connections.find(id); found != m_connections.end()) {
                advance(*found->second);
            }
        }
        if (const Time now = std::chrono::steady_clock::now(); now >= nextTick) {
            tick(now);
            nextTick = now + kTick;
        }
    }
}

void ConnectionLoop::acceptAll()
{
    // Not without end: the loop of the other core may take some, and others wait here already.
    for (int taken = 0; taken < 64 && !m_isStopping; ++taken) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        const int socket = ::accept4(m_share.listener, reinterpret_cast<sockaddr*>(&peer), &size,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0) {
            if (errno == EMFILE || errno == ENFILE) {
                m_share.metrics.add("foyer_connections_refused_total", {{"reason", "files"}});
                ::usleep(1000); // nothing to be done but to let others close theirs
            }
            return;
        }
        acceptOne(socket, addressOf(peer));
    }
}

void ConnectionLoop::acceptOne(int socket, std::string address)
{
    if (!m_share.counts.add(address, m_share.options)) {
        m_share.metrics.add("foyer_connections_refused_total", {{"reason", "limit"}});
        ::close(socket);
        return;
    }
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const auto& tls = m_share.options.tls;
    auto connection =
        std::make_unique<Connection>(socket, tls.isNull() ? nullptr : tls->sslContext());
    connection->id = ++m_lastId;
    connection->address = std::move(address);
    connection->deadline = std::chrono::steady_clock::now() + m_share.options.headDeadline;
    watchSocket(m_poll, socket, connection->id, EPOLLIN | EPOLLONESHOT);
    m_share.metrics.move("foyer_connections", 1);
    m_connections.emplace(connection->id, std::move(connection));
}

void ConnectionLoop::close(Connection& connection)
{
    m_share.counts.remove(connection.address);
    m_share.metrics.move("foyer_connections", -1);
    if (connection.state == State::Body && connection.work) {
        m_share.bodyBytes -= connection.work->body.size();
    }
    m_connections.erase(connection.id);
}

void ConnectionLoop::arm(Connection& connection)
{
    epoll_event event{};
    event.events = EPOLLONESHOT | (connection.stream.wantsToWrite() ? EPOLLOUT : EPOLLIN);
    event.data.u64 = connection.id;
    ENSURE(::epoll_ctl(m_poll, EPOLL_CTL_MOD, connection.stream.socket(), &event) == 0);
}

void ConnectionLoop::advance(Connection& connection)
{
    while (true) {
        Progress progress = Progress::Handed;
        switch (connection.state) {
        case State::Head:
            progress = readHeadOf(connection);
            break;
        case State::Body:
            progress = readBody(connection);
            break;
        case State::Writing:
            progress = flush(connection);
            break;
        case State::Draining:
            progress = drain(connection);
            break;
        case State::Waiting:
            progress = watch(connection);
            break;
        case State::Answering:
            break;
        }
        switch (progress) {
        case Progress::Again:
            continue;
        case Progress::Blocked:
            arm(connection);
            return;
        case Progress::Gone:
            close(connection);
            return;
        case Progress::Handed:
            return;
        }
    }
}

void ConnectionLoop::beginStop()
{
    m_isStopping = true;
    m_stopsBy = std::chrono::steady_clock::now() + m_share.options.stopGrace;
    ::epoll_ctl(m_poll, EPOLL_CTL_DEL, m_share.listener, nullptr);
    std::vector<std::uint64_t> ids;
    for (const auto& [id, connection] : m_connections) {
        ids.push_back(id);
    }
    for (const std::uint64_t id : ids) {
        const auto found = m_connections.find(id);
        if (found == m_connections.end()) {
            continue;
        }
        Connection& connection = *found->second;
        if (connection.state == State::Head && connection.in.empty()) {
            close(connection);
        } else if (connection.state == State::Waiting) {
            wakeOne(connection);
            advance(connection);
        }
    }
}

} // namespace foyer::server
