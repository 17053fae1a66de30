// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/provider_line.h"

#include <algorithm>
#include <charconv>

namespace foyer::server {
namespace {

constexpr std::size_t kWordMax = 80;
constexpr std::int64_t kRetryAfterMax = 3'600; // seconds

std::optional<std::chrono::milliseconds> retryAfterOf(const HttpAnswer& answer)
{
    const std::string text = answer.header("retry-after");
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || seconds < 0) {
        return std::nullopt; // the form with a date is not used by any of them
    }
    return std::chrono::seconds{std::min(seconds, kRetryAfterMax)};
}

} // namespace

std::string plainWord(const std::string& text)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            std::string_view{"_-.[]"}.find(c) != std::string_view::npos;
    };
    return text.size() <= kWordMax && std::ranges::all_of(text, isPlain) ? text : std::string{};
}

Outcome<std::monostate> doneOr(const Outcome<JsonValue>& outcome)
{
    return outcome.fate == CallFate::Done ? Outcome<std::monostate>::done({})
                                          : sameNo<std::monostate>(outcome);
}

std::string firstBytes(const std::string& text, std::size_t most)
{
    if (text.size() <= most) {
        return text;
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

ProviderLine::ProviderLine(std::unique_ptr<ProviderHttp> http, std::string requestIdHeader,
                           Judge judge)
    : m_http{std::move(http)}, m_requestIdHeader{std::move(requestIdHeader)}, m_judge{
                                                                                  std::move(judge)}
{}

Outcome<JsonValue> ProviderLine::call(const HttpRequest& request)
{
    const HttpExchange exchange = m_http->exchange(request);
    if (exchange.kind == HttpExchange::Kind::NotSent) {
        return {CallFate::Retry,
                {},
                {"not_sent", "The provider cannot be called: " + exchange.why}};
    }
    if (exchange.kind == HttpExchange::Kind::NoAnswer) {
        return {CallFate::Unknown,
                {},
                {"no_answer", "The call was sent, and no answer came: " + exchange.why}};
    }
    const HttpAnswer& answer = exchange.answer;
    const auto json = JsonValue::parse(answer.body);
    if (answer.status / 100 == 2 && (json || answer.body.empty())) {
        return Outcome<JsonValue>::done(json.value_or(JsonValue{}));
    }
    Outcome<JsonValue> no = badAnswer<JsonValue>();
    if (answer.status / 100 > 3) {
        Verdict verdict = m_judge(answer, json.value_or(JsonValue{}));
        no.fate = verdict.fate;
        no.problem = std::move(verdict.problem);
    }
    no.problem.status = answer.status;
    no.problem.requestId = plainWord(answer.header(m_requestIdHeader));
    no.retryAfter = retryAfterOf(answer);
    return no;
}

Outcome<JsonValue> ProviderLine::get(std::string path, Headers headers)
{
    return call({"GET", std::move(path), std::move(headers)});
}

Outcome<JsonValue> ProviderLine::send(const ProviderCall& call, Headers headers,
                                      const char* keyHeader)
{
    if (!call.contentType.empty()) {
        headers.emplace_back("Content-Type", call.contentType);
    }
    if (!call.idempotencyKey.empty()) {
        headers.emplace_back(keyHeader, call.idempotencyKey);
    }
    return this->call({call.method, call.path, std::move(headers), call.body});
}

} // namespace foyer::server
