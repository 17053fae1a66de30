// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/customer_query.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace foyer {

/// The opened customers of a house, in memory only, and what finds them. What is searched is one
/// run of memory with a line for each customer, so that a search is one pass of memmem over it.
class CustomerIndex {
public:
    /// Adds a customer, or what is known of them now. `alsoFoundBy`: names and addresses of those
    /// that were merged into them.
    void put(PersonCard card, const std::string& alsoFoundBy = {});
    void drop(CustomerId customer);
    const PersonCard* find(CustomerId customer) const;
    std::size_t size() const { return m_places.size(); }
    void clear();
    void each(const std::function<void(const PersonCard&)>& take) const;

    /// How far somebody has read along who wants to know whom the index has.
    struct Mark {
        std::uint64_t round = 0;
        std::size_t place = 0;
    };
    /// Those who were put since a mark, which is moved on; some may come once more.
    void eachSince(Mark& mark, const std::function<void(const PersonCard&)>& take) const;

    /// The first that were added first.
    std::vector<const PersonCard*> search(const std::string& words, std::size_t limit) const;

    /// Who a filter leaves, beside what is on the cards.
    struct Among {
        const std::unordered_set<CustomerId>* only = nullptr;
        const std::unordered_set<CustomerId>* without = nullptr;
    };
    CustomerPage list(const CustomerQuery& query, const Among& among);
    /// Brings what was added since into the order of names, as the next list would.
    void tidy();

private:
    struct Item {
        PersonCard card;
        std::vector<std::string> foldedTags;
        std::size_t line = 0; ///< where it begins
        std::size_t size = 0;
        bool isHere = true;
    };
    std::string_view lineOf(const Item& item) const
    {
        return std::string_view{m_lines}.substr(item.line, item.size);
    }
    void eachMatch(const std::string& words, const std::function<bool(std::size_t)>& take) const;
    void keepLine(Item& item, std::size_t index, std::string_view line);
    void addLine(Item& item, std::size_t index, const std::string& alsoFoundBy);
    bool fits(const Item& item, const CustomerQuery& query, const std::string& tag,
              const Among& among) const;

    void closeUp();

    std::vector<Item> m_items;
    std::unordered_map<CustomerId, std::size_t> m_places;
    std::string m_lines;
    std::vector<std::size_t> m_lineStarts;
    std::vector<std::size_t> m_lineItems;
    std::vector<std::size_t> m_order; ///< of m_items, by name
    std::size_t m_ordered = 0;        ///< how many of the items are in m_order
    std::uint64_t m_round = 0;        ///< in which the places of items are as they are
};

} // namespace foyer
