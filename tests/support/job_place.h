// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "core/base/random.h"
#include "core/storage/job_store.h"
#include "core/storage/migrator.h"
#include "sync/server/jobs/job_runner.h"
#include "tests/support/server_fixture.h"
#include "tests/support/store_place.h"

#include <QTemporaryDir>

#include <cstdio>
#include <memory>
#include <string>

namespace foyer::test {

/// A database with the tables of a server, on the engine of this run.
class JobPlace {
public:
    JobPlace()
        : m_path{isOnPostgres() ? m_place.address() : m_folder.path().toStdString() + "/server.db"},
          m_database{open()}
    {
        migrate(*m_database);
    }
    std::unique_ptr<Database> open() const
    {
        return Database::open(m_path, Database::Mode::ReadWrite);
    }
    Database& database() { return *m_database; }
    const std::string& path() const { return m_path; }
    SharedClock& clock() { return m_clock; }
    std::unique_ptr<server::JobRunner> runner()
    {
        return std::make_unique<server::JobRunner>(m_path, m_clock, m_random, m_log, metrics);
    }
    Job job(const std::string& kind, const std::string& key)
    {
        return {.organizer = organizer,
                .id = JobId{Uuid::v7(m_clock.now(), m_random)},
                .kind = kind,
                .key = key,
                .body = {1, 2, 3},
                .madeAt = m_clock.now(),
                .dueAt = m_clock.now()};
    }
    void add(const std::string& kind, const std::string& key)
    {
        Transaction transaction{m_database.operator*()};
        ENSURE(addJob(*m_database, job(kind, key)));
        transaction.commit();
    }
    std::size_t count(bool isDead)
    {
        std::size_t found = 0;
        for (const Job& job : readJobs(*m_database, organizer, false, 100'000)) {
            found += job.endedAt && job.isDead == isDead ? 1 : 0;
        }
        return found;
    }

    server::Metrics metrics;
    OrganizerId organizer{*Uuid::fromText("0190a000-0000-7000-8000-000000000001")};

private:
    StorePlace m_place;
    QTemporaryDir m_folder;
    std::string m_path;
    std::unique_ptr<Database> m_database;
    SharedClock m_clock;
    SystemRandom m_random;
    server::ServerLog m_log{m_clock, server::LogLevel::Error, [](std::string_view line) {
                                // What went wrong in a test that failed is read there.
                                std::fwrite(line.data(), 1, line.size(), stderr);
                            }};
};

} // namespace foyer::test
