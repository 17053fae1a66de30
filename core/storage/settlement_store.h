// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// What a server knows of its providers' accounts, and where that does not fit the books. All
/// functions here throw StorageFailure.

/// A line of an account.
struct SettlementRow {
    OrganizerId organizer;
    std::string provider;
    std::string reference;            ///< the line's own
    std::string type;                 ///< "payment", "refund", "dispute", "fee", "payout", "other"
    std::optional<PaymentId> payment; ///< that it is about; nothing: of none that is known here
    std::string paymentReference;     ///< the provider's
    Money gross;
    Money fee;
    Money net;
    Instant at;
    std::string payout;  ///< empty: none yet
    bool isTest = false; ///< no real money
};
/// A line that is known gets what it says now.
void storeSettlementLine(Database& database, const SettlementRow& line);
/// Of a time, the earliest first.
std::vector<SettlementRow> readSettlementLines(Database& database, OrganizerId organizer,
                                               std::string_view provider, Instant from, Instant to);
/// What the lines of a payment add up to, by type, in minor units.
std::int64_t sumOfLines(Database& database, OrganizerId organizer, PaymentId payment,
                        std::string_view type);
/// What the lines that went into a transfer to the bank add up to, without its own line.
std::int64_t netOfPayout(Database& database, OrganizerId organizer, std::string_view provider,
                         std::string_view payout);
/// Payments of a provider that were settled in a time and that no line is about.
struct MissingLine {
    PaymentId payment;
    std::string reference;
    Money amount;
};
std::vector<MissingLine> readPaymentsWithoutLine(Database& database, OrganizerId organizer,
                                                 std::string_view provider, Instant from,
                                                 Instant to);
/// What was given back of a payment, as the books have it, in minor units.
std::int64_t readRefunded(Database& database, OrganizerId organizer, PaymentId payment);

/// How the comparison of an account with the books went last.
struct SettlementAccount {
    OrganizerId organizer;
    std::string provider;
    std::optional<Instant> comparedAt; ///< nothing: never yet
    std::string problem;               ///< of the last try, as a code; empty: none
};
void storeAccountCompared(Database& database, const SettlementAccount& account);
/// It could not be read; when it was compared last stays.
void storeAccountProblem(Database& database, const SettlementAccount& account);
std::vector<SettlementAccount> readAccounts(Database& database, OrganizerId organizer);

/// Something of an account that does not fit.
struct SettlementCase {
    OrganizerId organizer;
    std::string provider;
    /// "missing_here", "missing_there", "amount_diff", "currency_diff", "refund_diff",
    /// "fee_unexpected", "payout_diff".
    std::string kind;
    std::string subject; ///< the provider's reference of what it is about
    std::optional<PaymentId> payment;
    Money here;  ///< as the books have it
    Money there; ///< as the account has it
    Instant openedAt;
    std::optional<Instant> endedAt;
    UserId endedBy; ///< nil: it is no longer so
    std::string note;
};
/// Opens it, or keeps it open with what it says now. One that a person has ended stays so, unless
/// it says something else now.
void storeCase(Database& database, const SettlementCase& found);
/// It is no longer so. Nothing happens where there is none.
void endCase(Database& database, OrganizerId organizer, std::string_view provider,
             std::string_view kind, std::string_view subject, Instant at);
/// Somebody says why that is all right. False where no such case is open.
bool endCaseWithNote(Database& database, const SettlementCase& ended);
/// The open ones, the oldest first.
std::vector<SettlementCase> readOpenCases(Database& database, OrganizerId organizer);

} // namespace foyer
