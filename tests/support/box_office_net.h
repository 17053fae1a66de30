// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/authority/authority.h"
#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "core/services/key_vault.h"
#include "tests/support/counter_fixture.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace foyer::test {

/// A house with a server and some counters, in one process and without a network: messages are
/// handed over by the test, which so decides what arrives, when, and how often.
class BoxOfficeNet {
public:
    /// The small house, founded at counter 0, which has sold nothing yet and hands over to the
    /// server; and `more` counters that joined it. All are in step.
    explicit BoxOfficeNet(int more, std::uint64_t seed = 1);
    ~BoxOfficeNet();

    Authority& authority() { return *m_authority; }
    Counter& counter(std::size_t number) { return *m_nodes.at(number)->counter; }
    CounterSync& sync(std::size_t number) { return *m_nodes.at(number)->sync; }
    std::size_t counters() const { return m_nodes.size(); }
    StillClock& clock() { return m_clock; }
    SeededRandom& random() { return m_random; }
    std::string folder(std::size_t number) const;
    std::string serverFile() const;

    /// Hands everything over, both ways, until nothing is left.
    void settle();
    /// One batch of a counter to the server and the answer back; the answer.
    std::optional<IntakeAnswer> push(std::size_t number);
    /// One page of the feed to a counter. Whether there was anything.
    bool pull(std::size_t number, std::int64_t entries = 100);
    /// Fetches what the last refused act of a counter would have needed.
    Result<void> fetchRights(std::size_t number);

    /// Closes and opens a counter, as after a crash.
    void restart(std::size_t number);
    void restartServer();
    /// One more counter joins; its number.
    std::size_t join();
    /// Copies a counter's folder and keys, as somebody would who copies the computer; the number of
    /// the copy.
    std::size_t clone(std::size_t number);
    /// Puts an older file of a counter's database in its place. What it wrote since is known to the
    /// mark beside it.
    void restore(std::size_t number, const std::string& backup);
    /// A copy of a counter's database file.
    std::string backup(std::size_t number);
    /// A copy of the server's database file; and one that is put in its place, as a new life.
    std::string backupServer();
    void restoreServer(const std::string& backup);
    /// A counter gives back to a restored server what it knows. Whether it had to.
    bool report(std::size_t number, std::int64_t entries = 3);
    /// Everything that the server has of a counter after what it has itself.
    Result<void> giveOwnEntriesBack(std::size_t number);

    PerformanceId performance(std::size_t number = 0) const { return m_performances.at(number); }
    CartItem standing(std::size_t counter, const std::string& type = "Adult",
                      std::size_t performance = 0);
    CartItem seat(std::size_t counter, SeatNumber seat, const std::string& type = "Adult",
                  std::size_t performance = 0);
    /// Sells without asking the server for anything.
    Result<Order> sellOffline(std::size_t counter, std::vector<CartItem> items);
    /// Sells; where rights are short, fetches them and tries once more.
    Result<Order> sell(std::size_t counter, std::vector<CartItem> items);

    /// Every counter and the server have the same entries and the same tables: empty, or the first
    /// difference.
    std::string difference();

private:
    struct Node {
        QTemporaryDir folder;
        MemoryVault vault;
        std::unique_ptr<Counter> counter;
        std::unique_ptr<CounterSync> sync;
    };
    void join(Node& node, const std::string& name);
    void openNode(Node& node);
    CartItem item(std::size_t counter, const std::string& type, const std::string& category,
                  std::size_t performance);

    StillClock m_clock;
    SeededRandom m_random;
    QTemporaryDir m_serverFolder;
    QTemporaryDir m_backups;
    int m_backupsMade = 0;
    AuthorityKeys m_keys;
    OrganizerId m_organizer;
    std::unique_ptr<Database> m_serverDatabase;
    std::unique_ptr<Authority> m_authority;
    std::vector<std::unique_ptr<Node>> m_nodes;
    std::vector<PerformanceId> m_performances;
};

} // namespace foyer::test
