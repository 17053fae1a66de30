// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/event_answer.h"
#include "app/cli/event_words.h"
#include "app/cli/input_file.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/documents/season/event_json.h"
#include "core/domain/catalogue/event_state.h"
#include "core/services/event_clone.h"
#include "core/services/event_editing.h"
#include "core/services/event_import.h"
#include "core/services/event_publishing.h"
#include "core/services/venue_editing.h"

namespace foyer::cli {
namespace {

Json eventSummaryForm(const EventSummary& event)
{
    const auto time = [](const std::optional<Instant>& instant) {
        return instant ? Json(toRfc3339(*instant)) : Json(nullptr);
    };
    return {{"id", event.id.text()},
            {"name", event.name},
            {"subtitle", event.subtitle},
            {"venue", event.venue},
            {"state", std::string{eventStateName(event.state)}},
            {"dates", event.dates},
            {"first_start", time(event.firstStart)},
            {"last_start", time(event.lastStart)}};
}

/// Reads "de.title=…".
Result<void> addText(EventChange& change, const std::string& typed)
{
    const std::size_t equals = typed.find('=');
    const std::size_t dot = typed.substr(0, equals).rfind('.');
    const std::string part = dot != std::string::npos && equals != std::string::npos
        ? typed.substr(dot + 1, equals - dot - 1)
        : std::string{};
    TextsChange* texts = dot != std::string::npos ? &change.texts[typed.substr(0, dot)] : nullptr;
    const std::string value = equals != std::string::npos ? typed.substr(equals + 1) : "";
    if (part == "title") {
        texts->title = value;
    } else if (part == "subtitle") {
        texts->subtitle = value;
    } else if (part == "description") {
        texts->description = value;
    } else if (part == "ticket_text") {
        texts->ticketText = value;
    } else {
        return usageError("bad_text_option",
                          "Write a language, a part and its text: de.title=Der Sturm, with title, "
                          "subtitle, description or ticket_text.",
                          "--text");
    }
    return {};
}

Result<EventChange> changeTyped(Counter& counter, const EventSaveCommand& command)
{
    EventChange change{.name = command.isNew ? command.event : command.name,
                       .subtitle = command.subtitle,
                       .description = command.description,
                       .language = command.language,
                       .venue = {},
                       .texts = {},
                       .tags = {},
                       .ageLimit = command.ageLimit,
                       .promoterName = command.promoter,
                       .promoterAddress = command.promoterAddress,
                       .promoterTaxNumber = command.promoterTaxNumber,
                       .contactMail = command.mail,
                       .contactPhone = command.phone,
                       .contactWeb = command.web,
                       .ticketText = command.ticketText};
    if (!command.descriptionFile.empty()) {
        auto content = readInputFile(command.descriptionFile);
        if (!content) {
            return std::move(content).error();
        }
        change.description = *std::move(content);
    }
    if (command.venue) {
        const auto venue = venueNamed(counter, *command.venue);
        if (!venue) {
            return venue.error();
        }
        change.venue = venue->id;
    }
    if (command.tags) {
        const auto tags = listed(*command.tags);
        change.tags = std::set<std::string>{tags.begin(), tags.end()};
    }
    for (const std::string& text : command.texts) {
        if (auto added = addText(change, text); !added) {
            return std::move(added).error();
        }
    }
    return change;
}

Result<Answer> shownEvent(Counter& counter, EventId id, const std::string& did)
{
    const auto event = eventDetails(counter, id);
    if (!event) {
        return event.error();
    }
    return Answer{line(Json{{"event", eventForm(*event)}}), did + eventText(*event), {}};
}

Result<ChangeEffect> endEvent(Counter& counter, EventId event, const EventStateCommand& command)
{
    if (command.dryRun) {
        return changeEffect(counter,
                            {.event = event,
                             .date = {},
                             .type = {},
                             .category = {},
                             .quota = {},
                             .capacity = 0,
                             .onlyComing = true});
    }
    return command.act == EventStateCommand::Act::Cancel
        ? cancelEvent(counter, event, command.reason)
        : postponeEvent(counter, event, command.reason);
}

} // namespace

Result<Answer> run(const EventListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto state = eventStateNamed(command.state);
    if (!state && !command.state.empty()) {
        return usageError("bad_state", "Write draft, published, postponed, cancelled or archived.",
                          "--state");
    }
    const auto list = events(**counter, state, command.search);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const EventSummary& event : *list) {
        forms.push_back(eventSummaryForm(event));
        cells.push_back({shortId(event.id.text()), event.name,
                         std::string{eventStateName(event.state)}, event.venue,
                         std::to_string(event.dates) + " dates",
                         event.firstStart ? localTime(*event.firstStart, event.timeZone) : ""});
    }
    return Answer{line(Json{{"events", forms}}),
                  cells.empty() ? "There are no events.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const EventShowCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventNamed(**counter, command.event);
    return event ? shownEvent(**counter, *event, "") : Result<Answer>{event.error()};
}

Result<Answer> run(const EventSaveCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto change = changeTyped(**counter, command);
    if (!change) {
        return change.error();
    }
    if (command.isNew) {
        const auto made = createEvent(**counter, *change);
        return made ? shownEvent(**counter, *made, "Made a draft.\n")
                    : Result<Answer>{made.error()};
    }
    const auto event = eventNamed(**counter, command.event);
    if (!event) {
        return event.error();
    }
    if (auto edited = editEvent(**counter, *event, *change); !edited) {
        return std::move(edited).error();
    }
    return shownEvent(**counter, *event, "Changed.\n");
}

Result<Answer> run(const EventCloneCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventNamed(**counter, command.event);
    if (!event) {
        return event.error();
    }
    const auto clone = cloneEvent(**counter,
                                  {.of = *event,
                                   .name = command.name,
                                   .withDates = command.withDates,
                                   .shiftDays = command.shiftDays});
    return clone ? shownEvent(**counter, *clone, "Made a draft.\n") : Result<Answer>{clone.error()};
}

Result<Answer> run(const EventStateCommand& command, Session& session)
{
    using Act = EventStateCommand::Act;
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventNamed(**counter, command.event);
    if (!event) {
        return event.error();
    }
    if (command.act == Act::Cancel || command.act == Act::Postpone) {
        const auto effect = endEvent(**counter, *event, command);
        const char* did = command.act == Act::Cancel ? "The event is cancelled. It concerns:"
                                                     : "The event is postponed. It concerns:";
        return effect ? Result<Answer>{effectAnswer(*effect, did, command.dryRun)}
                      : Result<Answer>{effect.error()};
    }
    const bool publishes = command.act == Act::Publish;
    if (auto done = publishes ? publishEvent(**counter, *event) : archiveEvent(**counter, *event);
        !done) {
        return std::move(done).error();
    }
    return shownEvent(**counter, *event, publishes ? "It is on sale.\n" : "It is archived.\n");
}

Result<Answer> run(const EventCheckCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventNamed(**counter, command.event);
    const auto checks =
        event ? eventChecks(**counter, *event) : Result<std::vector<EventCheck>>{event.error()};
    if (!checks) {
        return checks.error();
    }
    return Answer{line(Json{{"checks", checksForm(*checks)}}), checksText(*checks), {}};
}

Result<Answer> run(const EventExportCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventTyped(**counter, command.event);
    if (!event) {
        return event.error();
    }
    const Json form{{"event", eventForm(*event)}};
    return Answer{line(form), form.dump(2, ' ', false, Json::error_handler_t::replace) + "\n", {}};
}

Result<Answer> run(const EventImportCommand& command, Session& session)
{
    const auto content = readInputFile(command.file);
    if (!content) {
        return content.error();
    }
    const auto file = readEventJson(*content);
    if (!file) {
        return file.error();
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto made = importEvent(**counter, *file, command.dryRun);
    if (!made) {
        return made.error();
    }
    if (command.dryRun) {
        return Answer{line(Json{{"dry_run", true}}), "The file is sound; nothing was made.\n", {}};
    }
    return shownEvent(**counter, *made, "Made a draft.\n");
}

} // namespace foyer::cli
