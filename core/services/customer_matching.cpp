// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_matching.h"

#include "core/services/customer_index.h"
#include "core/storage/text_folding.h"

#include <algorithm>

namespace foyer {
namespace {

/// FNV-1a, 64 bits: two of a million people share a number with a chance of one in thirty million.
std::uint64_t hashed(char what, const std::string& first, const std::string& second)
{
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    const auto take = [&hash](char c) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
    };
    take(what);
    std::ranges::for_each(first, take);
    take('\0');
    std::ranges::for_each(second, take);
    return hash;
}

struct MatchKeys {
    std::string name;
    std::string email;
    std::string phone;
    std::string address;

    MatchKeys(const CustomerDetails& details, const std::string& where)
        : name{foldedForSearch(details.name)}, email{foldedForSearch(details.email)},
          phone{digitsOf(details.phone)}, address{foldedForSearch(where)}
    {}

    /// What they are known by, the surest first.
    std::vector<std::uint64_t> all() const
    {
        std::vector<std::uint64_t> keys;
        if (!email.empty()) {
            keys.push_back(hashed('e', email, name));
        }
        if (!name.empty() && !phone.empty()) {
            keys.push_back(hashed('p', name, phone));
        }
        if (!name.empty() && !address.empty()) {
            keys.push_back(hashed('a', name, address));
        }
        if (keys.empty()) {
            keys.push_back(hashed('n', name, phone));
        }
        return keys;
    }
};

} // namespace

CustomerMatches::CustomerMatches(const CustomerIndex& index)
{
    m_known.reserve(index.size() * 3);
    index.each([this](const PersonCard& card) { add(card.id, card.details, card.address); });
}

void CustomerMatches::add(CustomerId customer, const CustomerDetails& details,
                          const std::string& address)
{
    const MatchKeys keys{details, address};
    for (const std::uint64_t key : keys.all()) {
        m_known.emplace(key, customer);
    }
    if (!keys.email.empty()) {
        m_known.emplace(hashed('m', keys.email, {}), customer);
    }
}

std::optional<CustomerId> CustomerMatches::find(const CustomerDetails& details,
                                                const std::string& address) const
{
    const MatchKeys keys{details, address};
    std::vector<std::uint64_t> tried = keys.all();
    if (!keys.email.empty()) {
        // Of somebody whose name nobody knows the email alone has to do.
        tried.push_back(keys.name.empty() ? hashed('m', keys.email, {})
                                          : hashed('e', keys.email, {}));
    }
    for (const std::uint64_t key : tried) {
        if (const auto found = m_known.find(key); found != m_known.end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

std::uint64_t CustomerMatches::numberOf(const CustomerDetails& details, const std::string& address)
{
    return MatchKeys{details, address}.all().front();
}

} // namespace foyer
