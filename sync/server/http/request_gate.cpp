// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/request_gate.h"

#include "core/base/ensure.h"
#include "core/storage/database.h"
#include "sync/server/http/problem.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <exception>
#include <typeinfo>

namespace foyer::server {
namespace {

/// Of every answer, unless the handler says otherwise. Nothing here is a page.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kHeaders{{
    {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
    {"Permissions-Policy", "payment=(),camera=()"},
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"},
}};

std::int64_t microsecondsSince(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                 since)
        .count();
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

/// The code of a problem, for the log; empty for other answers.
std::string codeOf(const Reply& reply)
{
    if (!reply.contentType.starts_with("application/problem+json")) {
        return {};
    }
    constexpr std::string_view kName = R"("code":")";
    const std::string_view text{reinterpret_cast<const char*>(reply.body.data()),
                                reply.body.size()};
    const std::size_t at = text.find(kName);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = text.substr(at + kName.size());
    return std::string{rest.substr(0, rest.find('"'))};
}

bool isHeaderSafe(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
}

} // namespace

std::string mediaTypeOf(std::string_view contentType)
{
    contentType = contentType.substr(0, contentType.find(';'));
    std::string type{contentType.substr(0, contentType.find_last_not_of(" \t") + 1)};
    std::ranges::transform(type, type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return type;
}

std::string httpDate(Instant instant)
{
    // strftime would write the names in the language of the process.
    constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = instant.ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kDays[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                  kMonths[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900,
                  parts.tm_hour, parts.tm_min, parts.tm_sec);
    return text.data();
}

RequestGate::RequestGate(const Router& router, RateLimits& limits, CallerCheck* callers,
                         ServerLog& log, Metrics& metrics, const Clock& clock, Random& random)
    : m_router{router}, m_limits{limits}, m_callers{callers}, m_log{log}, m_metrics{metrics},
      m_clock{clock}, m_random{random}
{}

Arrival RequestGate::arrive(RequestHead head, std::string address) const
{
    const Instant now = m_clock.now();
    return {.head = std::move(head),
            .address = std::move(address),
            .requestId = Uuid::v7(now, m_random).text(),
            .at = now,
            .since = std::chrono::steady_clock::now(),
            .route = nullptr,
            .parameters = {},
            .query = {},
            .device = {},
            .bodySize = 0};
}

std::optional<Reply> RequestGate::refusalByHead(Arrival& arrival)
{
    auto match = m_router.find(arrival.head.method, arrival.head.path);
    if (match.route == nullptr) {
        if (match.allowed.empty()) {
            return problem(404, "not_found", "There is nothing at this path.");
        }
        Reply reply = problem(405, "method_not_allowed", "This path does not take this method.");
        reply.headers.emplace_back("Allow", joined(match.allowed));
        return reply;
    }
    arrival.route = match.route;
    arrival.parameters = std::move(match.parameters);
    auto query = queryPairs(arrival.head.query);
    if (!query) {
        return problem(400, "bad_query", "The query cannot be read, or names something twice.");
    }
    arrival.query = *std::move(query);
    if (arrival.head.contentLength > match.route->bodyMax) {
        return problem(413, "content_too_large",
                       "The body may have " + std::to_string(match.route->bodyMax) +
                           " bytes at most.");
    }
    const auto& accepts = match.route->accepts;
    if (arrival.head.contentLength > 0 &&
        std::ranges::find(accepts, mediaTypeOf(arrival.head.field("content-type"))) ==
            accepts.end()) {
        return problem(415, "unsupported_media_type",
                       "The body has to be " + joined(accepts) + ".");
    }
    if (isByAddress(match.route->bucket)) {
        const auto rate = m_limits.take(match.route->bucket, networkOf(arrival.address));
        if (!rate->passes) {
            return rateRefusal(m_limits.policyOf(match.route->bucket), *rate);
        }
    }
    return std::nullopt;
}

std::optional<Reply> RequestGate::refusalByCaller(Arrival& arrival, ByteView body, Proved& proved)
{
    const Route& route = *arrival.route;
    if (route.access.kind() == Access::Kind::Public) {
        return std::nullopt;
    }
    if (m_callers == nullptr) {
        return problem(401, "unauthorized", "Nobody is known here.");
    }
    auto checked = m_callers->check(arrival, body);
    if (auto* refusal = std::get_if<Reply>(&checked)) {
        m_metrics.add("foyer_caller_refused_total", {{"code", codeOf(*refusal)}});
        return std::move(*refusal);
    }
    proved.caller = std::get<Caller>(std::move(checked));
    arrival.device = proved.caller->device;
    if (!isByAddress(route.bucket)) {
        proved.rate = m_limits.take(route.bucket, proved.caller->device.text());
        if (proved.rate && !proved.rate->passes) {
            return rateRefusal(m_limits.policyOf(route.bucket), *proved.rate);
        }
    }
    return route.access.kind() == Access::Kind::Permission
        ? refusalByPermission(route.access.permission(), proved)
        : std::nullopt;
}

std::optional<Reply> RequestGate::refusalByPermission(Permission permission, Proved& proved)
{
    const Caller& caller = *proved.caller;
    if (!caller.user) {
        return problem(403, "not_permitted",
                       "Sign in first: this needs a person with a permission.");
    }
    const auto permit = DistantActor{*caller.user, caller.permissions}.permit(permission);
    if (!permit) {
        if (m_noteDenied) {
            m_noteDenied(caller, permission);
        }
        return problem(permit.error(), 403);
    }
    proved.permit = *permit;
    return std::nullopt;
}

Reply RequestGate::called(Arrival& arrival, Bytes body)
{
    Proved proved;
    if (auto refusal = refusalByCaller(arrival, body, proved)) {
        return *std::move(refusal);
    }
    Request request;
    request.caller = proved.caller ? &*proved.caller : nullptr;
    request.permit = proved.permit ? &*proved.permit : nullptr;
    request.method = arrival.head.method;
    request.path = arrival.head.path;
    request.parameters = arrival.parameters;
    request.query = arrival.query;
    request.contentType = mediaTypeOf(arrival.head.field("content-type"));
    request.accept = arrival.head.field("accept");
    request.idempotencyKey = arrival.head.field("idempotency-key");
    request.body = std::move(body);
    for (const std::string& name : arrival.route->headers) {
        if (const auto value = arrival.head.field(name); !value.empty()) {
            request.headers.emplace(name, value);
        }
    }
    request.address = arrival.address;
    request.requestId = arrival.requestId;
    request.receivedAt = arrival.at;
    Reply reply = arrival.route->handler(request);
    if (proved.rate) {
        addRateHeaders(reply, m_limits.policyOf(arrival.route->bucket), *proved.rate);
    }
    return reply;
}

Reply RequestGate::answer(Arrival& arrival, Bytes body)
{
    arrival.bodySize = body.size();
    return guarded(arrival, [&] { return called(arrival, std::move(body)); });
}

Reply RequestGate::lookAgain(const Arrival& arrival, const WaitFor& waits, bool isLast)
{
    return guarded(arrival, [&] {
        Reply reply = waits.look(isLast);
        ENSURE(!isLast || !reply.wait); // else it would be looked at for ever
        return reply;
    });
}

Reply RequestGate::guarded(const Arrival& arrival, const std::function<Reply()>& work)
{
    try {
        return work();
    } catch (const StorageFailure& failure) {
        // The message may name files of this computer: it is for the log, the code for the client.
        m_log.error("storage_failure",
                    {{"id", arrival.requestId},
                     {"code", failure.error.code},
                     {"message", failure.error.message}});
        Reply reply = problem(503, failure.error.code,
                              "The server cannot reach its storage. Try again in a minute.");
        reply.headers.emplace_back("Retry-After", "30");
        return reply;
    } catch (const std::exception& exception) {
        m_log.error("handler_failed",
                    {{"id", arrival.requestId}, {"type", typeid(exception).name()}});
    } catch (...) {
        m_log.error("handler_failed", {{"id", arrival.requestId}});
    }
    return problem(500, "internal_error", "The server failed. Its log has the request's id.");
}

std::string RequestGate::render(const Reply& reply, const Arrival& arrival, bool closes)
{
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + ' ' +
        std::string{reasonPhrase(reply.status)} + "\r\n";
    const auto add = [&text](std::string_view name, std::string_view value) {
        if (isHeaderSafe(value)) { // what a client sent never begins a line of its own
            text.append(name).append(": ").append(value).append("\r\n");
        }
    };
    add("Date", httpDate(m_clock.now()));
    add("X-Request-Id", arrival.requestId);
    for (const auto& [name, value] : kHeaders) {
        if (std::ranges::none_of(reply.headers, [&name = name](const auto& header) {
                return header.first == name;
            })) {
            add(name, value);
        }
    }
    for (const auto& [name, value] : reply.headers) {
        add(name, value);
    }
    if (!reply.body.empty()) {
        add("Content-Type", reply.contentType);
    }
    if (reply.status != 204 && reply.status != 304) { // it would have to be that of the whole
        add("Content-Length", std::to_string(reply.body.size()));
    }
    if (closes) {
        add("Connection", "close");
    }
    text += "\r\n";
    if (arrival.head.method != "HEAD") { // its answers end here, whatever their length says
        text.append(reinterpret_cast<const char*>(reply.body.data()), reply.body.size());
    }

    const std::string route = arrival.route != nullptr ? arrival.route->path : "-";
    const std::string status = std::to_string(reply.status);
    const std::int64_t took = microsecondsSince(arrival.since);
    m_metrics.add("foyer_requests_total", {{"route", route}, {"status", status}});
    m_metrics.observe("foyer_request_seconds", took, {{"route", route}});
    const std::string code = codeOf(reply);
    m_log.info("request",
               {{"id", arrival.requestId},
                {"method", arrival.route != nullptr ? arrival.route->method : "-"},
                {"route", route},
                {"status", reply.status},
                {"code", code},
                {"device", arrival.device ? arrival.device->text() : std::string{}},
                {"microseconds", took},
                {"received", arrival.bodySize},
                {"sent", reply.body.size()}});
    return text;
}

} // namespace foyer::server
