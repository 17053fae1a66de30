// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// A line of an account: money that came, or went.
struct StatementLine {
    Instant at;   ///< the day of its value, its midnight in UTC
    Money amount; ///< below zero: it went out
    /// It takes an earlier one back: below zero a transfer to us that was recalled, above zero one
    /// of ours that came back.
    bool isReversal = false;
    std::string bankReference = {}; ///< the bank's own; empty: it gives none
    std::string endToEnd = {};      ///< as whoever sent the money named it
    std::string reference = {};     ///< the structured one (ISO 11649), as it stands there
    std::string text = {};          ///< what was written along
    std::string name = {};          ///< of the other side
    std::string iban = {};          ///< of the other side
    friend bool operator==(const StatementLine&, const StatementLine&) = default;
};

/// What a bank says of an account for a time. Only what is booked: what is noted may never come.
struct Statement {
    std::string account; ///< IBAN without spaces; empty: the file does not say
    std::string form;    ///< "camt", "csv"
    std::vector<StatementLine> lines;
    std::optional<Money> opening;
    std::optional<Money> closing;

    /// What the balances say beyond the lines; nothing where they say nothing, or fit.
    std::optional<Money> difference() const;
};

inline constexpr std::size_t kStatementMax = 8 * 1024 * 1024;
inline constexpr std::size_t kStatementLinesMax = 50'000;
/// In minor units: more is no money of a theatre's, and so many lines of it still add up.
inline constexpr std::int64_t kStatementAmountMax = 1'000'000'000'000;

/// Reads a file as a bank's site gives it: CAMT.053 (versions 2 and 8) or CSV. All or nothing. Bad
/// input bad_statement, with the line and column (`where`: "12:3"); the sentence quotes nothing
/// that is personal.
Result<std::vector<Statement>> readStatements(ByteView bytes);

// --- parts of it
Result<std::vector<Statement>> readCamt(std::string_view text);
Result<std::vector<Statement>> readStatementCsv(std::string_view text);
Error badStatement(std::size_t line, std::size_t column, const std::string& what);
/// "30.11.2026", "30.11.26", "2026-11-30", and what stands behind a "T".
std::optional<Instant> readStatementDay(std::string_view text);
/// "1.234,56", "-1234.56", "1,234.56 ", "12,50-", "+3": nothing where it could mean two amounts.
std::optional<Money> readStatementAmount(std::string_view text, Currency currency);
/// UTF-8 as it is, without its mark; anything else as Windows-1252, which ISO 8859-1 is a part of.
std::string inUtf8(std::string_view bytes);

} // namespace foyer::server
