// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/house_snapshot.h"
#include "core/services/authority/replica_enrolment.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/snapshot_intake.h"
#include "tests/simulation/simulation.h"

#include <algorithm>
#include <filesystem>

namespace foyer::simulation {

void Simulation::aNewOneJoins()
{
    Authority& authority = anyProcess();
    if (m_nodes.size() > m_house.nodes() + 1 || isAnyReportDue(authority)) {
        return;
    }
    m_serverBackup.clear(); // a server that has forgotten a counter cannot wait for it
    auto node = std::make_unique<Node>(m_truth);
    node->number = m_nodes.size();
    node->folder = newFolder();
    std::filesystem::create_directories(node->folder);
    const std::string name = "Counter " + std::to_string(node->number + 1);
    const CounterKeys keys = CounterKeys::generate(m_random);
    const ReplicaId replica{Uuid::v7(m_truth.now(), m_random)};
    const Result<ReplicaTerms> terms = [&] {
        // The server may crash while the new one gets its snapshot, and the batch is of its
        // process.
        const auto batch = authority.begin();
        auto given =
            enrolReplica(authority, *batch, {replica, name, SigningKey{keys.ticket}.publicKey()});
        mustHave(given, "enrol");
        batch->commit();
        return given;
    }();
    mustHave(Counter::foundMember(node->folder, name,
                                  {authority.organizer(), replica, terms->series,
                                   terms->authorityKey},
                                  membershipOf(authority, m_serverClock), keys, node->vault,
                                  node->clock, m_random),
             "found member");
    open(*node);
    // It sells when it has heard of the house.
    if (m_options.fault == Fault::SnapshotMixed || m_chance.percent(75)) {
        takesSnapshot(*node);
    } else {
        hearsFromTheBeginning(*node);
    }
    m_nodes.push_back(std::move(node));
    tell("joins", "");
}

void Simulation::hearsFromTheBeginning(Node& node)
{
    Authority& authority = anyProcess();
    for (bool isLast = false; !isLast;) {
        const auto after = node.sync->pulled();
        mustHave(after, "pulled");
        const FeedPage page = readFeed(authority.database(), authority.organizer(),
                                       {.after = *after, .except = node.replica});
        isLast = page.isLast;
        mustHave(node.sync->heard(page), "heard");
    }
}

/// What others do while a new counter is busy.
void Simulation::lifeGoesOn()
{
    m_truth.pass(1'000);
    for (const auto& other : m_nodes) {
        if (other->isGone) {
            continue;
        }
        if (!other->isGate && m_chance.percent(50)) {
            sells(*other);
        }
        pushes(*other, 50);
    }
    deliver();
    deliver();
}

/// A snapshot as it would be if its tables were not read at one moment: half of them before others
/// have sold, and half, with the position, after it.
SnapshotTaken Simulation::mixedSnapshot()
{
    constexpr int kRounds = 20;
    // The server may crash and come back meanwhile.
    const auto tickets = [this] {
        return m_server.databases[0]->integer("SELECT count(*) FROM ticket");
    };
    const SnapshotTaken before = takeSnapshot(*m_server.databases[0], m_house.organizer());
    const auto had = tickets();
    for (int round = 0; round < kRounds && tickets() == had; ++round) {
        lifeGoesOn();
    }
    SnapshotTaken taken = takeSnapshot(*m_server.databases[0], m_house.organizer());
    const auto earlier = SnapshotReader::open(before.content);
    const auto later = SnapshotReader::open(taken.content);
    mustHave(earlier, "snapshot");
    mustHave(later, "snapshot");
    SnapshotWriter writer{taken.header};
    const auto copyFrom = [&writer](SnapshotReader& reader, bool sales) {
        for (auto piece = reader.next(); piece && *piece; piece = reader.next()) {
            const bool isOfSale = (*piece)->table == "ticket" || (*piece)->table == "sale_order";
            if (isOfSale == sales) {
                writer.add(**piece);
            }
        }
    };
    copyFrom(**earlier, true);
    copyFrom(**later, false);
    taken.content = writer.finish();
    return taken;
}

void Simulation::takesSnapshot(Node& node)
{
    const SnapshotTaken taken = m_options.fault == Fault::SnapshotMixed
        ? mixedSnapshot()
        : takeSnapshot(anyProcess().database(), m_house.organizer());
    const SnapshotManifest manifest = signedManifest(taken, *m_keys.root);
    lifeGoesOn();
    mustHave(SnapshotIntake{*node.counter}.begin(manifest), "snapshot");
    for (bool isLoaded = false; !isLoaded;) {
        const auto arriving = SnapshotIntake{*node.counter}.arriving();
        mustHave(arriving, "arriving");
        const auto number = static_cast<std::size_t>((*arriving)->nextPart);
        if (number < manifest.parts.size()) {
            const std::size_t from = number * kSnapshotPart;
            const ByteView part = ByteView{taken.content}.subspan(
                from, std::min<std::size_t>(kSnapshotPart, taken.content.size() - from));
            (void)at(node, [&] {
                return SnapshotIntake{*node.counter}.keepPart((*arriving)->nextPart, part);
            });
        } else {
            const auto loaded = at(node, [&] { return SnapshotIntake{*node.counter}.load(); });
            if (!loaded && !failsOf(loaded)) {
                throw Violation{"a snapshot was refused: " + loaded.error().code};
            }
            // A crash right after it changes nothing.
            const auto after = SnapshotIntake{*node.counter}.arriving();
            mustHave(after, "arriving");
            isLoaded = !after->has_value();
            const bool isDone = node.sync->pulled().value() == manifest.position;
            if (isLoaded != isDone || (loaded && !isLoaded)) {
                throw Violation{"a snapshot was half loaded"};
            }
        }
    }
    node.hasBase = true;
    tell("takes a snapshot", "");
}

} // namespace foyer::simulation
