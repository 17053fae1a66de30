// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/foreign_codes.h"

#include "core/crypto/sha256.h"
#include "core/storage/order_import_store.h"

#include <algorithm>

namespace foyer {

std::optional<ForeignCode> foreignCodeOf(const std::string& code)
{
    const std::size_t from = code.find_first_not_of(" \t\r\n");
    if (from == std::string::npos) {
        return std::nullopt;
    }
    const std::size_t size = code.find_last_not_of(" \t\r\n") - from + 1;
    const Sha256 hash = sha256({reinterpret_cast<const std::uint8_t*>(code.data()) + from, size});
    ForeignCode first{};
    std::copy_n(hash.begin(), first.size(), first.begin());
    return first;
}

std::optional<TicketId> ticketOfForeignCode(Database& database, OrganizerId organizer,
                                            const std::string& code)
{
    const auto known = foreignCodeOf(code);
    return known ? readTicketOfForeignCode(database, organizer, *known) : std::nullopt;
}

} // namespace foyer
