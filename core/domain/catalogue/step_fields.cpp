// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/step_fields.h"

#include <charconv>

namespace foyer {
namespace {

constexpr std::string_view kStepPrefix = "step:";

} // namespace

std::string priceField(CategoryId category)
{
    return "price:" + category.text();
}

std::string priceField(TicketTypeId type, CategoryId category)
{
    return "price:" + type.text() + ':' + category.text();
}

std::string stepField(Instant until, CategoryId category)
{
    return std::string{kStepPrefix} + std::to_string(until.ms) + ':' + category.text();
}

std::string stepField(Instant until, TicketTypeId type, CategoryId category)
{
    return std::string{kStepPrefix} + std::to_string(until.ms) + ':' + type.text() + ':' +
        category.text();
}

void eachStepField(const Entity& entity, const TakeStep& take)
{
    for (auto field = entity.fields().lower_bound(std::string{kStepPrefix});
         field != entity.fields().end() && field->first.starts_with(kStepPrefix); ++field) {
        const std::string_view rest = std::string_view{field->first}.substr(kStepPrefix.size());
        const std::size_t colon = rest.find(':');
        const auto* minor = std::get_if<std::int64_t>(&field->second.value);
        std::int64_t until = 0;
        if (colon == std::string_view::npos || minor == nullptr) {
            continue;
        }
        const auto read = std::from_chars(rest.data(), rest.data() + colon, until);
        if (read.ec == std::errc{} && read.ptr == rest.data() + colon) {
            take(Instant{until}, rest.substr(colon + 1), *minor);
        }
    }
}

std::optional<TypeAndCategory> typeAndCategoryIn(std::string_view member)
{
    const std::size_t colon = member.find(':');
    const auto type = Uuid::fromText(member.substr(0, colon));
    const auto category =
        colon != std::string_view::npos ? Uuid::fromText(member.substr(colon + 1)) : std::nullopt;
    return type && category
        ? std::optional{TypeAndCategory{TicketTypeId{*type}, CategoryId{*category}}}
        : std::nullopt;
}

} // namespace foyer
