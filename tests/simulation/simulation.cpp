// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/simulation.h"

#include "core/services/rights_return.h"

#include <array>
#include <cstdio>

namespace foyer::simulation {
namespace {

constexpr std::uint64_t kFnvOffset = 14'695'981'039'346'656'037ULL;
constexpr std::uint64_t kFnvPrime = 1'099'511'628'211ULL;
constexpr std::int64_t kStepMsMax = 20'000;

void addTo(std::uint64_t& hash, const std::string& text)
{
    for (const char character : text) {
        hash = (hash ^ static_cast<unsigned char>(character)) * kFnvPrime;
    }
}

} // namespace

Simulation::Simulation(const House& house, const RunOptions& options)
    : m_house{house}, m_options{options}, m_chance{options.seed}, m_random{options.seed},
      m_folder{fastFolder()}, m_keys{house.keys()}, m_serverClock{m_truth}, m_network{m_chance},
      m_paper{house.performances().size(),
              {test::kSmallCapacity, test::kChildren, test::kStallsChildren, test::kSmallStanding}}
{
    m_result.trace = kFnvOffset;
    m_isServersDay = options.seed % 4 == 0;
    m_truth.pass(house.now().ms - m_truth.now().ms + 1'000);
    for (std::size_t i = 0; i < house.nodes(); ++i) {
        auto node = std::make_unique<Node>(m_truth);
        house.copyNode(i, *node, newFolder());
        open(*node);
        m_nodes.push_back(std::move(node));
    }
    const std::string server = m_folder.filePath("server").toStdString();
    house.copyServer(server);
    m_server.file = server + "/server.db";
    openServers();
    const Order& first = house.firstOrder();
    PaperAct act{.id = first.id.uuid, .node = 0, .orderCode = first.code, .isAtServer = true};
    act.places.push_back({.seat = first.tickets.front().seat, .ticket = first.tickets.front().id});
    m_paper.confirmed(std::move(act));
    for (const PerformanceId performance : house.performances()) {
        // So that the others have something to ask for.
        mustHave(returnRights(*m_nodes[0]->counter, performance, 0), "return rights");
    }
}

Simulation::~Simulation()
{
    (void)test::failing_disk::repair();
}

void Simulation::open(Node& node)
{
    node.close();
    node.wish.reset();
    node.intent.clear();
    node.reported.reset();
    ++node.life;
    auto counter = Counter::open(node.folder, node.vault, node.clock, m_random);
    if (!counter) {
        throw Violation{"counter " + std::to_string(node.number) +
                        " does not open: " + counter.error().code};
    }
    node.counter = *std::move(counter);
    node.sync = std::make_unique<CounterSync>(*node.counter);
    node.replica = node.counter->replica();
    node.device = SigningKey{node.counter->keys().device}.publicKey();
}

void Simulation::openServer(std::size_t process)
{
    m_server.databases.at(process) = Database::open(m_server.file, Database::Mode::ReadWrite);
    auto authority = Authority::open(*m_server.databases.at(process), m_house.organizer(), m_keys,
                                     m_serverClock, m_random);
    if (!authority) {
        throw Violation{"the server does not open: " + authority.error().code};
    }
    m_server.processes.at(process) = *std::move(authority);
}

void Simulation::openServers()
{
    m_server.close();
    openServer(0);
    openServer(1);
}

void Simulation::tell(const std::string& what, const std::string& outcome)
{
    ++m_result.done[outcome.empty() ? what : what + ": " + outcome.substr(0, outcome.find(' '))];
    const std::string line = std::to_string(m_step) + " " + what + " " + outcome + "\n";
    addTo(m_result.trace, line);
    if (m_options.tells) {
        std::fputs(line.c_str(), stdout);
    }
}

bool Simulation::planFault(bool mayFail)
{
    using test::failing_disk::Fault;
    constexpr std::array kWays{Fault::Full, Fault::Error, Fault::FullOnce, Fault::ErrorOnce,
                               Fault::SyncOnce};
    // These faults are done to the database of a counter, whose disk then has to be sound.
    const bool isByHand = m_options.fault == simulation::Fault::RightsUnchecked ||
        m_options.fault == simulation::Fault::HomeUnchecked;
    if (!mayFail || m_isHealing || isByHand || !m_chance.percent(2)) {
        return false;
    }
    test::failing_disk::failAt(static_cast<int>(m_chance.between(1, 25)),
                               kWays.at(m_chance.below(kWays.size())));
    return true;
}

void Simulation::checkFault(bool isPlanned, bool hasFailed, const std::string& code)
{
    const bool happened = isPlanned && test::failing_disk::repair();
    if (hasFailed && !happened) {
        throw Violation{"the disk was sound, and it failed: " + code};
    }
}

void Simulation::step()
{
    using Act = void (Simulation::*)(Node&);
    struct Weighted {
        Act act;
        int weight;
        bool atGate;
    };
    static const std::array kActs{
        Weighted{&Simulation::sells, 40, false},
        Weighted{&Simulation::returnsTickets, 5, false},
        Weighted{&Simulation::takesOrderBack, 4, false},
        Weighted{&Simulation::holds, 4, false},
        Weighted{&Simulation::releases, 3, false},
        Weighted{&Simulation::scans, 10, true},
        Weighted{&Simulation::givesRightsBack, 8, false},
        Weighted{&Simulation::keepsStock, 6, false},
        Weighted{&Simulation::editsCapacity, 2, false},
        Weighted{&Simulation::crashes, 3, true},
        Weighted{&Simulation::clockJumps, 2, true},
        Weighted{&Simulation::isCutOff, 3, true},
        Weighted{&Simulation::isBackedUp, 3, true},
        Weighted{&Simulation::isRestored, 3, true},
        Weighted{&Simulation::isCloned, 1, false},
        Weighted{&Simulation::losesPower, 2, false},
        Weighted{&Simulation::isRecalled, 3, false},
        Weighted{&Simulation::shutsOut, 2, false},
        Weighted{&Simulation::goesOn, 4, false},
    };
    int all = 0;
    for (const Weighted& of : kActs) {
        all += of.weight;
    }
    auto chosen = static_cast<int>(m_chance.below(static_cast<std::size_t>(all)));
    const Weighted* act = kActs.begin();
    while (chosen >= act->weight) {
        chosen -= act->weight;
        ++act;
    }
    Node& node = *m_nodes[m_chance.below(m_nodes.size())];
    if (!node.isGone && (!node.isGate || act->atGate)) {
        tell("counter " + std::to_string(node.number), "");
        (this->*act->act)(node);
    }
}

RunResult Simulation::run()
{
    try {
        for (m_step = 1; m_step <= m_options.steps; ++m_step) {
            m_truth.pass(m_chance.between(0, kStepMsMax));
            deliver();
            step();
            if (m_chance.percent(1)) {
                serverCrashes();
            }
            // A server that is restored has not forgotten a counter: then hardly anybody joins.
            if (m_chance.below(m_isServersDay ? 400 : 150) == 0) {
                aNewOneJoins();
            }
            if (m_isServersDay && m_chance.percent(5)) {
                m_chance.percent(50) ? serverIsBackedUp() : serverIsRestored();
            }
            Node& node = *m_nodes[m_chance.below(m_nodes.size())];
            if (m_chance.below(300) == 0 && !node.isGone && !node.isGate && !m_isServersDay) {
                isGivenUp(node);
            }
            for (const auto& each : m_nodes) {
                if (!each->isGone && m_chance.percent(25)) {
                    syncs(*each);
                }
            }
        }
        checkEnd();
    } catch (const Violation& violation) {
        m_result.violation = "step " + std::to_string(m_step) + ": " + violation.what;
    } catch (const StorageFailure& failure) {
        m_result.violation = "step " + std::to_string(m_step) + ": " + failure.error.code + ": " +
            failure.error.message;
    }
    addTo(m_result.trace, m_result.violation);
    return std::move(m_result);
}

} // namespace foyer::simulation
