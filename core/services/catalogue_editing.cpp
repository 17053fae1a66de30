// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/catalogue_editing.h"

#include "core/services/access_control.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"

namespace foyer {
namespace {

constexpr std::size_t kReasonMax = 500; ///< bytes

/// Reads one entity as its value, or says that it is not there.
template <typename Value, typename From>
Result<Value> entityAs(Counter& counter, const char* kind, const Uuid& id, From from,
                       const char* code, const char* message)
{
    const auto entity = readEntity(counter.database(), counter.organizer(), kind, id);
    auto value = entity ? from(id, *entity) : std::nullopt;
    return value ? Result<Value>{*std::move(value)} : Result<Value>{refused(code, message, kind)};
}

} // namespace

void CatalogueWork::edit(const char* kind, EntityEdited edit)
{
    appendEdit(m_act, counter().database(), counter().organizer(), kind, std::move(edit));
}

Result<Event> CatalogueReading::event(EventId id)
{
    return entityAs<Event>(m_counter, "event", id.uuid, eventFrom, "unknown_event",
                           "There is no such event. Choose it again from the list.");
}

Result<Performance> CatalogueReading::date(PerformanceId id)
{
    return entityAs<Performance>(m_counter, "performance", id.uuid, performanceFrom, "unknown_date",
                                 "There is no such date. Choose it again from the list.");
}

Result<TicketType> CatalogueReading::type(TicketTypeId id)
{
    return entityAs<TicketType>(m_counter, "ticket_type", id.uuid, ticketTypeFrom, "unknown_type",
                                "There is no such ticket type. Choose it again from the list.");
}

Result<PriceCategory> CatalogueReading::category(CategoryId id)
{
    return entityAs<PriceCategory>(m_counter, "category", id.uuid, categoryFrom, "unknown_category",
                                   "There is no such category. Choose it again from the list.");
}

Result<Quota> CatalogueReading::quota(QuotaId id)
{
    return entityAs<Quota>(m_counter, "quota", id.uuid, quotaFrom, "unknown_quota",
                           "There is no such quota. Choose it again from the list.");
}

Result<Fee> CatalogueReading::fee(FeeId id)
{
    return entityAs<Fee>(m_counter, "fee", id.uuid, feeFrom, "unknown_fee",
                         "There is no such fee. Choose it again from the list.");
}

Result<Venue> CatalogueReading::venue(VenueId id)
{
    return entityAs<Venue>(m_counter, "venue", id.uuid, venueFrom, "unknown_venue",
                           "There is no such venue. Add it first, or choose another.");
}

Result<Tax> CatalogueReading::tax(TaxId id)
{
    if (id.isNil()) {
        return Tax{};
    }
    return entityAs<Tax>(m_counter, "tax", id.uuid, taxFrom, "unknown_tax",
                         "There is no such tax. Add it first, or choose another.");
}

Result<void> editCatalogue(Counter& counter, const EventsConcerned& where,
                           const CatalogueTask& task)
{
    return guarded([&]() -> Result<void> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::EditCatalogue, {}, where);
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{counter.journal(), *permit};
        CatalogueWork work{counter, act};
        if (auto done = task(work); !done) {
            return done; // the act rolls back
        }
        act.commit();
        counter.noteHead();
        counter.offers().clear();
        return {};
    });
}

Result<void> firstOf(std::vector<Error> faults)
{
    return faults.empty() ? Result<void>{} : Result<void>{std::move(faults.front())};
}

Result<void> checkChangeReason(const std::string& reason, bool isNeeded)
{
    if (isNeeded && reason.find_first_not_of(' ') == std::string::npos) {
        return badInput("reason_missing", "Say why; customers and colleagues will ask.", "reason");
    }
    return reason.size() > kReasonMax
        ? Result<void>{badInput("text_too_long", "Say it more briefly.", "reason")}
        : Result<void>{};
}

Error nameTaken(const std::string& name)
{
    Error error =
        refused("name_taken", "There is one called \"" + name + "\" already. Choose another name.",
                "name");
    error.facts = {name};
    return error;
}

} // namespace foyer
