// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/authority/authority.h"
#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "core/services/key_vault.h"
#include "core/services/sales.h"
#include "tests/simulation/paper.h"
#include "tests/support/counter_fixture.h"

#include <QTemporaryDir>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer::simulation {

/// A computer's own clock: the true time, and how far it is off.
class NodeClock final : public Clock {
public:
    explicit NodeClock(const Clock& truth) : m_truth{truth} {}
    Instant now() const override { return Instant{m_truth.now().ms + m_offMs}; }
    void jump(std::int64_t ms) { m_offMs += ms; }
    void set() { m_offMs = 0; }

private:
    const Clock& m_truth;
    std::int64_t m_offMs = 0;
};

/// A counter or a gate: a folder with its database, and what is in memory while it runs.
struct Node {
    explicit Node(const Clock& truth) : clock{truth} {}

    std::size_t number = 0;
    std::string folder;
    MemoryVault vault;
    NodeClock clock;
    std::unique_ptr<Counter> counter;
    std::unique_ptr<CounterSync> sync;

    ReplicaId replica;
    PublicKey device{};
    int life = 0;           ///< how often it was started
    bool isGone = false;    ///< never comes back
    bool isGate = false;    ///< lets people in and sells nothing
    bool isDoubted = false; ///< there is another one, or its disk is older than it knows
    bool isBehind = false;  ///< an old backup was put back
    bool isForked = false;  ///< it was told that it is the second of two
    bool isGivenUp = false;
    bool hasBase = false;           ///< it joined with a snapshot
    bool isHopeless = false;        ///< the server had nothing more for it, and it still is behind
    std::string backup;             ///< a folder; empty: none was made
    bool hasLost = false;           ///< what it wrote need not be at the server
    std::int64_t needed = 0;        ///< the entries it had written when it was restored
    std::optional<RightsWish> wish; ///< that has no answer yet
    std::vector<CartItem> intent;   ///< what the clerk wants to sell with it
    std::optional<PaperTicket> refund;    ///< what a guest waits for whose order is elsewhere
    std::optional<std::int64_t> reported; ///< up to which position, to a restored server …
    std::int64_t reportedTo = 0;          ///< … in which of its lives

    void close();
};

/// The server: two processes over one database.
struct Server {
    std::string file;
    std::array<std::unique_ptr<Database>, 2> databases;
    std::array<std::unique_ptr<Authority>, 2> processes;
    void close();
};

/// The house that every run begins with: counter 0, which founded it and has sold, has handed over
/// to the server; the others have joined. Made once, and copied for each run.
class House {
public:
    House();

    std::size_t nodes() const { return m_nodes.size(); }
    /// Copies a node's folder and keys, and the server's database, to a run's folder.
    void copyNode(std::size_t number, Node& into, const std::string& folder) const;
    void copyServer(const std::string& folder) const;
    const std::vector<PerformanceId>& performances() const { return m_performances; }
    const std::array<QuotaId, kQuotas>& quotas(std::size_t performance) const
    {
        return m_quotas.at(performance);
    }
    const AuthorityKeys& keys() const { return m_keys; }
    OrganizerId organizer() const { return m_organizer; }
    Instant now() const { return m_clock.now(); }
    /// What counter 0 had sold when it handed over.
    const Order& firstOrder() const { return *m_firstOrder; }

private:
    void found(Node& first);
    void join(Authority& authority, Node& node);
    void noteQuotas(Counter& counter);

    QTemporaryDir m_folder;
    test::StillClock m_clock;
    test::SeededRandom m_random{1};
    AuthorityKeys m_keys;
    OrganizerId m_organizer;
    std::vector<std::unique_ptr<Node>> m_nodes;
    std::vector<PerformanceId> m_performances;
    std::vector<std::array<QuotaId, kQuotas>> m_quotas;
    std::optional<Order> m_firstOrder;
};

/// A folder in memory where there is such a disk, else an ordinary temporary one.
QString fastFolder();
/// The files of a folder as they lie there at this instant, whoever has them open.
void copyFiles(const std::string& from, const std::string& to);
void copyKeys(KeyVault& from, KeyVault& to);
Membership membershipOf(Authority& authority, const Clock& clock);
/// Ends the run where a step that cannot fail did.
template <typename T>
void mustHave(const Result<T>& result, const char* what)
{
    if (!result) {
        qFatal("%s: %s: %s", what, result.error().code.c_str(), result.error().message.c_str());
    }
}

} // namespace foyer::simulation
