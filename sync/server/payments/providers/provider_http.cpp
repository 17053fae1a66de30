// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/provider_http.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr std::size_t kKeptMax = 4;
// Below what servers keep an idle connection for, so that few calls meet one that is just closing.
constexpr std::chrono::seconds kKeptFor{20};

bool isHeaderCharacter(char c)
{
    return c >= ' ' && c != '\x7f';
}

/// The bytes of a request; nothing where something in it would break its form.
std::optional<std::string> wireBytes(const HttpRequest& request, const HttpOrigin& origin)
{
    const auto isClean = [](const std::string& text) {
        return std::ranges::all_of(text, isHeaderCharacter);
    };
    if (!request.path.starts_with('/') || request.path.find(' ') != std::string::npos ||
        !isClean(request.path)) {
        return std::nullopt;
    }
    std::string bytes = request.method + ' ' + request.path + " HTTP/1.1\r\n";
    bytes +=
        "Host: " + origin.authority() + "\r\nUser-Agent: Foyer\r\nAccept: application/json\r\n";
    for (const auto& [name, value] : request.headers) {
        if (!isClean(value)) {
            return std::nullopt;
        }
        bytes += name;
        bytes += ": ";
        bytes += value;
        bytes += "\r\n";
    }
    if (request.method != "GET") {
        bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + request.body;
}

} // namespace

ProviderHttp::ProviderHttp(HttpOrigin origin, std::shared_ptr<const TlsTrust> trust,
                           ProviderPatience patience, std::size_t answerMax)
    : m_origin{std::move(origin)}, m_trust{std::move(trust)}, m_patience{patience}, m_answerMax{
                                                                                        answerMax}
{}

ProviderHttp::~ProviderHttp() = default;

std::unique_ptr<WireConnection> ProviderHttp::takeKept()
{
    const std::lock_guard lock{m_mutex};
    const auto oldest = std::chrono::steady_clock::now() - kKeptFor;
    while (!m_kept.empty()) {
        Kept last = std::move(m_kept.back());
        m_kept.pop_back();
        if (last.since > oldest && last.connection->isQuiet()) {
            return std::move(last.connection);
        }
    }
    return nullptr;
}

void ProviderHttp::keep(std::unique_ptr<WireConnection> connection)
{
    const std::lock_guard lock{m_mutex};
    if (m_kept.size() < kKeptMax) {
        m_kept.push_back({std::move(connection), std::chrono::steady_clock::now()});
    }
}

std::optional<HttpExchange> ProviderHttp::attempt(const HttpRequest& request,
                                                  const std::string& bytes, SteadyTime deadline,
                                                  bool mayBeKept)
{
    using Kind = HttpExchange::Kind;
    auto connection = mayBeKept ? takeKept() : nullptr;
    const bool isKept = connection != nullptr;
    if (!isKept) {
        try {
            const auto soon = std::chrono::steady_clock::now() + m_patience.connect;
            connection =
                std::make_unique<WireConnection>(m_origin, *m_trust, std::min(soon, deadline));
        } catch (const WireFailure& failure) {
            return HttpExchange{Kind::NotSent, {}, failure.why};
        }
    }
    HttpAnswerReader reader{[&] { return connection->receive(deadline); }, m_answerMax};
    try {
        connection->send(bytes, deadline);
        HttpExchange done{Kind::Answered, reader.read(), {}};
        if (reader.mayGoOn()) {
            keep(std::move(connection));
        }
        return done;
    } catch (const WireFailure& failure) {
        if (isKept && request.method == "GET" && !reader.hasBegun()) {
            return std::nullopt;
        }
        return HttpExchange{Kind::NoAnswer, {}, failure.why};
    }
}

HttpExchange ProviderHttp::exchange(const HttpRequest& request)
{
    const auto bytes = wireBytes(request, m_origin);
    if (!bytes) {
        return {HttpExchange::Kind::NotSent,
                {},
                "The request has a character that no request has."};
    }
    const auto deadline = std::chrono::steady_clock::now() + m_patience.total;
    auto done = attempt(request, *bytes, deadline, true);
    return done ? *std::move(done) : *attempt(request, *bytes, deadline, false);
}

} // namespace foyer::server
