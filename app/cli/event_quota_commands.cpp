// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/event_answer.h"
#include "app/cli/event_words.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"

#include <algorithm>

namespace foyer::cli {
namespace {

Result<QuotaChange> quotaChangeTyped(const EventDetails& event, const EventQuotaCommand& command)
{
    const bool isNew = command.act == EventQuotaCommand::Act::Add;
    QuotaChange change{.name = isNew ? std::optional{command.name} : command.newName,
                       .capacity = command.capacity,
                       .types = {},
                       .categories = {},
                       .isOff = offTyped(command.off, command.on)};
    if (command.types) {
        change.types.emplace();
        for (const std::string& name : listed(*command.types)) {
            const auto type = typeTyped(event, name);
            if (!type) {
                return type.error();
            }
            change.types->insert(*type);
        }
    }
    if (command.categories) {
        change.categories.emplace();
        for (const std::string& name : listed(*command.categories)) {
            const auto category = categoryTyped(event, name);
            if (!category) {
                return category.error();
            }
            change.categories->insert(*category);
        }
    }
    return change;
}

Result<Answer> showLimits(Counter& counter, EventId id, PerformanceId date, const std::string& did)
{
    const auto event = eventDetails(counter, id);
    if (!event) {
        return event.error();
    }
    const auto limits = saleLimits(counter, date);
    if (!limits) {
        return limits.error();
    }
    return Answer{line(Json{{"date", dateForm(*event, *event->date(date))},
                            {"limits", limitsForm(*event, *limits)}}),
                  did + limitsText(*event, *limits),
                  {}};
}

Result<Answer> editLimit(Counter& counter, const EventDetails& event, PerformanceId date,
                         const EventQuotaCommand& command, const QuotaChange& change)
{
    const auto quota = quotaTyped(*event.date(date), command.name);
    if (!quota) {
        return quota.error();
    }
    if (command.dryRun) {
        const auto& quotas = event.date(date)->quotas;
        const auto known = std::ranges::find(quotas, *quota, &Quota::id);
        const auto effect = changeEffect(counter,
                                         {.event = event.event.id,
                                          .date = date,
                                          .type = {},
                                          .category = {},
                                          .quota = *quota,
                                          .capacity = change.capacity.value_or(known->capacity)});
        return effect ? Result<Answer>{effectAnswer(*effect, "", true)}
                      : Result<Answer>{effect.error()};
    }
    const auto edited = editQuota(counter, *quota, change);
    if (!edited) {
        return edited.error();
    }
    std::string did = "Changed.\n";
    if (edited->elsewhere > 0) {
        did += std::to_string(edited->elsewhere) +
            " tickets beyond it stay with other counters until they return them: foyer-cli server "
            "recall asks for them.\n";
    }
    if (edited->beyond > 0) {
        did += std::to_string(edited->beyond) + " are sold beyond it already.\n";
    }
    auto answer = showLimits(counter, event.event.id, date, did);
    if (answer) {
        Json form = Json::parse(answer->json);
        form["capacity"] = capacityForm(*edited);
        answer->json = line(form);
    }
    return answer;
}

} // namespace

Result<Answer> run(const EventQuotaCommand& command, Session& session)
{
    using Act = EventQuotaCommand::Act;
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventTyped(**counter, command.event);
    const auto date =
        event ? dateNamed(**counter, *event, command.date) : Result<PerformanceId>{event.error()};
    if (!date) {
        return date.error();
    }
    if (command.act == Act::Show) {
        return showLimits(**counter, event->event.id, *date, "");
    }
    const auto change = quotaChangeTyped(*event, command);
    if (!change) {
        return change.error();
    }
    if (command.act == Act::Edit) {
        return editLimit(**counter, *event, *date, command, *change);
    }
    const auto added = addQuota(**counter, *date, *change);
    return added ? showLimits(**counter, event->event.id, *date, "Added.\n")
                 : Result<Answer>{added.error()};
}

} // namespace foyer::cli
