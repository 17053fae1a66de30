// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/feed/authority_desk.h"

#include "core/services/guarded.h"
#include "core/storage/table_statistics.h"
#include "sync/server/observe/thread_signals.h"

namespace foyer::server {
namespace {

constexpr std::size_t kTogether = 256;    // works in one transaction
constexpr std::size_t kWaitingMax = 4096; // beyond that the server says that it is busy

} // namespace

AuthorityDesk::AuthorityDesk(OpenDatabase open, KeysOf keysOf, Announce announce,
                             const Clock& clock, Random& random)
    : m_open{std::move(open)}, m_keysOf{std::move(keysOf)}, m_announce{std::move(announce)},
      m_clock{clock}, m_random{random}, m_thread{[this](const std::stop_token& stop) { run(stop); }}
{}

AuthorityDesk::~AuthorityDesk()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

Result<void> AuthorityDesk::doAndWait(OrganizerId organizer, Work work)
{
    return bring(organizer, std::move(work), Kind::Work);
}

Result<void> AuthorityDesk::adopt(OrganizerId organizer)
{
    return bring(organizer, {}, Kind::Adopting);
}

Result<void> AuthorityDesk::found(OrganizerId organizer)
{
    return bring(organizer, {}, Kind::Founding);
}

Result<void> AuthorityDesk::bring(OrganizerId organizer, Work work, Kind kind)
{
    auto brought = std::make_unique<Brought>();
    brought->organizer = organizer;
    brought->work = std::move(work);
    brought->kind = kind;
    auto done = brought->done.get_future();
    {
        const std::lock_guard lock{m_mutex};
        if (m_waiting.size() >= kWaitingMax) {
            return storageError("busy", "The server has more to do than it can. Try again soon.");
        }
        m_waiting.push_back(std::move(brought));
    }
    m_wake.notify_one();
    return done.get();
}

AuthorityDesk::Counts AuthorityDesk::counts() const
{
    const std::lock_guard lock{m_mutex};
    return m_counts;
}

std::vector<std::unique_ptr<AuthorityDesk::Brought>>
AuthorityDesk::next(const std::stop_token& stop)
{
    std::vector<std::unique_ptr<Brought>> works;
    std::unique_lock lock{m_mutex};
    m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); });
    if (m_waiting.empty()) {
        return works;
    }
    const OrganizerId organizer = m_waiting.front()->organizer;
    const Kind kind = m_waiting.front()->kind;
    // A transaction is of one organizer: their feeds are locked in no particular order.
    for (auto at = m_waiting.begin(); at != m_waiting.end() && works.size() < kTogether;) {
        if ((*at)->organizer == organizer && (*at)->kind == kind) {
            works.push_back(std::move(*at));
            at = m_waiting.erase(at);
        } else {
            ++at;
        }
    }
    ++m_counts.batches;
    m_counts.works += works.size();
    return works;
}

void AuthorityDesk::run(const std::stop_token& stop)
{
    leaveSignalsToMain();
    std::unique_ptr<Database> database;
    for (auto works = next(stop); !works.empty(); works = next(stop)) {
        if (!database) {
            const auto opened = guarded([&]() -> Result<void> {
                database = m_open();
                return {};
            });
            if (!opened) {
                for (auto& work : works) {
                    work->done.set_value(opened.error());
                }
                continue;
            }
        }
        serve(*database, std::move(works));
    }
    m_authorities.clear();
}

void AuthorityDesk::serve(Database& database, std::vector<std::unique_ptr<Brought>> works)
{
    auto done = serveTogether(database, works);
    if (!done) {
        m_authorities.clear(); // what they read while the batch was open is not so
    }
    if (!done && works.size() > 1) {
        // One of them may be what failed: each by itself, so that it takes nobody else along.
        for (auto& work : works) {
            std::vector<std::unique_ptr<Brought>> alone;
            alone.push_back(std::move(work));
            auto result = serveTogether(database, alone);
            alone.front()->done.set_value(std::move(result));
        }
        return;
    }
    for (auto& work : works) {
        work->done.set_value(done);
    }
}

Result<void> AuthorityDesk::serveTogether(Database& database,
                                          const std::vector<std::unique_ptr<Brought>>& works)
{
    const OrganizerId organizer = works.front()->organizer;
    return guarded([&]() -> Result<void> {
        if (works.front()->kind != Kind::Work) {
            const auto make =
                works.front()->kind == Kind::Founding ? &Authority::found : &Authority::adopt;
            return make(database, organizer, m_keysOf(organizer), m_clock, m_random);
        }
        const auto authority = authorityOf(database, organizer);
        if (!authority) {
            return authority.error();
        }
        const auto batch = (*authority)->begin();
        const std::int64_t before = batch->position();
        for (const auto& work : works) {
            work->work(**authority, *batch);
        }
        batch->commit();
        if (batch->hasGrown()) {
            m_announce(organizer, batch->position());
            (void)guarded([&]() -> Result<void> { // what was committed stays so
                countTablesWhileNew(database, before, batch->position());
                return {};
            });
        }
        return {};
    });
}

Result<Authority*> AuthorityDesk::authorityOf(Database& database, OrganizerId organizer)
{
    const auto known = m_authorities.find(organizer);
    if (known != m_authorities.end()) {
        return known->second.get();
    }
    auto opened = Authority::open(database, organizer, m_keysOf(organizer), m_clock, m_random);
    if (!opened) {
        return std::move(opened).error();
    }
    (*opened)->followWith(&m_followUps);
    return m_authorities.emplace(organizer, *std::move(opened)).first->second.get();
}

} // namespace foyer::server
