// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/provider_http.h"
#include "sync/server/payments/providers/provider_json.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace foyer::server {

/// What an answer that is not a plain yes means.
struct Verdict {
    CallFate fate = CallFate::Unknown;
    ProviderProblem problem;
};

/// What an adapter is made of.
struct ProviderParts {
    ProviderSettings settings;
    std::shared_ptr<const TlsTrust> trust;
    std::unique_ptr<ProviderHttp> http; ///< to settings.baseUrl
    ProviderPatience patience;
};

/// Calls that are answered in JSON, and what it means where they are not. One for all providers:
/// they differ in the headers, and in how they say no.
class ProviderLine {
public:
    using Headers = std::vector<std::pair<std::string, std::string>>;
    /// What answers of 300 and above mean. Called with nothing where the body is no JSON.
    using Judge = std::function<Verdict(const HttpAnswer&, const JsonValue&)>;

    ProviderLine(std::unique_ptr<ProviderHttp> http, std::string requestIdHeader, Judge judge);

    const HttpOrigin& origin() const { return m_http->origin(); }
    /// Done with what was answered; an empty answer is an empty value.
    Outcome<JsonValue> call(const HttpRequest& request);
    Outcome<JsonValue> get(std::string path, Headers headers);
    /// Sends a call as it was written out; `headers` without its type and key.
    Outcome<JsonValue> send(const ProviderCall& call, Headers headers, const char* keyHeader);

private:
    std::unique_ptr<ProviderHttp> m_http;
    std::string m_requestIdHeader;
    Judge m_judge;
};

/// The same no for another kind of value.
template <typename T, typename Other>
Outcome<T> sameNo(const Outcome<Other>& no)
{
    return {no.fate, std::nullopt, no.problem, no.retryAfter};
}

/// Where only the yes or no of an answer counts.
Outcome<std::monostate> doneOr(const Outcome<JsonValue>& outcome);

/// An answer that does not say what it has to.
template <typename T>
Outcome<T> badAnswer()
{
    return {CallFate::Unknown,
            std::nullopt,
            {"bad_answer", "The provider's answer cannot be understood.", 0, {}},
            {}};
}

/// The first bytes of a text in UTF-8, without cutting a character.
std::string firstBytes(const std::string& text, std::size_t most);

/// The provider's own word for something, as far as it is one: fit for a log, whatever it sent.
std::string plainWord(const std::string& text);

} // namespace foyer::server
