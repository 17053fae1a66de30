// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/catalogue_fields.h"

#include "core/domain/catalogue/entity_members.h"
#include "core/domain/catalogue/step_fields.h"

#include <string_view>
#include <utility>

namespace foyer {
namespace {

constexpr std::string_view kPricePrefix = "price:";

} // namespace

EntityEdited editOf(const Organizer& organizer)
{
    EntityEdited edit{organizer.id.uuid,
                      {{"name", organizer.name},
                       {"currency", std::string{organizer.currency.code()}},
                       {"time_zone", organizer.timeZone},
                       {"address", organizer.address},
                       {"tax_number", organizer.taxNumber}}};
    if (organizer.cashRounding != 0) {
        edit.fields["cash_rounding"] = organizer.cashRounding;
    }
    if (!organizer.donationTax.isNil()) {
        edit.fields["donation_tax"] = bytesOfId(organizer.donationTax.uuid);
    }
    if (organizer.isForTesting) {
        edit.fields["for_testing"] = true;
    }
    for (const auto& [field, colour] : {std::pair{kColourField, organizer.colours.main},
                                        std::pair{kTextColourField, organizer.colours.text}}) {
        if (colour) {
            edit.fields[field] = colourText(*colour);
        }
    }
    return edit;
}

std::optional<Organizer> organizerFrom(const Uuid& id, const Entity& entity)
{
    const auto currency = Currency::fromCode(entity.text("currency"));
    if (!entity.has("name") || !currency) {
        return std::nullopt;
    }
    return Organizer{OrganizerId{id},
                     entity.text("name"),
                     *currency,
                     entity.text("time_zone"),
                     entity.text("address"),
                     entity.text("tax_number"),
                     entity.integer("cash_rounding"),
                     TaxId{entity.uuid("donation_tax")},
                     entity.flag("for_testing"),
                     {colourFrom(entity.text(kColourField)),
                      colourFrom(entity.text(kTextColourField))}};
}

EntityEdited editOf(const Venue& venue)
{
    return {venue.id.uuid,
            {{"name", venue.name}, {"address", venue.address}, {"time_zone", venue.timeZone}}};
}

std::optional<Venue> venueFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name")) {
        return std::nullopt;
    }
    return Venue{VenueId{id}, entity.text("name"), entity.text("address"),
                 entity.text("time_zone")};
}

EntityEdited editOf(const Tax& tax)
{
    return {tax.id.uuid,
            {{"name", tax.name}, {"rate", tax.rateMilliPercent}, {"inclusive", tax.inclusive}}};
}

std::optional<Tax> taxFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("rate")) {
        return std::nullopt;
    }
    return Tax{TaxId{id}, entity.text("name"), entity.integer("rate"), entity.flag("inclusive")};
}

EntityEdited editOf(const PriceCategory& category)
{
    EntityEdited edit{category.id.uuid,
                      {{"name", category.name},
                       {"rank", category.rank},
                       {"event", bytesOfId(category.event.uuid)}}};
    if (category.isOff) {
        edit.fields["off"] = true;
    }
    return edit;
}

std::optional<PriceCategory> categoryFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name") || !entity.has("event")) {
        return std::nullopt;
    }
    return PriceCategory{CategoryId{id}, EventId{entity.uuid("event")}, entity.text("name"),
                         entity.integer("rank"), entity.flag("off")};
}

EntityEdited editOf(const TicketType& type)
{
    EntityEdited edit{type.id.uuid,
                      {{"name", type.name},
                       {"rank", type.rank},
                       {"event", bytesOfId(type.event.uuid)},
                       {"tax", type.tax.isNil() ? FieldValue{} : bytesOfId(type.tax.uuid)},
                       {"order_max", type.orderMax},
                       {"on_sale_from", optionalInstant(type.onSaleFrom)},
                       {"on_sale_until", optionalInstant(type.onSaleUntil)}}};
    for (const auto& [category, minor] : type.prices) {
        edit.fields.emplace(std::string{kPricePrefix} + category.text(), minor);
    }
    for (const PriceStep& step : type.steps) {
        for (const auto& [category, minor] : step.prices) {
            edit.fields.emplace(stepField(step.until, category), minor);
        }
    }
    if (type.isOff) {
        edit.fields["off"] = true;
    }
    return edit;
}

std::optional<TicketType> ticketTypeFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name") || !entity.has("event")) {
        return std::nullopt;
    }
    TicketType type{TicketTypeId{id},
                    EventId{entity.uuid("event")},
                    entity.text("name"),
                    entity.integer("rank"),
                    TaxId{entity.uuid("tax")},
                    {},
                    entity.integer("order_max"),
                    instantIn(entity, "on_sale_from"),
                    instantIn(entity, "on_sale_until")};
    eachMember(entity, kPricePrefix, [&](const Uuid& category, std::int64_t price) {
        type.prices.emplace(CategoryId{category}, price);
    });
    eachStepField(entity, [&](Instant until, std::string_view member, std::int64_t minor) {
        if (const auto category = Uuid::fromText(member)) {
            setStepPrice(type.steps, until, CategoryId{*category}, minor);
        }
    });
    type.isOff = entity.flag("off");
    return type;
}

EntityEdited editOf(const Fee& fee)
{
    EntityEdited edit{fee.id.uuid,
                      {{"name", fee.name},
                       {"event", bytesOfId(fee.event.uuid)},
                       {"per_order", fee.per == Fee::Per::Order},
                       {"amount", fee.amount},
                       {"share", fee.milliPercent},
                       {"tax", fee.tax.isNil() ? FieldValue{} : bytesOfId(fee.tax.uuid)}}};
    if (fee.isOff) {
        edit.fields["off"] = true;
    }
    return edit;
}

std::optional<Fee> feeFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name") || !entity.has("event")) {
        return std::nullopt;
    }
    return Fee{FeeId{id},
               EventId{entity.uuid("event")},
               entity.text("name"),
               entity.flag("per_order") ? Fee::Per::Order : Fee::Per::Ticket,
               entity.integer("amount"),
               entity.integer("share"),
               TaxId{entity.uuid("tax")},
               entity.flag("off")};
}

EntityEdited editOf(const Quota& quota)
{
    EntityEdited edit{quota.id.uuid,
                      {{"name", quota.name},
                       {"performance", bytesOfId(quota.performance.uuid)},
                       {"capacity", quota.capacity}}};
    for (const TicketTypeId type : quota.types) {
        edit.fields.emplace(std::string{kTypeMember} + type.text(), true);
    }
    for (const CategoryId category : quota.categories) {
        edit.fields.emplace(std::string{kCategoryMember} + category.text(), true);
    }
    if (quota.isOff) {
        edit.fields["off"] = true;
    }
    return edit;
}

std::optional<Quota> quotaFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("performance") || !entity.has("capacity")) {
        return std::nullopt;
    }
    Quota quota{QuotaId{id},
                PerformanceId{entity.uuid("performance")},
                entity.text("name"),
                entity.integer("capacity"),
                {},
                {},
                entity.flag("off")};
    eachMember(entity, kTypeMember,
               [&](const Uuid& type, std::int64_t) { quota.types.insert(TicketTypeId{type}); });
    eachMember(entity, kCategoryMember, [&](const Uuid& category, std::int64_t) {
        quota.categories.insert(CategoryId{category});
    });
    return quota;
}

} // namespace foyer
