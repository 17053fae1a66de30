// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/admission/gate_rules.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : "\n") + name;
    }
    return text;
}

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> names;
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        names.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return names;
}

bool isListed(const std::vector<std::string>& names, const std::string& name)
{
    return names.empty() || std::ranges::find(names, name) != names.end();
}

FieldValue minutes(const std::optional<std::int64_t>& value)
{
    return value ? FieldValue{*value} : FieldValue{};
}

std::optional<std::int64_t> minutesIn(const Entity& entity, const std::string& name)
{
    return entity.has(name) ? std::optional{entity.integer(name)} : std::nullopt;
}

} // namespace

EntityEdited editOf(const Gate& gate)
{
    return {gate.id.uuid,
            {{"name", gate.name},
             {"types", joined(gate.types)},
             {"categories", joined(gate.categories)},
             {"opens_before", minutes(gate.opensBefore)},
             {"closes_after", minutes(gate.closesAfter)},
             {"reentry", gate.reentry},
             {"closed", gate.closed}}};
}

std::optional<Gate> gateFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name")) {
        return std::nullopt;
    }
    return Gate{.id = GateId{id},
                .name = entity.text("name"),
                .types = split(entity.text("types")),
                .categories = split(entity.text("categories")),
                .opensBefore = minutesIn(entity, "opens_before"),
                .closesAfter = minutesIn(entity, "closes_after"),
                .reentry = entity.flag("reentry"),
                .closed = entity.flag("closed")};
}

std::string gateOutcome(const Gate& gate, const AtGate& ticket, Instant now)
{
    if (ticket.door) {
        return gate.reentry && !ticket.door->inside ? "admitted" : "already_used";
    }
    // Of a sale that was not heard of here type and place are not known: the signature must do.
    const bool isKnown = !ticket.typeName.empty();
    if (isKnown &&
        (!isListed(gate.types, ticket.typeName) ||
         !isListed(gate.categories, ticket.categoryName))) {
        return "wrong_gate";
    }
    if (ticket.startsAt) {
        const std::int64_t start = ticket.startsAt->ms;
        if (gate.opensBefore && now.ms < start - *gate.opensBefore * kMinuteMs) {
            return "gate_not_open";
        }
        if (gate.closesAfter && now.ms >= start + *gate.closesAfter * kMinuteMs) {
            return "gate_closed";
        }
    }
    return "admitted";
}

} // namespace foyer
