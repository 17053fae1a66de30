// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue_changes.h"
#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/journal/entry.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/storage/journal.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer {

/// What is there, as it is now: within an act, with what the act has written. Refuse with
/// unknown_event, unknown_date, unknown_type, unknown_category, unknown_quota, unknown_fee,
/// unknown_venue, unknown_tax. Throws StorageFailure.
class CatalogueReading {
public:
    explicit CatalogueReading(Counter& counter) : m_counter{counter} {}

    Counter& counter() { return m_counter; }
    Result<Event> event(EventId id);
    Result<Performance> date(PerformanceId id);
    Result<TicketType> type(TicketTypeId id);
    Result<PriceCategory> category(CategoryId id);
    Result<Quota> quota(QuotaId id);
    Result<Fee> fee(FeeId id);
    Result<Venue> venue(VenueId id);
    /// A nil one is there: untaxed.
    Result<Tax> tax(TaxId id);

private:
    Counter& m_counter;
};

/// One act that edits the catalogue, as the verbs of event_editing.h and its neighbours share it.
/// Everything in it becomes durable together, or not at all. Throws StorageFailure.
class CatalogueWork : public CatalogueReading {
public:
    CatalogueWork(Counter& counter, Journal::Act& act) : CatalogueReading{counter}, m_act{act} {}

    Journal::Act& act() { return m_act; }
    Uuid newId() { return Uuid::v7(counter().clock().now(), counter().random()); }
    /// Writes those fields that change; see appendEdit.
    void edit(const char* kind, EntityEdited edit);

private:
    Journal::Act& m_act;
};

/// Asks for Permission::EditCatalogue, in the house or in the events that the work is about, runs
/// the work in one act, and commits it; where the work refuses, nothing happened. Refuses with what
/// permits refuse with, and database_behind.
using CatalogueTask = std::function<Result<void>(CatalogueWork&)>;
Result<void> editCatalogue(Counter& counter, const EventsConcerned& where,
                           const CatalogueTask& task);
/// The same of what is the house's: venues, taxes, a new event.
inline Result<void> editCatalogue(Counter& counter, const CatalogueTask& task)
{
    return editCatalogue(counter, EventsConcerned{}, task);
}

/// The same for work that makes something, which is the answer.
template <typename T>
Result<T> madeInCatalogue(Counter& counter, const EventsConcerned& where,
                          const std::function<Result<T>(CatalogueWork&)>& make)
{
    T made{};
    const auto done = editCatalogue(counter, where, [&](CatalogueWork& work) -> Result<void> {
        auto result = make(work);
        if (!result) {
            return std::move(result).error();
        }
        made = *std::move(result);
        return {};
    });
    return done ? Result<T>{std::move(made)} : Result<T>{done.error()};
}
template <typename T>
Result<T> madeInCatalogue(Counter& counter, const std::function<Result<T>(CatalogueWork&)>& make)
{
    return madeInCatalogue<T>(counter, EventsConcerned{}, make);
}

/// The first of the faults, as the answer of a verb; done where there is none.
Result<void> firstOf(std::vector<Error> faults);
/// Why something is done to an event or a date, as customers and colleagues are told: bad input
/// with reason_missing, where one is needed, and text_too_long.
Result<void> checkChangeReason(const std::string& reason, bool isNeeded);
/// name_taken: something of that kind has the name already (facts: the name).
Error nameTaken(const std::string& name);

} // namespace foyer
