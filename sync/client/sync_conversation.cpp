// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/sync_conversation.h"

#include "core/services/counter_sync.h"
#include "sync/client/counter_question.h"
#include "sync/client/customer_key_exchange.h"
#include "sync/client/snapshot_fetch.h"
#include "sync/protocol/sync_messages.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

namespace foyer::sync {
namespace {

/// Whether a snapshot is at fault and not the line: then there still is the feed.
bool isOfSnapshot(const Error& error)
{
    return error.code.starts_with("snapshot_");
}

/// Whether others may sign in, or in another way, after an entry.
bool changesCards(const Entry& entry)
{
    return entry.kind == kind::kUserEdited || entry.kind == kind::kRoleEdited ||
        entry.kind == kind::kSecretSet;
}

/// Of whoever: that it was the server is asked there.
bool beginsAnotherLife(const Entry& entry)
{
    return entry.kind == kind::kEpochOpened;
}

} // namespace

Result<Exchanged> SyncConversation::exchange(const Progress& progress)
{
    Exchanged moved;
    if (auto back = recoverOwn(); !back) {
        return std::move(back).error();
    }
    // Keys before entries: whoever hears of a customer finds the key.
    CustomerKeyExchange keys{m_session, m_withCounter};
    if (auto given = keys.giveAll(); !given) {
        return std::move(given).error();
    }
    if (auto sent = sendAll(moved, progress); !sent) {
        return std::move(sent).error();
    }
    if (auto begun = beginWithSnapshot(moved, progress); !begun) {
        return std::move(begun).error();
    }
    if (auto heard = hearAll(moved, progress); !heard) {
        return std::move(heard).error();
    }
    m_hasHeardKeys = m_hasHeardKeys && moved.snapshotSize == 0;
    if (!m_hasHeardKeys) {
        if (auto heard = keys.hearAll(); !heard) {
            return std::move(heard).error();
        }
        m_hasHeardKeys = true;
    }
    if (auto reported = reportAll(moved, progress); !reported) {
        return std::move(reported).error();
    }
    // Hearing may have made the counter say something: an answer to a recall.
    if (auto sent = sendAll(moved, progress); !sent) {
        return std::move(sent).error();
    }
    if (auto handed = handVerifiersOver(moved); !handed) {
        return std::move(handed).error();
    }
    if (auto kept = fetchCards(); !kept) {
        return std::move(kept).error();
    }
    return moved;
}

/// How far this counter has heard, so that a server which has forgotten that it was so far notices.
Result<std::string> SyncConversation::heardQuery()
{
    const auto pulled =
        ask<std::int64_t>(m_withCounter, [](CounterSync& sync) { return sync.pulled(); });
    return pulled ? Result<std::string>{"heard=" + std::to_string(*pulled)}
                  : Result<std::string>{pulled.error()};
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

Result<std::optional<ReportDue>> SyncConversation::askReport(HttpRequest request)
{
    request.path = "/v1/sync/report";
    request.accept = mediaType(m_version);
    const auto answer = m_session.send(std::move(request));
    if (!answer) {
        return answer.error();
    }
    return decodeReportDue(answer->body, m_version);
}

/// Its own entries first: the server counts a report as whole when it has those, too.
Result<void> SyncConversation::reportAll(Exchanged& moved, const Progress& progress)
{
    if (!m_mayBeDue) {
        return {};
    }
    const auto heard = heardQuery();
    if (!heard) {
        return heard.error();
    }
    HttpRequest first;
    first.query = *heard;
    auto due = askReport(std::move(first));
    if (!due && due.error().code == "not_found") {
        return {}; // a server that is older than this counter asks for nothing
    }
    if (!due) {
        return due.error();
    }
    std::int64_t after = *due ? (*due)->after : 0;
    for (bool isFirst = true; *due; isFirst = false) {
        const auto part = ask<ReplicaReport>(m_withCounter, [&](CounterSync& sync) {
            return sync.reportFor(**due, after);
        });
        if (!part) {
            return part.error();
        }
        if (isFirst) {
            if (auto sent = sendAll(moved, progress); !sent) {
                return sent;
            }
        }
        HttpRequest request;
        request.method = "POST";
        request.contentType = mediaType(m_version);
        request.body = encodeReport(*part, m_version);
        due = askReport(std::move(request));
        if (!due) {
            return due.error();
        }
        if (part->isLast) {
            // What was sold meanwhile is told at the next exchange, and so is this.
            m_mayBeDue = due->has_value();
            return {};
        }
        after = part->upTo;
    }
    m_mayBeDue = false;
    return {};
}

Result<void> SyncConversation::sendAll(Exchanged& moved, const Progress& progress)
{
    while (true) {
        const auto heard = heardQuery();
        const auto batch = ask<std::optional<EntryBatch>>(m_withCounter, [](CounterSync& sync) {
            return sync.nextBatch();
        });
        if (!batch || !heard) {
            return heard ? batch.error() : heard.error();
        }
        if (!*batch) {
            return {};
        }
        HttpRequest request;
        request.method = "POST";
        request.path = "/v1/sync/push";
        request.query = *heard;
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

Result<void> SyncConversation::beginWithSnapshot(Exchanged& moved, const Progress& progress)
{
    constexpr int kTries = 2;
    SnapshotFetch fetch{m_session, m_withCounter};
    for (int tries = 0; tries < kTries; ++tries) {
        auto taken = fetch.run([&](std::int64_t bytes, std::int64_t of) {
            moved.snapshotBytes = bytes;
            moved.snapshotSize = of;
            if (progress) {
                progress(moved);
            }
        });
        if (taken) {
            moved.snapshotRefused.reset();
            return {};
        }
        if (!isOfSnapshot(taken.error())) {
            return taken;
        }
        moved.snapshotRefused = taken.error();
    }
    return {};
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
        auto page = decodePullAnswer(answer->body, m_version);
        if (!page) {
            return page.error();
        }
        page->page.after = *after;
        const auto taken = ask<bool>(m_withCounter, [&](CounterSync& sync) -> Result<bool> {
            auto done = sync.heard(page->page);
            return done ? Result<bool>{true} : std::move(done).error();
        });
        if (!taken) {
            return taken.error();
        }
        m_mayBeDue = m_mayBeDue || std::ranges::any_of(page->page.entries, beginsAnotherLife);
        m_hasHeardKeys = m_hasHeardKeys && page->page.entries.empty();
        m_areCardsOld = m_areCardsOld || std::ranges::any_of(page->page.entries, changesCards);
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
    constexpr std::chrono::milliseconds kFirstPause{100};
    constexpr std::chrono::milliseconds kLongestPause{1'600};
    auto pause = kFirstPause;
    for (std::size_t asked = 0;; ++asked) {
        const auto wish =
            ask<RightsWish>(m_withCounter, [&](CounterSync& sync) { return sync.wishFor(need); });
        auto fetched = wish ? fetch(*wish) : Result<void>{wish.error()};
        if (fetched && !need.orders.empty()) {
            Exchanged moved;
            return hearAll(moved, {});
        }
        if (fetched || fetched.error().code != "order_asked" || asked >= m_askedAgain) {
            return fetched;
        }
        // Who has it hears of it now, where it is online, and gives it back by itself.
        std::this_thread::sleep_for(pause);
        pause = std::min(2 * pause, kLongestPause);
    }
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
    const auto heard = heardQuery();
    if (!heard) {
        return heard.error();
    }
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/sync/rights";
    request.query = *heard;
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
