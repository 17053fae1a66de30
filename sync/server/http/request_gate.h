// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "sync/server/http/rate_limits.h"
#include "sync/server/http/request_head.h"
#include "sync/server/http/router.h"
#include "sync/server/observe/metrics.h"
#include "sync/server/observe/server_log.h"

#include <chrono>
#include <map>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace foyer::server {

/// A request on its way: what is known of it by its head.
struct Arrival {
    RequestHead head;
    std::string address; ///< of the peer of the socket, never of a header
    std::string requestId;
    Instant at;
    std::chrono::steady_clock::time_point since;
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> parameters;
    std::map<std::string, std::string, std::less<>> query;
    std::optional<ReplicaId> device; ///< once it is proved; for the log
    std::size_t bodySize = 0;
};

/// Proves who sent a request: by its token and its signature over the head and these bytes.
class CallerCheck {
public:
    virtual ~CallerCheck() = default;
    virtual std::variant<Caller, Reply> check(const Arrival& arrival, ByteView body) = 0;

protected:
    CallerCheck() = default;
    CallerCheck(const CallerCheck&) = default;
    CallerCheck& operator=(const CallerCheck&) = default;
};

/// What every request has to pass, in this order: there is such a route; its size and type; its
/// limit by address; who sent it; the limit of that device; the permission; the handler. Safe from
/// any thread.
class RequestGate {
public:
    /// `callers` null: only public routes can be called.
    RequestGate(const Router& router, RateLimits& limits, CallerCheck* callers, ServerLog& log,
                Metrics& metrics, const Clock& clock, Random& random);

    /// To be told of each caller who has not got the permission of a route. May throw
    /// StorageFailure.
    using NoteDenied = std::function<void(const Caller&, Permission)>;
    void setNoteDenied(NoteDenied note) { m_noteDenied = std::move(note); }

    /// Begins a request: gives it an id and an instant.
    Arrival arrive(RequestHead head, std::string address) const;
    /// Everything that can be said by the head alone. Nothing where the body may be read.
    std::optional<Reply> refusalByHead(Arrival& arrival);
    /// The rest. Exceptions end here, as 500 or 503 without detail.
    Reply answer(Arrival& arrival, Bytes body);
    /// What somebody who waited is told; see WaitFor::look. Exceptions end as those of answer().
    Reply lookAgain(const Arrival& arrival, const WaitFor& waits, bool isLast);
    /// The bytes of an answer; writes the log line and the figures of the request.
    std::string render(const Reply& reply, const Arrival& arrival, bool closes);

private:
    Reply called(Arrival& arrival, Bytes body);
    Reply guarded(const Arrival& arrival, const std::function<Reply()>& work);
    /// What is proved of a request, one after the other.
    struct Proved {
        std::optional<Caller> caller;
        std::optional<RateDecision> rate;
        std::optional<Permit> permit;
    };
    std::optional<Reply> refusalByCaller(Arrival& arrival, ByteView body, Proved& proved);
    std::optional<Reply> refusalByPermission(Permission permission, Proved& proved);

    const Router& m_router;
    RateLimits& m_limits;
    CallerCheck* m_callers;
    ServerLog& m_log;
    Metrics& m_metrics;
    const Clock& m_clock;
    Random& m_random;
    NoteDenied m_noteDenied;
};

/// The media type of a Content-Type: lower case, without parameters.
std::string mediaTypeOf(std::string_view contentType);
/// "Sun, 29 Nov 2026 17:00:00 GMT" (RFC 9110 §5.6.7).
std::string httpDate(Instant instant);

} // namespace foyer::server
