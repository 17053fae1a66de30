// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/event_file.h"

#include <string_view>

namespace foyer {

/// Reads a whole event from JSON, as foyer-cli event export writes it: {"event": {"name", "venue",
/// "subtitle", "description", "language", "currency", "tags", "age_limit", "promoter": {"name",
/// "address", "tax_number"}, "mail", "phone", "web", "ticket_text", "texts": {"de": {"title",
/// "subtitle", "description", "ticket_text"}}, "categories": [{"name"}], "types": [{"name", "tax",
/// "order_max", "prices": {"Stalls": "25.00"}, "early": [{"until", "prices"}], "on_sale_from",
/// "on_sale_until"}], "fees": [{"name", "per", "amount", "percent", "tax"}], "dates": [{"starts",
/// "time_zone", "doors", "ends", "plan", "capacity", "prices": {"Adult": {…}}, "early", "quotas":
/// [{"name", "capacity", "types", "categories"}], …}]}}. Amounts are texts, as numbers of JSON are
/// not exact; times are those of the place's clocks. What is off, and dates that are cancelled, are
/// left out; ids, states and members that are not known are passed over.
///
/// Bad input: those of readJsonStrictly, event_too_large (over 4 MiB), bad_event with the path of
/// the first member that is missing or of another kind.
Result<EventFile> readEventJson(std::string_view json);

} // namespace foyer
