// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/listener.h"

#include "core/base/ensure.h"
#include "core/storage/database.h"
#include "core/storage/postgres_failure.h"
#include "core/storage/postgres_session.h"
#include "core/storage/postgres_values.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <libpq-fe.h>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace foyer {
namespace {

struct FreeMemory {
    void operator()(void* memory) const { PQfreemem(memory); }
};

} // namespace

struct Listener::Private {
    std::optional<PostgresSession> session; ///< none on SQLite
    std::vector<std::string> channels;
    std::string ending; ///< that the server's names of the channels have: which schema they are of
    int woken = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    bool isListening = false;

    bool listen();
    void collect(std::vector<Notification>& notifications);
};

/// False where the connection is gone.
bool Listener::Private::listen()
{
    const PostgresResult schema{
        PQexec(session->handle(), "SELECT '_' || md5(coalesce(current_schema(), ''))")};
    if (PQresultStatus(schema.get()) != PGRES_TUPLES_OK) {
        return false;
    }
    ending = PQgetvalue(schema.get(), 0, 0);
    for (const std::string& channel : channels) {
        const std::string whole = channel + ending;
        const std::unique_ptr<char, FreeMemory> name{
            PQescapeIdentifier(session->handle(), whole.data(), whole.size())};
        if (!name) {
            return false;
        }
        const PostgresResult answer{
            PQexec(session->handle(), (std::string{"LISTEN "} + name.get()).c_str())};
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) {
            return false;
        }
    }
    isListening = true;
    return true;
}

void Listener::Private::collect(std::vector<Notification>& notifications)
{
    if (PQconsumeInput(session->handle()) != 1 || PQstatus(session->handle()) != CONNECTION_OK) {
        isListening = false;
        return;
    }
    while (const std::unique_ptr<PGnotify, FreeMemory> heard{PQnotifies(session->handle())}) {
        std::string channel = heard->relname;
        channel.resize(channel.size() - std::min(ending.size(), channel.size()));
        notifications.push_back({std::move(channel), heard->extra});
    }
}

std::unique_ptr<Listener> Listener::open(const std::string& path, std::vector<std::string> channels)
{
    auto d = std::make_unique<Private>();
    ENSURE(d->woken >= 0);
    ENSURE(std::ranges::all_of(channels, [](const std::string& channel) {
        return channel.size() <= kChannelMax;
    }));
    d->channels = std::move(channels);
    std::unique_ptr<Listener> listener{new Listener{std::move(d)}};
    if (isPostgresAddress(path)) {
        auto& session = listener->d->session.emplace(PostgresAddress::parse(path));
        if (!listener->d->listen()) {
            throw StorageFailure{connectionLost(session.address().shown)};
        }
    }
    return listener;
}

Listener::Listener(std::unique_ptr<Private> priv) : d{std::move(priv)} {}

Listener::~Listener()
{
    ::close(d->woken);
}

Listener::Heard Listener::wait(std::chrono::milliseconds most)
{
    Heard heard;
    const auto until = std::chrono::steady_clock::now() + most;
    if (d->session) {
        if (!d->isListening) {
            heard.mayHaveMissed = d->session->reconnect() && d->listen();
            if (heard.mayHaveMissed) {
                return heard;
            }
        }
        // What came together with an earlier answer is in libpq's memory, not in the socket.
        d->collect(heard.notifications);
    }
    while (heard.notifications.empty()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        const int socket = d->isListening ? PQsocket(d->session->handle()) : -1;
        std::array<pollfd, 2> watched{pollfd{d->woken, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
        const int ready = ::poll(watched.data(), watched.size(),
                                 static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        std::uint64_t times = 0;
        if (ready <= 0 || ::read(d->woken, &times, sizeof times) > 0) {
            break;
        }
        d->collect(heard.notifications);
        if (!d->isListening) {
            break; // the next call connects again
        }
    }
    return heard;
}

void Listener::wake()
{
    const std::uint64_t once = 1;
    (void)!::write(d->woken, &once, sizeof once);
}

} // namespace foyer
