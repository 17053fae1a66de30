// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/deal_fields.h"

#include "core/domain/catalogue/entity_members.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr auto kCutNames = std::to_array<std::string_view>({"percent", "amount", "fixed"});
constexpr std::int64_t kHundredPercent = 100'000;

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
            edit.fields[std::string{kTypeMember} + type.text()] = FieldValue{};
        }
        for (const CategoryId category : before->categories) {
            edit.fields[std::string{kCategoryMember} + category.text()] = FieldValue{};
        }
    }
    for (const auto& [type, count] : bundle.parts) {
        edit.fields[std::string{kTypeMember} + type.text()] = count;
    }
    for (const CategoryId category : bundle.categories) {
        edit.fields[std::string{kCategoryMember} + category.text()] = std::int64_t{1};
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
    eachMember(entity, kTypeMember, [&](const Uuid& type, std::int64_t count) {
        if (count > 0) {
            bundle.parts.emplace(TicketTypeId{type}, count);
        }
    });
    eachMember(entity, kCategoryMember, [&](const Uuid& category, std::int64_t) {
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
            edit.fields[std::string{kTypeMember} + type.text()] = FieldValue{};
        }
    }
    for (const TicketTypeId type : code.types) {
        edit.fields[std::string{kTypeMember} + type.text()] = std::int64_t{1};
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
                   .from = instantIn(entity, "from"),
                   .until = instantIn(entity, "until"),
                   .event = EventId{entity.uuid("event")},
                   .types = {},
                   .isOff = entity.flag("off")};
    eachMember(entity, kTypeMember,
               [&](const Uuid& type, std::int64_t) { code.types.insert(TicketTypeId{type}); });
    return code;
}

} // namespace foyer
