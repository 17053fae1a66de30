// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/bench_postgres.h"

#include "core/base/ensure.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"

#include <QFile>
#include <QProcess>

namespace foyer::bench {

BenchPostgres::BenchPostgres(std::string folder) : m_folder{std::move(folder)}
{
    ENSURE(script("start") == 0);
    QFile file{QString::fromStdString(m_folder + "/address")};
    ENSURE(file.open(QIODevice::ReadOnly));
    m_address = file.readAll().trimmed().toStdString();
}

BenchPostgres::~BenchPostgres()
{
    script("stop");
}

std::string BenchPostgres::schema(const std::string& name) const
{
    Database::open(m_address, Database::Mode::ReadWrite)->runScript("CREATE SCHEMA " + name);
    const std::string address = m_address + "&options=-csearch_path%3D" + name;
    migrate(*Database::open(address, Database::Mode::ReadWrite));
    return address;
}

int BenchPostgres::script(const char* command) const
{
    return QProcess::execute(QStringLiteral(FOYER_SOURCE_DIR "/tests/support/postgres.sh"),
                             {QString::fromLatin1(command), QString::fromStdString(m_folder),
                              QStringLiteral("durable")});
}

} // namespace foyer::bench
