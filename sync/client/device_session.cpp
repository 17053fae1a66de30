// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/device_session.h"

#include "core/base/base64.h"
#include "sync/client/json_request.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/flat_json.h"
#include "sync/protocol/request_signature.h"

#include <QDateTime>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <string_view>

namespace foyer::sync {
namespace {

using namespace std::chrono_literals;

/// How long a request waits in all because the server says that it comes too soon. Somebody may
/// stand at the counter.
constexpr std::chrono::milliseconds kWaitsMost = 5s;
constexpr std::int64_t kTokenMarginMs = 60'000; // a token is not used in its last minute
constexpr int kLostMax = 3;                     // answers that are lost in a row, before it is said

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

bool isReplay(const Result<HttpAnswer>& answer)
{
    return answer && answer->status == 401 && errorOf(*answer).code == "replay";
}

Error breaksOff()
{
    return storageError("offline",
                        "The line to the server breaks off before its answers are here. Selling "
                        "goes on; what is not sent yet is sent when it holds.");
}

/// Qt sends a request again whose connection ended without an answer; the first got there, and the
/// server says so of the second. Signed anew it is another one.
template <typename Send>
Result<HttpAnswer> withoutReplays(Send send)
{
    auto answer = send();
    for (int lost = 1; isReplay(answer); ++lost) {
        if (lost == kLostMax) {
            return breaksOff();
        }
        answer = send();
    }
    return answer;
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

template <typename Send>
Result<HttpAnswer> DeviceSession::patiently(Send send)
{
    for (std::chrono::milliseconds waited{0};;) {
        auto answer = send();
        const bool isTooSoon = answer && (answer->status == 429 || answer->status == 503) &&
            answer->retryAfter > 0s && waited + answer->retryAfter <= kWaitsMost;
        if (!isTooSoon) {
            return answer;
        }
        if (auto waitedFor = pause(answer->retryAfter); !waitedFor) {
            return std::move(waitedFor).error();
        }
        waited += answer->retryAfter;
    }
}

Result<void> DeviceSession::getToken()
{
    if (!m_token.empty() && serverNow().ms < m_tokenUntil.ms - kTokenMarginMs) {
        return {};
    }
    auto got = askForToken();
    // As in withoutReplays(): the request got there twice, and a challenge is good once.
    for (int lost = 1; !got && got.error().code == "bad_challenge"; ++lost) {
        if (lost == kLostMax) {
            return breaksOff();
        }
        got = askForToken();
    }
    return got;
}

Result<void> DeviceSession::askForToken()
{
    // Limits of these are by address, and so of all counters behind one.
    const auto challenge =
        patiently([&] { return m_https.send(jsonRequest("/v1/devices/challenge", {})); });
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
    const auto answer = patiently(
        [&] { return m_https.send(jsonRequest("/v1/devices/token", protocol::toText(request))); });
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
    return sendWith(m_token, request);
}

Result<HttpAnswer> DeviceSession::sendWith(const std::string& token, const HttpRequest& request)
{
    HttpRequest out = request;
    protocol::SignedRequest covered{.method = request.method,
                                    .authority = m_https.authority(),
                                    .path = request.path,
                                    .query = request.query,
                                    .authorization = "Bearer " + token,
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

Result<HttpAnswer> DeviceSession::exchangeNow(const HttpRequest& request)
{
    auto answer = withoutReplays([&] { return sendOnce(request); });
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

Result<void> DeviceSession::pause(std::chrono::milliseconds time)
{
    if (!m_https.pause(time)) {
        return storageError("cancelled", "The talk with the server was ended.");
    }
    return {};
}

Result<HttpAnswer> DeviceSession::exchange(HttpRequest request)
{
    return patiently([&] { return exchangeNow(request); });
}

Result<HttpAnswer> DeviceSession::send(HttpRequest request)
{
    auto answer = exchange(std::move(request));
    if (answer && (answer->status < 200 || answer->status > 299)) {
        return errorOf(*answer);
    }
    return answer;
}

Result<void> DeviceSession::takeSession(const Result<HttpAnswer>& answer)
{
    if (!answer) {
        return answer.error();
    }
    const auto object = jsonOf(*answer);
    m_userToken = textIn(object, "token");
    m_renewal = textIn(object, "renewal");
    if (m_userToken.empty() || m_renewal.empty()) {
        m_renewal.clear();
        return storageError("server_error", "The server's answer cannot be read. Update Foyer.");
    }
    m_userTokenUntil = Instant{serverNow().ms + object.value("expires_in", std::int64_t{0}) * 1000};
    return {};
}

Result<void> DeviceSession::signIn(const std::string& name, std::string_view secret)
{
    signOut();
    return takeSession(send(jsonRequest("/v1/users/token",
                                        "{\"name\":" + protocol::jsonQuoted(name) +
                                            ",\"secret\":" + protocol::jsonQuoted(secret) + "}")));
}

void DeviceSession::signOut()
{
    if (isSignedIn()) {
        (void)send(jsonRequest("/v1/users/token/end", "{\"renewal\":\"" + m_renewal + "\"}"));
    }
    m_userToken.clear();
    m_renewal.clear();
}

Result<void> DeviceSession::renewUserToken()
{
    auto renewed = takeSession(
        send(jsonRequest("/v1/users/token/renewal", "{\"renewal\":\"" + m_renewal + "\"}")));
    if (!renewed && renewed.error().kind == ErrorKind::Refused) {
        m_renewal.clear();
        m_userToken.clear();
    }
    return renewed;
}

Result<HttpAnswer> DeviceSession::sendAsUser(HttpRequest request)
{
    if (!isSignedIn()) {
        return refused("not_signed_in", "Sign in at the server first.");
    }
    bool isRenewed = false;
    for (bool isAgain = false;; isAgain = true) {
        if (!isRenewed && (isAgain || serverNow().ms >= m_userTokenUntil.ms - kTokenMarginMs)) {
            isRenewed = true;
            if (auto renewed = renewUserToken(); !renewed) {
                return std::move(renewed).error();
            }
        }
        auto answer = withoutReplays([&] { return sendWith(m_userToken, request); });
        if (!answer || (answer->status >= 200 && answer->status <= 299)) {
            return answer;
        }
        const Error why = errorOf(*answer);
        // After a renewal the clock is known to be right, and the token to be new.
        if (isAgain || answer->status != 401 ||
            (!isTokenOver(why.code) && why.code != "clock_skew")) {
            return why;
        }
        if (why.code == "clock_skew") {
            measureClock(*answer);
        }
    }
}

} // namespace foyer::sync
