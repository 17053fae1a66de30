// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
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

/// What a server knows of the house's bank accounts. All functions here throw StorageFailure.

/// A line of a statement.
struct BankLine {
    OrganizerId organizer;
    std::string id;       ///< the same, however often the line comes
    std::string provider; ///< which account: "bank"
    std::string form;     ///< of the statement that it came with
    Instant at;           ///< the day of its value
    Instant takenAt;
    Money amount; ///< below zero: it went out
    bool isReversal = false;
    std::string named;       ///< what it is for, as far as it says; may be empty
    Bytes details;           ///< sealed: who, from where, and what was written along
    std::int64_t shared = 0; ///< so much of it has found what it is for

    Money left() const { return {amount.minor() - shared, amount.currency()}; }
};
/// False where it is known; then nothing changes.
bool addBankLine(Database& database, const BankLine& line);
std::optional<BankLine> readBankLine(Database& database, OrganizerId organizer,
                                     const std::string& id);
/// The latest first. `onlyOpen`: of which something is left that nobody has said anything about.
std::vector<BankLine> readBankLines(Database& database, OrganizerId organizer, bool onlyOpen,
                                    std::size_t limit);
/// Whether lines of these days came in another form.
bool isBankTimeOfOtherForm(Database& database, OrganizerId organizer, std::string_view provider,
                           std::string_view form, Instant from, Instant to);

/// What of a line is for what.
struct BankShare {
    std::string line;
    Uuid target;      ///< the payment, the invoice, or the refund
    std::string kind; ///< "payment", "invoice", "refund"
    Money amount;
    Instant at;
};
/// More of a line for the same is added to what there is.
void addBankShare(Database& database, OrganizerId organizer, const BankShare& share);
/// What all lines together brought to something, in minor units.
std::int64_t readBankShared(Database& database, OrganizerId organizer, const Uuid& target);

/// The line that brought most to something; nothing where none did.
std::optional<std::string> readLargestLineOf(Database& database, OrganizerId organizer,
                                             const Uuid& target);

/// Money that has to be transferred back.
struct BankOutgoing {
    OrganizerId organizer;
    PaymentId refund;
    PaymentId payment;
    std::string provider;
    std::string reference; ///< a creditor reference of its own, to be written into the transfer
    Money amount;
    Instant madeAt;
    std::optional<Instant> sentAt;
    std::optional<Instant> returnedAt; ///< the transfer came back
};
/// False where it is known; then nothing changes.
bool addBankOutgoing(Database& database, const BankOutgoing& outgoing);
std::vector<BankOutgoing> readBankOutgoing(Database& database, OrganizerId organizer,
                                           PaymentId payment);
/// Those that are still to be transferred, the oldest first.
std::vector<BankOutgoing> readOpenBankOutgoing(Database& database, OrganizerId organizer);
std::optional<BankOutgoing> readBankOutgoingByReference(Database& database,
                                                        std::string_view provider,
                                                        std::string_view reference);
/// It was transferred, as a statement says or, `by`, a person. The one it was; nothing where there
/// is none that was to be.
std::optional<BankOutgoing> noteBankSent(Database& database, OrganizerId organizer,
                                         PaymentId refund, Instant at, std::optional<UserId> by);
void noteBankReturned(Database& database, OrganizerId organizer, PaymentId refund, Instant at);

} // namespace foyer
