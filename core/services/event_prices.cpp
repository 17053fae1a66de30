// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_prices.h"

#include "core/domain/catalogue/step_fields.h"
#include "core/services/catalogue_editing.h"
#include "core/services/event_parts.h"
#include "core/storage/catalogue_store.h"
#include "core/services/events_concerned.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

/// The siblings of an event's entity: whether a name is taken, and the next place in the order.
struct Siblings {
    bool isTaken = false;
    std::int64_t nextRank = 0;
};
/// A category is found by its name, also by seats of a plan, so a withdrawn one keeps its name.
Siblings siblingsOf(Counter& counter, const char* kind, EventId event,
                    const Changed<std::string>& name, const Uuid& self)
{
    Siblings found;
    const bool keepsName = std::string_view{kind} == "category";
    readChildren(counter.database(), counter.organizer(), kind, event.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     found.nextRank = std::max(found.nextRank, entity.integer("rank") + 1);
                     found.isTaken = found.isTaken ||
                         (name && id != self && (keepsName || !entity.flag("off")) &&
                          entity.text("name") == *name);
                 });
    return found;
}

FieldValue referenceTo(const Uuid& id)
{
    return Bytes{id.bytes().begin(), id.bytes().end()};
}

/// Makes something that hangs on an event: `whole` has a name, `check` says what else is wrong.
template <typename IdType, typename Change, typename Check>
Result<IdType> makePart(CatalogueWork& work, EventId event, const char* kind,
                        const char* entityKind, Change whole, Check check)
{
    if (auto known = work.event(event); !known) {
        return std::move(known).error();
    }
    whole.name = whole.name.value_or("");
    const Siblings siblings = siblingsOf(work.counter(), entityKind, event, whole.name, {});
    if constexpr (requires { whole.rank; }) {
        whole.rank = whole.rank.value_or(siblings.nextRank);
    }
    if (auto sound = firstOf(faultsOf(whole)); !sound) {
        return std::move(sound).error();
    }
    if (siblings.isTaken) {
        return nameTaken(*whole.name);
    }
    if (auto sound = check(whole); !sound) {
        return std::move(sound).error();
    }
    const IdType id{work.newId()};
    EntityEdited edit = editOf(id, whole);
    edit.fields["event"] = referenceTo(event.uuid);
    work.edit(kind, std::move(edit));
    return id;
}

/// Changes what hangs on an event. `find` reads what is there.
template <typename IdType, typename Change, typename Find, typename Check>
Result<void> editIn(Counter& counter, IdType id, const char* kind, const char* entityKind,
                    const Change& change, Find find, Check check)
{
    return editCatalogue(
        counter, eventOfPart(counter, entityKind, id.uuid),
        [&](CatalogueWork& work) -> Result<void> {
            const auto known = find(work);
            if (!known) {
                return known.error();
            }
            if (auto sound = firstOf(faultsOf(change)); !sound) {
                return sound;
            }
            // What is taken up again needs its name, too: another one may have it by now.
            const bool willBeOn = !change.isOff.value_or(known->isOff);
            const Changed<std::string> name =
                willBeOn ? std::optional{change.name.value_or(known->name)} : change.name;
            if (siblingsOf(counter, entityKind, known->event, name, id.uuid).isTaken) {
                return nameTaken(*name);
            }
            if (auto sound = check(work, *known); !sound) {
                return sound;
            }
            work.edit(kind, editOf(id, change));
            return {};
        });
}

Result<void> checkTaxOf(CatalogueWork& work, const Changed<TaxId>& tax)
{
    if (tax) {
        if (auto known = work.tax(*tax); !known) {
            return std::move(known).error();
        }
    }
    return {};
}

template <typename Value>
Result<void> checkWindow(const Value& known, const TypeChange& change)
{
    TypeChange after;
    after.onSaleFrom = change.onSaleFrom.value_or(known.onSaleFrom);
    after.onSaleUntil = change.onSaleUntil.value_or(known.onSaleUntil);
    return firstOf(faultsOf(after));
}

/// Puts cells into the edits of types and dates.
class GridEdits {
public:
    GridEdits(CatalogueWork& work, EventId event) : m_work{work}, m_event{event} {}

    Result<void> add(const PriceCell& cell)
    {
        if (auto sound = firstOf(faultsOf(cell)); !sound) {
            return sound;
        }
        const auto type = m_work.type(cell.type);
        if (!type || type->event != m_event) {
            return refused("unknown_type", "This event has no such ticket type.", "type");
        }
        const auto category = m_work.category(cell.category);
        if (!category || category->event != m_event) {
            return refused("unknown_category", "This event has no such category.", "category");
        }
        const FieldValue price = cell.minor ? FieldValue{*cell.minor} : FieldValue{};
        if (!cell.date) {
            const std::string field =
                cell.until ? stepField(*cell.until, cell.category) : priceField(cell.category);
            edit(m_types, cell.type.uuid).fields[field] = price;
            return {};
        }
        const auto date = m_work.date(*cell.date);
        if (!date || date->event != m_event) {
            return refused("unknown_date", "This event has no such date.", "date");
        }
        const std::string field = cell.until ? stepField(*cell.until, cell.type, cell.category)
                                             : priceField(cell.type, cell.category);
        edit(m_dates, cell.date->uuid).fields[field] = price;
        return {};
    }

    void write()
    {
        for (auto& [id, edit] : m_types) {
            m_work.edit(kind::kTicketTypeEdited, std::move(edit));
        }
        for (auto& [id, edit] : m_dates) {
            m_work.edit(kind::kPerformanceEdited, std::move(edit));
        }
    }

private:
    static EntityEdited& edit(std::map<Uuid, EntityEdited>& edits, const Uuid& entity)
    {
        return edits.try_emplace(entity, EntityEdited{entity, {}}).first->second;
    }

    CatalogueWork& m_work;
    EventId m_event;
    std::map<Uuid, EntityEdited> m_types;
    std::map<Uuid, EntityEdited> m_dates;
};

} // namespace

Result<CategoryId> makeCategory(CatalogueWork& work, EventId event, CategoryChange category)
{
    return makePart<CategoryId>(work, event, kind::kCategoryEdited, "category", std::move(category),
                                [](const CategoryChange&) { return Result<void>{}; });
}

Result<CategoryId> addCategory(Counter& counter, EventId event, const CategoryChange& category)
{
    return madeInCatalogue<CategoryId>(counter, eventOnly(event), [&](CatalogueWork& work) {
        return makeCategory(work, event, category);
    });
}

Result<void> editCategory(Counter& counter, CategoryId category, const CategoryChange& change)
{
    return editIn(
        counter, category, kind::kCategoryEdited, "category", change,
        [&](CatalogueWork& work) { return work.category(category); },
        [](CatalogueWork&, const PriceCategory&) { return Result<void>{}; });
}

Result<TicketTypeId> makeType(CatalogueWork& work, EventId event, TypeChange type)
{
    return makePart<TicketTypeId>(work, event, kind::kTicketTypeEdited, "ticket_type",
                                  std::move(type), [&](const TypeChange& whole) {
                                      return checkTaxOf(work, whole.tax);
                                  });
}

Result<TicketTypeId> addType(Counter& counter, EventId event, const TypeChange& type)
{
    return madeInCatalogue<TicketTypeId>(counter, eventOnly(event), [&](CatalogueWork& work) {
        return makeType(work, event, type);
    });
}

Result<void> editType(Counter& counter, TicketTypeId type, const TypeChange& change)
{
    return editIn(
        counter, type, kind::kTicketTypeEdited, "ticket_type", change,
        [&](CatalogueWork& work) { return work.type(type); },
        [&](CatalogueWork& work, const TicketType& known) {
            auto sound = checkWindow(known, change);
            return sound ? checkTaxOf(work, change.tax) : sound;
        });
}

Result<void> writePrices(CatalogueWork& work, EventId event, const std::vector<PriceCell>& cells)
{
    if (auto known = work.event(event); !known) {
        return std::move(known).error();
    }
    GridEdits edits{work, event};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (auto added = edits.add(cells[i]); !added) {
            Error error = added.error();
            error.where = "cells[" + std::to_string(i) + "]." + error.where;
            return error;
        }
    }
    edits.write();
    return {};
}

Result<void> setPrices(Counter& counter, EventId event, const std::vector<PriceCell>& cells)
{
    return editCatalogue(counter, eventOnly(event),
                         [&](CatalogueWork& work) { return writePrices(work, event, cells); });
}

Result<FeeId> makeFee(CatalogueWork& work, EventId event, FeeChange fee)
{
    fee.per = fee.per.value_or(Fee::Per::Order);
    fee.amount = fee.amount.value_or(0);
    fee.milliPercent = fee.milliPercent.value_or(0);
    return makePart<FeeId>(work, event, kind::kFeeEdited, "fee", std::move(fee),
                           [&](const FeeChange& whole) { return checkTaxOf(work, whole.tax); });
}

Result<FeeId> addFee(Counter& counter, EventId event, const FeeChange& fee)
{
    return madeInCatalogue<FeeId>(counter, eventOnly(event),
                                  [&](CatalogueWork& work) { return makeFee(work, event, fee); });
}

Result<void> editFee(Counter& counter, FeeId fee, const FeeChange& change)
{
    return editIn(
        counter, fee, kind::kFeeEdited, "fee", change,
        [&](CatalogueWork& work) { return work.fee(fee); },
        [&](CatalogueWork& work, const Fee&) { return checkTaxOf(work, change.tax); });
}

} // namespace foyer
