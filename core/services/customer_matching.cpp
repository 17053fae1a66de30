// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_matching.h"

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

} // namespace

MatchKeys::MatchKeys(const CustomerDetails& details, const std::string& address)
{
    const std::string name = foldedForSearch(details.name);
    const std::string email = foldedForSearch(details.email);
    const std::string phone = digitsOf(details.phone);
    if (!email.empty()) {
        m_keys.push_back(hashed('e', email, name));
        m_byEmail = hashed('m', email, {});
        // Of somebody whose name nobody knows the email alone has to do.
        m_nameless = name.empty() ? m_byEmail : std::optional{hashed('e', email, {})};
    }
    if (!name.empty() && !phone.empty()) {
        m_keys.push_back(hashed('p', name, phone));
    }
    if (!name.empty() && !address.empty()) {
        m_keys.push_back(hashed('a', name, foldedForSearch(address)));
    }
    if (m_keys.empty()) {
        m_keys.push_back(hashed('n', name, phone));
    }
}

void CustomerMatches::catchUp(const CustomerIndex& index)
{
    m_known.reserve(index.size() * 3);
    const auto learn = [&](std::uint64_t key, CustomerId customer) {
        const auto [known, isNew] = m_known.emplace(key, customer);
        if (!isNew && index.find(known->second) == nullptr) {
            known->second = customer;
        }
    };
    index.eachSince(m_read, [&](const PersonCard& card) {
        const MatchKeys keys{card.details, card.address};
        for (const std::uint64_t key : keys.m_keys) {
            learn(key, card.id);
        }
        if (keys.m_byEmail) {
            learn(*keys.m_byEmail, card.id);
        }
    });
}

void CustomerMatches::add(CustomerId customer, const MatchKeys& keys)
{
    for (const std::uint64_t key : keys.m_keys) {
        m_known.emplace(key, customer);
    }
    if (keys.m_byEmail) {
        m_known.emplace(*keys.m_byEmail, customer);
    }
}

std::optional<CustomerId> CustomerMatches::find(const MatchKeys& keys) const
{
    for (const std::uint64_t key : keys.m_keys) {
        if (const auto found = m_known.find(key); found != m_known.end()) {
            return found->second;
        }
    }
    const auto found = keys.m_nameless ? m_known.find(*keys.m_nameless) : m_known.end();
    return found != m_known.end() ? std::optional{found->second} : std::nullopt;
}

void UnwrittenMatches::add(const MatchKeys& keys)
{
    m_keys.insert(keys.m_keys.begin(), keys.m_keys.end());
    if (keys.m_byEmail) {
        m_keys.insert(*keys.m_byEmail);
    }
}

bool UnwrittenMatches::touches(const MatchKeys& keys) const
{
    return std::ranges::any_of(keys.m_keys,
                               [this](std::uint64_t key) { return m_keys.contains(key); }) ||
        (keys.m_nameless && m_keys.contains(*keys.m_nameless));
}

} // namespace foyer
