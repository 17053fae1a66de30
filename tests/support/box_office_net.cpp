// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/box_office_net.h"

#include "core/services/authority/entry_intake.h"
#include "core/services/authority/replica_enrolment.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/authority/rights_office.h"
#include "core/services/catalogue.h"
#include "core/services/sales.h"
#include "core/storage/migrator.h"
#include "core/storage/sync_store.h"
#include "tests/support/journal_tables.h"

#include <QtGlobal>

#include <filesystem>

namespace foyer::test {
namespace {

template <typename T>
void mustHave(const Result<T>& result, const char* what)
{
    if (!result) {
        qFatal("%s: %s: %s", what, result.error().code.c_str(), result.error().message.c_str());
    }
}

Membership membershipOf(Authority& authority, const Clock& clock)
{
    return {"https://localhost", Bytes(32),           Uuid{},
            authority.replica(), authority.rootKey(), clock.now()};
}

} // namespace

BoxOfficeNet::BoxOfficeNet(int more, std::uint64_t seed)
    : m_random{seed}, m_keys{AuthorityKeys::generate(m_random)}
{
    auto first = std::make_unique<Node>();
    foundSmallHouse(first->folder.path().toStdString(), first->vault, m_clock, m_random,
                    smallSeason(2));
    openNode(*first);
    m_serverDatabase = Database::open(serverFile(), Database::Mode::ReadWrite);
    migrate(*m_serverDatabase);
    m_organizer = first->counter->organizer();
    mustHave(Authority::adopt(*m_serverDatabase, m_organizer, m_keys, m_clock, m_random), "adopt");
    restartServer();
    mustHave(first->counter->handOver(membershipOf(*m_authority, m_clock)), "hand over");
    const auto list = performances(*first->counter, Instant{0});
    mustHave(list, "performances");
    for (const PerformanceSummary& summary : *list) {
        m_performances.push_back(summary.id);
    }
    m_nodes.push_back(std::move(first));
    settle();
    for (int i = 0; i < more; ++i) {
        (void)join();
    }
    settle();
}

BoxOfficeNet::~BoxOfficeNet() = default;

void BoxOfficeNet::join(Node& node, const std::string& name)
{
    const CounterKeys keys = CounterKeys::generate(m_random);
    const ReplicaId replica{Uuid::v7(m_clock.now(), m_random)};
    const auto batch = m_authority->begin();
    const auto terms =
        enrolReplica(*m_authority, *batch, {replica, name, SigningKey{keys.ticket}.publicKey()});
    mustHave(terms, "enrol");
    batch->commit();
    mustHave(Counter::foundMember(node.folder.path().toStdString(), name,
                                  {m_authority->organizer(), replica, terms->series,
                                   terms->authorityKey},
                                  membershipOf(*m_authority, m_clock), keys, node.vault, m_clock,
                                  m_random),
             "found member");
    openNode(node);
}

void BoxOfficeNet::openNode(Node& node)
{
    node.sync.reset();
    node.counter.reset();
    auto counter = Counter::open(node.folder.path().toStdString(), node.vault, m_clock, m_random);
    mustHave(counter, "open");
    node.counter = *std::move(counter);
    node.sync = std::make_unique<CounterSync>(*node.counter);
}

std::string BoxOfficeNet::folder(std::size_t number) const
{
    return m_nodes.at(number)->folder.path().toStdString();
}

std::string BoxOfficeNet::serverFile() const
{
    return m_serverFolder.filePath("server.db").toStdString();
}

void BoxOfficeNet::restart(std::size_t number)
{
    openNode(*m_nodes.at(number));
}

void BoxOfficeNet::restartServer()
{
    m_authority.reset();
    m_serverDatabase.reset();
    m_serverDatabase = Database::open(serverFile(), Database::Mode::ReadWrite);
    auto authority = Authority::open(*m_serverDatabase, m_organizer, m_keys, m_clock, m_random);
    mustHave(authority, "open the authority");
    m_authority = *std::move(authority);
}

std::size_t BoxOfficeNet::join()
{
    auto node = std::make_unique<Node>();
    join(*node, "Counter " + std::to_string(m_nodes.size() + 1));
    m_nodes.push_back(std::move(node));
    return m_nodes.size() - 1;
}

std::size_t BoxOfficeNet::clone(std::size_t number)
{
    Node& from = *m_nodes.at(number);
    auto copy = std::make_unique<Node>();
    from.sync.reset();
    from.counter.reset();
    for (const char* name : {"/foyer.db", "/foyer.head"}) {
        std::filesystem::copy_file(folder(number) + name, copy->folder.path().toStdString() + name);
    }
    const auto keys = loadKeys(from.vault);
    mustHave(keys, "keys");
    mustHave(storeKeys(copy->vault, keys->value()), "keys");
    openNode(from);
    openNode(*copy);
    m_nodes.push_back(std::move(copy));
    return m_nodes.size() - 1;
}

std::string BoxOfficeNet::backup(std::size_t number)
{
    const std::string file = m_backups.filePath(QString::number(m_backupsMade++)).toStdString();
    Node& node = *m_nodes.at(number);
    node.sync.reset();
    node.counter.reset();
    std::filesystem::copy_file(folder(number) + "/foyer.db", file);
    openNode(node);
    return file;
}

void BoxOfficeNet::restore(std::size_t number, const std::string& backup)
{
    Node& node = *m_nodes.at(number);
    node.sync.reset();
    node.counter.reset();
    std::filesystem::copy_file(backup, folder(number) + "/foyer.db",
                               std::filesystem::copy_options::overwrite_existing);
    openNode(node);
}

std::string BoxOfficeNet::backupServer()
{
    const std::string file = m_backups.filePath(QString::number(m_backupsMade++)).toStdString();
    m_authority.reset();
    m_serverDatabase.reset();
    std::filesystem::copy_file(serverFile(), file);
    restartServer();
    return file;
}

void BoxOfficeNet::restoreServer(const std::string& backup)
{
    m_authority.reset();
    m_serverDatabase.reset();
    std::filesystem::copy_file(backup, serverFile(),
                               std::filesystem::copy_options::overwrite_existing);
    {
        const auto database = Database::open(serverFile(), Database::Mode::ReadWrite);
        mustHave(openNextLife(*database, m_organizer, Permit::ofProgram(), m_clock, m_random,
                              "the disk broke"),
                 "open the next life");
    }
    restartServer();
}

bool BoxOfficeNet::report(std::size_t number, std::int64_t entries)
{
    const auto due = reportDue(*m_authority, counter(number).replica());
    if (!due) {
        return false;
    }
    (void)sync(number).reportFor(*due, due->after, 1);
    while (push(number)) {}
    std::int64_t after = due->after;
    for (bool isLast = false; !isLast;) {
        const auto part = sync(number).reportFor(*due, after, entries);
        mustHave(part, "report");
        after = part->upTo;
        isLast = part->isLast;
        const auto feed = m_authority->begin();
        mustHave(takeReport(*m_authority, *feed, *part), "take report");
        feed->commit();
    }
    return true;
}

Result<void> BoxOfficeNet::giveOwnEntriesBack(std::size_t number)
{
    const auto behind = sync(number).behind();
    std::vector<Entry> entries;
    if (behind) {
        readEntriesAfter(m_authority->database(), m_organizer, counter(number).replica(),
                         behind->epoch, behind->sequence, [&](const Entry& entry) {
                             entries.push_back(entry);
                             return true;
                         });
    }
    return sync(number).ownEntriesBack(entries);
}

std::optional<IntakeAnswer> BoxOfficeNet::push(std::size_t number)
{
    const auto batch = sync(number).nextBatch();
    mustHave(batch, "next batch");
    if (!*batch) {
        return std::nullopt;
    }
    const auto feed = m_authority->begin();
    const IntakeAnswer answer =
        takeIn(*m_authority, *feed, **batch, SigningKey{counter(number).keys().device}.publicKey());
    feed->commit();
    mustHave(sync(number).batchAnswered(answer), "batch answered");
    return answer;
}

bool BoxOfficeNet::pull(std::size_t number, std::int64_t entries)
{
    const auto after = sync(number).pulled();
    mustHave(after, "pulled");
    const FeedPage page =
        readFeed(m_authority->database(), m_authority->organizer(),
                 {.after = *after, .entries = entries, .except = counter(number).replica()});
    if (page.upTo == *after) {
        return false;
    }
    mustHave(sync(number).heard(page), "heard");
    return true;
}

Result<void> BoxOfficeNet::fetchRights(std::size_t number)
{
    const auto wish = sync(number).wishFor(counter(number).rightsNeed());
    mustHave(wish, "wish");
    const auto batch = m_authority->begin();
    const auto answer = grantRights(*m_authority, *batch, *wish);
    if (!answer) {
        return answer.error();
    }
    batch->commit();
    return sync(number).granted(*answer);
}

void BoxOfficeNet::settle()
{
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            while (const auto answer = push(i)) {
                if (answer->outcome != IntakeAnswer::Outcome::Accepted) {
                    break;
                }
                moved = true;
            }
            while (pull(i)) {
                moved = true;
            }
        }
    }
}

CartItem BoxOfficeNet::item(std::size_t counter_, const std::string& type,
                            const std::string& category, std::size_t performance_)
{
    const auto offer = offerOf(counter(counter_), performance(performance_));
    mustHave(offer, "offer");
    CartItem item;
    item.performance = performance(performance_);
    for (const TicketType& known : (*offer)->types) {
        item.type = known.name == type ? known.id : item.type;
    }
    for (const PriceCategory& known : (*offer)->categories) {
        item.category = known.name == category ? known.id : item.category;
    }
    return item;
}

CartItem BoxOfficeNet::standing(std::size_t counter_, const std::string& type,
                                std::size_t performance_)
{
    return item(counter_, type, "Standing", performance_);
}

CartItem BoxOfficeNet::seat(std::size_t counter_, SeatNumber number, const std::string& type,
                            std::size_t performance_)
{
    CartItem seat = item(counter_, type, "Stalls", performance_);
    seat.seat = number;
    return seat;
}

Result<Order> BoxOfficeNet::sellOffline(std::size_t counter_, std::vector<CartItem> items)
{
    m_clock.pass(1'000);
    SaleRequest request;
    request.id = OrderId{Uuid::v7(m_clock.now(), m_random)};
    request.cart.items = std::move(items);
    request.tenders = {{PaymentMethod::Cash, Money{1'000'000, *Currency::fromCode("EUR")}, {}}};
    return foyer::sell(counter(counter_), request);
}

Result<Order> BoxOfficeNet::sell(std::size_t counter_, std::vector<CartItem> items)
{
    auto order = sellOffline(counter_, items);
    if (order || order.error().code != "rights_short") {
        return order;
    }
    if (auto fetched = fetchRights(counter_); !fetched) {
        return std::move(fetched).error();
    }
    return sellOffline(counter_, std::move(items));
}

std::string BoxOfficeNet::difference()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const std::string found = test::difference(m_authority->database(), counter(i).database());
        if (!found.empty()) {
            return "counter " + std::to_string(i) + ": " + found;
        }
    }
    return {};
}

} // namespace foyer::test
