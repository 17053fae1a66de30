// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mail/mail_entries.h"
#include "core/storage/order_changes.h"
#include "core/storage/projections.h"

namespace foyer::projections {

void mailAsked(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto asked = decodeMailAsked(body)) {
        recordChange(database, entry, asked->order,
                     {std::string{mailKindName(asked->what)}, {}, 0, 0});
    }
}

void mailEnded(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto ended = decodeMailEnded(body)) {
        recordChange(database, entry, ended->order, {ended->what, ended->reason, 0, 0});
    }
}

} // namespace foyer::projections
