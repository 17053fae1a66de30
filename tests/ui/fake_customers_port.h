// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/customers/customers_port.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace foyer::test {

/// Customers in memory. Answers come from the event loop; what is done is noted in `calls`.
class FakeCustomersPort final : public ui::CustomersPort {
public:
    static CustomerId id(std::uint8_t number)
    {
        return CustomerId{Uuid{{0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number}}};
    }
    static PersonCard card(std::uint8_t number, const char* name, const char* email,
                           std::vector<std::string> tags = {})
    {
        PersonCard card{.id = id(number)};
        card.details.name = name;
        card.details.email = email;
        card.tags = std::move(tags);
        return card;
    }
    void fill()
    {
        people = {card(1, "Ada Lovelace", "ada@example.org", {"Friend", "Press"}),
                  card(2, "A. Byron", "ada@example.org"),
                  card(3, "שרה כהן", "sara@example.org", {"Press"}),
                  card(4, "Renée Müller-Größe von und zu Hohenlohe-Langenburg-Schillingsfürst", "",
                       {"Friend"})};
        people[0].details.phone = "+49 30 1234567";
        people[0].address = "Hauptstraße 12\n10117 Berlin";
        people[0].consents[ConsentPurpose::Newsletter] = {ConsentPurpose::Newsletter, true,
                                                          Instant{1'795'435'200'000}, "by phone",
                                                          "What is on."};
    }

    void list(const CustomerQuery& query, Then<CustomerPage> then) override
    {
        calls.push_back("list " + query.words + " " + query.tag);
        CustomerPage page;
        page.known = people.size();
        for (const PersonCard& each : people) {
            const bool hasTag =
                query.tag.empty() || std::ranges::find(each.tags, query.tag) != each.tags.end();
            if (hasTag && each.details.name.find(query.words) != std::string::npos) {
                page.rows.push_back(each);
            }
        }
        page.total = page.rows.size();
        answer<CustomerPage>(page, then);
    }
    void tags(Then<ui::TagCounts> then) override
    {
        answer<ui::TagCounts>(people.empty() ? ui::TagCounts{}
                                             : ui::TagCounts{{"Friend", 2}, {"Press", 2}},
                              then);
    }
    void open(CustomerId customer, Then<ui::PersonShown> then) override
    {
        ui::PersonShown shown{{}, mayEdit, mayErase};
        const auto found = std::ranges::find(people, customer, &PersonCard::id);
        shown.file.card = found != people.end() ? *found : PersonCard{.id = customer};
        shown.file.people = {shown.file.card};
        shown.file.timeZone = "Europe/Berlin";
        const StandingOrder order{{}, "AB22223C", {}, {}, *Currency::fromCode("EUR"), {}, false,
                                  {}, {},         {}, {}};
        shown.file.orders = {order, order};
        shown.file.events = {event("order.placed", "AB22223C", "Hamlet"),
                             event("note", "Needs a ramp.", ""),
                             event("customer.recorded", customer.text(), "")};
        shown.file.events[0].order = OrderId{id(9).uuid};
        shown.file.events[0].amount = Money{8'400, *Currency::fromCode("EUR")};
        answer<ui::PersonShown>(shown, then);
    }
    void add(const CardChange& details, Then<PersonCard> then) override
    {
        calls.push_back("add " + details.name.value_or("-"));
        if (!refusal) {
            people.push_back(card(42, details.name.value_or("").c_str(), ""));
        }
        answer<PersonCard>(people.empty() ? PersonCard{} : people.back(), then);
    }
    void edit(CustomerId customer, const CardChange& change, Then<PersonCard> then) override
    {
        std::string call = "edit";
        for (const auto* each : {&change.name, &change.email, &change.phone, &change.address}) {
            call += *each ? " " + **each : "";
        }
        for (const std::string& tag : change.tagsOn) {
            call += " +" + tag;
        }
        for (const std::string& tag : change.tagsOff) {
            call += " -" + tag;
        }
        for (const ConsentWord& word : change.consents) {
            call += std::string{word.given ? " yes " : " no "} + word.how;
        }
        for (const std::string& note : change.notes) {
            call += " note " + note;
        }
        calls.push_back(call);
        const auto found = std::ranges::find(people, customer, &PersonCard::id);
        if (!refusal && found != people.end()) {
            found->details = change.appliedTo(found->details);
        }
        answer<PersonCard>(found != people.end() ? *found : PersonCard{}, then);
    }
    void erase(CustomerId customer, Then<bool> then) override
    {
        calls.push_back("erase");
        std::erase_if(people, [&](const PersonCard& each) { return each.id == customer; });
        answer<bool>(true, then);
    }
    void save(CustomerId, const std::string& file, Then<bool> then) override
    {
        calls.push_back("save " + file);
        answer<bool>(true, then);
    }
    void duplicates(Then<std::vector<DuplicateProposal>> then) override
    {
        answer<std::vector<DuplicateProposal>>(
            people.size() < 2 || isMerged
                ? std::vector<DuplicateProposal>{}
                : std::vector{DuplicateProposal{DuplicateProposal::Why::SameEmail,
                                                {people[0], people[1]}}},
            then);
    }
    void merge(CustomerId into, const std::vector<CustomerId>& others,
               Then<PersonCard> then) override
    {
        calls.push_back("merge " + into.text().substr(34) + " < " + others.at(0).text().substr(34));
        isMerged = true;
        answer<PersonCard>(people[0], then);
    }
    void unmerge(CustomerId customer, Then<PersonCard> then) override
    {
        calls.push_back("unmerge " + customer.text().substr(34));
        isMerged = false;
        answer<PersonCard>(people[0], then);
    }
    void look(const std::string& file, Then<ui::TableShown> then) override
    {
        ui::TableShown table{file,
                             "Windows-1252",
                             ";",
                             {"Nachname", "Vorname", "Mail", "Schuhgröße"},
                             {{{"name", 1}, {"name", 0}, {"email", 2}}},
                             {{2, {"Größe", "Renée", "renee@example.org", "41"}, {}},
                              {3, {"כהן", "שרה", "sara@example.org", "38"}, {}}},
                             {"name", "email", "phone", "note"}};
        answer<ui::TableShown>(table, then);
    }
    void importTable(const std::string&, const ColumnMapping& mapping, bool isTry,
                     std::function<void(std::size_t rows)> progress,
                     Then<CustomerImportReport> then) override
    {
        std::string call = isTry ? "try" : "import";
        for (const ColumnMapping::Part& part : mapping.parts) {
            call += " " + part.field + "=" + std::to_string(part.column);
        }
        calls.push_back(call);
        progress(500);
        CustomerImportReport report{.id = ImportId{id(7).uuid},
                                    .rows = 1'234,
                                    .added = 1'200,
                                    .changed = 20,
                                    .same = 13,
                                    .refused = 1};
        report.refusals = {{17,
                            badInput("bad_email",
                                     "This is not an email address. Write it as in "
                                     "name@example.org, or leave it empty.",
                                     "email")}};
        if (!isTry) {
            importList = {
                {ImportId{id(7).uuid}, Instant{1'795'435'200'000}, "Ada", 1'200, 20, false}};
        }
        answer<CustomerImportReport>(report, then);
    }
    void cancelImport() override { calls.push_back("cancel"); }
    void imports(Then<std::vector<CustomerImport>> then) override
    {
        answer<std::vector<CustomerImport>>(importList, then);
    }
    void undoImport(ImportId, Then<ImportUndone> then) override
    {
        calls.push_back("undo");
        importList.at(0).isUndone = true;
        answer<ImportUndone>(ImportUndone{1'190, 30}, then);
    }

    std::vector<PersonCard> people;
    std::vector<CustomerImport> importList;
    std::vector<std::string> calls;
    std::optional<Error> refusal;
    bool mayEdit = true;
    bool mayErase = true;
    bool isMerged = false;

private:
    static PersonEvent event(const char* kind, const std::string& about, const char* performance)
    {
        return {.at = Instant{1'795'435'200'000},
                .kind = kind,
                .by = {},
                .byName = "Kim",
                .about = about,
                .detail = {},
                .performance = performance,
                .order = {},
                .amount = {}};
    }
    template <typename T>
    void answer(T value, const Then<T>& then) const
    {
        const auto result = refusal ? Result<T>{*refusal} : Result<T>{std::move(value)};
        QTimer::singleShot(0, QCoreApplication::instance(), [result, then] { then(result); });
    }
};

} // namespace foyer::test
