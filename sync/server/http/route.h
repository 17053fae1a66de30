// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/domain/access/distant_actor.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer::server {

/// Who sent a request, as its token and its signature proved. Never taken from any other header.
struct Caller {
    OrganizerId organizer;
    ReplicaId device;           ///< an enrolled device is the replica of that id
    std::int64_t epoch = 1;     ///< of that replica's life, as it was enrolled
    std::optional<UserId> user; ///< who signed in at the device; nothing for the device by itself
    std::string keyId;          ///< thumbprint of the device key that signed
    PermissionSet permissions;  ///< of that user's role, as it is now; none without a user
};

/// A request that has passed everything that its route declares. A handler sees nothing else of it.
struct Request {
    const Caller* caller = nullptr; ///< null on public routes only
    /// The leave to act that the route's permission gave the user; null on all other routes.
    const Permit* permit = nullptr;
    std::string method;
    std::string path;                                           ///< as sent, without the query
    std::map<std::string, std::string, std::less<>> parameters; ///< of the pattern's {names}
    std::map<std::string, std::string, std::less<>> query;      ///< decoded; each name at most once
    std::string contentType;    ///< the media type alone, lower case; empty without a body
    std::string accept;         ///< the Accept header as sent; empty where there is none
    std::string idempotencyKey; ///< of requests with a body that are signed; else empty
    Bytes body;
    /// Those that the route passes on, names in lower case; of a name that came twice the first.
    std::map<std::string, std::string, std::less<>> headers;
    std::string address;   ///< of the client, for limits; never written to a log
    std::string requestId; ///< made here; in the log and in the answer
    Instant receivedAt;

    std::string_view queryValue(std::string_view name) const
    {
        const auto found = query.find(name);
        return found != query.end() ? std::string_view{found->second} : std::string_view{};
    }
    std::string_view parameter(std::string_view name) const
    {
        const auto found = parameters.find(name);
        return found != parameters.end() ? std::string_view{found->second} : std::string_view{};
    }
};

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kCbor = "application/cbor";

struct Reply;

/// Nothing to say yet: the connection waits at the wake line, without a thread, until something of
/// the organizer is announced past `after`, or for `atMost`.
struct WaitFor {
    OrganizerId organizer;
    std::int64_t after = 0;
    std::chrono::milliseconds atMost{55'000};
    /// Answers when something was announced, and each `every` beside that, for what nobody
    /// announces; it may wait on, unless it is asked for the last time. On a worker, after the
    /// request is gone. Without it the answer is the position.
    std::function<Reply(bool isLast)> look = {};
    std::chrono::milliseconds every{1'000};
};

/// What a handler answers.
struct Reply {
    int status = 200;
    std::string contentType{kJson}; ///< with a charset where it is text
    Bytes body;
    std::vector<std::pair<std::string, std::string>> headers; ///< beside those of every answer
    std::optional<WaitFor> wait; ///< then everything else here is ignored
};

/// {status, application/json, text}.
Reply jsonReply(std::string_view text, int status = 200);
/// {200, application/cbor, bytes}.
Reply cborReply(Bytes bytes, int status = 200);

/// Who may call a route. There is no default that lets anybody in: a route that does not say is
/// refused by Router::add.
class Access {
public:
    enum class Kind : std::uint8_t { Undeclared, Public, Device, Permission };

    Access() = default;
    /// Anybody on the network. `why` is a sentence for the document and for reviewers.
    static Access everybody(const char* why) { return Access{Kind::Public, {}, why}; }
    /// An enrolled device that is not revoked, whoever stands at it.
    static Access device() { return Access{Kind::Device, {}, ""}; }
    /// A user with this permission, signed in at an enrolled device.
    static Access holder(foyer::Permission permission)
    {
        return Access{Kind::Permission, permission, ""};
    }

    Kind kind() const { return m_kind; }
    foyer::Permission permission() const { return m_permission; }
    const char* why() const { return m_why; }

private:
    Access(Kind kind, foyer::Permission permission, const char* why)
        : m_kind{kind}, m_permission{permission}, m_why{why}
    {}
    Kind m_kind = Kind::Undeclared;
    foyer::Permission m_permission{};
    const char* m_why = "";
};

/// Which rate limit a route draws on; see RateLimits for their figures.
enum class Bucket : std::uint8_t {
    None,    ///< health, and what the limits themselves answer
    Login,   ///< 20 a minute per network of the client, and 5 in 15 minutes per account
    Enrol,   ///< 10 an hour per client address
    Device,  ///< 20 a second per device, 60 at once
    Public,  ///< 5 a second per client address, 20 at once
    Webhook, ///< 50 a second per client address, 200 at once: providers send them in bursts
    Picture, ///< 100 a second per client address, 400 at once: a page shows many
    Export,  ///< 6 a minute per device, 3 at once
};

using Handler = std::function<Reply(const Request&)>;

/// A route with everything that holds of it, in one place.
struct Route {
    std::string method; ///< GET, HEAD, POST, PUT, PATCH or DELETE; HEAD only where a route says so
    std::string path;   ///< "/v1/devices/{device}": {names} stand for one segment each
    Access access;
    std::size_t bodyMax = 0; ///< bytes; 0: a request with a body is refused
    Bucket bucket = Bucket::Device;
    bool isSigned = true; ///< RFC 9421 signature by the device key; false only on public routes
    /// What the request body may be and what is answered, as media types.
    std::vector<std::string> accepts{std::string{kJson}};
    std::vector<std::string> answers{std::string{kJson}};
    /// Header fields that the handler sees, in lower case: of webhooks, their signatures.
    std::vector<std::string> headers = {};
    /// Answers from memory in microseconds, so that it runs where the request was read, without a
    /// change of thread. Never for what touches a database.
    bool isQuick = false;
    Handler handler;
    std::string summary; ///< one line for the document
    /// The codes of its own refusals beside those that every route has, with their status.
    std::vector<std::pair<int, std::string>> refusals;
};

} // namespace foyer::server
