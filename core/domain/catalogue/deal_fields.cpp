// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/deal_fields.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr auto kCutNames = std::to_array<std::string_view>({"percent", "amount", "fixed"});
// Members are fields of their own ("type:<id>"), so that they merge one by one.
constexpr std::string_view kTypePrefix = "type:";
constexpr std::string_view kCategoryPrefix = "category:";
constexpr std::int64_t kHundredPercent = 100'000;

Bytes bytesOfId(const Uuid& uuid)
{
    return {uuid.bytes().begin(), uuid.bytes().end()};
}

FieldValue optionalInstant(const std::optional<Instant>& instant)
{
    return instant ? FieldValue{instant->ms} : FieldValue{};
}

std::optional<Instant> instantOf(const Entity& entity, const std::string& name)
{
    return entity.has(name) ? std::optional{Instant{entity.integer(name)}} : std::nullopt;
}

template <typename Take>
void eachMember(const Entity& entity, std::string_view prefix, Take take)
{
    for (const auto& [name, field] : entity.fields()) {
        if (name.starts_with(prefix) && entity.has(name)) {
            if (const auto id = Uuid::fromText(std::string_view{name}.substr(prefix.size()))) {
                take(*id, entity.integer(name));
            }
        }
    }
}

PriceCut cutFrom(const Entity& entity)
{
    return {priceCutNamed(entity.text("cut")).value_or(PriceCut::Kind::Percent),
            std::max<std::int64_t>(0, entity.integer("value"))};
}

} // namespace

std::string_view priceCutName(PriceCut::Kind kind)
{
    return kCutNames.at(static_cast<std::size_t>(kind));
}

std::optional<PriceCut::Kind> priceCutNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kCutNames, name);
    return found != kCutNames.end()
        ? std::optional{static_cast<PriceCut::Kind>(std::distance(kCutNames.begin(), found))}
        : std::nullopt;
}

std::int64_t cutPrice(const PriceCut& cut, std::int64_t list)
{
    switch (cut.kind) {
    case PriceCut::Kind::Percent:
        return list - mulDivRounded(list, std::min(cut.value, kHundredPercent), kHundredPercent);
    case PriceCut::Kind::Amount:
        return list - std::min(cut.value, list);
    case PriceCut::Kind::FixedPrice:
        break;
    }
    return std::min(cut.value, list);
}

std::string normalizedPromoCode(std::string_view typed)
{
    std::string code;
    for (const char c : typed) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            const bool isLower = c >= 'a' && c <= 'z';
            code += isLower ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return code;
}

EntityEdited editOf(const Bundle& bundle, const Bundle* before)
{
    EntityEdited edit{bundle.id.uuid,
                      {{"name", bundle.name},
                       {"event", bytesOfId(bundle.event.uuid)},
                       {"from_count", bundle.kind == Bundle::Kind::FromCount},
                       {"price", bundle.price},
                       {"cut", std::string{priceCutName(bundle.cut.kind)}},
                       {"value", bundle.cut.value},
                       {"off", bundle.isOff}}};
    if (before != nullptr) {
        for (const auto& [type, count] : before->parts) {
            edit.fields[std::string{kTypePrefix} + type.text()] = FieldValue{};
        }
        for (const CategoryId category : before->categories) {
            edit.fields[std::string{kCategoryPrefix} + category.text()] = FieldValue{};
        }
    }
    for (const auto& [type, count] : bundle.parts) {
        edit.fields[std::string{kTypePrefix} + type.text()] = count;
    }
    for (const CategoryId category : bundle.categories) {
        edit.fields[std::string{kCategoryPrefix} + category.text()] = std::int64_t{1};
    }
    return edit;
}

std::optional<Bundle> bundleFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name") || !entity.has("event")) {
        return std::nullopt;
    }
    Bundle bundle{.id = BundleId{id},
                  .event = EventId{entity.uuid("event")},
                  .name = entity.text("name"),
                  .kind =
                      entity.flag("from_count") ? Bundle::Kind::FromCount : Bundle::Kind::Together,
                  .parts = {},
                  .price = std::max<std::int64_t>(0, entity.integer("price")),
                  .cut = cutFrom(entity),
                  .categories = {},
                  .isOff = entity.flag("off")};
    eachMember(entity, kTypePrefix, [&](const Uuid& type, std::int64_t count) {
        if (count > 0) {
            bundle.parts.emplace(TicketTypeId{type}, count);
        }
    });
    eachMember(entity, kCategoryPrefix, [&](const Uuid& category, std::int64_t) {
        bundle.categories.insert(CategoryId{category});
    });
    return bundle;
}

EntityEdited editOf(const PromoCode& code, const PromoCode* before)
{
    EntityEdited edit{code.id.uuid,
                      {{"code", code.code},
                       {"cut", std::string{priceCutName(code.cut.kind)}},
                       {"value", code.cut.value},
                       {"currency",
                        code.currency ? FieldValue{std::string{code.currency->code()}}
                                      : FieldValue{}},
                       {"uses", code.uses},
                       {"uses_per_counter", code.usesPerCounter},
                       {"from", optionalInstant(code.from)},
                       {"until", optionalInstant(code.until)},
                       {"event", code.event.isNil() ? FieldValue{} : bytesOfId(code.event.uuid)},
                       {"off", code.isOff}}};
    if (before != nullptr) {
        for (const TicketTypeId type : before->types) {
            edit.fields[std::string{kTypePrefix} + type.text()] = FieldValue{};
        }
    }
    for (const TicketTypeId type : code.types) {
        edit.fields[std::string{kTypePrefix} + type.text()] = std::int64_t{1};
    }
    return edit;
}

std::optional<PromoCode> promoCodeFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("code")) {
        return std::nullopt;
    }
    PromoCode code{.id = PromoCodeId{id},
                   .code = entity.text("code"),
                   .cut = cutFrom(entity),
                   .currency = Currency::fromCode(entity.text("currency")),
                   .uses = entity.integer("uses"),
                   .usesPerCounter = entity.integer("uses_per_counter"),
                   .from = instantOf(entity, "from"),
                   .until = instantOf(entity, "until"),
                   .event = EventId{entity.uuid("event")},
                   .types = {},
                   .isOff = entity.flag("off")};
    eachMember(entity, kTypePrefix,
               [&](const Uuid& type, std::int64_t) { code.types.insert(TicketTypeId{type}); });
    return code;
}

} // namespace foyer
