// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/event_answer.h"

#include "app/cli/event_words.h"
#include "app/cli/text_forms.h"
#include "core/calendar/clock_time.h"
#include "core/domain/catalogue/event_state.h"

#include <algorithm>

namespace foyer::cli {
namespace {

const Currency& percentCurrency()
{
    static const Currency kThousandths = *Currency::fromCode("KWD");
    return kThousandths;
}

std::string amountForm(const EventDetails& event, std::int64_t minor)
{
    return toPlainText(Money{minor, event.currency});
}

std::string categoryName(const EventDetails& event, CategoryId id)
{
    const auto found = std::ranges::find(event.categories, id, &PriceCategory::id);
    return found != event.categories.end() ? found->name : id.text();
}

std::string typeName(const EventDetails& event, TicketTypeId id)
{
    const auto found = std::ranges::find(event.types, id, &TicketType::id);
    return found != event.types.end() ? found->name : id.text();
}

Json taxNameForm(const EventDetails& event, TaxId id)
{
    const auto found = std::ranges::find(event.taxes, id, &Tax::id);
    return found != event.taxes.end() ? Json(found->name) : Json(nullptr);
}

Json pricesForm(const EventDetails& event, const std::map<CategoryId, std::int64_t>& prices)
{
    Json form = Json::object();
    for (const PriceCategory& category : event.categories) {
        if (const auto price = prices.find(category.id); price != prices.end()) {
            form[category.name] = amountForm(event, price->second);
        }
    }
    return form;
}

Json stepsForm(const EventDetails& event, const std::vector<PriceStep>& steps,
               const std::string& zone)
{
    Json form = Json::array();
    for (const PriceStep& step : steps) {
        form.push_back(
            {{"until", clockForm(step.until, zone)}, {"prices", pricesForm(event, step.prices)}});
    }
    return form;
}

void putTime(Json& form, const char* name, const std::optional<Instant>& time,
             const std::string& zone)
{
    if (time) {
        form[name] = clockForm(*time, zone);
    }
}

void putText(Json& form, const char* name, const std::string& text)
{
    if (!text.empty()) {
        form[name] = text;
    }
}

Json typeForm(const EventDetails& event, const TicketType& type)
{
    const std::string zone = zoneOf(event);
    Json form{{"id", type.id.text()},
              {"name", type.name},
              {"tax", taxNameForm(event, type.tax)},
              {"order_max", type.orderMax},
              {"prices", pricesForm(event, type.prices)}};
    if (!type.steps.empty()) {
        form["early"] = stepsForm(event, type.steps, zone);
    }
    putTime(form, "on_sale_from", type.onSaleFrom, zone);
    putTime(form, "on_sale_until", type.onSaleUntil, zone);
    if (type.isOff) {
        form["off"] = true;
    }
    return form;
}

Json feeForm(const EventDetails& event, const Fee& fee)
{
    Json form{{"id", fee.id.text()},
              {"name", fee.name},
              {"per", fee.per == Fee::Per::Order ? "order" : "ticket"},
              {"amount", amountForm(event, fee.amount)},
              {"percent", toPlainText(Money{fee.milliPercent, percentCurrency()})},
              {"tax", taxNameForm(event, fee.tax)}};
    if (fee.isOff) {
        form["off"] = true;
    }
    return form;
}

Json quotaForm(const EventDetails& event, const Quota& quota)
{
    Json form{{"id", quota.id.text()}, {"name", quota.name}, {"capacity", quota.capacity}};
    for (const TicketTypeId type : quota.types) {
        form["types"].push_back(typeName(event, type));
    }
    for (const CategoryId category : quota.categories) {
        form["categories"].push_back(categoryName(event, category));
    }
    if (quota.isOff) {
        form["off"] = true;
    }
    return form;
}

Json textsForm(const EventTexts& texts)
{
    Json form = Json::object();
    putText(form, "title", texts.title);
    putText(form, "subtitle", texts.subtitle);
    putText(form, "description", texts.description);
    putText(form, "ticket_text", texts.ticketText);
    return form;
}

Json changesForm(const EventDetails& event)
{
    Json form = Json::array();
    for (const StoredDateChange& change : event.changes) {
        form.push_back({{"id", change.entry.text()},
                        {"at", toRfc3339(change.at)},
                        {"date", change.what.performance.text()},
                        {"kind", std::string{dateChangeName(change.what.kind)}},
                        {"from", toRfc3339(change.what.startsBefore)},
                        {"to", toRfc3339(change.what.startsAt)},
                        {"reason", change.what.reason}});
    }
    return form;
}

} // namespace

std::string clockForm(Instant instant, const std::string& timeZone)
{
    const auto time = clockTimeAt(instant, timeZone);
    return time ? clockText(*time) : toRfc3339(instant);
}

Json dateForm(const EventDetails& event, const EventDate& date)
{
    const Performance& one = date.performance;
    Json form{{"id", one.id.text()},
              {"starts", clockForm(one.startsAt, one.timeZone)},
              {"starts_at", toRfc3339(one.startsAt)},
              {"time_zone", one.timeZone},
              {"state", std::string{dateStateName(one.state)}}};
    putTime(form, "doors", one.doorsAt, one.timeZone);
    putTime(form, "ends", one.endsAt, one.timeZone);
    putTime(form, "on_sale_from", one.onSaleFrom, one.timeZone);
    putTime(form, "on_sale_until", one.onSaleUntil, one.timeZone);
    if (date.plan) {
        form["plan"] = date.plan->name;
    }
    if (const Quota* whole = date.whole()) {
        form["capacity"] = whole->capacity;
    }
    for (const auto& [type, own] : one.prices) {
        const std::string name = typeName(event, type);
        if (!own.prices.empty()) {
            form["prices"][name] = pricesForm(event, own.prices);
        }
        if (!own.steps.empty()) {
            form["early"][name] = stepsForm(event, own.steps, one.timeZone);
        }
    }
    form["quotas"] = Json::array();
    for (const Quota& quota : date.quotas) {
        if (&quota != date.whole()) {
            form["quotas"].push_back(quotaForm(event, quota));
        }
    }
    return form;
}

Json eventForm(const EventDetails& event)
{
    const Event& one = event.event;
    Json form{{"id", one.id.text()},
              {"state", std::string{eventStateName(one.state)}},
              {"name", one.name}};
    putText(form, "subtitle", one.subtitle);
    putText(form, "description", one.description);
    form["language"] = event.language;
    form["venue"] = event.venue.name;
    form["currency"] = std::string{event.currency.code()};
    form["tags"] = one.tags;
    form["age_limit"] = one.ageLimit;
    if (const Promoter& promoter = one.promoter; !promoter.name.empty()) {
        Json whose{{"name", promoter.name}};
        putText(whose, "address", promoter.address);
        putText(whose, "tax_number", promoter.taxNumber);
        form["promoter"] = std::move(whose);
    }
    putText(form, "mail", one.contact.mail);
    putText(form, "phone", one.contact.phone);
    putText(form, "web", one.contact.web);
    putText(form, "ticket_text", one.ticketText);
    form["texts"] = Json::object();
    for (const auto& [language, texts] : one.texts) {
        form["texts"][language] = textsForm(texts);
    }
    form["categories"] = Json::array();
    for (const PriceCategory& category : event.categories) {
        form["categories"].push_back({{"id", category.id.text()}, {"name", category.name}});
        if (category.isOff) {
            form["categories"].back()["off"] = true;
        }
    }
    form["types"] = Json::array();
    for (const TicketType& type : event.types) {
        form["types"].push_back(typeForm(event, type));
    }
    form["fees"] = Json::array();
    for (const Fee& fee : event.fees) {
        form["fees"].push_back(feeForm(event, fee));
    }
    form["dates"] = Json::array();
    for (const EventDate& date : event.dates) {
        form["dates"].push_back(dateForm(event, date));
    }
    form["changes"] = changesForm(event);
    return form;
}

std::string eventText(const EventDetails& event)
{
    const Event& one = event.event;
    std::string text = one.name + (one.subtitle.empty() ? "" : ": " + one.subtitle) + "\n" +
        std::string{eventStateName(one.state)} + ", " + event.venue.name + "\n";
    std::vector<std::vector<std::string>> cells;
    for (const EventDate& date : event.dates) {
        const Performance& performance = date.performance;
        const Quota* whole = date.whole();
        cells.push_back(
            {shortId(performance.id.text()), localTime(performance.startsAt, performance.timeZone),
             std::string{dateStateName(performance.state)}, date.plan ? date.plan->name : "no plan",
             std::to_string(whole != nullptr ? whole->capacity : 0) + " tickets"});
    }
    text += cells.empty() ? "No dates yet.\n" : columns(cells);
    return text + gridText(event, nullptr);
}

std::string gridText(const EventDetails& event, const EventDate* date)
{
    std::vector<std::vector<std::string>> cells{{""}};
    for (const PriceCategory& category : event.categories) {
        cells[0].push_back(category.name + (category.isOff ? " (off)" : ""));
    }
    const std::string zone = date != nullptr ? date->performance.timeZone : zoneOf(event);
    for (const TicketType& own : event.types) {
        const TicketType type = date != nullptr ? typeOnDate(own, date->performance) : own;
        const auto row = [&](const std::string& name,
                             const std::map<CategoryId, std::int64_t>& prices) {
            std::vector<std::string> line{name};
            for (const PriceCategory& category : event.categories) {
                const auto price = prices.find(category.id);
                line.push_back(price != prices.end() ? amountForm(event, price->second) : "-");
            }
            cells.push_back(std::move(line));
        };
        for (const PriceStep& step : type.steps) {
            row(type.name + " until " + clockForm(step.until, zone), step.prices);
        }
        row(type.name + (type.isOff ? " (off)" : ""), type.prices);
    }
    return cells.size() > 1 ? columns(cells) : "No prices yet.\n";
}

Json checksForm(const std::vector<EventCheck>& checks)
{
    Json list = Json::array();
    for (const EventCheck& check : checks) {
        list.push_back(
            {{"code", check.code},
             {"severity", check.severity == EventCheck::Severity::Missing ? "missing" : "doubtful"},
             {"step", std::string{eventStepName(check.step)}},
             {"message", check.message},
             {"facts", check.facts},
             {"date", check.date ? Json(check.date->text()) : Json(nullptr)}});
    }
    return list;
}

std::string checksText(const std::vector<EventCheck>& checks)
{
    std::vector<std::vector<std::string>> cells;
    for (const EventCheck& check : checks) {
        cells.push_back({check.severity == EventCheck::Severity::Missing ? "missing" : "doubtful",
                         std::string{eventStepName(check.step)}, check.message});
    }
    return cells.empty() ? "Everything is there.\n" : columns(cells);
}

} // namespace foyer::cli
