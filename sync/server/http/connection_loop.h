// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/byte_stream.h"
#include "sync/server/http/http_server.h"
#include "sync/server/http/worker_pool.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace foyer::server {

/// How many connections there are, in all and by address. Safe from any thread.
class ConnectionCounts {
public:
    /// False where there are too many; then nothing is counted.
    bool add(const std::string& address, const ServerOptions& options);
    void remove(const std::string& address);

private:
    std::mutex m_mutex;
    std::size_t m_all = 0;
    std::unordered_map<std::string, std::size_t> m_byAddress;
};

/// What the loops of one server share.
struct LoopShare {
    const ServerOptions& options;
    RequestGate& gate;
    WakeLine& wakeLine;
    Metrics& metrics;
    WorkerPool& workers;
    int listener = -1;
    ConnectionCounts counts;
    std::atomic<std::size_t> bodyBytes{0};
};

/// One thread that reads and writes many connections. Only its own thread touches them; everything
/// else posts to it.
class ConnectionLoop {
public:
    explicit ConnectionLoop(LoopShare& share);
    ~ConnectionLoop();
    ConnectionLoop(const ConnectionLoop&) = delete;
    ConnectionLoop& operator=(const ConnectionLoop&) = delete;

    /// Until stop(), and until what was under way then is answered.
    void run();
    void stop();
    /// Answers those who wait for more of an organizer than this position.
    void wake(OrganizerId organizer, std::int64_t position);

private:
    using Time = std::chrono::steady_clock::time_point;
    enum class State : std::uint8_t { Head, Body, Answering, Waiting, Writing, Draining };
    enum class Progress : std::uint8_t { Again, Blocked, Handed, Gone };

    /// A request while a worker has it.
    struct Work {
        Arrival arrival;
        Bytes body;
    };
    struct Connection {
        std::uint64_t id = 0;
        ByteStream stream;
        std::string address;
        State state = State::Head;
        std::string in; ///< read, not used yet
        std::shared_ptr<Work> work;
        std::string out;
        std::size_t written = 0;
        Time since;    ///< of this body or answer
        Time deadline; ///< of this head, wait or goodbye
        std::size_t drained = 0;
        bool isIdle = false; ///< between two requests
        bool closes = false;
        WaitFor waits;
        std::optional<Time> waitsUntil; ///< while the request waits, or is looked at again
        std::vector<std::pair<std::string, std::string>> waitHeaders; ///< for the answer to come
        Connection(int socket, ssl_ctx_st* tls) : stream{socket, tls} {}
    };

    void post(std::function<void()> mail);
    void takeMail();
    void acceptAll();
    void acceptOne(int socket, std::string address);
    void advance(Connection& connection);
    void arm(Connection& connection);
    void close(Connection& connection);

    Progress readHeadOf(Connection& connection);
    Progress beginRequest(Connection& connection, std::size_t headSize);
    Progress readBody(Connection& connection);
    Progress takeBody(Connection& connection, std::string_view bytes);
    Progress dispatch(Connection& connection);
    Progress settle(Connection& connection, const Reply& reply);
    Progress waitOn(Connection& connection);
    Progress lookAgain(Connection& connection);
    Progress refuse(Connection& connection, int status, const char* code, const char* detail);
    Progress respond(Connection& connection, const Reply& reply, bool closes);
    Progress flush(Connection& connection);
    Progress finishWriting(Connection& connection);
    Progress drain(Connection& connection);
    Progress watch(Connection& connection);
    void answered(std::uint64_t id, const Reply& reply);
    void wakeAll(OrganizerId organizer, std::int64_t position);
    Progress wakeOne(Connection& connection);

    void tick(Time now);
    Progress overdue(Connection& connection, Time now);
    bool isTooSlow(const Connection& connection, std::size_t bytes, Time now) const;
    void beginStop();

    LoopShare& m_share;
    int m_poll = -1;
    int m_bell = -1;
    std::uint64_t m_lastId = 1;
    std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> m_connections;
    std::vector<char> m_buffer;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_mail;
    bool m_isStopping = false;
    Time m_stopsBy;
};

} // namespace foyer::server
