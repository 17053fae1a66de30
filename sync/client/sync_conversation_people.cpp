// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "core/services/access_control.h"
#include "core/services/card_keeping.h"
#include "sync/client/counter_question.h"
#include "sync/client/sync_conversation.h"
#include "sync/protocol/flat_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace foyer::sync {
namespace {

/// That of a password or PIN which the server cannot check, whoever hands it over.
constexpr const char* kUnusable = "bad_hash";

bool isLongAgo(const std::optional<std::chrono::steady_clock::time_point>& then)
{
    constexpr std::chrono::minutes kLong{10};
    return !then || std::chrono::steady_clock::now() - *then >= kLong;
}

} // namespace

Result<void> SyncConversation::handVerifiersOver(Exchanged& moved)
{
    using All = std::vector<Verifiers>;
    const auto waiting = askCounter<All>(m_withCounter, waitingVerifiers);
    if (!waiting) {
        return waiting.error();
    }
    // Whoever may not is not made to try: the server would keep that against them.
    const auto may = askCounter<bool>(m_withCounter, [](Counter& counter) {
        return Result{counter.access().may(Permission::EditUsers)};
    });
    if (!may) {
        return may.error();
    }
    const bool isByUser = m_session.isSignedIn() && *may;
    // What was refused waits for somebody who may; asking each time would tell nothing new.
    if (!isByUser && !isLongAgo(m_refusedAt)) {
        moved.secretsUnusable =
            static_cast<std::size_t>(std::ranges::count_if(*waiting, [this](const auto& each) {
                return std::ranges::find(m_unusable, each.user) != m_unusable.end();
            }));
        moved.secretsWaiting = waiting->size() - moved.secretsUnusable;
        return {};
    }
    m_unusable.clear();
    for (const Verifiers& each : *waiting) {
        const std::string body = "{\"password_hash\":" + protocol::jsonQuoted(each.passwordHash) +
            ",\"pin_hash\":" + protocol::jsonQuoted(each.pinHash) + "}";
        HttpRequest request;
        request.method = isByUser ? "PUT" : "POST";
        request.path = "/v1/users/" + each.user.text() + "/verifiers";
        request.contentType = "application/json";
        request.accept = "application/json";
        request.body.assign(body.begin(), body.end());
        const auto answer = isByUser ? m_session.sendAsUser(std::move(request))
                                     : m_session.send(std::move(request));
        if (!answer && answer.error().kind == ErrorKind::Refused) {
            m_refusedAt = std::chrono::steady_clock::now();
            if (answer.error().code == kUnusable) {
                ++moved.secretsUnusable;
                m_unusable.push_back(each.user);
            } else {
                ++moved.secretsWaiting;
            }
            continue;
        }
        if (!answer) {
            return answer.error();
        }
        const auto noted = askCounter<bool>(m_withCounter, [&](Counter& counter) -> Result<bool> {
            auto done = verifiersHandedOver(counter, each);
            return done ? Result<bool>{true} : std::move(done).error();
        });
        if (!noted) {
            return noted.error();
        }
    }
    return {};
}

Result<void> SyncConversation::fetchCards()
{
    if (!m_areCardsOld && !isLongAgo(m_cardsAt)) {
        return {};
    }
    HttpRequest request;
    request.path = "/v1/cards";
    request.accept = "application/json";
    const auto answer = m_session.send(std::move(request));
    if (!answer) {
        return answer.error();
    }
    const auto object =
        nlohmann::json::parse(answer->body.begin(), answer->body.end(), nullptr, false);
    const auto texts =
        object.is_object() ? object.value("cards", nlohmann::json::array()) : nlohmann::json{};
    std::vector<OperatorCard> cards;
    for (const auto& text : texts) {
        const auto bytes = text.is_string() ? fromBase64Url(text.get<std::string>()) : std::nullopt;
        // One that cannot be read is one less; the others are good all the same.
        if (auto card = bytes ? decodeOperatorCard(*bytes) : Result<OperatorCard>{Error{}}) {
            cards.push_back(*std::move(card));
        }
    }
    const auto kept = askCounter<std::size_t>(m_withCounter, [&](Counter& counter) {
        return keepCards(counter, cards, m_session.clockAheadMs());
    });
    if (!kept) {
        return kept.error();
    }
    m_areCardsOld = false;
    m_cardsAt = std::chrono::steady_clock::now();
    return {};
}

} // namespace foyer::sync
