// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_merging.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_index.h"
#include "core/services/guarded.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace foyer {
namespace {

constexpr std::size_t kPhoneDigitsMin = 7;
constexpr std::size_t kPhoneDigitsCompared = 9; // without what countries and trunks put before
constexpr int kAlikePercent = 70;

using DuplicateReason = DuplicateProposal::Why;

std::string lettersOf(const std::string& text)
{
    std::string letters = foldedForSearch(text);
    std::erase_if(letters, [](char c) {
        return c == ' ' || c == '\n' || c == ',' || c == '.' || c == '-' || c == '/';
    });
    return letters;
}

std::string emailKey(const PersonCard& card)
{
    return foldedForSearch(card.details.email);
}

std::string phoneKey(const PersonCard& card)
{
    const std::string digits = digitsOf(card.details.phone);
    return digits.size() < kPhoneDigitsMin
        ? std::string{}
        : digits.substr(digits.size() - std::min(digits.size(), kPhoneDigitsCompared));
}

std::string nameKey(const PersonCard& card)
{
    return card.address.empty() ? std::string{} : lettersOf(card.details.name);
}

/// Whether two addresses have most of their pairs of letters in common (Dice's coefficient).
bool isAlike(const std::string& a, const std::string& b)
{
    const auto pairsOf = [](const std::string& text) {
        std::multiset<std::string> pairs;
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            pairs.insert(text.substr(i, 2));
        }
        return pairs;
    };
    const auto first = pairsOf(lettersOf(a));
    const auto second = pairsOf(lettersOf(b));
    std::vector<std::string> common;
    std::ranges::set_intersection(first, second, std::back_inserter(common));
    const std::size_t all = first.size() + second.size();
    return all > 0 && 200 * common.size() >= static_cast<std::size_t>(kAlikePercent) * all;
}

using KeyOfCard = std::string (*)(const PersonCard&);

/// The proposals of one kind, in the order of who was taken down first.
class Proposals {
public:
    Proposals(const CustomerIndex& index, std::size_t limit) : m_index{index}, m_limit{limit} {}

    void add(DuplicateReason why, KeyOfCard keyOf)
    {
        std::unordered_map<std::string, std::vector<const PersonCard*>> groups;
        m_index.each([&](const PersonCard& card) {
            if (std::string key = keyOf(card); !key.empty()) {
                groups[std::move(key)].push_back(&card);
            }
        });
        std::map<CustomerId, std::vector<const PersonCard*>> ordered;
        for (auto& [key, people] : groups) {
            std::ranges::sort(people, {}, [](const PersonCard* card) { return card->id; });
            if (why == DuplicateReason::SameNameAndAddress) {
                keepAlike(people);
            }
            if (people.size() > 1) {
                ordered.emplace(people.front()->id, std::move(people));
            }
        }
        for (const auto& [first, people] : ordered) {
            take(why, people);
        }
    }
    std::vector<DuplicateProposal> done() { return std::move(m_found); }

private:
    static void keepAlike(std::vector<const PersonCard*>& people)
    {
        const PersonCard* first = people.front();
        std::erase_if(people, [first](const PersonCard* each) {
            return each != first && !isAlike(first->address, each->address);
        });
    }

    void take(DuplicateReason why, const std::vector<const PersonCard*>& people)
    {
        std::set<CustomerId> ids;
        for (const PersonCard* each : people) {
            ids.insert(each->id);
        }
        if (m_found.size() >= m_limit || !m_known.insert(ids).second) {
            return;
        }
        DuplicateProposal proposal{why, {}};
        for (const PersonCard* each : people) {
            proposal.people.push_back(*each);
        }
        m_found.push_back(std::move(proposal));
    }

    const CustomerIndex& m_index;
    std::size_t m_limit;
    std::set<std::set<CustomerId>> m_known;
    std::vector<DuplicateProposal> m_found;
};

} // namespace

Result<std::vector<DuplicateProposal>> proposeDuplicates(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<DuplicateProposal>> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        Proposals proposals{counter.customers().index(), limit};
        proposals.add(DuplicateReason::SameEmail, emailKey);
        proposals.add(DuplicateReason::SamePhone, phoneKey);
        proposals.add(DuplicateReason::SameNameAndAddress, nameKey);
        return proposals.done();
    });
}

Result<PersonCard> mergeCustomers(Counter& counter, CustomerId into,
                                  const std::vector<CustomerId>& others)
{
    return guarded([&]() -> Result<PersonCard> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::EditCustomers);
        if (!permit) {
            return permit.error();
        }
        CustomerDirectory& customers = counter.customers();
        const auto survivor = customers.card(into);
        if (!survivor) {
            return survivor;
        }
        std::set<CustomerId> from;
        for (const CustomerId each : others) {
            const auto other = customers.card(each);
            if (!other) {
                return other;
            }
            from.insert(other->id);
        }
        from.erase(survivor->id);
        if (from.empty()) {
            return refused("same_customer", "These are one customer already. Choose another one.",
                           "customer");
        }
        Journal::Act act{counter.journal(), *permit};
        for (const CustomerId each : from) {
            act.append(kind::kCustomerMerged, encodeMerged({each, survivor->id}));
        }
        act.commit();
        counter.noteHead();
        customers.refresh(survivor->id);
        return customers.card(survivor->id);
    });
}

Result<PersonCard> unmergeCustomer(Counter& counter, CustomerId customer)
{
    return guarded([&]() -> Result<PersonCard> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::EditCustomers);
        if (!permit) {
            return permit.error();
        }
        const auto link = readLink(counter.database(), counter.organizer(), customer);
        if (!link || !link->into) {
            return refused("not_merged", "This customer is not merged into another.", "customer");
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kCustomerUnmerged, encodeUnmerged(customer));
        act.commit();
        counter.noteHead();
        counter.customers().refresh(*link->into);
        counter.customers().refresh(customer);
        return counter.customers().card(customer);
    });
}

} // namespace foyer
