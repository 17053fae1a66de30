// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_import.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_index.h"
#include "core/services/customer_matching.h"
#include "core/services/guarded.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace foyer {
namespace {

const std::array<TableField, 9> kCustomerFields{{
    {"name",
     {"name", "fullname", "vollstandigername", "kunde", "kundenname", "customer", "customername",
      "firstname", "givenname", "vorname", "lastname", "surname", "familyname", "nachname",
      "familienname", "zuname"}},
    {"email", {"email", "emailaddress", "mail", "emailadresse", "mailadresse", "mailaddress"}},
    {"phone",
     {"phone", "telephone", "phonenumber", "telefon", "telefonnummer", "tel", "mobile",
      "mobilephone", "mobil", "handy", "mobilnummer"}},
    {"address",
     {"address",      "adresse",      "anschrift",    "street",       "strasse",  "streetaddress",
      "addressline1", "addressline2", "adresszusatz", "hausnummer",   "postcode", "postalcode",
      "zip",          "zipcode",      "plz",          "postleitzahl", "city",     "town",
      "ort",          "stadt",        "country",      "land"}},
    {"note", {"note", "notes", "comment", "remark", "notiz", "notizen", "bemerkung", "kommentar"}},
    {"language", {"language", "locale", "sprache"}},
    {"tags",
     {"tags", "tag", "groups", "group", "labels", "schlagworte", "schlagworter", "gruppe",
      "gruppen"}},
    {"newsletter", {"newsletter", "newsletterconsent", "optin", "marketing", "werbung"}},
    {"bulletins", {"bulletins", "bulletin", "rundschreiben", "rundmails"}},
}};

constexpr std::array<std::string_view, 11> kYes{"yes", "y", "true", "1",          "x",    "on",
                                                "ja",  "j", "wahr", "subscribed", "given"};
constexpr std::array<std::string_view, 9> kNo{"no",   "n",      "false",        "0",        "off",
                                              "nein", "falsch", "unsubscribed", "withdrawn"};

Result<void> readConsent(CardChange& change, ConsentPurpose purpose, const std::string& cell,
                         const std::string& wording)
{
    const std::string said = foldedHeader(cell);
    const bool isYes = std::ranges::find(kYes, said) != kYes.end();
    if (!isYes && std::ranges::find(kNo, said) == kNo.end()) {
        return badInput("bad_consent", "Whether somebody agreed is said by yes or no, ja or nein.",
                        std::string{consentPurposeName(purpose)});
    }
    change.consents.push_back({purpose, isYes, {}, "import", isYes ? wording : std::string{}});
    return {};
}

void readTags(CardChange& change, std::string cell)
{
    std::ranges::replace_if(
        cell, [](char c) { return c == ';' || c == '|' || c == '\n'; }, ',');
    std::size_t from = 0;
    while (from <= cell.size()) {
        const std::size_t end = std::min(cell.find(',', from), cell.size());
        const std::string tag = cell.substr(from, end - from);
        const std::size_t begin = tag.find_first_not_of(' ');
        if (begin != std::string::npos) {
            change.tagsOn.push_back(tag.substr(begin, tag.find_last_not_of(' ') - begin + 1));
        }
        from = end + 1;
    }
}

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

/// One way through a table, whether anything is written or not.
class ImportRun {
public:
    ImportRun(Counter& counter, const CustomerImportTerms& terms, const Permit* permit)
        : m_counter{counter}, m_terms{terms}, m_permit{permit}, m_matches{
                                                                    counter.customers().index()}
    {
        m_report.id = terms.continues.isNil()
            ? ImportId{Uuid::v7(counter.clock().now(), counter.random())}
            : terms.continues;
    }

    Result<CustomerImportReport> through(const NextRow& rows)
    {
        while (true) {
            auto row = rows();
            if (!row) {
                flush();
                return std::move(row).error();
            }
            if (!*row) {
                break;
            }
            if (++m_report.rows > m_terms.rowsMax) {
                flush();
                return badInput("too_many_rows",
                                "The table has more rows than can be read at once. Divide it; "
                                "what was read so far is kept.");
            }
            take(**row);
            if (m_report.rows % kImportStep == 0 && !step()) {
                m_report.isStopped = true;
                break;
            }
        }
        flush();
        m_counter.customers().index().tidy(); // so that the next key does not have to
        return std::move(m_report);
    }

private:
    struct Pending {
        std::optional<CustomerId> known; ///< nothing: somebody new
        CardChange change;
        MatchKeys keys;
    };

    bool step()
    {
        flush();
        return !m_terms.goOn || m_terms.goOn(m_report.rows);
    }

    void refuse(const TableRow& row, const Error& why)
    {
        ++m_report.refused;
        if (m_report.refusals.size() < CustomerImportReport::kRefusalsShown) {
            m_report.refusals.push_back({row.line, why});
        }
    }

    void take(const TableRow& row)
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
            if (m_permit == nullptr) {
                ++m_report.changed;
                m_unwritten.add(keys);
                return;
            }
            flush(); // whoever stands in an earlier row is known from here on
            known = m_matches.find(keys);
        }
        const PersonCard* card = known ? m_counter.customers().index().find(*known) : nullptr;
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

    void keep(Pending pending)
    {
        m_unwritten.add(pending.keys);
        if (pending.known) {
            m_changing.insert(*pending.known);
        }
        if (m_permit != nullptr) {
            m_pending.push_back(std::move(pending));
        }
    }

    /// Writes what is pending as one act.
    void flush()
    {
        if (m_pending.empty()) {
            return;
        }
        CustomerDirectory& customers = m_counter.customers();
        CustomersImported imported{m_report.id, {}, {}};
        std::vector<PersonCard> fresh;
        std::vector<CustomerId> changed;
        Journal::Act act{m_counter.journal(), *m_permit};
        for (Pending& each : m_pending) {
            if (each.known) {
                change(act, *each.known, each.change, imported);
                m_matches.add(*each.known, each.keys);
                changed.push_back(*each.known);
                continue;
            }
            PersonCard card = cardOfNew(each.change);
            const CardChange more{.address = std::move(each.change.address),
                                  .tagsOn = std::move(each.change.tagsOn),
                                  .consents = std::move(each.change.consents)};
            card.id = customers.record(act, card.details, more).value(); // checked before
            m_matches.add(card.id, each.keys);
            imported.added.push_back(card.id);
            fresh.push_back(std::move(card));
        }
        act.append(kind::kCustomersImported, encode(imported));
        act.commit();
        m_counter.noteHead();
        m_pending.clear();
        m_unwritten.clear();
        m_changing.clear();
        std::ranges::for_each(fresh,
                              [&](PersonCard& each) { customers.rememberCard(std::move(each)); });
        std::ranges::for_each(changed, [&](CustomerId each) { customers.refresh(each); });
    }

    /// As it will be read back, without an id.
    PersonCard cardOfNew(const CardChange& change) const
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
            card.consents[word.purpose].at = m_counter.clock().now();
        }
        return card;
    }

    void change(Journal::Act& act, CustomerId customer, const CardChange& change,
                CustomersImported& imported)
    {
        CustomerDirectory& customers = m_counter.customers();
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

    Counter& m_counter;
    const CustomerImportTerms& m_terms;
    const Permit* m_permit; ///< null: nothing is written
    CustomerMatches m_matches;
    std::unordered_map<std::uint64_t, std::uint64_t> m_seen; ///< rows: who, and what of them
    std::vector<Pending> m_pending;
    UnwrittenMatches m_unwritten; ///< of what is pending; where nothing is written, of all
    std::unordered_set<CustomerId> m_changing; ///< likewise
    CustomerImportReport m_report;
};

Result<void> checkImportTerms(const CustomerImportTerms& terms)
{
    if (!terms.mapping.has("name") && !terms.mapping.has("email") && !terms.mapping.has("phone")) {
        return badInput("mapping_missing",
                        "Say which column is the name, the email or the telephone.", "mapping");
    }
    return checkChange({}, {.tagsOn = terms.tags});
}

} // namespace

std::span<const TableField> customerTableFields()
{
    return kCustomerFields;
}

Result<CardChange> customerInRow(const TableRow& row, const CustomerImportTerms& terms)
{
    if (const auto fault = faultOf(row)) {
        return *fault;
    }
    CardChange change;
    const auto read = [&](const char* field, std::string_view between = " ") {
        auto value = terms.mapping.valueOf(field, row.cells, between);
        return value && !value->empty() ? std::move(value) : std::nullopt;
    };
    change.name = read("name");
    change.email = read("email");
    change.phone = read("phone", ", ");
    change.address = read("address", "\n");
    change.note = read("note", "\n");
    change.language = read("language");
    if (const auto tags = read("tags", ",")) {
        readTags(change, *tags);
    }
    change.tagsOn.insert(change.tagsOn.end(), terms.tags.begin(), terms.tags.end());
    if (change.appliedTo({}).isEmpty()) {
        return badInput("details_missing", "This row has neither name nor email nor telephone.",
                        "row");
    }
    for (const ConsentPurpose purpose : allConsentPurposes()) {
        const auto said = read(std::string{consentPurposeName(purpose)}.c_str());
        if (auto sound = said ? readConsent(change, purpose, *said, terms.wording) : Result<void>{};
            !sound) {
            return std::move(sound).error();
        }
    }
    if (auto sound = checkChange({}, change); !sound) {
        return std::move(sound).error();
    }
    return change;
}

Result<CustomerImportReport> checkCustomerImport(Counter& counter, const NextRow& rows,
                                                 const CustomerImportTerms& terms)
{
    return guarded([&]() -> Result<CustomerImportReport> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        if (auto sound = checkImportTerms(terms); !sound) {
            return std::move(sound).error();
        }
        return ImportRun{counter, terms, nullptr}.through(rows);
    });
}

Result<CustomerImportReport> importCustomers(Counter& counter, const NextRow& rows,
                                             const CustomerImportTerms& terms)
{
    return guarded([&]() -> Result<CustomerImportReport> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        if (auto sound = checkImportTerms(terms); !sound) {
            return std::move(sound).error();
        }
        const auto permit = counter.access().permit(Permission::EditCustomers);
        if (!permit) {
            return permit.error();
        }
        return ImportRun{counter, terms, &*permit}.through(rows);
    });
}

} // namespace foyer
