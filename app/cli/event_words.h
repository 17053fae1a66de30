// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue_changes.h"
#include "core/services/event_reading.h"

#include <optional>
#include <string>

namespace foyer::cli {

/// Words about events as they are typed, and what they mean.

/// "2026-11-28 19:30" as the clocks of a zone show it; the first, where they show it twice. Bad
/// input bad_time (it is none, or the clocks skip it), `where` the option.
Result<Instant> timeTyped(const std::string& text, const std::string& timeZone,
                          const std::string& where);
/// The same where nothing may be typed (it stays), or "none" (it is taken away).
Result<ChangedInstant> timeChanged(const std::string& text, const std::string& timeZone,
                                   const std::string& where);
/// An amount in a currency. Errors of parseMoney, with `where`.
Result<std::int64_t> amountTyped(const std::string& text, Currency currency,
                                 const std::string& where);

/// An event with all it has, by what a person types. Errors of eventNamed and eventDetails.
Result<EventDetails> eventTyped(Counter& counter, const std::string& text);
/// Parts of it by their names; of two with one name the one that is not off. Refuse with
/// unknown_type, unknown_category, unknown_fee, unknown_quota.
Result<TicketTypeId> typeTyped(const EventDetails& event, const std::string& name);
Result<CategoryId> categoryTyped(const EventDetails& event, const std::string& name);
Result<FeeId> feeTyped(const EventDetails& event, const std::string& name);
Result<QuotaId> quotaTyped(const EventDate& date, const std::string& name);
/// The zone in which times of the event are meant that are of no date.
std::string zoneOf(const EventDetails& event);

/// A seating plan by its name. Refuses with unknown_plan.
Result<PlanId> planTyped(Counter& counter, const std::string& name);
/// A tax by its name; "none" is nil. Refuses with unknown_tax.
Result<TaxId> taxTyped(Counter& counter, const std::string& name);
/// What --off and --on say together.
Changed<bool> offTyped(bool off, bool on);

} // namespace foyer::cli
