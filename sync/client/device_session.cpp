// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/device_session.h"

#include "core/base/base64.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/request_signature.h"

#include <QDateTime>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <string_view>

namespace foyer::sync {
namespace {

constexpr std::int64_t kTokenMarginMs = 60'000; // a token is not used in its last minute

nlohmann::json jsonOf(const HttpAnswer& answer)
{
    return nlohmann::json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
}

std::string textIn(const nlohmann::json& object, const char* name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::string freshName(Random& random)
{
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    return toBase64Url(bytes);
}

HttpRequest jsonRequest(std::string path, const std::string& text)
{
    HttpRequest request;
    request.method = "POST";
    request.path = std::move(path);
    request.accept = "application/json";
    if (!text.empty()) {
        request.contentType = "application/json";
        request.body.assign(text.begin(), text.end());
    }
    return request;
}

bool isTokenOver(std::string_view code)
{
    return code == "token_expired" || code == "token_stale" || code == "token_missing" ||
        code == "bad_token";
}

} // namespace

Error errorOf(const HttpAnswer& answer)
{
    const auto object = jsonOf(answer);
    const std::string code = textIn(object, "code");
    if (code.empty()) {
        return storageError("server_error",
                            "The server answered with " + std::to_string(answer.status) +
                                " and no reason. It is tried again.");
    }
    const std::string detail = textIn(object, "detail");
    return answer.status >= 500 ? storageError(code, detail)
                                : refused(code, detail, textIn(object, "where"));
}

DeviceSession::DeviceSession(std::string url, std::string pin, OrganizerId organizer,
                             ReplicaId device, const SecretBytes& deviceSeed, const Clock& clock,
                             Random& random)
    : m_https{std::move(url), std::move(pin)},
      m_organizer{organizer}, m_device{device}, m_key{deviceSeed}, m_clock{clock}, m_random{random}
{}

Instant DeviceSession::serverNow() const
{
    return Instant{m_clock.now().ms - m_aheadMs};
}

void DeviceSession::measureClock(const HttpAnswer& answer)
{
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromStdString(answer.date),
                                QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (date.isValid()) {
        const QDateTime utc{date.date(), date.time(), Qt::UTC};
        m_aheadMs = m_clock.now().ms - utc.toMSecsSinceEpoch();
    }
}

Result<void> DeviceSession::getToken()
{
    if (!m_token.empty() && serverNow().ms < m_tokenUntil.ms - kTokenMarginMs) {
        return {};
    }
    const auto challenge = m_https.send(jsonRequest("/v1/devices/challenge", {}));
    if (!challenge) {
        return challenge.error();
    }
    measureClock(*challenge);
    if (challenge->status != 200) {
        return errorOf(*challenge);
    }
    protocol::TokenRequest request;
    request.organizer = m_organizer;
    request.device = m_device;
    request.challenge = textIn(jsonOf(*challenge), "challenge");
    request.keyId = protocol::keyThumbprint(m_key.publicKey());
    request.signature = m_key.sign(protocol::tokenMessage(request));
    const auto answer = m_https.send(jsonRequest("/v1/devices/token", protocol::toText(request)));
    if (!answer) {
        return answer.error();
    }
    if (answer->status != 200) {
        return errorOf(*answer);
    }
    const auto object = jsonOf(*answer);
    m_token = textIn(object, "token");
    m_tokenUntil = Instant{serverNow().ms + object.value("expires_in", std::int64_t{0}) * 1000};
    return {};
}

Result<HttpAnswer> DeviceSession::sendOnce(const HttpRequest& request)
{
    if (auto token = getToken(); !token) {
        return std::move(token).error();
    }
    HttpRequest out = request;
    protocol::SignedRequest covered{.method = request.method,
                                    .authority = m_https.authority(),
                                    .path = request.path,
                                    .query = request.query,
                                    .authorization = "Bearer " + m_token,
                                    .contentType = {},
                                    .contentDigest = {},
                                    .idempotencyKey = {}};
    if (!request.body.empty()) {
        covered.contentType = request.contentType;
        covered.contentDigest = protocol::contentDigest(request.body);
        covered.idempotencyKey = freshName(m_random);
        out.headers.emplace_back("Content-Digest", covered.contentDigest);
        out.headers.emplace_back("Idempotency-Key", covered.idempotencyKey);
    }
    const auto signature = protocol::signRequest(covered, m_key, serverNow(), m_random);
    out.headers.emplace_back("Authorization", covered.authorization);
    out.headers.emplace_back("Signature-Input", signature.input);
    out.headers.emplace_back("Signature", signature.signature);
    const auto asked = std::chrono::steady_clock::now();
    auto answer = m_https.send(out);
    if (answer) {
        const auto took = std::chrono::steady_clock::now() - asked;
        m_roundTripMs = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
        measureClock(*answer);
    }
    return answer;
}

Result<HttpAnswer> DeviceSession::exchange(HttpRequest request)
{
    auto answer = sendOnce(request);
    if (!answer || answer->status != 401) {
        return answer;
    }
    const Error why = errorOf(*answer);
    if (why.code == "clock_skew") {
        measureClock(*answer);
        return sendOnce(request);
    }
    if (isTokenOver(why.code)) {
        m_token.clear();
        return sendOnce(request);
    }
    return answer;
}

Result<HttpAnswer> DeviceSession::send(HttpRequest request)
{
    auto answer = exchange(std::move(request));
    if (answer && (answer->status < 200 || answer->status > 299)) {
        return errorOf(*answer);
    }
    return answer;
}

} // namespace foyer::sync
