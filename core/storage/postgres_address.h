// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

namespace foyer {

/// A `postgresql://…` address, taken apart by libpq's own rules.
struct PostgresAddress {
    /// Its parameters by libpq's names, with Foyer's defaults for those it does not name: a lost
    /// network is noticed within half a minute, not in hours.
    std::map<std::string, std::string> parameters;
    /// For people: without the password.
    std::string shown;

    /// Throws StorageFailure: bad_database_address.
    static PostgresAddress parse(const std::string& url);
    std::string get(const std::string& name) const;
};

} // namespace foyer
