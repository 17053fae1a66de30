// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/imports/import_entries.h"
#include "core/storage/database.h"

#include <optional>
#include <string>

namespace foyer {

/// What is kept of a code of another system; nothing of an empty one. Spaces around it do not
/// count.
std::optional<ForeignCode> foreignCodeOf(const std::string& code);

/// The ticket here that stands for such a code: a look into the database, which needs no network.
/// Throws StorageFailure.
std::optional<TicketId> ticketOfForeignCode(Database& database, OrganizerId organizer,
                                            const std::string& code);

} // namespace foyer
