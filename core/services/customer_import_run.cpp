// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_import_run.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace foyer {
namespace {

/// A word of consent that stands already is none.
CardChange newFor(const PersonCard& card, CardChange change)
{
    std::erase_if(change.consents, [&](const ConsentWord& word) {
        return card.consentTo(word.purpose) == std::optional{word.given};
    });
    return onlyNew(std::move(change), card);
}

std::uint64_t contentOfChange(const CardChange& change)
{
    std::string text;
    for (const auto* each : {&change.name, &change.email, &change.phone, &change.address,
                             &change.note, &change.language}) {
        text += each->value_or("") + '\0';
    }
    for (const std::string& tag : change.tagsOn) {
        text += tag + '\0';
    }
    return std::hash<std::string>{}(text);
}

Result<void> checkImportTerms(const CustomerImportTerms& terms)
{
    if (!terms.mapping.has("name") && !terms.mapping.has("email") && !terms.mapping.has("phone")) {
        return badInput("mapping_missing",
                        "Say which column is the name, the email or the telephone.", "mapping");
    }
    return checkChange({}, {.tagsOn = terms.tags});
}

} // namespace

CustomerImportRun::CustomerImportRun(Counter& counter, CustomerImportTerms terms,
                                     std::optional<Permit> permit)
    : m_counter{&counter}, m_terms{std::move(terms)}, m_permit{std::move(permit)},
      m_matches{counter.customers().index()}
{
    m_report.id = m_terms.continues.isNil()
        ? ImportId{Uuid::v7(counter.clock().now(), counter.random())}
        : m_terms.continues;
}

Result<CustomerImportRun> CustomerImportRun::begin(Counter& counter, CustomerImportTerms terms,
                                                   bool isTry)
{
    return guarded([&]() -> Result<CustomerImportRun> {
        if (!isTry && counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        if (isTry) {
            if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
                return std::move(may).error();
            }
        }
        if (auto sound = checkImportTerms(terms); !sound) {
            return std::move(sound).error();
        }
        if (isTry) {
            return CustomerImportRun{counter, std::move(terms), std::nullopt};
        }
        auto permit = counter.access().permit(Permission::EditCustomers);
        if (!permit) {
            return std::move(permit).error();
        }
        return CustomerImportRun{counter, std::move(terms), *std::move(permit)};
    });
}

bool CustomerImportRun::isSameOperator() const
{
    const auto& now = m_counter->access().current();
    return !m_permit || (now ? now->user : UserId{}) == m_permit->actor();
}

Result<bool> CustomerImportRun::step(const NextRow& rows)
{
    return guarded([&]() -> Result<bool> {
        if (!isSameOperator()) {
            stop();
            return false;
        }
        if (m_permit && m_counter->entriesMissing() > 0) {
            return databaseBehind(*m_counter);
        }
        m_matches.catchUp(m_counter->customers().index());
        auto more = takeRows(rows);
        flush();
        if (more && !*more) {
            end();
        }
        return more;
    });
}

Result<bool> CustomerImportRun::takeRows(const NextRow& rows)
{
    for (std::size_t taken = 0; taken < kImportStep; ++taken) {
        auto row = rows();
        if (!row) {
            return std::move(row).error();
        }
        if (!*row) {
            return false;
        }
        if (++m_report.rows > m_terms.rowsMax) {
            return badInput("too_many_rows",
                            "The table has more rows than can be read at once. Divide it; what "
                            "was read so far is kept.");
        }
        take(**row);
    }
    return true;
}

void CustomerImportRun::stop()
{
    m_report.isStopped = true;
    end();
}

void CustomerImportRun::end()
{
    m_counter->customers().index().tidy(); // so that the next key does not have to
}

void CustomerImportRun::refuse(const TableRow& row, const Error& why)
{
    ++m_report.refused;
    if (m_report.refusals.size() < CustomerImportReport::kRefusalsShown) {
        m_report.refusals.push_back({row.line, why});
    }
}

void CustomerImportRun::take(const TableRow& row)
{
    auto change = customerInRow(row, m_terms);
    if (!change) {
        refuse(row, change.error());
        return;
    }
    const CustomerDetails details = change->appliedTo({});
    const std::string address = change->address.value_or("");
    const MatchKeys keys{details, address};
    const auto [seen, isFirst] = m_seen.emplace(keys.number(), contentOfChange(*change));
    if (!isFirst && seen->second == contentOfChange(*change)) {
        ++m_report.same; // the same row again
        return;
    }
    auto known = m_matches.find(keys);
    if (m_unwritten.touches(keys) || (known && m_changing.contains(*known))) {
        if (!m_permit) {
            ++m_report.changed;
            m_unwritten.add(keys);
            return;
        }
        flush(); // whoever stands in an earlier row is known from here on
        known = m_matches.find(keys);
    }
    const PersonCard* card = known ? m_counter->customers().index().find(*known) : nullptr;
    if (card == nullptr) {
        ++m_report.added;
        keep({std::nullopt, *std::move(change), keys});
        return;
    }
    CardChange fresh = newFor(*card, *std::move(change));
    ++(fresh.isEmpty() ? m_report.same : m_report.changed);
    if (!fresh.isEmpty()) {
        keep({*known, std::move(fresh), keys});
    }
}

void CustomerImportRun::keep(Pending pending)
{
    m_unwritten.add(pending.keys);
    if (pending.known) {
        m_changing.insert(*pending.known);
    }
    if (m_permit) {
        m_pending.push_back(std::move(pending));
    }
}

/// Writes what is pending as one act.
void CustomerImportRun::flush()
{
    if (m_pending.empty()) {
        return;
    }
    CustomerDirectory& customers = m_counter->customers();
    CustomersImported imported{m_report.id, {}, {}};
    std::vector<PersonCard> fresh;
    std::vector<CustomerId> changed;
    Journal::Act act{m_counter->journal(), *m_permit};
    for (Pending& each : m_pending) {
        if (each.known) {
            change(act, *each.known, each.change, imported);
            changed.push_back(*each.known);
            continue;
        }
        PersonCard card = cardOfNew(each.change);
        const CardChange more{.address = std::move(each.change.address),
                              .tagsOn = std::move(each.change.tagsOn),
                              .consents = std::move(each.change.consents)};
        card.id = customers.record(act, card.details, more).value(); // checked before
        imported.added.push_back(card.id);
        fresh.push_back(std::move(card));
    }
    act.append(kind::kCustomersImported, encode(imported));
    act.commit();
    m_counter->noteHead();
    m_pending.clear();
    m_unwritten.clear();
    m_changing.clear();
    std::ranges::for_each(fresh,
                          [&](PersonCard& each) { customers.rememberCard(std::move(each)); });
    std::ranges::for_each(changed, [&](CustomerId each) { customers.refresh(each); });
    m_matches.catchUp(customers.index());
}

/// As it will be read back, without an id.
PersonCard CustomerImportRun::cardOfNew(const CardChange& change) const
{
    PersonCard card{.id = {},
                    .details = change.appliedTo({}),
                    .address = change.address.value_or("")};
    for (const std::string& tag : change.tagsOn) {
        const std::string folded = foldedForSearch(tag);
        std::erase_if(card.tags, [&](const std::string& known) {
            return foldedForSearch(known) == folded; // the same tag, written otherwise
        });
        card.tags.push_back(tag);
    }
    std::ranges::sort(card.tags);
    for (const ConsentWord& word : change.consents) {
        card.consents[word.purpose] = word;
        card.consents[word.purpose].at = m_counter->clock().now();
    }
    return card;
}

void CustomerImportRun::change(Journal::Act& act, CustomerId customer, const CardChange& change,
                               CustomersImported& imported)
{
    CustomerDirectory& customers = m_counter->customers();
    const PersonCard* card = customers.index().find(customer);
    auto after = customers.change(act, customer, change);
    const auto before = card != nullptr && after
        ? customers.before(*card, *after)
        : Result<std::vector<SealedSlot>>{std::vector<SealedSlot>{}};
    for (std::size_t i = 0; after && before && i < before->size(); ++i) {
        imported.changed.push_back(
            {customer, (*after)[i].slot, (*before)[i].sealed, (*after)[i].sealed});
    }
}

} // namespace foyer
