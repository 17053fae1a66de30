// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/base/utf8.h"
#include "core/domain/sales/creditor_reference.h"
#include "sync/server/payments/bank/bank_details.h"
#include "sync/server/payments/statements/statement.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

/// What somebody uploads as a bank's statement: whatever it is, it is read or refused with its
/// place, and what is read can be kept.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace foyer;
    using namespace foyer::server;
    const auto statements = readStatements({data, size});
    if (!statements) {
        ENSURE(statements.error().code == "bad_statement" && !statements.error().where.empty());
        return 0;
    }
    for (const Statement& statement : *statements) {
        (void)statement.difference();
        const auto ids = bankLineIds(statement.account, statement.lines);
        ENSURE(ids.size() == statement.lines.size());
        for (const StatementLine& line : statement.lines) {
            ENSURE(isUtf8(line.text) && isUtf8(line.name));
            const BankDetails details = detailsOf(line);
            ENSURE(decodeBankDetails(encode(details)) == details);
            for (const std::string& reference : creditorReferencesIn(line.text)) {
                ENSURE(isCreditorReference(reference));
            }
            (void)invoiceNumbersIn(line.text);
        }
    }
    return 0;
}
