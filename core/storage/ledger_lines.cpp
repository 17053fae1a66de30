// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/ledger_lines.h"

namespace foyer::projections {

void book(Database& database, const Entry& entry, const std::vector<LedgerLine>& lines)
{
    std::int64_t number = 0;
    for (const LedgerLine& line : lines) {
        database.addRow("ledger_line (organizer, entry, line, account, subject, currency, amount)",
                        {entry.organizer, entry.id, number++, line.account, line.subject,
                         line.currency.code(), line.amount});
    }
}

} // namespace foyer::projections
