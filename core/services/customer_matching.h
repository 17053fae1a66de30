// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/person_card.h"
#include "core/services/customer_index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace foyer {

/// What somebody is known by, as hashes. The same person is who has the same name and either the
/// same email, telephone or address; or, where either lacks a name, the same email. Two people of
/// one email are two people.
class MatchKeys {
public:
    MatchKeys(const CustomerDetails& details, const std::string& address);

    /// The same for the same person, where all that is known of them is.
    std::uint64_t number() const { return m_keys.front(); }

private:
    friend class CustomerMatches;
    friend class UnwrittenMatches;
    std::vector<std::uint64_t> m_keys;      ///< the surest first
    std::optional<std::uint64_t> m_byEmail; ///< by the email alone
    std::optional<std::uint64_t> m_nameless;
};

/// Finds who a row of somebody's table is.
class CustomerMatches {
public:
    explicit CustomerMatches(const CustomerIndex& index) { catchUp(index); }

    /// Learns whom the index was given since the last time. Who is not in it any more leaves their
    /// keys to others.
    void catchUp(const CustomerIndex& index);
    void add(CustomerId customer, const MatchKeys& keys);
    std::optional<CustomerId> find(const MatchKeys& keys) const;

private:
    std::unordered_map<std::uint64_t, CustomerId> m_known;
    CustomerIndex::Mark m_read;
};

/// Rows that are read and not written yet, so that CustomerMatches knows nothing of them.
class UnwrittenMatches {
public:
    void add(const MatchKeys& keys);
    /// Whether find() could know the row by one of these, were they written.
    bool touches(const MatchKeys& keys) const;
    void clear() { m_keys.clear(); }

private:
    std::unordered_set<std::uint64_t> m_keys;
};

} // namespace foyer
