// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/held/held_entries.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kLastReduction =
    static_cast<std::int64_t>(HandReduction::Kind::Complimentary);

void write(CborWriter& writer, const std::vector<HeldPlace>& places)
{
    writer.text("places").array(places.size());
    for (const HeldPlace& place : places) {
        writer.map(4);
        writer.text("seat");
        place.seat ? writer.integer(*place.seat) : writer.null();
        writer.field("type", place.type.uuid.bytes());
        writer.text("quotas").array(place.quotas.size());
        for (const QuotaId quota : place.quotas) {
            writer.bytes(quota.uuid.bytes());
        }
        writer.field("category", place.category.uuid.bytes());
    }
}

std::vector<HeldPlace> readPlaces(const CborValue& from, FieldReader& fields)
{
    std::vector<HeldPlace> places;
    for (const CborValue& value : from["places"].asArray()) {
        HeldPlace place{.seat = std::nullopt,
                        .category = fields.id<CategoryId>(value["category"]),
                        .type = fields.id<TicketTypeId>(value["type"]),
                        .quotas = {}};
        if (!value["seat"].isNull()) {
            place.seat = static_cast<SeatNumber>(fields.integer(value["seat"], 0, UINT32_MAX));
        }
        for (const CborValue& quota : value["quotas"].asArray()) {
            place.quotas.push_back(fields.id<QuotaId>(quota));
        }
        places.push_back(std::move(place));
    }
    fields.require(!places.empty(), "places");
    return places;
}

void writeTerms(CborWriter& writer, const HeldTerms& terms)
{
    writer.map(3);
    writer.text("cuts").array(terms.cuts.size());
    for (const HeldTerms::Cut& cut : terms.cuts) {
        writer.map(6);
        writer.field("kind", static_cast<std::int64_t>(cut.reduction.kind));
        writer.text("seat");
        cut.seat ? writer.integer(*cut.seat) : writer.null();
        writer.field("type", cut.type.uuid.bytes());
        writer.field("value", cut.reduction.value);
        writer.field("reason", cut.reduction.reason);
        writer.field("category", cut.category.uuid.bytes());
    }
    writer.field("donation", terms.donationMinor);
    writer.field("promo_code", terms.promoCode);
}

} // namespace

Bytes encode(const HeldTerms& terms)
{
    CborWriter writer;
    writeTerms(writer, terms);
    return writer.take();
}

HeldTerms decodeHeldTerms(const CborValue& body)
{
    HeldTerms terms{.promoCode = body["promo_code"].asText(),
                    .donationMinor = std::max<std::int64_t>(body["donation"].asInteger(), 0),
                    .cuts = {}};
    for (const CborValue& value : body["cuts"].asArray()) {
        FieldReader fields{kind::kHoldPlaced};
        HeldTerms::Cut cut{.seat = std::nullopt,
                           .category = fields.id<CategoryId>(value["category"]),
                           .type = fields.id<TicketTypeId>(value["type"]),
                           .reduction = {static_cast<HandReduction::Kind>(
                                             fields.integer(value["kind"], 0, kLastReduction)),
                                         fields.integer(value["value"], 0, INT64_MAX),
                                         fields.text(value["reason"], "reason")}};
        if (!value["seat"].isNull()) {
            cut.seat = static_cast<SeatNumber>(fields.integer(value["seat"], 0, UINT32_MAX));
        }
        if (fields.checked(true)) {
            terms.cuts.push_back(std::move(cut));
        }
    }
    return terms;
}

Bytes encode(const PlacesHeld& body)
{
    CborWriter writer;
    writer.map(body.terms.isEmpty() ? 10 : 11);
    writer.field("code", body.code);
    writer.field("hold", body.hold.uuid.bytes());
    writer.field("kind", body.kind);
    writer.field("label", body.label);
    if (!body.terms.isEmpty()) {
        writer.text("terms");
        writeTerms(writer, body.terms);
    }
    writer.field("number", body.number);
    write(writer, body.places);
    writer.field("series", body.series);
    writer.text("customer");
    body.customer ? writer.bytes(body.customer->uuid.bytes()) : writer.null();
    writer.text("release_at");
    body.releaseAt ? writer.integer(body.releaseAt->ms) : writer.null();
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Result<PlacesHeld> decodePlacesHeld(const CborValue& body)
{
    FieldReader fields{kind::kHoldPlaced};
    PlacesHeld held;
    held.hold = fields.id<HoldId>(body["hold"]);
    held.performance = fields.id<PerformanceId>(body["performance"]);
    held.kind = fields.text(body["kind"], "kind");
    held.label = body["label"].asText();
    held.places = readPlaces(body, fields);
    if (!body["release_at"].isNull()) {
        held.releaseAt = Instant{fields.integer(body["release_at"], INT64_MIN, INT64_MAX)};
    }
    if (!body["customer"].isNull()) {
        held.customer = fields.id<CustomerId>(body["customer"]);
    }
    held.code = body["code"].asText();
    held.series = body["series"].asText();
    held.number = fields.integer(body["number"], 0, INT64_MAX);
    held.terms = decodeHeldTerms(body["terms"]);
    return fields.checked(std::move(held));
}

Bytes encode(const PlacesReleased& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("hold", body.hold.uuid.bytes());
    write(writer, body.places);
    writer.field("reason", body.reason);
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Result<PlacesReleased> decodePlacesReleased(const CborValue& body)
{
    FieldReader fields{kind::kHoldReleased};
    PlacesReleased released;
    released.hold = fields.id<HoldId>(body["hold"]);
    released.performance = fields.id<PerformanceId>(body["performance"]);
    released.places = readPlaces(body, fields);
    released.reason = fields.text(body["reason"], "reason");
    return fields.checked(std::move(released));
}

Bytes encode(const HoldExtended& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("hold", body.hold.uuid.bytes());
    writer.text("release_at");
    body.releaseAt ? writer.integer(body.releaseAt->ms) : writer.null();
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Result<HoldExtended> decodeHoldExtended(const CborValue& body)
{
    FieldReader fields{kind::kHoldExtended};
    HoldExtended extended;
    extended.hold = fields.id<HoldId>(body["hold"]);
    extended.performance = fields.id<PerformanceId>(body["performance"]);
    if (!body["release_at"].isNull()) {
        extended.releaseAt = Instant{fields.integer(body["release_at"], INT64_MIN, INT64_MAX)};
    }
    return fields.checked(std::move(extended));
}

Bytes encode(const WaitingJoined& body)
{
    CborWriter writer;
    writer.map(5);
    writer.field("count", body.count);
    writer.field("waiting", body.waiting.uuid.bytes());
    writer.field("category", body.category.uuid.bytes());
    writer.field("customer", body.customer.uuid.bytes());
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Result<WaitingJoined> decodeWaitingJoined(const CborValue& body)
{
    FieldReader fields{kind::kWaitingJoined};
    return fields.checked(WaitingJoined{fields.id<WaitingId>(body["waiting"]),
                                        fields.id<PerformanceId>(body["performance"]),
                                        fields.id<CustomerId>(body["customer"]),
                                        fields.integer(body["count"], 1, INT32_MAX),
                                        fields.id<CategoryId>(body["category"])});
}

Bytes encode(const WaitingEnded& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("reason", body.reason);
    writer.field("waiting", body.waiting.uuid.bytes());
    return writer.take();
}

Result<WaitingEnded> decodeWaitingEnded(const CborValue& body)
{
    FieldReader fields{kind::kWaitingEnded};
    return fields.checked(
        WaitingEnded{fields.id<WaitingId>(body["waiting"]), fields.text(body["reason"], "reason")});
}

} // namespace foyer
