// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/guarded.h"
#include "core/domain/sales/after_sale_requests.h"
#include "core/storage/snapshot_tables.h"
#include "tests/simulation/faults.h"
#include "tests/simulation/network.h"
#include "tests/simulation/nodes.h"
#include "tests/simulation/paper.h"
#include "tests/support/failing_vfs.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace foyer::simulation {

struct RunOptions {
    std::uint64_t seed = 1;
    int steps = 120;
    Fault fault = Fault::None;
    bool tells = false; ///< every step, on standard output
};

struct RunResult {
    std::string violation;           ///< empty: all is well
    std::uint64_t trace = 0;         ///< a hash of everything that happened
    std::map<std::string, int> done; ///< how often what was done
};

/// One bad day: counters, gates and a server in one process and in virtual time, with everything
/// that a network, disks, clocks and people do to them. The same for the same seed.
class Simulation {
public:
    Simulation(const House& house, const RunOptions& options);
    ~Simulation();
    RunResult run();

private:
    // What people do; see acts.cpp. Each picks who and what by itself.
    void sells(Node& node);
    void returnsTickets(Node& node);
    void takesOrderBack(Node& node);
    void holds(Node& node);
    void releases(Node& node);
    void scans(Node& node);
    void givesRightsBack(Node& node);
    void editsCapacity(Node& node);
    void trySale(Node& node, const SaleRequest& request);
    void noteSale(Node& node, const Order& order);
    Result<Order> saleOf(Node& node, const SaleRequest& request);
    void mustSell(const Node& node, const std::string& what) const;
    bool refunds(Node& node, const PaperTicket& ticket);
    void triesRefundAgain(Node& node);
    Result<Order> returnOf(Node& node, const ReturnRequest& request);
    std::optional<PaperTicket> anyTicketFor(const Node& node);
    std::optional<std::size_t> anyOrderFor(const Node& node);
    void noteGivenBack(const Node& node, std::size_t act, std::size_t place);
    bool isExcused(std::size_t node) const;
    void wantsOrder(Node& node, const RightsNeed& need);
    void noteHold(Node& node, HoldId hold, std::vector<PaperPlace> places);
    void keepsStock(Node& node);
    void isShort(Node& node, std::vector<CartItem> intent);
    PerformanceId anyPerformance(std::size_t& number);
    SaleRequest requestFor(Node& node, const std::vector<CartItem>& items);
    std::vector<CartItem> anyCart(Node& node);
    std::optional<std::size_t> anyActOf(const Node& node, bool isHold);

    // Who may act, and who does; see people.cpp.
    void shutsOut(Node& node);
    void goesOn(Node& node);
    void writes(Node& node, const Permit& permit, const char* kind, const Bytes& body);

    // What goes wrong; see mishaps.cpp.
    void crashes(Node& node);
    void serverCrashes();
    void clockJumps(Node& node);
    void isCutOff(Node& node);
    void isBackedUp(Node& node);
    void isRestored(Node& node);
    void isCloned(Node& node);
    void losesPower(Node& node);
    void isGivenUp(Node& node);
    void isRecalled(Node& node);
    void serverIsBackedUp();
    void serverIsRestored();
    void restoreFiles(Node& node, const std::string& from);
    std::string newFolder();
    void isSecondOfTwo(Node& node);

    // How another counter comes to the house; see joining.cpp.
    void aNewOneJoins();
    void hearsFromTheBeginning(Node& node);
    void takesSnapshot(Node& node);
    SnapshotTaken mixedSnapshot();
    void lifeGoesOn();

    // What is sent, and what the answers do; see messages.cpp.
    void syncs(Node& node);
    void pushes(Node& node, std::size_t entries);
    void pulls(Node& node, std::int64_t entries);
    void asksForItsOwn(Node& node);
    void repeatsWish(Node& node);
    void send(const Node& node, Payload payload);
    void deliver();
    void serve(std::vector<Message>& requests);
    std::optional<Payload> answerTo(Authority& authority, FeedBatch& batch, const Message& request);
    IntakeAnswer takePush(Authority& authority, FeedBatch& batch, const Push& push);
    std::optional<Payload> answerWish(Authority& authority, FeedBatch& batch, const Wish& wish);
    FeedPage pageFor(Authority& authority, const Pull& pull);
    void noteServed(const Message& request, const Payload& answer);
    void hears(Node& node, const Payload& payload);
    void hearsAnswer(Node& node, const IntakeAnswer& answer);
    void hearsPage(Node& node, const FeedPage& page);
    Result<void> takesBack(Node& node, const std::vector<Entry>& own);
    void reports(Node& node, const ReportDue& due);
    void hearsGrant(Node& node, const Bytes& bytes);

    // The end; see end_checks.cpp.
    void settle();
    void settleOnce();
    void checkEnd();
    void checkNode(Node& node);
    void checkJournal(Node& node);
    void checkServer();
    void checkPresence();
    void checkNothingStranded();
    void checkKept(Node& node);
    void checkStopped(Node& node);
    void checkIncidents();

    void step();
    void open(Node& node);
    void openServer(std::size_t process);
    void openServers();
    Authority& anyProcess() { return *m_server.processes[m_chance.below(2)]; }
    void tell(const std::string& what, const std::string& outcome);
    /// Does something of a node, sometimes on a disk that fails; a failure that nobody has planned
    /// is a violation. Sometimes the node crashes after it.
    template <typename F>
    auto at(Node& node, F act, bool mayFail = true)
    {
        const bool isPlanned = planFault(mayFail);
        auto result = act();
        const bool hasFailed = failsOf(result);
        checkFault(isPlanned, hasFailed, result ? std::string{} : result.error().code);
        if ((hasFailed && m_chance.percent(50)) || (!m_isHealing && m_chance.percent(1))) {
            crashes(node);
        }
        return result;
    }
    template <typename T>
    static bool failsOf(const Result<T>& result)
    {
        return !result && result.error().kind == ErrorKind::Storage;
    }
    bool planFault(bool mayFail);
    void checkFault(bool isPlanned, bool hasFailed, const std::string& code);

    const House& m_house;
    RunOptions m_options;
    Chance m_chance;
    test::StillClock m_truth;
    test::SeededRandom m_random;
    QTemporaryDir m_folder;
    AuthorityKeys m_keys;
    Server m_server;
    NodeClock m_serverClock;
    std::vector<std::unique_ptr<Node>> m_nodes;
    Network m_network;
    Paper m_paper;
    std::map<std::size_t, std::set<std::size_t>> m_twins; ///< nodes that are the same counter
    /// A day on which the server is restored, and no counter lost: what only lost counters knew
    /// could not come back.
    bool m_isServersDay = false;
    /// The ticket that was let in last: act and place.
    std::optional<std::pair<std::size_t, std::size_t>> m_letIn;
    std::optional<PaperTicket> m_refunded; ///< the last one; the guest may try it elsewhere, too
    std::string m_serverBackup;
    bool m_isServerRestored = false;
    bool m_isHealing = false;
    bool m_hasMoved = false; ///< something was handed over since it was last set to false
    int m_step = 0;
    int m_folders = 0;
    RunResult m_result;
};

} // namespace foyer::simulation
