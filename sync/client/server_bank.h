// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "sync/client/device_session.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace foyer::sync {

/// The house's bank accounts, as its server knows them. Whoever is signed in at the session acts;
/// the server decides whether they may. Errors of all: those of DeviceSession::sendAsUser,
/// not_permitted, and what each names.
class ServerBank {
public:
    explicit ServerBank(DeviceSession& session) : m_session{session} {}

    /// What the server says of each, by name; numbers as texts.
    using Rows = std::vector<std::map<std::string, std::string>>;

    /// What came of a statement.
    struct Taken {
        std::int64_t lines = 0;
        std::int64_t known = 0;
        std::int64_t ignored = 0;
        std::int64_t matched = 0;
        std::int64_t unmatched = 0;
        /// Amount and currency: what balances say beyond the lines, where they do not fit.
        std::vector<std::pair<std::string, std::string>> differences;
    };
    /// Refuses with bad_statement, no_bank, wrong_account, account_unnamed, mixed_forms.
    Result<Taken> take(Bytes file);
    /// The latest first; `onlyOpen`: of which something is left to be said.
    Result<Rows> lines(bool onlyOpen);
    /// Says what the rest of a line is for. Refuses with unknown_line, line_used, unknown_target,
    /// nothing_open.
    Result<void> assign(const std::string& line, const std::string& to);
    /// What is to be transferred back.
    Result<Rows> outgoing();
    /// Somebody has made the transfer. Refuses with unknown_outgoing.
    Result<void> noteSent(const std::string& id);

private:
    Result<Rows> rowsOf(const std::string& path, const std::string& query, const char* name);

    DeviceSession& m_session;
};

} // namespace foyer::sync
