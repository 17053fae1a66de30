// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/catalogue_changes.h"
#include "core/domain/catalogue/event_fields.h"

#include <utility>

namespace foyer {
namespace {

/// Puts what somebody set into an edit.
class EditMaker {
public:
    explicit EditMaker(const Uuid& entity) : m_edit{entity, {}} {}

    template <typename T>
    EditMaker& set(const char* field, const Changed<T>& value)
    {
        if (value) {
            m_edit.fields[field] = *value;
        }
        return *this;
    }
    /// A text that is taken away where it is empty.
    EditMaker& words(const std::string& field, const Changed<std::string>& value)
    {
        if (value) {
            m_edit.fields[field] = value->empty() ? FieldValue{} : FieldValue{*value};
        }
        return *this;
    }
    EditMaker& time(const char* field, const ChangedInstant& value)
    {
        if (value) {
            m_edit.fields[field] = *value ? FieldValue{(*value)->ms} : FieldValue{};
        }
        return *this;
    }
    template <typename IdType>
    EditMaker& refersTo(const char* field, const Changed<IdType>& value)
    {
        if (value) {
            const auto& bytes = value->uuid.bytes();
            m_edit.fields[field] =
                value->isNil() ? FieldValue{} : FieldValue{Bytes{bytes.begin(), bytes.end()}};
        }
        return *this;
    }
    /// Members of a set are fields of their own, so that they merge one by one.
    EditMaker& member(const std::string& field, bool isIn)
    {
        m_edit.fields[field] = isIn ? FieldValue{true} : FieldValue{};
        return *this;
    }
    EntityEdited take() { return std::move(m_edit); }

private:
    EntityEdited m_edit;
};

template <typename IdType>
void setMembers(EditMaker& edit, const std::string& prefix, const std::set<IdType>& before,
                const Changed<std::set<IdType>>& after)
{
    if (!after) {
        return;
    }
    for (const IdType one : before) {
        if (!after->contains(one)) {
            edit.member(prefix + one.text(), false);
        }
    }
    for (const IdType one : *after) {
        edit.member(prefix + one.text(), true);
    }
}

} // namespace

EntityEdited editOf(EventId event, const EventChange& change, const std::set<std::string>& before)
{
    EditMaker edit{event.uuid};
    edit.set("name", change.name)
        .set("subtitle", change.subtitle)
        .words("description", change.description)
        .words("language", change.language)
        .refersTo("venue", change.venue)
        .words("promoter_name", change.promoterName)
        .words("promoter_address", change.promoterAddress)
        .words("promoter_tax_number", change.promoterTaxNumber)
        .words("contact_mail", change.contactMail)
        .words("contact_phone", change.contactPhone)
        .words("contact_web", change.contactWeb)
        .words("ticket_text", change.ticketText);
    if (change.ageLimit) {
        edit.set("age_limit", change.ageLimit);
    }
    for (const auto& [language, texts] : change.texts) {
        edit.words(textField(language, "title"), texts.title)
            .words(textField(language, "subtitle"), texts.subtitle)
            .words(textField(language, "description"), texts.description)
            .words(textField(language, "ticket_text"), texts.ticketText);
    }
    if (change.tags) {
        for (const std::string& tag : before) {
            if (!change.tags->contains(tag)) {
                edit.member(tagField(tag), false);
            }
        }
        for (const std::string& tag : *change.tags) {
            edit.member(tagField(tag), true);
        }
    }
    return edit.take();
}

EntityEdited editOf(VenueId venue, const VenueChange& change)
{
    return EditMaker{venue.uuid}
        .set("name", change.name)
        .set("address", change.address)
        .set("time_zone", change.timeZone)
        .take();
}

EntityEdited editOf(TaxId tax, const TaxChange& change)
{
    return EditMaker{tax.uuid}
        .set("name", change.name)
        .set("rate", change.rateMilliPercent)
        .set("inclusive", change.inclusive)
        .take();
}

EntityEdited editOf(CategoryId category, const CategoryChange& change)
{
    return EditMaker{category.uuid}
        .set("name", change.name)
        .set("rank", change.rank)
        .set("off", change.isOff)
        .take();
}

EntityEdited editOf(TicketTypeId type, const TypeChange& change)
{
    return EditMaker{type.uuid}
        .set("name", change.name)
        .set("rank", change.rank)
        .refersTo("tax", change.tax)
        .set("order_max", change.orderMax)
        .time("on_sale_from", change.onSaleFrom)
        .time("on_sale_until", change.onSaleUntil)
        .set("off", change.isOff)
        .take();
}

EntityEdited editOf(FeeId fee, const FeeChange& change)
{
    EditMaker edit{fee.uuid};
    if (change.per) {
        edit.set("per_order", Changed<bool>{*change.per == Fee::Per::Order});
    }
    return edit.set("name", change.name)
        .set("amount", change.amount)
        .set("share", change.milliPercent)
        .refersTo("tax", change.tax)
        .set("off", change.isOff)
        .take();
}

EntityEdited editOf(const Quota& before, const QuotaChange& change)
{
    EditMaker edit{before.id.uuid};
    edit.set("name", change.name).set("capacity", change.capacity).set("off", change.isOff);
    setMembers(edit, "type:", before.types, change.types);
    setMembers(edit, "category:", before.categories, change.categories);
    return edit.take();
}

EntityEdited editOf(PerformanceId date, const DateChange& change)
{
    return EditMaker{date.uuid}
        .time("doors_at", change.doorsAt)
        .time("ends_at", change.endsAt)
        .time("on_sale_from", change.onSaleFrom)
        .time("on_sale_until", change.onSaleUntil)
        .take();
}

} // namespace foyer
