// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/customer_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/documents/customers/person_document.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/payouts/csv_text.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_file.h"
#include "core/services/customer_merging.h"
#include "core/services/customers.h"

#include <QDateTime>
#include <QString>
#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

/// The counter with the customer somebody means.
struct MeantCustomer {
    Counter& counter;
    CustomerId customer;
};

Result<MeantCustomer> customerMeant(Session& session, const std::string& words)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto customer = customerNamed(**counter, words);
    return customer ? Result<MeantCustomer>{MeantCustomer{**counter, *customer}} : customer.error();
}

std::optional<std::string> typedDetail(const std::string& words)
{
    return words.empty() ? std::nullopt : std::optional{words == "-" ? std::string{} : words};
}

CardChange cardChangeOf(const PersonWords& words)
{
    return {.name = typedDetail(words.name),
            .email = typedDetail(words.email),
            .phone = typedDetail(words.phone),
            .address = typedDetail(words.address),
            .note = typedDetail(words.note),
            .language = typedDetail(words.language)};
}

Result<Answer> cardAnswer(const Result<PersonCard>& card)
{
    return card
        ? Result<Answer>{Answer{line(Json{{"customer", cardForm(*card)}}), cardText(*card), {}}}
        : card.error();
}

Result<Answer> customerEdited(Session& session, const std::string& customer,
                              const CardChange& change)
{
    const auto whom = customerMeant(session, customer);
    return whom ? cardAnswer(editCustomer(whom->counter, whom->customer, change)) : whom.error();
}

Result<CustomerQuery> customerQueryOf(Counter& counter, const CustomerListCommand& command)
{
    CustomerQuery query{.words = command.search,
                        .tag = command.tag,
                        .agreedTo = {},
                        .boughtFor = {},
                        .notSince = {},
                        .sort = command.newest ? CustomerQuery::Sort::Newest
                                               : CustomerQuery::Sort::Name,
                        .offset = command.offset,
                        .limit = command.limit};
    if (!command.agreedTo.empty()) {
        query.agreedTo = consentPurposeNamed(command.agreedTo);
        if (!query.agreedTo) {
            return usageError("unknown_purpose", "Say newsletter or bulletins.", "--agreed-to");
        }
    }
    if (!command.boughtFor.empty()) {
        const auto performance = performanceNamed(counter, command.boughtFor);
        if (!performance) {
            return performance.error();
        }
        query.boughtFor = *performance;
    }
    if (!command.notSince.empty()) {
        const auto day = QDateTime::fromString(QString::fromStdString(command.notSince) +
                                                   QStringLiteral("T00:00:00Z"),
                                               Qt::ISODate);
        if (!day.isValid()) {
            return usageError("bad_day", "Write the day as 2026-01-31.", "--not-since");
        }
        query.notSince = Instant{day.toMSecsSinceEpoch()};
    }
    return query;
}

std::string_view duplicateReason(DuplicateProposal::Why why)
{
    switch (why) {
    case DuplicateProposal::Why::SameEmail:
        return "same_email";
    case DuplicateProposal::Why::SamePhone:
        return "same_phone";
    case DuplicateProposal::Why::SameNameAndAddress:
        return "same_name_and_address";
    }
    return "";
}

std::vector<std::string> customerCells(const PersonCard& card)
{
    return {card.id.text(), card.details.name, card.details.email, card.details.phone};
}

} // namespace

Result<Answer> run(const CustomerListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto query = customerQueryOf(**counter, command);
    const auto page =
        query ? listCustomers(**counter, *query) : Result<CustomerPage>{query.error()};
    if (!page) {
        return page.error();
    }
    if (!command.csv.empty()) {
        if (auto written = writeText(command.csv, customersCsv(page->rows)); !written) {
            return std::move(written).error();
        }
    }
    Json found = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const PersonCard& card : page->rows) {
        found.push_back(cardForm(card));
        cells.push_back(customerCells(card));
    }
    return Answer{line(Json{{"customers", found}, {"total", page->total}, {"known", page->known}}),
                  cells.empty() ? "Nobody was found.\n"
                                : columns(cells) + std::to_string(page->total) + " in all\n",
                  {}};
}

Result<Answer> run(const CustomerShowCommand& command, Session& session)
{
    const auto whom = customerMeant(session, command.customer);
    const auto file =
        whom ? everythingAbout(whom->counter, whom->customer) : Result<PersonFile>{whom.error()};
    if (!file) {
        return file.error();
    }
    const Json whole = Json::parse(personJson(*file));
    return Answer{line(Json{{"customer", cardForm(file->card)},
                            {"notes", whole["notes"]},
                            {"orders", whole["orders"]},
                            {"history", whole["history"]}}),
                  cardText(file->card) + "\n" + historyText(*file),
                  {}};
}

Result<Answer> run(const CustomerEditCommand& command, Session& session)
{
    const CardChange change = cardChangeOf(command.words);
    if (command.customer.empty()) {
        auto counter = session.open();
        return counter ? cardAnswer(addCustomer(**counter, change)) : std::move(counter).error();
    }
    if (!command.dryRun) {
        return customerEdited(session, command.customer, change);
    }
    const auto whom = customerMeant(session, command.customer);
    auto card =
        whom ? customerCard(whom->counter, whom->customer) : Result<PersonCard>{whom.error()};
    if (!card) {
        return card.error();
    }
    if (auto sound = checkChange(card->details, change); !sound) {
        return std::move(sound).error();
    }
    card->details = change.appliedTo(card->details);
    card->address = change.address.value_or(card->address);
    return cardAnswer(card);
}

Result<Answer> run(const CustomerNoteCommand& command, Session& session)
{
    return customerEdited(session, command.customer, {.notes = {command.text}});
}

Result<Answer> run(const CustomerTagCommand& command, Session& session)
{
    if (!command.customer.empty()) {
        return customerEdited(session, command.customer,
                              {.tagsOn = command.on, .tagsOff = command.off});
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto tags = customerTags(**counter);
    if (!tags) {
        return tags.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& [tag, count] : *tags) {
        forms.push_back({{"tag", tag}, {"customers", count}});
        cells.push_back({tag, std::to_string(count)});
    }
    return Answer{line(Json{{"tags", forms}}),
                  cells.empty() ? "Nobody has a tag.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const CustomerConsentCommand& command, Session& session)
{
    const auto purpose = consentPurposeNamed(command.purpose);
    if (!purpose) {
        return usageError("unknown_purpose", "Say newsletter or bulletins.", "PURPOSE");
    }
    if (command.given == command.withdrawn) {
        return usageError("bad_usage", "Say --given or --withdrawn.");
    }
    return customerEdited(session, command.customer,
                          {.consents = {
                               {*purpose, command.given, {}, command.how, command.wording}}});
}

Result<Answer> run(const CustomerDuplicatesCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto proposals = proposeDuplicates(**counter, command.limit);
    if (!proposals) {
        return proposals.error();
    }
    Json forms = Json::array();
    std::string text;
    for (const DuplicateProposal& each : *proposals) {
        Json people = Json::array();
        std::vector<std::vector<std::string>> cells;
        for (const PersonCard& card : each.people) {
            people.push_back(cardForm(card));
            cells.push_back(customerCells(card));
        }
        forms.push_back({{"why", duplicateReason(each.why)}, {"people", people}});
        text += std::string{duplicateReason(each.why)} + "\n" + columns(cells);
    }
    return Answer{line(Json{{"duplicates", forms}}),
                  text.empty() ? "Nobody seems to be here twice.\n" : text,
                  {}};
}

Result<Answer> run(const CustomerMergeCommand& command, Session& session)
{
    const auto into = customerMeant(session, command.into);
    if (!into) {
        return into.error();
    }
    std::vector<CustomerId> others;
    Json forms = Json::array();
    std::string text;
    for (const std::string& each : command.others) {
        const auto other = customerNamed(into->counter, each);
        const auto card =
            other ? customerCard(into->counter, *other) : Result<PersonCard>{other.error()};
        if (!card) {
            return card.error();
        }
        others.push_back(*other);
        forms.push_back(cardForm(*card));
        text += cardText(*card) + "\n";
    }
    if (command.dryRun) {
        return Answer{line(Json{{"would_merge", forms}}), text, {}};
    }
    return cardAnswer(mergeCustomers(into->counter, into->customer, others));
}

Result<Answer> run(const CustomerUnmergeCommand& command, Session& session)
{
    const auto whom = customerMeant(session, command.customer);
    return whom ? cardAnswer(unmergeCustomer(whom->counter, whom->customer)) : whom.error();
}

Result<Answer> run(const CustomerExportCommand& command, Session& session)
{
    const auto whom = customerMeant(session, command.customer);
    const auto file =
        whom ? everythingAbout(whom->counter, whom->customer) : Result<PersonFile>{whom.error()};
    if (!file) {
        return file.error();
    }
    const std::string json = personJson(*file);
    if (!command.to.empty()) {
        if (auto written = writeText(command.to, json); !written) {
            return std::move(written).error();
        }
    }
    if (!command.pdf.empty()) {
        if (auto written = writePdf(command.pdf, "Personal data", personPages(*file)); !written) {
            return std::move(written).error();
        }
    }
    return Answer{line(Json::parse(json)),
                  command.to.empty() && command.pdf.empty() ? json : "It is written.\n",
                  {}};
}

Result<Answer> run(const CustomerEraseCommand& command, Session& session)
{
    const auto whom = customerMeant(session, command.customer);
    const auto file =
        whom ? everythingAbout(whom->counter, whom->customer) : Result<PersonFile>{whom.error()};
    if (!file) {
        return file.error();
    }
    const Json form{{"id", file->card.id.text()},
                    {"records", file->people.size()},
                    {"notes", file->notes.size()},
                    {"orders_kept", file->orders.size()},
                    {"erased", !command.dryRun}};
    const std::string concerns = std::to_string(file->people.size()) + " records with " +
        std::to_string(file->notes.size()) + " notes; " + std::to_string(file->orders.size()) +
        " orders stay, without a name.\n";
    if (command.dryRun) {
        return Answer{line(form), "It concerns " + concerns, {}};
    }
    if (auto erased = eraseCustomer(whom->counter, whom->customer); !erased) {
        return std::move(erased).error();
    }
    return Answer{line(form), "Erased: " + concerns, {}};
}

} // namespace foyer::cli
