// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/crypto/secret.h"
#include "sync/server/payments/bank/bank_matching.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer::server {

/// Takes in what a bank says of the house's account: each line once for ever, however often and in
/// however many statements it comes, a hundred at a time in one transaction with all that follows
/// from them. Safe from any thread.
class BankDesk {
public:
    using Seal = std::function<Bytes(ByteView text)>;
    using Open = std::function<Result<SecretBytes>(ByteView sealed)>;

    BankDesk(PaymentDesk& payments, AuthorityDesk& authority, Seal seal, Open open,
             const Clock& clock, ServerLog& log, Metrics& metrics);
    BankDesk(const BankDesk&) = delete;
    BankDesk& operator=(const BankDesk&) = delete;

    /// What came of a file.
    struct Taken {
        std::int64_t lines = 0;     ///< in it
        std::int64_t known = 0;     ///< taken before
        std::int64_t ignored = 0;   ///< money that the house spent; not kept
        std::int64_t matched = 0;   ///< new, and all of it has found what it is for
        std::int64_t unmatched = 0; ///< new, and a person has to say
        std::vector<Money>
            differences; ///< what balances say beyond the lines, where they do not fit
    };
    /// Errors: those of readStatements, no_bank (the server has no account), wrong_account,
    /// account_unnamed (the file names none, and there are several), mixed_forms (other lines of
    /// these days came in another form, and would be taken twice), and of AuthorityDesk::doAndWait.
    Result<Taken> take(Database& database, OrganizerId organizer, const Permit& permit,
                       ByteView file);

    /// As BankMatching has them.
    Result<void> assign(Database& database, OrganizerId organizer, const Permit& permit,
                        const std::string& line, const std::string& target);
    Result<void> noteSent(OrganizerId organizer, const Permit& permit, PaymentId refund);

    /// A line with what is known of whoever sent it.
    struct SeenLine {
        BankLine line;
        BankDetails details;
    };
    std::vector<SeenLine> lines(Database& database, OrganizerId organizer, bool onlyOpen) const;
    /// What is to be transferred back, and to whom, as the line says that brought the money.
    struct SeenOutgoing {
        BankOutgoing outgoing;
        std::string orderCode; ///< stored form
        std::string name;
        std::string iban;
    };
    std::vector<SeenOutgoing> outgoing(Database& database, OrganizerId organizer) const;

private:
    Result<std::string> accountOf(const Statement& statement) const;
    Result<void> check(Database& database, OrganizerId organizer, const std::string& provider,
                       const Statement& statement) const;
    Result<void> takeLines(OrganizerId organizer, const Permit& permit, const std::string& provider,
                           const Statement& statement, Taken& taken);
    BankDetails opened(const BankLine& line) const;

    PaymentDesk& m_payments;
    AuthorityDesk& m_authority;
    Seal m_seal;
    Open m_open;
    const Clock& m_clock;
    ServerLog& m_log;
    Metrics& m_metrics;
};

} // namespace foyer::server
