// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/catalogue_words.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/services/waiting_list.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {

Result<Answer> run(const WaitJoinCommand& command, Session& session)
{
    auto details = readCustomer(command.customer);
    if (!details) {
        return std::move(details).error();
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto offer = offerNamed(**counter, command.performance);
    if (!offer) {
        return offer.error();
    }
    CategoryId category;
    if (!command.category.empty()) {
        const auto named = categoryNamed(**offer, command.category);
        if (!named) {
            return named.error();
        }
        category = *named;
    }
    const auto waiting = joinWaitingList(**counter,
                                         {.performance = (*offer)->performance.id,
                                          .customer = *std::move(details),
                                          .count = command.count,
                                          .category = category});
    if (!waiting) {
        return waiting.error();
    }
    return Answer{line(Json{{"waiting", {{"id", waiting->text()}}}}), "On the list.\n", {}};
}

Result<Answer> run(const WaitListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto offer = offerNamed(**counter, command.performance);
    if (!offer) {
        return offer.error();
    }
    const auto list = waitingList(**counter, (*offer)->performance.id);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const WaitingPerson& person : *list) {
        forms.push_back({{"id", person.waiting.id.text()},
                         {"name", person.name},
                         {"reach", person.reach},
                         {"count", person.waiting.count},
                         {"since", toRfc3339(person.waiting.since)},
                         {"places_free", person.placesFree}});
        cells.push_back({shortId(person.waiting.id.text()), person.name, person.reach,
                         std::to_string(person.waiting.count),
                         person.placesFree ? "places are free" : ""});
    }
    return Answer{line(Json{{"waiting", forms}}),
                  cells.empty() ? "Nobody waits.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const WaitEndCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = Uuid::fromText(command.waiting);
    if (!id) {
        return usageError("bad_waiting", "Name the entry by its id, as wait list --json shows it.",
                          "ID");
    }
    if (auto ended = endWaiting(**counter, WaitingId{*id}, command.served); !ended) {
        return std::move(ended).error();
    }
    return Answer{line(Json{{"waiting", {{"id", command.waiting}}}}), "Taken off the list.\n", {}};
}

} // namespace foyer::cli
