// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/nodes.h"

#include "core/services/authority/entry_intake.h"
#include "core/services/authority/replica_enrolment.h"
#include "core/services/catalogue.h"
#include "core/storage/migrator.h"
#include "core/storage/sync_store.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace foyer::simulation {
namespace {

constexpr std::size_t kCounters = 3; // and a gate

void passPushes(Authority& authority, Node& node)
{
    for (;;) {
        const auto batch = node.sync->nextBatch();
        mustHave(batch, "next batch");
        if (!*batch) {
            return;
        }
        const auto feed = authority.begin();
        const IntakeAnswer answer = takeIn(authority, *feed, **batch, node.device);
        feed->commit();
        mustHave(node.sync->batchAnswered(answer), "batch answered");
    }
}

void passPages(Authority& authority, Node& node)
{
    for (bool isLast = false; !isLast;) {
        const auto after = node.sync->pulled();
        mustHave(after, "pulled");
        const FeedPage page = readFeed(authority.database(), authority.organizer(),
                                       {.after = *after, .except = node.replica});
        isLast = page.isLast;
        mustHave(node.sync->heard(page), "heard");
    }
}

void open(Node& node, Random& random)
{
    auto counter = Counter::open(node.folder, node.vault, node.clock, random);
    mustHave(counter, "open");
    node.counter = *std::move(counter);
    node.sync = std::make_unique<CounterSync>(*node.counter);
    node.replica = node.counter->replica();
    node.device = SigningKey{node.counter->keys().device}.publicKey();
}

} // namespace

void Node::close()
{
    sync.reset();
    counter.reset();
}

void Server::close()
{
    for (std::size_t i = 0; i < processes.size(); ++i) {
        processes[i].reset();
        databases[i].reset();
    }
}

House::House() : m_folder{fastFolder()}, m_keys{AuthorityKeys::generate(m_random)}
{
    for (std::size_t i = 0; i <= kCounters; ++i) {
        auto node = std::make_unique<Node>(m_clock);
        node->number = i;
        node->folder = m_folder.filePath(QString::number(i)).toStdString();
        std::filesystem::create_directory(node->folder);
        m_nodes.push_back(std::move(node));
    }
    Node& first = *m_nodes[0];
    found(first);
    const std::string file = m_folder.filePath("server.db").toStdString();
    const auto database = Database::open(file, Database::Mode::ReadWrite);
    migrate(*database);
    mustHave(Authority::adopt(*database, m_organizer, m_keys, m_clock, m_random), "adopt");
    const auto authority = Authority::open(*database, m_organizer, m_keys, m_clock, m_random);
    mustHave(authority, "authority");
    mustHave(first.counter->handOver(membershipOf(**authority, m_clock)), "hand over");
    passPushes(**authority, first);
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        m_clock.pass(1'000);
        join(**authority, *m_nodes[i]);
    }
    for (const auto& node : m_nodes) {
        passPages(**authority, *node);
        node->close();
    }
}

void House::found(Node& first)
{
    test::foundSmallHouse(first.folder, first.vault, m_clock, m_random, test::smallSeason(2));
    open(first, m_random);
    m_organizer = first.counter->organizer();
    const auto list = foyer::performances(*first.counter, Instant{0});
    mustHave(list, "performances");
    for (const PerformanceSummary& summary : *list) {
        m_performances.push_back(summary.id);
    }
    noteQuotas(*first.counter);
    m_clock.pass(1'000);
    const auto offer = offerOf(*first.counter, m_performances.front());
    mustHave(offer, "offer");
    SaleRequest request{.id = OrderId{Uuid::v7(m_clock.now(), m_random)}};
    request.cart.items = {
        {m_performances.front(), (*offer)->types.front().id, (*offer)->categories.front().id, 0}};
    request.tenders = {{PaymentMethod::Cash, Money{10'000, (*offer)->organizer.currency}, {}}};
    auto order = sell(*first.counter, request);
    mustHave(order, "first sale");
    m_firstOrder = *std::move(order);
}

void House::noteQuotas(Counter& counter)
{
    for (const PerformanceId performance : m_performances) {
        const auto offer = offerOf(counter, performance);
        mustHave(offer, "offer");
        std::array<QuotaId, kQuotas> ids{};
        for (const Quota& quota : (*offer)->quotas) {
            const bool isOfChildren = !quota.types.empty();
            const bool isOfAll = quota.categories.empty();
            ids.at(isOfChildren ? (isOfAll ? 1 : 2) : (isOfAll ? 0 : 3)) = quota.id;
        }
        m_quotas.push_back(ids);
    }
}

void House::join(Authority& authority, Node& node)
{
    const std::string name = "Counter " + std::to_string(node.number + 1);
    const CounterKeys keys = CounterKeys::generate(m_random);
    const ReplicaId replica{Uuid::v7(m_clock.now(), m_random)};
    const auto batch = authority.begin();
    const auto terms =
        enrolReplica(authority, *batch, {replica, name, SigningKey{keys.ticket}.publicKey()});
    mustHave(terms, "enrol");
    batch->commit();
    mustHave(
        Counter::foundMember(node.folder, name,
                             {authority.organizer(), replica, terms->series, terms->authorityKey},
                             membershipOf(authority, m_clock), keys, node.vault, m_clock, m_random),
        "found member");
    open(node, m_random);
    passPushes(authority, node);
}

void House::copyNode(std::size_t number, Node& into, const std::string& folder) const
{
    Node& from = *m_nodes.at(number);
    into.number = number;
    into.folder = folder;
    into.replica = from.replica;
    into.device = from.device;
    into.isGate = number == kCounters;
    copyFiles(from.folder, folder);
    copyKeys(from.vault, into.vault);
}

void House::copyServer(const std::string& folder) const
{
    copyFiles(m_folder.path().toStdString(), folder);
}

QString fastFolder()
{
    const QFileInfo memory{"/dev/shm"};
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + "/foyer-sim-XXXXXX";
}

void copyFiles(const std::string& from, const std::string& to)
{
    std::filesystem::create_directories(to);
    for (const auto& file : std::filesystem::directory_iterator{from}) {
        const std::string name = file.path().filename();
        const bool isShared = name.ends_with("-shm") || name.ends_with(".lock");
        if (file.is_regular_file() && !isShared) {
            std::filesystem::copy_file(file.path(), to + "/" + name,
                                       std::filesystem::copy_options::overwrite_existing);
        }
    }
}

void copyKeys(KeyVault& from, KeyVault& to)
{
    const auto keys = loadKeys(from);
    mustHave(keys, "keys");
    mustHave(storeKeys(to, keys->value()), "keys");
}

Membership membershipOf(Authority& authority, const Clock& clock)
{
    return {"https://localhost", Bytes(32),           Uuid{},
            authority.replica(), authority.rootKey(), clock.now()};
}

} // namespace foyer::simulation
