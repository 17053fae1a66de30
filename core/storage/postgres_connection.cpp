// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_connection.h"

#include "core/base/ensure.h"
#include "core/storage/listener.h"
#include "core/storage/postgres_dialect.h"
#include "core/storage/postgres_failure.h"

#include <cstdlib>
#include <libpq-fe.h>
#include <utility>

namespace foyer {
namespace {

constexpr int kBinary = 1;
// Bounds what waits in the sockets of both sides.
constexpr std::size_t kAwaitedMax = 1'000;

std::int64_t changedBy(PGresult* result)
{
    return std::strtoll(PQcmdTuples(result), nullptr, 10);
}

} // namespace

PostgresConnection::PostgresConnection(PostgresAddress address, Database::Mode mode)
    : Connection{address.shown}, m_mode{mode}, m_session{std::move(address)},
      m_handle{m_session.handle()}
{
    configure();
}

void PostgresConnection::configure()
{
    ENSURE(PQenterPipelineMode(m_handle) == 1);
    // A commit that does not wait for the disk would confirm sales that a power cut takes.
    run("SELECT set_config('synchronous_commit', 'on', false) "
        "WHERE current_setting('synchronous_commit') = 'off'",
        {});
    run("SELECT set_config('lock_timeout', '20s', false)", {});
    if (m_mode == Database::Mode::ReadOnly) {
        run("SELECT set_config('default_transaction_read_only', 'on', false)", {});
    } else if (m_mode == Database::Mode::Scratch) {
        run("SELECT set_config('search_path', 'pg_temp', false)", {});
    }
}

void PostgresConnection::hearLastWords()
{
    // A server that goes says so: its last words, and then the end.
    (void)PQconsumeInput(m_handle);
    (void)PQconsumeInput(m_handle);
}

void PostgresConnection::mustBeConnected()
{
    if (!m_inTransaction) {
        hearLastWords();
    }
    if (!m_lost && PQstatus(m_handle) == CONNECTION_OK) {
        return;
    }
    m_lost = true;
    // What a transaction did is gone with its connection, as are the tables of a scratch database.
    if (m_inTransaction || m_mode == Database::Mode::Scratch) {
        throw StorageFailure{connectionLost(path())};
    }
    reconnect();
}

void PostgresConnection::reconnect()
{
    m_awaited.clear();
    m_due.clear();
    m_thens = 0;
    for (auto& [sql, statement] : m_statements) {
        statement.isPrepared = false;
    }
    if (!m_session.reconnect()) {
        throw StorageFailure{connectionLost(path())};
    }
    m_lost = false;
    configure();
}

PostgresConnection::Statement& PostgresConnection::statementOf(std::string_view sql)
{
    Statement& statement = m_statements[std::string{sql}];
    if (statement.name.empty()) {
        statement.name = "s" + std::to_string(m_statements.size());
        statement.text = withNumberedParameters(sql);
    }
    return statement;
}

void PostgresConnection::failSending()
{
    const std::string detail = oneLine(PQerrorMessage(m_handle));
    if (PQstatus(m_handle) != CONNECTION_OK) {
        m_lost = true;
        throw StorageFailure{connectionLost(path())};
    }
    throw StorageFailure{postgresFailure("58000", detail, path())};
}

void PostgresConnection::send(std::string_view sql, std::span<const Param> params, Then then,
                              bool commits)
{
    mustBeConnected();
    const PostgresValues values{params};
    Statement& statement = statementOf(sql);
    if (!statement.isPrepared) {
        if (PQsendPrepare(m_handle, statement.name.c_str(), statement.text.c_str(), values.count(),
                          values.types()) != 1) {
            failSending();
        }
        statement.isPrepared = true;
        m_awaited.push_back({&statement, {}});
    }
    if (PQsendQueryPrepared(m_handle, statement.name.c_str(), values.count(), values.values(),
                            values.lengths(), values.formats(), kBinary) != 1) {
        failSending();
    }
    m_thens += then ? 1 : 0;
    m_awaited.push_back({nullptr, std::move(then), commits});
}

void PostgresConnection::note(PostgresResult result, const Awaited& answered, PostgresResult& last,
                              std::optional<Failure>& failure)
{
    switch (PQresultStatus(result.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
        if (answered.then) {
            m_due.emplace_back(answered.then, changedBy(result.get()));
        }
        last = std::move(result);
        return;
    case PGRES_PIPELINE_ABORTED:
        break;
    default:
        if (!failure) {
            const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
            const char* text = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
            // Without a state the connection broke, and answers to what was done may be lost.
            failure = Failure{state != nullptr ? state : "",
                              oneLine(text != nullptr ? text : PQerrorMessage(m_handle)),
                              answered.commits || state == nullptr};
        }
    }
    if (answered.prepares != nullptr) {
        answered.prepares->isPrepared = false;
    }
}

void PostgresConnection::readAnswers(PostgresResult& last, std::optional<Failure>& failure)
{
    for (; !m_awaited.empty(); m_awaited.pop_front()) {
        const Awaited& answered = m_awaited.front();
        PostgresResult result{PQgetResult(m_handle)};
        if (!result) {
            failure = failure.value_or(Failure{"", "no answer", true});
            m_lost = true;
            return;
        }
        while (result) {
            note(std::move(result), answered, last, failure);
            result.reset(PQgetResult(m_handle));
        }
        if (PQstatus(m_handle) != CONNECTION_OK) {
            failure = failure.value_or(Failure{"", "no answer", true});
            m_lost = true;
            return;
        }
    }
    const PostgresResult end{PQgetResult(m_handle)};
    if (PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC) {
        failure = failure.value_or(Failure{"", "no answer", true});
        m_lost = true;
    }
}

PostgresResult PostgresConnection::drain()
{
    PostgresResult last;
    if (m_awaited.empty()) {
        return last;
    }
    const bool commits = m_awaited.back().commits;
    std::optional<Failure> failure;
    if (PQpipelineSync(m_handle) == 1) {
        readAnswers(last, failure);
    } else {
        failure = Failure{"", oneLine(PQerrorMessage(m_handle)), true};
        m_lost = true;
    }
    m_awaited.clear();
    if (failure) {
        m_due.clear();
        m_thens = 0;
        m_lost = m_lost || endsConnection(failure->sqlState);
        failure->isInDoubt = failure->isInDoubt && commits;
        fail(*failure);
    }
    return last;
}

void PostgresConnection::fail(const Failure& failure) const
{
    const bool isLost = failure.sqlState.empty() || endsConnection(failure.sqlState);
    throw StorageFailure{isLost && failure.isInDoubt
                             ? commitUnknown(path())
                             : postgresFailure(failure.sqlState, failure.detail, path())};
}

void PostgresConnection::addRow(std::string_view into, Params row)
{
    if (!m_inTransaction) {
        run(rowInsert(into, row.size(), 1), row);
        return;
    }
    if (m_added.add(into, row)) {
        sendRows();
        if (m_awaited.size() >= kAwaitedMax) {
            drain(); // as in post()
        }
    }
}

void PostgresConnection::sendRows()
{
    m_added.send(
        [this](std::string_view sql, std::span<const Param> values) { send(sql, values); });
}

void PostgresConnection::settle()
{
    sendRows();
    // What is told here may post more, and read: then an inner settle() tells what that needs.
    while (m_thens > 0) {
        drain();
        const auto due = std::exchange(m_due, {});
        m_thens -= due.size();
        for (const auto& [then, changed] : due) {
            then(changed);
        }
        sendRows();
    }
}

PostgresResult PostgresConnection::answerTo(std::string_view sql, Params params)
{
    settle();
    send(sql, params);
    return drain();
}

std::int64_t PostgresConnection::run(std::string_view sql, Params params)
{
    return changedBy(answerTo(sql, params).get());
}

void PostgresConnection::post(std::string_view sql, Params params, Then then)
{
    if (!m_inTransaction) {
        const std::int64_t changed = run(sql, params);
        if (then) {
            then(changed);
        }
        return;
    }
    if (m_awaited.size() >= kAwaitedMax) {
        drain(); // its counts are told later: not in the middle of what is posting
    }
    send(sql, params, std::move(then));
}

void PostgresConnection::each(std::string_view sql, Params params, const Take& take)
{
    const PostgresResult rows = answerTo(sql, params);
    PostgresRow row{rows.get()};
    for (int number = 0; number < PQntuples(rows.get()); ++number) {
        row.at(number);
        take(row);
    }
}

void PostgresConnection::runScript(std::string_view sql)
{
    settle();
    drain();
    mustBeConnected();
    // Only the simple protocol takes several statements at once, and only outside of a pipeline.
    ENSURE(PQexitPipelineMode(m_handle) == 1);
    const PostgresResult result{PQexec(m_handle, std::string{sql}.c_str())};
    const ExecStatusType status = PQresultStatus(result.get());
    const bool done =
        status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
    if (PQstatus(m_handle) != CONNECTION_OK) {
        m_lost = true;
        throw StorageFailure{connectionLost(path())};
    }
    ENSURE(PQenterPipelineMode(m_handle) == 1);
    if (!done) {
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        fail({state != nullptr ? state : "58000", oneLine(PQresultErrorMessage(result.get())),
              false});
    }
}

void PostgresConnection::begin()
{
    ENSURE(!m_inTransaction);
    mustBeConnected();
    m_inTransaction = true;
    try {
        send("BEGIN ISOLATION LEVEL READ COMMITTED", {});
    } catch (const StorageFailure&) {
        m_inTransaction = false;
        throw;
    }
}

void PostgresConnection::commit()
{
    ENSURE(m_inTransaction);
    settle();
    hearLastWords(); // what went before a COMMIT is sent has not done it
    send("COMMIT", {}, {}, true);
    const PostgresResult answer = drain();
    m_inTransaction = false;
    // The server answers a COMMIT of what has failed before with a ROLLBACK.
    if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT") {
        throw StorageFailure{postgresFailure("25P02", "the transaction was rolled back", path())};
    }
}

void PostgresConnection::rollback() noexcept
{
    if (!m_inTransaction) {
        return;
    }
    m_added.clear();
    m_due.clear();
    m_thens = 0;
    for (Awaited& awaited : m_awaited) {
        awaited.then = {};
    }
    try {
        drain();
    } catch (const StorageFailure&) {
        m_awaited.clear(); // whatever failed goes with the rest of the transaction
    }
    try {
        send("ROLLBACK", {});
        drain();
    } catch (const StorageFailure&) {
        m_lost = true; // the server rolls back what is cut off
    }
    m_inTransaction = false;
}

void PostgresConnection::lock(const Uuid& key)
{
    ENSURE(m_inTransaction);
    // Half of an id that ends in random bits. Two keys that share it wait for each other, no more.
    std::uint64_t number = 0;
    for (std::size_t i = 8; i < key.bytes().size(); ++i) {
        number = number << 8 | key.bytes()[i];
    }
    // Of this schema: another one in the same database is another world, with the same ids perhaps.
    post("SELECT pg_advisory_xact_lock(? # hashtextextended(current_schema(), 0))",
         {static_cast<std::int64_t>(number)}, {});
}

void PostgresConnection::notify(std::string_view channel, std::string_view payload)
{
    ENSURE(channel.size() <= kChannelMax);
    // As Listener::Private::listen() writes it.
    post("SELECT pg_notify(CAST(? AS TEXT) || '_' || md5(coalesce(current_schema(), '')), ?)",
         {channel, payload}, {});
}

std::unique_ptr<Connection> openPostgres(const std::string& url, Database::Mode mode)
{
    return std::make_unique<PostgresConnection>(PostgresAddress::parse(url), mode);
}

} // namespace foyer
