// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace foyer {

/// Somebody who is asked to help, as a letter to them tells it: no secret, and no address.
struct Invited {
    std::string house;
    std::string name; ///< that they sign in with
    std::string role; ///< in the whole house, by the role's name; "team": in single events only
    std::vector<std::pair<std::string, std::string>> events; ///< name and role's name, by name
    friend bool operator==(const Invited&, const Invited&) = default;
};

} // namespace foyer
