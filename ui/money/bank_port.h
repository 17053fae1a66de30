// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// What came of a statement.
struct BankTaken {
    std::int64_t lines = 0;
    std::int64_t known = 0;   ///< taken before
    std::int64_t matched = 0; ///< new, and it is known what for
    std::int64_t unmatched = 0;
    std::vector<Money> differences; ///< what balances say beyond the lines
};

/// Money that came, and of which somebody has to say what it is for.
struct BankOpenLine {
    std::string id;
    std::string day; ///< "2026-11-30"
    Money amount;
    Money left;
    std::string named; ///< what it names; may be empty
    std::string name;  ///< who sent it
    std::string text;
};

/// Money that has to be transferred back.
struct BankDue {
    std::string id;
    std::string order; ///< its code
    Money amount;
    std::string reference;
    std::string name;
    std::string iban;
};

struct BankSnapshot {
    std::vector<BankOpenLine> lines;
    std::vector<BankDue> due;
};

/// The bank panel's only way to the server. Every function returns at once; the answer is delivered
/// later on the window's thread, exactly once. Errors of all, beside others: not_joined, offline,
/// not_signed_in, not_permitted.
class BankPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~BankPort() = default;

    virtual void read(Then<BankSnapshot> then) = 0;
    /// Takes in a bank's file.
    virtual void take(const std::string& file, Then<BankTaken> then) = 0;
    /// Says what the rest of a line is for: an order's code, an invoice's number, a reference.
    virtual void assign(const std::string& line, const std::string& to, Then<bool> then) = 0;
    /// The operator has made the transfer.
    virtual void noteSent(const std::string& id, Then<bool> then) = 0;

protected:
    BankPort() = default;
    BankPort(const BankPort&) = default;
    BankPort& operator=(const BankPort&) = default;
};

} // namespace foyer::ui
