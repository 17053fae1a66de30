// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_import.h"

#include "core/domain/customers/person_card.h"
#include "core/services/customer_import_run.h"
#include "core/services/guarded.h"

#include <algorithm>
#include <array>

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

namespace {

/// All the way through a table.
Result<CustomerImportReport> throughAll(Result<CustomerImportRun> run, const NextRow& rows,
                                        const CustomerImportTerms& terms)
{
    return guarded([&]() -> Result<CustomerImportReport> {
        while (run) {
            const auto more = run->step(rows);
            if (!more) {
                return more.error();
            }
            if (!*more) {
                return run->report();
            }
            if (terms.goOn && !terms.goOn(run->report().rows)) {
                run->stop();
                return run->report();
            }
        }
        return run.error();
    });
}

} // namespace

Result<CustomerImportReport> checkCustomerImport(Counter& counter, const NextRow& rows,
                                                 const CustomerImportTerms& terms)
{
    return throughAll(CustomerImportRun::begin(counter, terms, true), rows, terms);
}

Result<CustomerImportReport> importCustomers(Counter& counter, const NextRow& rows,
                                             const CustomerImportTerms& terms)
{
    return throughAll(CustomerImportRun::begin(counter, terms, false), rows, terms);
}

} // namespace foyer
