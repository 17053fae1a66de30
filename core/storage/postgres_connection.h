// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/connection.h"
#include "core/storage/postgres_added_rows.h"
#include "core/storage/postgres_session.h"
#include "core/storage/postgres_values.h"

#include <deque>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct pg_conn;
struct pg_result;

namespace foyer {

/// A connection that Qt Sql opened and owns, and the way of statements through it: libpq's pipeline
/// mode, in which what is sent need not be answered before more is sent
/// (https://www.postgresql.org/docs/15/libpq-pipeline-mode.html).
///
/// What is sent waits in m_awaited until drain() ends the pipeline with a sync and reads the
/// answers. A statement that fails makes the server skip the rest up to the sync, so a COMMIT that
/// was sent behind it is not done.
class PostgresConnection final : public Connection {
public:
    PostgresConnection(PostgresAddress address, Database::Mode mode);

    Database::Engine engine() const override { return Database::Engine::Postgres; }
    std::int64_t run(std::string_view sql, Params params) override;
    void post(std::string_view sql, Params params, Then then) override;
    void addRow(std::string_view into, Params row) override;
    void each(std::string_view sql, Params params, const Take& take) override;
    std::unique_ptr<Rows> walk(const std::string& sql, Params params) override;
    void runScript(std::string_view sql) override;
    /// sendRows(), drain(), and what the counts of it bring about.
    void settle() override;
    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void lock(const Uuid& key) override;
    void notify(std::string_view channel, std::string_view payload) override;

    bool isInTransaction() const { return m_inTransaction; }
    /// Runs a statement that is not kept.
    PostgresResult answerOnce(const std::string& sql, Params params);

private:
    struct Statement {
        std::string name;
        std::string text;
        bool isPrepared = false; ///< or on its way to be
    };
    struct Awaited {
        Statement* prepares = nullptr; ///< the answer to its preparation; else to a run
        Then then;
        bool commits = false;
    };
    /// Of a statement whose answer failed, or of a connection that did.
    struct Failure {
        std::string sqlState;
        std::string detail;
        bool isInDoubt = false; ///< a COMMIT may have been done
    };

    void configure();
    /// Notices that the server has gone.
    void hearLastWords();
    void mustBeConnected();
    void reconnect();
    Statement& statementOf(std::string_view sql);
    void send(std::string_view sql, std::span<const Param> params, Then then = {},
              bool commits = false);
    /// Sends the rows that were added.
    void sendRows();
    /// Reads what is awaited. Returns the answer to the last of it.
    PostgresResult drain();
    void readAnswers(PostgresResult& last, std::optional<Failure>& failure);
    void note(PostgresResult result, const Awaited& answered, PostgresResult& last,
              std::optional<Failure>& failure);
    PostgresResult answerTo(std::string_view sql, Params params);
    [[noreturn]] void failSending();
    [[noreturn]] void fail(const Failure& failure) const;

    Database::Mode m_mode;
    PostgresSession m_session;
    pg_conn* m_handle; ///< of the session
    bool m_inTransaction = false;
    bool m_lost = false;
    std::unordered_map<std::string, Statement> m_statements;
    std::deque<Awaited> m_awaited;
    std::vector<std::pair<Then, std::int64_t>> m_due; ///< counts that are known and not told yet
    std::size_t m_thens = 0;                          ///< of m_awaited and m_due
    int m_cursors = 0;
    PostgresAddedRows m_added;
};

} // namespace foyer
