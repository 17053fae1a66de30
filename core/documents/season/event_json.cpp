// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/season/event_json.h"

#include "core/documents/plans/json_tree.h"

#include <utility>

namespace foyer {
namespace {

constexpr JsonLimits kEventLimits{std::size_t{4} * 1024 * 1024, 16, 300'000};

/// A value of the file and where it stands. What is wrong is noted once, and read as nothing.
class EventNode {
public:
    EventNode(const JsonTree* tree, std::string path, Error& fault)
        : m_tree{tree}, m_path{std::move(path)}, m_fault{&fault}
    {}

    EventNode operator[](const char* key) const
    {
        const JsonTree* found = m_tree != nullptr ? m_tree->member(key) : nullptr;
        return {found, m_path.empty() ? key : m_path + "." + key, *m_fault};
    }
    bool isThere() const { return m_tree != nullptr && !m_tree->isNull(); }

    std::string text(bool isNeeded = false) const
    {
        const auto* value = as<std::string>("a text", isNeeded);
        return value != nullptr ? *value : std::string{};
    }
    std::int64_t number() const
    {
        const auto* value = as<std::int64_t>("a whole number", false);
        return value != nullptr ? *value : 0;
    }
    bool flag() const
    {
        const auto* value = as<bool>("true or false", false);
        return value != nullptr && *value;
    }
    std::vector<EventNode> list() const
    {
        std::vector<EventNode> nodes;
        if (const auto* values = as<JsonTree::Array>("a list", false)) {
            for (std::size_t i = 0; i < values->size(); ++i) {
                nodes.emplace_back(&(*values)[i], m_path + "[" + std::to_string(i) + "]", *m_fault);
            }
        }
        return nodes;
    }
    std::vector<std::pair<std::string, EventNode>> members() const
    {
        std::vector<std::pair<std::string, EventNode>> nodes;
        if (const auto* values = as<JsonMembers>("an object", false)) {
            for (const auto& [key, value] : *values) {
                nodes.emplace_back(key, EventNode{&value, m_path + "." + key, *m_fault});
            }
        }
        return nodes;
    }
    std::vector<std::string> texts() const
    {
        std::vector<std::string> found;
        for (const EventNode& node : list()) {
            found.push_back(node.text(true));
        }
        return found;
    }

private:
    template <typename T>
    const T* as(const char* what, bool isNeeded) const
    {
        const T* value = m_tree != nullptr ? m_tree->as<T>() : nullptr;
        if (value == nullptr && (isThere() || isNeeded) && m_fault->code.empty()) {
            *m_fault = badInput("bad_event", "Here " + std::string{what} + " is expected.", m_path);
        }
        return value;
    }

    const JsonTree* m_tree;
    std::string m_path;
    Error* m_fault;
};

void setText(Changed<std::string>& into, const EventNode& node)
{
    if (node.isThere()) {
        into = node.text();
    }
}

EventChange eventOf(const EventNode& event)
{
    EventChange change;
    change.name = event["name"].text(true);
    setText(change.subtitle, event["subtitle"]);
    setText(change.description, event["description"]);
    setText(change.language, event["language"]);
    if (const auto promoter = event["promoter"]; promoter.isThere()) {
        setText(change.promoterName, promoter["name"]);
        setText(change.promoterAddress, promoter["address"]);
        setText(change.promoterTaxNumber, promoter["tax_number"]);
    }
    setText(change.contactMail, event["mail"]);
    setText(change.contactPhone, event["phone"]);
    setText(change.contactWeb, event["web"]);
    setText(change.ticketText, event["ticket_text"]);
    if (event["age_limit"].isThere()) {
        change.ageLimit = event["age_limit"].number();
    }
    const auto tags = event["tags"].texts();
    change.tags = std::set<std::string>{tags.begin(), tags.end()};
    for (const auto& [language, texts] : event["texts"].members()) {
        TextsChange& into = change.texts[language];
        setText(into.title, texts["title"]);
        setText(into.subtitle, texts["subtitle"]);
        setText(into.description, texts["description"]);
        setText(into.ticketText, texts["ticket_text"]);
    }
    return change;
}

FilePrices pricesOf(const EventNode& node)
{
    FilePrices prices;
    for (const auto& [category, price] : node.members()) {
        prices.emplace(category, price.text(true));
    }
    return prices;
}

std::vector<FileStep> stepsOf(const EventNode& node)
{
    std::vector<FileStep> steps;
    for (const EventNode& step : node.list()) {
        steps.push_back({step["until"].text(true), pricesOf(step["prices"])});
    }
    return steps;
}

FileType typeOf(const EventNode& node)
{
    return {.name = node["name"].text(true),
            .tax = node["tax"].text(),
            .orderMax = node["order_max"].number(),
            .prices = pricesOf(node["prices"]),
            .early = stepsOf(node["early"]),
            .onSaleFrom = node["on_sale_from"].text(),
            .onSaleUntil = node["on_sale_until"].text()};
}

FileFee feeOf(const EventNode& node)
{
    return {.name = node["name"].text(true),
            .perTicket = node["per"].text() == "ticket",
            .amount = node["amount"].text(),
            .percent = node["percent"].text(),
            .tax = node["tax"].text()};
}

FileDate dateOf(const EventNode& node)
{
    FileDate date{.starts = node["starts"].text(true),
                  .timeZone = node["time_zone"].text(),
                  .doors = node["doors"].text(),
                  .ends = node["ends"].text(),
                  .onSaleFrom = node["on_sale_from"].text(),
                  .onSaleUntil = node["on_sale_until"].text(),
                  .plan = node["plan"].text(),
                  .capacity = node["capacity"].number(),
                  .prices = {},
                  .early = {},
                  .quotas = {}};
    for (const auto& [type, prices] : node["prices"].members()) {
        date.prices.emplace(type, pricesOf(prices));
    }
    for (const auto& [type, steps] : node["early"].members()) {
        date.early.emplace(type, stepsOf(steps));
    }
    for (const EventNode& quota : node["quotas"].list()) {
        if (!quota["off"].flag()) {
            date.quotas.push_back({quota["name"].text(true), quota["capacity"].number(),
                                   quota["types"].texts(), quota["categories"].texts()});
        }
    }
    return date;
}

} // namespace

Result<EventFile> readEventJson(std::string_view json)
{
    if (json.size() > kEventLimits.bytesMax) {
        return badInput("event_too_large", "A file with an event has at most 4 MiB.");
    }
    const auto tree = readJsonStrictly(json, kEventLimits);
    if (!tree) {
        return tree.error();
    }
    Error fault;
    const EventNode event{tree->member("event"), "", fault};
    if (!event.isThere()) {
        return badInput("bad_event", "There is no \"event\" in this file.", "event");
    }
    EventFile file{.event = eventOf(event),
                   .venue = event["venue"].text(true),
                   .currency = event["currency"].text(),
                   .categories = {},
                   .types = {},
                   .fees = {},
                   .dates = {}};
    for (const EventNode& category : event["categories"].list()) {
        file.categories.push_back({category["name"].text(true), category["off"].flag()});
    }
    for (const EventNode& type : event["types"].list()) {
        if (!type["off"].flag()) {
            file.types.push_back(typeOf(type));
        }
    }
    for (const EventNode& fee : event["fees"].list()) {
        if (!fee["off"].flag()) {
            file.fees.push_back(feeOf(fee));
        }
    }
    for (const EventNode& date : event["dates"].list()) {
        if (date["state"].text() != "cancelled") {
            file.dates.push_back(dateOf(date));
        }
    }
    return fault.code.empty() ? Result<EventFile>{std::move(file)}
                              : Result<EventFile>{std::move(fault)};
}

} // namespace foyer
