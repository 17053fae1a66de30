// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/sales/payout_statement.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// A provider's account, and when it was compared with the books.
struct MoneyAccount {
    std::string provider;
    std::optional<Instant> comparedAt; ///< nothing: never yet
    std::string problem;               ///< of the last try, as a code; empty: none
};

/// Where the books and an account do not fit.
struct MoneyCase {
    std::string provider;
    std::string kind; ///< "missing_here", "amount_diff" …
    std::string subject;
    std::string order;    ///< its code; empty: no order is known
    Money here;           ///< as the books have it
    Money there;          ///< as the account has it
    std::string openedAt; ///< RFC 3339
};

/// A payment that does not go on by itself.
struct MoneyTrouble {
    std::string what; ///< "held", "refund_failed", "dispute_open", "dispute_lost"
    std::string payment;
    std::string order;
    std::string provider;
    std::string reason;
    Money amount;
};

struct MoneyAtServer {
    std::vector<MoneyAccount> accounts;
    std::vector<MoneyCase> cases;
    std::vector<MoneyTrouble> troubles;
    std::string timeZone; ///< of the house
    bool mayEnd = false;  ///< the operator may end cases and let payments go on
};

/// The money page's only way to the counter and to the server. Every function returns at once; the
/// answer is delivered later on the window's thread, exactly once.
class MoneyPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~MoneyPort() = default;

    /// What the server says of accounts and payments. Errors, beside others: not_joined, offline,
    /// not_signed_in.
    virtual void atServer(Then<MoneyAtServer> then) = 0;
    /// Has the accounts compared; what comes of it shows a little later.
    virtual void compareNow(Then<bool> then) = 0;
    virtual void endCase(const MoneyCase& open, const std::string& note, Then<bool> then) = 0;
    /// Somebody has looked: the payment goes on.
    virtual void goOn(const std::string& payment, Then<bool> then) = 0;
    /// The payouts as they are known here, without a network; the latest first.
    virtual void payouts(Then<std::vector<PayoutStatement>> then) = 0;
    /// Writes a statement: as a table where the name of the file ends in .csv, else as pages.
    virtual void save(PayoutId payout, const std::string& file, Then<bool> then) = 0;

protected:
    MoneyPort() = default;
    MoneyPort(const MoneyPort&) = default;
    MoneyPort& operator=(const MoneyPort&) = default;
};

} // namespace foyer::ui
