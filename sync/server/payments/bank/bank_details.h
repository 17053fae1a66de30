// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "sync/server/payments/statements/statement.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer::server {

/// What of a line is about people, and is kept sealed.
struct BankDetails {
    std::string name;
    std::string iban;
    std::string text;
    std::string bankReference;
    friend bool operator==(const BankDetails&, const BankDetails&) = default;
};
/// Of a line; texts are cut where no bank's are so long.
BankDetails detailsOf(const StatementLine& line);
Bytes encode(const BankDetails& details);
/// Whatever cannot be read is empty.
BankDetails decodeBankDetails(ByteView bytes);

/// The ids of a statement's lines, in their order: the same for the same line, in whichever
/// statement of the account it comes. Made of the bank's own reference, or else of all that the
/// line says; of lines that are the same otherwise it counts which one it is. (A bank books a day
/// as a whole: the first of two equal lines is in every statement that has the second.)
std::vector<std::string> bankLineIds(const std::string& account,
                                     const std::vector<StatementLine>& lines);

} // namespace foyer::server
