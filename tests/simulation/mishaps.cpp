// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/restored_authority.h"
#include "core/services/authority/rights_office.h"
#include "core/storage/identity_store.h"
#include "core/storage/sync_store.h"
#include "tests/simulation/simulation.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace foyer::simulation {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr const char* kHead = "/foyer.head";

void removeDatabase(const std::string& folder, const std::string& name)
{
    for (const char* end : {"", "-wal", "-shm"}) {
        std::filesystem::remove(folder + "/" + name + end);
    }
}

/// As a kill leaves it: what was written lies there, and nobody has tidied up.
template <typename Close>
void kill(const std::string& folder, const std::string& copy, const std::string& name, Close close)
{
    copyFiles(folder, copy);
    close();
    removeDatabase(folder, name);
    copyFiles(copy, folder);
}

} // namespace

std::string Simulation::newFolder()
{
    return m_folder.filePath(QString{"folder-%1"}.arg(++m_folders)).toStdString();
}

void Simulation::crashes(Node& node)
{
    if (m_chance.percent(50)) {
        kill(node.folder, newFolder(), "foyer.db", [&] { node.close(); });
    }
    open(node);
    tell("crashes", "");
}

void Simulation::serverCrashes()
{
    if (m_chance.percent(50)) {
        kill(m_folder.filePath("server").toStdString(), newFolder(), "server.db",
             [&] { m_server.close(); });
    }
    openServers();
    tell("server crashes", "");
}

void Simulation::clockJumps(Node& node)
{
    if (m_chance.percent(30)) {
        node.clock.set();
    } else {
        node.clock.jump(m_chance.between(-20 * kDayMs, 20 * kDayMs));
    }
    tell("clock jumps", "");
}

void Simulation::isCutOff(Node& node)
{
    m_network.cut(node.number, m_truth.now().ms + m_chance.between(1, 20) * kMinuteMs);
    tell("is cut off", "");
}

void Simulation::isBackedUp(Node& node)
{
    if (node.isDoubted || node.isBehind || node.isForked) {
        return;
    }
    node.close();
    node.backup = newFolder();
    copyFiles(node.folder, node.backup);
    open(node);
    tell("is backed up", "");
}

/// Puts the files of another folder in the place of a node's own.
void Simulation::restoreFiles(Node& node, const std::string& from)
{
    node.close();
    removeDatabase(node.folder, "foyer.db");
    copyFiles(from, node.folder);
    open(node);
}

void Simulation::isRestored(Node& node)
{
    if (node.backup.empty() || node.isDoubted || node.isBehind || node.isForked || node.isGivenUp ||
        m_isServersDay) {
        return;
    }
    const std::int64_t needed = node.counter->journal().head().sequence;
    const bool withMark = m_chance.percent(30) && m_options.fault == Fault::None;
    const std::string mark = newFolder();
    copyFiles(node.folder, mark);
    restoreFiles(node, node.backup);
    if (node.counter->journal().head().sequence == needed) {
        return; // nothing had been written since
    }
    node.needed = needed;
    node.hasLost = true;
    m_paper.gateForgets(node.number);
    m_paper.diskLost(node.number);
    tell("is restored", withMark ? "with its mark" : "");
    if (withMark) { // nothing here tells that it is old
        node.isDoubted = true;
        m_paper.doubted(node.number);
        return;
    }
    node.isBehind = true;
    if (m_options.fault != Fault::RestoredSellsAtOnce) {
        node.close();
        std::filesystem::copy_file(mark + kHead, node.folder + kHead,
                                   std::filesystem::copy_options::overwrite_existing);
        open(node);
    }
}

void Simulation::isCloned(Node& node)
{
    if (node.isDoubted || node.isBehind || node.isForked || node.isGivenUp || !m_twins.empty() ||
        m_isServersDay) {
        return;
    }
    node.close();
    auto copy = std::make_unique<Node>(m_truth);
    copy->number = m_nodes.size();
    copy->folder = newFolder();
    copy->isGate = node.isGate;
    copyFiles(node.folder, copy->folder);
    copyKeys(node.vault, copy->vault);
    open(node);
    open(*copy);
    m_twins[node.number] = {copy->number};
    m_twins[copy->number] = {node.number};
    for (Node* twin : {&node, copy.get()}) {
        twin->isDoubted = true;
        twin->hasLost = true;
        m_paper.doubted(twin->number);
    }
    m_nodes.push_back(std::move(copy));
    tell("is cloned", "");
}

void Simulation::isSecondOfTwo(Node& node)
{
    if (!node.isDoubted) {
        throw Violation{"counter " + std::to_string(node.number) +
                        " is alone and was told that "
                        "there are two of it"};
    }
    node.isForked = true;
    node.isDoubted = false;
    m_paper.givenUp(node.number);
    for (const std::size_t number : m_twins[node.number]) {
        Node& twin = *m_nodes.at(number);
        if (twin.isDoubted) {
            twin.isDoubted = false;
            m_paper.trusted(number);
        }
    }
    tell("is the second of two", "");
}

void Simulation::losesPower(Node& node)
{
    if (node.isDoubted || node.isBehind || node.isForked || node.isGate) {
        return;
    }
    node.close();
    test::failing_disk::rememberWhatIsSynced();
    open(node);
    const std::string mark = newFolder();
    copyFiles(node.folder, mark);
    const SaleRequest request = requestFor(node, anyCart(node));
    test::failing_disk::cutPowerAt(static_cast<int>(m_chance.between(1, 30)), m_chance.any());
    const auto order = saleOf(node, request);
    const auto disk = test::failing_disk::diskAfterPowerCut();
    tell("loses power", std::to_string(disk.size()));
    if (disk.empty()) { // it had returned before
        if (order) {
            noteSale(node, *order);
        }
        return;
    }
    node.close();
    removeDatabase(node.folder, "foyer.db");
    std::filesystem::copy_file(mark + kHead, node.folder + kHead,
                               std::filesystem::copy_options::overwrite_existing);
    for (const auto& [path, content] : disk) {
        std::ofstream file{node.folder + path.substr(path.rfind('/')), std::ios::binary};
        file.write(reinterpret_cast<const char*>(content.data()),
                   static_cast<std::streamsize>(content.size()));
    }
    open(node);
    trySale(node, request); // the clerk asks for the same sale again
}

void Simulation::isGivenUp(Node& node)
{
    if (node.isGivenUp || node.isDoubted || node.isForked ||
        (m_twins.contains(node.number) && !m_isHealing)) {
        return;
    }
    Authority& authority = anyProcess();
    const auto batch = authority.begin();
    const auto writtenOff =
        writeOffReplica(authority, *batch, Permit::ofProgram(), node.replica, "lost");
    if (!m_isHealing && !writtenOff && writtenOff.error().code == "unknown_replica") {
        return; // the server has not heard of it yet: there is nothing to give up
    }
    mustHave(writtenOff, "write off");
    batch->commit();
    node.isGivenUp = true;
    m_paper.givenUp(node.number);
    m_paper.leasesEnd(node.replica);
    const bool isLost = !m_isHealing && m_chance.percent(50);
    if (isLost || node.isBehind) {
        m_paper.diskLost(node.number);
        node.hasLost = true;
        node.isGone = true;
        node.close();
    }
    tell("is given up", isLost ? "and gone" : "");
}

void Simulation::isRecalled(Node& node)
{
    std::size_t number = 0;
    const PerformanceId performance = anyPerformance(number);
    Authority& authority = anyProcess();
    const auto batch = authority.begin();
    const auto recalled =
        recallRights(authority, *batch, Permit::ofProgram(),
                     {node.replica, performance, m_chance.between(0, 2), "capacity is cut"});
    const std::string code = recalled ? "" : recalled.error().code;
    // The server may not have heard of it yet, or of the season, or have given it up.
    if (code != "unknown_device" && code != "unknown_performance" &&
        code != "already_written_off") {
        mustHave(recalled, "recall");
    }
    batch->commit();
    tell("is recalled", code);
}

void Simulation::serverIsBackedUp()
{
    const bool isEachKnown = std::ranges::all_of(m_nodes, [&](const auto& node) {
        Database& database = *m_server.databases[0];
        return readReplica(database, {m_house.organizer(), node->replica, 1}) ||
            readSeriesGiven(database, m_house.organizer(), node->replica);
    });
    if (!isEachKnown) {
        return; // a founder that has not handed over yet, so that the server gives nothing either
    }
    m_server.close();
    m_serverBackup = newFolder();
    copyFiles(m_folder.filePath("server").toStdString(), m_serverBackup);
    openServers();
    tell("server is backed up", "");
}

void Simulation::serverIsRestored()
{
    if (m_serverBackup.empty()) {
        return;
    }
    const std::string folder = m_folder.filePath("server").toStdString();
    m_server.close();
    removeDatabase(folder, "server.db");
    copyFiles(m_serverBackup, folder);
    {
        const auto database = Database::open(m_server.file, Database::Mode::ReadWrite);
        mustHave(openNextLife(*database, m_house.organizer(), Permit::ofProgram(), m_serverClock,
                              m_random, "broken"),
                 "next life");
    }
    openServers();
    m_network.loseAnswers();
    m_paper.serverForgets();
    m_paper.leasesUnsure();
    m_isServerRestored = true;
    tell("server is restored", "");
}

} // namespace foyer::simulation
