// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/crypto/ed25519.h"
#include "core/domain/journal/intake.h"
#include "core/domain/journal/replica_report.h"
#include "core/storage/feed_store.h"
#include "tests/simulation/chance.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foyer::simulation {

/// The messages of the counters, and the server's answers. Requests name the device, for a real
/// server would know it by its certificate.
struct Push {
    EntryBatch batch;
};
struct PushAnswer {
    IntakeAnswer answer;
};
struct Pull {
    ReplicaId reader;
    std::int64_t after = 0;
    std::int64_t entries = 0;
};
struct Page {
    FeedPage page;
    std::optional<ReportDue> due; ///< what a restored server wants to hear besides
};
struct Report {
    ReplicaReport report;
};
struct ReportTaken {
    std::int64_t upTo = 0;
    bool isLast = false;
    std::int64_t life = 0;
};
struct Wish {
    Bytes wish;
};
struct WishAnswer {
    Bytes answer;
};
struct AskOwnEntries {
    ReplicaId writer;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
};
struct OwnEntries {
    std::vector<Entry> entries;
};
using Payload = std::variant<Push, PushAnswer, Pull, Page, Wish, WishAnswer, AskOwnEntries,
                             OwnEntries, Report, ReportTaken>;

inline constexpr std::size_t kServer = SIZE_MAX;

struct Message {
    std::size_t from = 0; ///< a node's number, or kServer
    std::size_t to = 0;
    int life = 0; ///< of the node that asks: an answer does not find the next one
    Payload payload;
};

/// Between the counters and the server: it loses, repeats, delays, reorders and damages what it is
/// given, and cuts some off for a while.
class Network {
public:
    explicit Network(Chance& chance);

    void send(Message message, std::int64_t now);
    /// What arrives up to now, in the order of arrival.
    std::vector<Message> arrived(std::int64_t now);
    /// Nobody hears of a node, nor it of anybody, until then.
    void cut(std::size_t node, std::int64_t until) { m_cutUntil[node] = until; }
    /// From now on everything arrives, once, at once, and whole.
    void heal();
    /// What the server has sent and nobody has got is lost with its connections.
    void loseAnswers();
    bool isIdle() const { return m_travelling.empty(); }
    bool damages() const { return m_damagePercent > 0; }

private:
    bool isCut(const Message& message, std::int64_t now) const;
    void put(Message message, std::int64_t now);
    void damage(Payload& payload);

    Chance& m_chance;
    int m_lossPercent;
    int m_twicePercent;
    int m_damagePercent;
    std::int64_t m_delayMs;
    std::uint64_t m_sent = 0;
    std::map<std::pair<std::int64_t, std::uint64_t>, Message> m_travelling; ///< by arrival
    std::map<std::size_t, std::int64_t> m_cutUntil;
};

} // namespace foyer::simulation
