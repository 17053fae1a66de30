// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/http_server.h"

#include "core/base/ensure.h"
#include "sync/server/http/connection_loop.h"

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <sys/resource.h>

#include <algorithm>
#include <thread>

namespace foyer::server {
namespace {

constexpr int kBacklog = 1024;
constexpr std::size_t kOtherFiles = 128; ///< databases, logs, what libraries open

/// The loops with all they stand on: whoever announces something may be the last to hold them.
struct LoopSet {
    LoopSet(const ServerOptions& options, RequestGate& gate, WakeLine& wakeLine, Metrics& metrics,
            int listener)
        : workers{options.workers, options.waitingMax}, share{options, gate,     wakeLine, metrics,
                                                              workers, listener, {},       {}}
    {
        for (int i = 0; i < std::max(options.loops, 1); ++i) {
            loops.push_back(std::make_unique<ConnectionLoop>(share));
        }
    }
    WorkerPool workers;
    LoopShare share;
    std::vector<std::unique_ptr<ConnectionLoop>> loops;
};

/// As many connections as there can be files.
std::size_t connectionsPossible(std::size_t asked)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        (void)::setrlimit(RLIMIT_NOFILE, &limit);
    }
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return asked;
    }
    const auto files = static_cast<std::size_t>(limit.rlim_cur);
    return std::min(asked, files > 2 * kOtherFiles ? files - kOtherFiles : files / 2);
}

} // namespace

struct HttpServer::Private {
    ServerOptions options;
    RequestGate& gate;
    WakeLine& wakeLine;
    Metrics& metrics;
    Poco::Net::ServerSocket socket;
    std::shared_ptr<LoopSet> set;
    std::vector<std::thread> threads;
};

HttpServer::HttpServer(const ServerOptions& options, RequestGate& gate, WakeLine& wakeLine,
                       Metrics& metrics)
    : d{std::make_unique<Private>(Private{options, gate, wakeLine, metrics, {}, {}, {}})}
{
    d->options.connectionsMax = connectionsPossible(options.connectionsMax);
}

HttpServer::~HttpServer()
{
    stop();
}

Result<void> HttpServer::start()
{
    ENSURE(d->threads.empty());
    try {
        const Poco::Net::SocketAddress address{d->options.address, d->options.port};
        d->socket.bind(address, true);
        d->socket.listen(kBacklog);
        d->socket.setBlocking(false);
    } catch (const Poco::Exception&) {
        const std::string place = d->options.address + ':' + std::to_string(d->options.port);
        return storageError("cannot_listen",
                            "The server cannot listen at " + place +
                                ". Another program does, or the address is not this computer's.",
                            place);
    }
    d->set = std::make_shared<LoopSet>(d->options, d->gate, d->wakeLine, d->metrics,
                                       d->socket.impl()->sockfd());
    for (const auto& loop : d->set->loops) {
        d->threads.emplace_back([&loop = *loop] { loop.run(); });
    }
    d->wakeLine.listen([weak = std::weak_ptr{d->set}](OrganizerId organizer, std::int64_t to) {
        if (const auto set = weak.lock()) {
            for (const auto& loop : set->loops) {
                loop->wake(organizer, to);
            }
        }
    });
    return {};
}

std::uint16_t HttpServer::port() const
{
    return d->socket.address().port();
}

void HttpServer::stop()
{
    if (!d->set) {
        return;
    }
    for (const auto& loop : d->set->loops) {
        loop->stop();
    }
    for (std::thread& thread : d->threads) {
        thread.join();
    }
    d->threads.clear();
    d->socket.close();
    d->set->workers.stop(); // before the loops go: a worker may still post its answer
    d->set.reset();
}

} // namespace foyer::server
