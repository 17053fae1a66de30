// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/event_fields.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/catalogue/entity_members.h"
#include "core/domain/catalogue/event_state.h"
#include "core/domain/catalogue/step_fields.h"

#include <array>
#include <utility>

namespace foyer {
namespace {

constexpr std::string_view kTextPrefix = "text:";
constexpr std::string_view kTagPrefix = "tag:";
constexpr std::string_view kDatePricePrefix = "price:";

constexpr std::array<std::pair<std::string_view, std::string EventTexts::*>, 4> kTextParts{
    {{"title", &EventTexts::title},
     {"subtitle", &EventTexts::subtitle},
     {"description", &EventTexts::description},
     {"ticket_text", &EventTexts::ticketText}}};

/// The texts of an event that may be there or not.
constexpr std::array<std::pair<const char*, std::string Event::*>, 3> kEventTexts{
    {{"description", &Event::description},
     {"language", &Event::language},
     {"ticket_text", &Event::ticketText}}};
constexpr std::array<std::pair<const char*, std::string Promoter::*>, 3> kPromoterTexts{
    {{"promoter_name", &Promoter::name},
     {"promoter_address", &Promoter::address},
     {"promoter_tax_number", &Promoter::taxNumber}}};
constexpr std::array<std::pair<const char*, std::string EventContact::*>, 3> kContactTexts{
    {{"contact_mail", &EventContact::mail},
     {"contact_phone", &EventContact::phone},
     {"contact_web", &EventContact::web}}};

void readTextsAndTags(const Entity& entity, Event& event)
{
    for (const auto& [name, field] : entity.fields()) {
        if (!entity.has(name)) {
            continue;
        }
        const std::string_view whole{name};
        if (whole.starts_with(kTagPrefix)) {
            event.tags.emplace(whole.substr(kTagPrefix.size()));
        }
        const std::size_t colon = whole.rfind(':');
        if (!whole.starts_with(kTextPrefix) || colon < kTextPrefix.size()) {
            continue;
        }
        for (const auto& [part, member] : kTextParts) {
            if (whole.substr(colon + 1) == part) {
                const std::string_view language =
                    whole.substr(kTextPrefix.size(), colon - kTextPrefix.size());
                event.texts[std::string{language}].*member = entity.text(name);
            }
        }
    }
}

} // namespace

std::string textField(std::string_view language, std::string_view part)
{
    return std::string{kTextPrefix}.append(language).append(":").append(part);
}

std::string tagField(std::string_view tag)
{
    return std::string{kTagPrefix}.append(tag);
}

EntityEdited editOf(const Event& event)
{
    EntityEdited edit{event.id.uuid,
                      {{"name", event.name},
                       {"subtitle", event.subtitle},
                       {"venue", bytesOfId(event.venue.uuid)}}};
    if (event.currency) {
        edit.fields["currency"] = std::string{event.currency->code()};
    }
    if (event.state != EventState::Published) {
        edit.fields["state"] = std::string{eventStateName(event.state)};
    }
    for (const auto& [name, member] : kEventTexts) {
        if (!(event.*member).empty()) {
            edit.fields[name] = event.*member;
        }
    }
    for (const auto& [name, member] : kContactTexts) {
        if (!(event.contact.*member).empty()) {
            edit.fields[name] = event.contact.*member;
        }
    }
    for (const auto& [name, member] : kPromoterTexts) {
        if (!(event.promoter.*member).empty()) {
            edit.fields[name] = event.promoter.*member;
        }
    }
    for (const auto& [language, texts] : event.texts) {
        for (const auto& [part, member] : kTextParts) {
            if (!(texts.*member).empty()) {
                edit.fields[textField(language, part)] = texts.*member;
            }
        }
    }
    for (const std::string& tag : event.tags) {
        edit.fields[tagField(tag)] = true;
    }
    if (event.ageLimit > 0) {
        edit.fields["age_limit"] = event.ageLimit;
    }
    return edit;
}

std::optional<Event> eventFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name") || !entity.has("venue")) {
        return std::nullopt;
    }
    Event event{EventId{id}, VenueId{entity.uuid("venue")}, entity.text("name"),
                entity.text("subtitle"), Currency::fromCode(entity.text("currency"))};
    // A state that only a newer Foyer knows is nothing to sell by.
    event.state = entity.has("state")
        ? eventStateNamed(entity.text("state")).value_or(EventState::Draft)
        : EventState::Published;
    for (const auto& [name, member] : kEventTexts) {
        event.*member = entity.text(name);
    }
    for (const auto& [name, member] : kContactTexts) {
        event.contact.*member = entity.text(name);
    }
    for (const auto& [name, member] : kPromoterTexts) {
        event.promoter.*member = entity.text(name);
    }
    event.ageLimit = entity.integer("age_limit");
    readTextsAndTags(entity, event);
    return event;
}

EntityEdited editOf(const Performance& performance)
{
    EntityEdited edit{
        performance.id.uuid,
        {{"event", bytesOfId(performance.event.uuid)},
         {"starts_at", performance.startsAt.ms},
         {"doors_at", optionalInstant(performance.doorsAt)},
         {"time_zone", performance.timeZone},
         {"plan", performance.plan ? FieldValue{bytesOfId(performance.plan->uuid)} : FieldValue{}},
         {"on_sale_from", optionalInstant(performance.onSaleFrom)},
         {"on_sale_until", optionalInstant(performance.onSaleUntil)},
         {"cancelled", performance.state == Performance::State::Cancelled}}};
    if (performance.endsAt) {
        edit.fields["ends_at"] = performance.endsAt->ms;
    }
    if (performance.state == Performance::State::Postponed) {
        edit.fields["postponed"] = true;
    }
    for (const auto& [type, own] : performance.prices) {
        for (const auto& [category, minor] : own.prices) {
            edit.fields[priceField(type, category)] = minor;
        }
        for (const PriceStep& step : own.steps) {
            for (const auto& [category, minor] : step.prices) {
                edit.fields[stepField(step.until, type, category)] = minor;
            }
        }
    }
    return edit;
}

std::optional<Performance> performanceFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("event") || !entity.has("starts_at")) {
        return std::nullopt;
    }
    Performance performance{PerformanceId{id}, EventId{entity.uuid("event")},
                            Instant{entity.integer("starts_at")}};
    performance.doorsAt = instantIn(entity, "doors_at");
    performance.endsAt = instantIn(entity, "ends_at");
    performance.timeZone = entity.text("time_zone");
    if (entity.has("plan")) {
        performance.plan = PlanId{entity.uuid("plan")};
    }
    performance.onSaleFrom = instantIn(entity, "on_sale_from");
    performance.onSaleUntil = instantIn(entity, "on_sale_until");
    if (entity.flag("cancelled")) {
        performance.state = Performance::State::Cancelled;
    } else if (entity.flag("postponed")) {
        performance.state = Performance::State::Postponed;
    }
    for (auto field = entity.fields().lower_bound(std::string{kDatePricePrefix});
         field != entity.fields().end() && field->first.starts_with(kDatePricePrefix); ++field) {
        const auto of =
            typeAndCategoryIn(std::string_view{field->first}.substr(kDatePricePrefix.size()));
        if (of && entity.has(field->first)) {
            performance.prices[of->type].prices[of->category] = entity.integer(field->first);
        }
    }
    eachStepField(entity, [&](Instant until, std::string_view member, std::int64_t minor) {
        if (const auto of = typeAndCategoryIn(member)) {
            setStepPrice(performance.prices[of->type].steps, until, of->category, minor);
        }
    });
    return performance;
}

} // namespace foyer
