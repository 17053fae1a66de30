// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/date_changed.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::array<std::string_view, 3> kDateChangeNames{"cancelled", "postponed", "moved"};

} // namespace

std::string_view dateChangeName(DateChangeKind kind)
{
    return kDateChangeNames.at(static_cast<std::size_t>(kind));
}

std::optional<DateChangeKind> dateChangeNamed(std::string_view name)
{
    const auto found = std::ranges::find(kDateChangeNames, name);
    return found != kDateChangeNames.end()
        ? std::optional{static_cast<DateChangeKind>(found - kDateChangeNames.begin())}
        : std::nullopt;
}

Bytes encode(const DateChanged& body)
{
    CborWriter writer;
    writer.map(6);
    writer.field("kind", dateChangeName(body.kind));
    writer.field("event", body.event.uuid.bytes());
    writer.field("before", body.startsBefore.ms);
    writer.field("reason", body.reason);
    writer.field("starts", body.startsAt.ms);
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Result<DateChanged> decodeDateChanged(const CborValue& body)
{
    FieldReader fields{kind::kPerformanceChanged};
    const auto known = dateChangeNamed(body["kind"].asText());
    fields.require(known.has_value(), "kind");
    return fields.checked(DateChanged{fields.id<PerformanceId>(body["performance"]),
                                      fields.id<EventId>(body["event"]),
                                      known.value_or(DateChangeKind::Cancelled),
                                      Instant{fields.integer(body["before"], INT64_MIN, INT64_MAX)},
                                      Instant{fields.integer(body["starts"], INT64_MIN, INT64_MAX)},
                                      fields.text(body["reason"], "reason")});
}

} // namespace foyer
