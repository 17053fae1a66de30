// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_desk.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_index.h"
#include "core/services/guarded.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace foyer {
namespace {

constexpr std::size_t kIdEndMin = 6;

/// As whoever stands for them, as the index has it.
std::unordered_set<CustomerId> survivorsOf(Counter& counter,
                                           const std::unordered_set<CustomerId>& customers)
{
    std::unordered_set<CustomerId> survivors;
    for (const CustomerId each : customers) {
        survivors.insert(counter.customers().survivorOf(each));
    }
    return survivors;
}

void dropIfSame(std::optional<std::string>& changed, const std::string& known)
{
    if (changed && *changed == known) {
        changed.reset();
    }
}

bool hasTag(const PersonCard& card, const std::string& tag)
{
    const std::string folded = foldedForSearch(tag);
    return std::ranges::any_of(card.tags, [&](const std::string& known) {
        return foldedForSearch(known) == folded;
    });
}

} // namespace

CardChange onlyNew(CardChange change, const PersonCard& card)
{
    dropIfSame(change.name, card.details.name);
    dropIfSame(change.email, card.details.email);
    dropIfSame(change.phone, card.details.phone);
    dropIfSame(change.note, card.details.note);
    dropIfSame(change.language, card.details.language);
    dropIfSame(change.address, card.address);
    std::erase_if(change.tagsOn, [&](const std::string& tag) { return hasTag(card, tag); });
    std::erase_if(change.tagsOff, [&](const std::string& tag) { return !hasTag(card, tag); });
    return change;
}

Result<CustomerPage> listCustomers(Counter& counter, const CustomerQuery& query)
{
    return guarded([&]() -> Result<CustomerPage> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        CustomerIndex& index = counter.customers().index();
        CustomerIndex::Among among;
        std::unordered_set<CustomerId> buyers;
        std::unordered_set<CustomerId> recent;
        if (query.boughtFor) {
            buyers = survivorsOf(counter,
                                 readBuyerIds(counter.database(), counter.organizer(),
                                              *query.boughtFor));
            among.only = &buyers;
        }
        if (query.notSince) {
            recent = survivorsOf(counter,
                                 readBuyersSince(counter.database(), counter.organizer(),
                                                 *query.notSince));
            among.without = &recent;
        }
        return index.list(query, among);
    });
}

Result<PersonCard> customerCard(Counter& counter, CustomerId customer)
{
    return guarded([&]() -> Result<PersonCard> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        return counter.customers().card(customer);
    });
}

Result<std::vector<std::pair<std::string, std::size_t>>> customerTags(Counter& counter)
{
    using Tags = std::vector<std::pair<std::string, std::size_t>>;
    return guarded([&]() -> Result<Tags> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        std::map<std::string, std::pair<std::string, std::size_t>> counts; // by the folded tag
        counter.customers().index().each([&](const PersonCard& card) {
            for (const std::string& tag : card.tags) {
                auto& count = counts.try_emplace(foldedForSearch(tag), tag, 0).first->second;
                ++count.second;
            }
        });
        Tags tags;
        for (auto& [folded, count] : counts) {
            tags.push_back(std::move(count));
        }
        return tags;
    });
}

Result<CustomerId> customerNamed(Counter& counter, const std::string& id)
{
    return guarded([&]() -> Result<CustomerId> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        if (const auto whole = Uuid::fromText(id)) {
            return CustomerId{*whole};
        }
        std::vector<CustomerId> found;
        if (id.size() >= kIdEndMin) {
            counter.customers().index().each([&](const PersonCard& card) {
                if (card.id.text().ends_with(id)) {
                    found.push_back(card.id);
                }
            });
        }
        if (found.size() > 1) {
            return refused("ambiguous_customer",
                           "Several customers have an id that ends so. Type more of it.",
                           "customer");
        }
        return found.empty()
            ? Result<CustomerId>{refused(
                  "unknown_customer", "No customer has this id. Look for them with customer list.",
                  "customer")}
            : Result<CustomerId>{found.front()};
    });
}

Result<PersonCard> addCustomer(Counter& counter, const CardChange& details)
{
    return guarded([&]() -> Result<PersonCard> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const CustomerDetails record = details.appliedTo({});
        if (record.isEmpty()) {
            return badInput("details_missing", "Say at least a name, an email or a telephone.",
                            "name");
        }
        if (auto sound = checkChange({}, details); !sound) {
            return std::move(sound).error();
        }
        const auto permit = counter.access().permit(Permission::EditCustomers);
        if (!permit) {
            return permit.error();
        }
        CustomerDirectory& customers = counter.customers();
        Journal::Act act{counter.journal(), *permit};
        const auto customer = customers.record(act, record);
        if (!customer) {
            return customer.error();
        }
        const CardChange more{.address = details.address,
                              .tagsOn = details.tagsOn,
                              .consents = details.consents,
                              .notes = details.notes};
        if (!more.isEmpty()) {
            if (auto changed = customers.change(act, *customer, more); !changed) {
                return std::move(changed).error();
            }
        }
        act.commit();
        counter.noteHead();
        customers.refresh(*customer);
        return customers.card(*customer);
    });
}

Result<PersonCard> editCustomer(Counter& counter, CustomerId customer, const CardChange& change)
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
        const auto card = customers.card(customer);
        if (!card) {
            return card;
        }
        if (auto sound = checkChange(card->details, change); !sound) {
            return std::move(sound).error();
        }
        CardChange written = onlyNew(change, *card);
        if (written.isEmpty()) {
            return card;
        }
        Journal::Act act{counter.journal(), *permit};
        // A tag is taken from everybody who is the same person: it may stand with any of them.
        for (const CustomerId other : card->merged) {
            if (!written.tagsOff.empty()) {
                const CardChange off{.tagsOff = written.tagsOff};
                (void)customers.change(act, other, off); // whose key is gone shows no tags
            }
        }
        if (auto changed = customers.change(act, card->id, written); !changed) {
            return std::move(changed).error();
        }
        act.commit();
        counter.noteHead();
        customers.refresh(card->id);
        return customers.card(card->id);
    });
}

} // namespace foyer
