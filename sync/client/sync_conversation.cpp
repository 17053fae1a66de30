// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/sync_conversation.h"

#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "sync/protocol/sync_messages.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace foyer::sync {
namespace {

/// Asks the counter on its own thread.
template <typename T>
Result<T> ask(const SyncConversation::WithCounter& withCounter,
              const std::function<Result<T>(CounterSync&)>& question)
{
    std::optional<Result<T>> answer;
    withCounter([&](Counter& counter) {
        CounterSync sync{counter};
        answer.emplace(question(sync));
    });
    return answer ? *std::move(answer)
                  : Result<T>{storageError("cancelled", "The counter is closed.")};
}

} // namespace

Result<Exchanged> SyncConversation::exchange(const Progress& progress)
{
    Exchanged moved;
    if (auto back = recoverOwn(); !back) {
        return std::move(back).error();
    }
    if (auto sent = sendAll(moved, progress); !sent) {
        return std::move(sent).error();
    }
    if (auto heard = hearAll(moved, progress); !heard) {
        return std::move(heard).error();
    }
    // Hearing may have made the counter say something: an answer to a recall.
    if (auto sent = sendAll(moved, progress); !sent) {
        return std::move(sent).error();
    }
    return moved;
}

Result<void> SyncConversation::recoverOwn()
{
    while (true) {
        const auto behind =
            ask<std::optional<CounterSync::Behind>>(m_withCounter, [](CounterSync& sync) {
                return Result{sync.behind()};
            });
        if (!behind) {
            return behind.error();
        }
        if (!*behind) {
            return {};
        }
        HttpRequest request;
        request.path = "/v1/sync/own";
        request.query = "epoch=" + std::to_string((*behind)->epoch) +
            "&after=" + std::to_string((*behind)->sequence);
        request.accept = mediaType(m_version);
        const auto answer = m_session.send(request);
        if (!answer) {
            return answer.error();
        }
        const auto page = decodePullAnswer(answer->body, m_version);
        if (!page) {
            return page.error();
        }
        if (page->page.entries.empty()) {
            return {}; // the server has no more either; a person has to decide (recover)
        }
        const auto taken = ask<bool>(m_withCounter, [&](CounterSync& sync) -> Result<bool> {
            auto done = sync.ownEntriesBack(page->page.entries);
            return done ? Result<bool>{true} : std::move(done).error();
        });
        if (!taken) {
            return taken.error();
        }
    }
}

Result<void> SyncConversation::sendAll(Exchanged& moved, const Progress& progress)
{
    while (true) {
        const auto batch = ask<std::optional<EntryBatch>>(m_withCounter, [](CounterSync& sync) {
            return sync.nextBatch();
        });
        if (!batch) {
            return batch.error();
        }
        if (!*batch) {
            return {};
        }
        HttpRequest request;
        request.method = "POST";
        request.path = "/v1/sync/push";
        request.contentType = mediaType(m_version);
        request.accept = mediaType(m_version);
        request.body = encodePush(**batch, m_version);
        const auto answer = m_session.exchange(request);
        if (!answer) {
            return answer.error();
        }
        if (answer->contentType != mediaType(m_version)) {
            return errorOf(*answer);
        }
        const auto intake = decodePushAnswer(answer->body, m_version);
        if (!intake) {
            return intake.error();
        }
        const auto noted = ask<bool>(m_withCounter, [&](CounterSync& sync) -> Result<bool> {
            auto done = sync.batchAnswered(*intake);
            return done ? Result<bool>{true} : std::move(done).error();
        });
        if (!noted) {
            return noted.error();
        }
        using Outcome = IntakeAnswer::Outcome;
        if (intake->outcome != Outcome::Accepted && intake->outcome != Outcome::Gap) {
            return refused(codeOf(intake->outcome), intake->sentence);
        }
        moved.sent += intake->added;
        if (progress) {
            progress(moved);
        }
    }
}

Result<void> SyncConversation::hearAll(Exchanged& moved, const Progress& progress)
{
    while (true) {
        const auto after =
            ask<std::int64_t>(m_withCounter, [](CounterSync& sync) { return sync.pulled(); });
        if (!after) {
            return after.error();
        }
        HttpRequest request;
        request.path = "/v1/sync/pull";
        request.query = "after=" + std::to_string(*after);
        request.accept = mediaType(m_version);
        const auto answer = m_session.send(request);
        if (!answer) {
            return answer.error();
        }
        const auto page = decodePullAnswer(answer->body, m_version);
        if (!page) {
            return page.error();
        }
        const auto taken = ask<bool>(m_withCounter, [&](CounterSync& sync) -> Result<bool> {
            auto done = sync.heard(page->page);
            return done ? Result<bool>{true} : std::move(done).error();
        });
        if (!taken) {
            return taken.error();
        }
        moved.heard += static_cast<std::int64_t>(page->page.entries.size());
        moved.position = page->page.upTo;
        if (progress) {
            progress(moved);
        }
        if (page->page.isLast) {
            return {};
        }
    }
}

Result<void> SyncConversation::fetchRights(const RightsNeed& need)
{
    const auto wish =
        ask<RightsWish>(m_withCounter, [&](CounterSync& sync) { return sync.wishFor(need); });
    return wish ? fetch(*wish) : Result<void>{wish.error()};
}

Result<bool> SyncConversation::keepStock()
{
    const auto wish = ask<std::optional<RightsWish>>(m_withCounter, [](CounterSync& sync) {
        return sync.stockWish();
    });
    if (!wish) {
        return wish.error();
    }
    if (!*wish) {
        return false;
    }
    auto fetched = fetch(**wish);
    return fetched ? Result<bool>{true} : std::move(fetched).error();
}

Result<void> SyncConversation::fetch(const RightsWish& wish)
{
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/sync/rights";
    request.contentType = mediaType(m_version);
    request.accept = mediaType(m_version);
    request.body = packed(encode(wish), m_version);
    request.patience = std::chrono::milliseconds{10'000};
    const auto answer = m_session.send(request);
    if (!answer) {
        return answer.error();
    }
    const auto text = unpacked(answer->body, m_version);
    const auto given = text ? decodeRightsAnswer(*text) : Result<RightsAnswer>{text.error()};
    if (!given) {
        return given.error();
    }
    const auto taken = ask<bool>(m_withCounter, [&](CounterSync& sync) -> Result<bool> {
        auto done = sync.granted(*given);
        return done ? Result<bool>{true} : std::move(done).error();
    });
    return taken ? Result<void>{} : Result<void>{taken.error()};
}

Result<bool> SyncConversation::waitForNews()
{
    const auto after =
        ask<std::int64_t>(m_withCounter, [](CounterSync& sync) { return sync.pulled(); });
    if (!after) {
        return after.error();
    }
    HttpRequest request;
    request.path = "/v1/wake";
    request.query = "after=" + std::to_string(*after);
    request.accept = "application/json";
    request.patience = std::chrono::milliseconds{70'000};
    const auto answer = m_session.send(request);
    if (!answer) {
        return answer.error();
    }
    const auto object =
        nlohmann::json::parse(answer->body.begin(), answer->body.end(), nullptr, false);
    return object.is_object() && object.value("position", std::int64_t{0}) > *after;
}

} // namespace foyer::sync
