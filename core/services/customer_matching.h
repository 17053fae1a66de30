// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/person_card.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace foyer {

class CustomerIndex;

/// Finds who a row of somebody's table is. The same person is who has the same name and either the
/// same email, telephone or address; or, where either lacks a name, the same email. Two people of
/// one email are two people.
class CustomerMatches {
public:
    CustomerMatches() = default;
    explicit CustomerMatches(const CustomerIndex& index);

    void add(CustomerId customer, const CustomerDetails& details, const std::string& address);
    std::optional<CustomerId> find(const CustomerDetails& details,
                                   const std::string& address) const;
    /// The same of people who have no id yet: a number that is the same for the same person.
    static std::uint64_t numberOf(const CustomerDetails& details, const std::string& address);

private:
    std::unordered_map<std::uint64_t, CustomerId> m_known; ///< by hashes of what they are known by
};

} // namespace foyer
