// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/access/user.h"
#include "core/storage/database.h"

#include <cstdint>
#include <map>
#include <string>

namespace foyer {

/// The users and roles of an organizer as the journal has them, for whoever decides on them
/// without being a counter.
struct People {
    struct Person {
        User user;
        Role role;
        Role widest; ///< all that they may in the house and in any event
        /// Grows with every change to the person or the role: what was allowed under an older one
        /// is asked for anew.
        std::int64_t version = 0;
    };
    std::map<UserId, Person> persons;

    /// Null where nobody of that id is known.
    const Person* find(UserId user) const;
    /// Null where nobody, or more than one, has the name (without case and accents).
    const Person* named(const std::string& name) const;
};

/// Throws StorageFailure.
People readPeople(Database& database, OrganizerId organizer);

} // namespace foyer
