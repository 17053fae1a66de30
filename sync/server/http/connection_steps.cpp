// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a connection does from step to step, always on the thread of its loop.
#include "core/base/ensure.h"
#include "sync/server/http/connection_loop.h"
#include "sync/server/http/problem.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr std::chrono::milliseconds kGoodbye{2'000};
constexpr std::size_t kDrainMax = std::size_t{1024} * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

Reply wakeReply(std::int64_t position)
{
    return jsonReply("{\"position\":" + std::to_string(position) + "}");
}

Reply busy()
{
    Reply reply = problem(503, "busy", "The server has too much to do. Try again soon.");
    reply.headers.emplace_back("Retry-After", "2");
    return reply;
}

} // namespace

ConnectionLoop::Progress ConnectionLoop::readHeadOf(Connection& connection)
{
    while (true) {
        const auto end = headEnd(connection.in);
        if (const auto* fault = std::get_if<HeadFault>(&end)) {
            return refuse(connection, fault->status, fault->code, fault->detail);
        }
        if (const std::size_t size = std::get<std::size_t>(end); size > 0) {
            return beginRequest(connection, size);
        }
        const auto moved = connection.stream.read(m_buffer);
        if (moved.outcome == ByteStream::Outcome::WouldBlock) {
            return Progress::Blocked;
        }
        if (moved.outcome != ByteStream::Outcome::Done) {
            return Progress::Gone;
        }
        if (connection.isIdle) {
            connection.isIdle = false;
            connection.deadline = std::chrono::steady_clock::now() + m_share.options.headDeadline;
        }
        connection.in.append(m_buffer.data(), moved.bytes);
    }
}

ConnectionLoop::Progress ConnectionLoop::beginRequest(Connection& connection, std::size_t headSize)
{
    auto read = readHead(std::string_view{connection.in}.substr(0, headSize));
    if (const auto* fault = std::get_if<HeadFault>(&read)) {
        return refuse(connection, fault->status, fault->code, fault->detail);
    }
    connection.in.erase(0, headSize);
    connection.work = std::make_shared<Work>(
        Work{m_share.gate.arrive(std::get<RequestHead>(std::move(read)), connection.address), {}});
    Arrival& arrival = connection.work->arrival;
    const bool hasBody = arrival.head.contentLength > 0;
    if (const auto refusal = m_share.gate.refusalByHead(arrival)) {
        return respond(connection, *refusal,
                       hasBody); // what was not read must not be taken for a head
    }
    if (!hasBody) {
        return dispatch(connection);
    }
    if (arrival.head.expectsContinue && connection.in.empty() &&
        connection.stream.write(kContinue).bytes != kContinue.size()) {
        return Progress::Gone;
    }
    connection.state = State::Body;
    connection.since = std::chrono::steady_clock::now();
    return Progress::Again;
}

ConnectionLoop::Progress ConnectionLoop::takeBody(Connection& connection, std::string_view bytes)
{
    if ((m_share.bodyBytes += bytes.size()) > m_share.options.bodyBytesMax) {
        m_share.bodyBytes -= bytes.size();
        return refuse(connection, 503, "busy", "The server has too much to read. Try again soon.");
    }
    Bytes& body = connection.work->body;
    body.insert(body.end(), bytes.begin(), bytes.end());
    return body.size() == connection.work->arrival.head.contentLength ? dispatch(connection)
                                                                      : Progress::Again;
}

ConnectionLoop::Progress ConnectionLoop::readBody(Connection& connection)
{
    const std::size_t missing =
        connection.work->arrival.head.contentLength - connection.work->body.size();
    if (!connection.in.empty()) {
        const std::string taken = connection.in.substr(0, missing);
        connection.in.erase(0, taken.size());
        return takeBody(connection, taken);
    }
    const auto moved =
        connection.stream.read(std::span{m_buffer}.first(std::min(missing, m_buffer.size())));
    if (moved.outcome == ByteStream::Outcome::WouldBlock) {
        return Progress::Blocked;
    }
    if (moved.outcome != ByteStream::Outcome::Done) {
        return Progress::Gone;
    }
    return takeBody(connection, {m_buffer.data(), moved.bytes});
}

ConnectionLoop::Progress ConnectionLoop::dispatch(Connection& connection)
{
    connection.state = State::Answering;
    const std::shared_ptr<Work> work = connection.work;
    m_share.bodyBytes -= work->body.size();
    if (work->arrival.route->isQuick) {
        return settle(connection, m_share.gate.answer(work->arrival, std::move(work->body)));
    }
    const bool isTaken = m_share.workers.offer([this, id = connection.id, work] {
        post([this, id, reply = m_share.gate.answer(work->arrival, std::move(work->body))] {
            answered(id, reply);
        });
    });
    if (!isTaken) {
        return respond(connection, busy(), false);
    }
    return Progress::Handed;
}

void ConnectionLoop::answered(std::uint64_t id, const Reply& reply)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end()) {
        return; // the loop gave it up while it was stopping
    }
    Connection& connection = *found->second;
    settle(connection, reply);
    advance(connection);
}

ConnectionLoop::Progress ConnectionLoop::settle(Connection& connection, const Reply& reply)
{
    if (!reply.wait) {
        if (!connection.waitsUntil) {
            return respond(connection, reply, false);
        }
        Reply looked = reply;
        looked.headers.insert(looked.headers.end(), connection.waitHeaders.begin(),
                              connection.waitHeaders.end());
        return respond(connection, looked, false);
    }
    if (connection.waitsUntil) {
        return waitOn(connection);
    }
    connection.waits = *reply.wait;
    connection.waitHeaders = reply.headers;
    connection.waitsUntil = std::chrono::steady_clock::now() + connection.waits.atMost;
    connection.in.shrink_to_fit();
    return waitOn(connection);
}

ConnectionLoop::Progress ConnectionLoop::waitOn(Connection& connection)
{
    const WaitFor& waits = connection.waits;
    // Announced in between: whoever asks which is later, the line knows.
    if (m_isStopping ||
        (!waits.look && m_share.wakeLine.announced(waits.organizer) > waits.after)) {
        return wakeOne(connection);
    }
    connection.state = State::Waiting;
    connection.deadline = waits.look
        ? std::min(*connection.waitsUntil, std::chrono::steady_clock::now() + waits.every)
        : *connection.waitsUntil;
    m_share.metrics.move("foyer_waiting", 1);
    return Progress::Again;
}

ConnectionLoop::Progress ConnectionLoop::wakeOne(Connection& connection)
{
    if (connection.state == State::Waiting) {
        m_share.metrics.move("foyer_waiting", -1);
    }
    if (connection.waits.look) {
        return lookAgain(connection);
    }
    const std::int64_t known = m_share.wakeLine.announced(connection.waits.organizer);
    Reply reply = wakeReply(std::max(known, connection.waits.after));
    reply.headers.insert(reply.headers.end(), connection.waitHeaders.begin(),
                         connection.waitHeaders.end());
    return respond(connection, reply, false);
}

ConnectionLoop::Progress ConnectionLoop::lookAgain(Connection& connection)
{
    const bool isLast = m_isStopping || std::chrono::steady_clock::now() >= *connection.waitsUntil;
    connection.state = State::Answering;
    const bool isTaken = m_share.workers.offer(
        [this, isLast, id = connection.id, work = connection.work, waits = connection.waits] {
            post([this, id, reply = m_share.gate.lookAgain(work->arrival, waits, isLast)] {
                answered(id, reply);
            });
        });
    if (isTaken) {
        return Progress::Handed;
    }
    if (isLast) {
        return respond(connection, busy(), false);
    }
    return waitOn(connection); // there is no hurry
}

void ConnectionLoop::wakeAll(OrganizerId organizer, std::int64_t position)
{
    std::vector<Connection*> woken;
    for (const auto& [id, connection] : m_connections) {
        if (connection->state == State::Waiting && connection->waits.organizer == organizer &&
            (connection->waits.look || connection->waits.after < position)) {
            woken.push_back(connection.get());
        }
    }
    for (Connection* connection : woken) {
        wakeOne(*connection);
        advance(*connection);
    }
}

ConnectionLoop::Progress ConnectionLoop::refuse(Connection& connection, int status,
                                                const char* code, const char* detail)
{
    if (connection.state == State::Body) {
        m_share.bodyBytes -= connection.work->body.size();
    } else {
        connection.work = std::make_shared<Work>(
            Work{m_share.gate.arrive(RequestHead{}, connection.address), {}});
    }
    m_share.metrics.add("foyer_requests_refused_total", {{"code", code}});
    return respond(connection, problem(status, code, detail), true);
}

ConnectionLoop::Progress ConnectionLoop::respond(Connection& connection, const Reply& reply,
                                                 bool closes)
{
    const Arrival& arrival = connection.work->arrival;
    connection.closes = closes || m_isStopping || !arrival.head.keepAlive;
    connection.out = m_share.gate.render(reply, arrival, connection.closes);
    connection.written = 0;
    connection.since = std::chrono::steady_clock::now();
    connection.state = State::Writing;
    connection.work.reset();
    connection.waits = {};
    connection.waitsUntil.reset();
    return Progress::Again;
}

ConnectionLoop::Progress ConnectionLoop::flush(Connection& connection)
{
    while (connection.written < connection.out.size()) {
        const auto moved =
            connection.stream.write(std::string_view{connection.out}.substr(connection.written));
        if (moved.outcome == ByteStream::Outcome::WouldBlock) {
            return Progress::Blocked;
        }
        if (moved.outcome != ByteStream::Outcome::Done) {
            return Progress::Gone;
        }
        connection.written += moved.bytes;
    }
    return finishWriting(connection);
}

ConnectionLoop::Progress ConnectionLoop::finishWriting(Connection& connection)
{
    const Time now = std::chrono::steady_clock::now();
    // What an idle connection keeps counts a thousandfold.
    std::string{}.swap(connection.out);
    if (connection.closes) {
        // Closing at once would throw away what the peer has not read yet, if it is still sending.
        connection.stream.endWriting();
        connection.state = State::Draining;
        connection.deadline = now + kGoodbye;
        return Progress::Again;
    }
    if (connection.in.empty()) {
        connection.in.shrink_to_fit();
    }
    connection.state = State::Head;
    connection.isIdle = connection.in.empty();
    connection.deadline =
        now + (connection.isIdle ? m_share.options.idleMax : m_share.options.headDeadline);
    return Progress::Again;
}

ConnectionLoop::Progress ConnectionLoop::drain(Connection& connection)
{
    while (connection.drained < kDrainMax) {
        const auto moved = connection.stream.discard(m_buffer);
        if (moved.outcome == ByteStream::Outcome::WouldBlock) {
            return Progress::Blocked;
        }
        if (moved.outcome != ByteStream::Outcome::Done) {
            return Progress::Gone;
        }
        connection.drained += moved.bytes;
    }
    return Progress::Gone;
}

ConnectionLoop::Progress ConnectionLoop::watch(Connection& connection)
{
    while (connection.in.size() <= kHeadBytesMax) {
        const auto moved = connection.stream.read(m_buffer);
        if (moved.outcome == ByteStream::Outcome::WouldBlock) {
            return Progress::Blocked;
        }
        if (moved.outcome != ByteStream::Outcome::Done) {
            break; // the counter went away
        }
        connection.in.append(m_buffer.data(), moved.bytes);
    }
    m_share.metrics.move("foyer_waiting", -1);
    return Progress::Gone;
}

void ConnectionLoop::tick(Time now)
{
    std::vector<Connection*> late;
    for (const auto& [id, connection] : m_connections) {
        const bool isSlow = (connection->state == State::Body &&
                             isTooSlow(*connection, connection->work->body.size(), now)) ||
            (connection->state == State::Writing &&
             isTooSlow(*connection, connection->written, now));
        const bool isPast = now > connection->deadline &&
            (connection->state == State::Head || connection->state == State::Draining ||
             connection->state == State::Waiting);
        if (isSlow || isPast) {
            late.push_back(connection.get());
        }
    }
    for (Connection* connection : late) {
        if (overdue(*connection, now) == Progress::Gone) {
            close(*connection);
        } else {
            advance(*connection);
        }
    }
}

bool ConnectionLoop::isTooSlow(const Connection& connection, std::size_t bytes, Time now) const
{
    const auto counted = std::chrono::duration_cast<std::chrono::milliseconds>(
        now - connection.since - m_share.options.grace);
    return static_cast<std::int64_t>(bytes) * 1000 <
        counted.count() * m_share.options.bytesPerSecondMin;
}

ConnectionLoop::Progress ConnectionLoop::overdue(Connection& connection, Time /*now*/)
{
    switch (connection.state) {
    case State::Head:
        if (connection.isIdle || connection.in.empty() || !connection.stream.isReady()) {
            return Progress::Gone;
        }
        return refuse(connection, 408, "request_timeout", "The request took too long to arrive.");
    case State::Body:
        return refuse(connection, 408, "request_timeout", "The request took too long to arrive.");
    case State::Waiting:
        return wakeOne(connection);
    case State::Writing:
    case State::Draining:
    case State::Answering:
        break;
    }
    return Progress::Gone;
}

} // namespace foyer::server
