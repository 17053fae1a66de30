// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/imports/import_entries.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>

namespace foyer {
namespace {

// Keys in canonical order: by length, then by letters.
void writeOrigin(CborWriter& writer, const OrderImported::Origin& origin)
{
    writer.map(1U + (origin.code ? 1U : 0U) + (origin.attendee.empty() ? 0U : 1U) +
               (origin.isAdmitted ? 1U : 0U));
    if (origin.code) {
        writer.field("code", *origin.code);
    }
    writer.field("ticket", origin.ticket.uuid.bytes());
    if (origin.isAdmitted) {
        writer.field("admitted", std::int64_t{1});
    }
    if (!origin.attendee.empty()) {
        writer.field("attendee", origin.attendee);
    }
}

Bytes bytesOf(const CborValue& value)
{
    const ByteView bytes = value.asBytes();
    return {bytes.begin(), bytes.end()};
}

OrderImported::Origin readOrigin(const CborValue& from, FieldReader& fields)
{
    OrderImported::Origin origin{.ticket = fields.id<TicketId>(from["ticket"]),
                                 .code = {},
                                 .attendee = bytesOf(from["attendee"]),
                                 .isAdmitted = from["admitted"].asInteger() == 1};
    if (const CborValue& code = from["code"]; !code.isNull()) {
        const ByteView bytes = code.asBytes();
        fields.require(bytes.size() == ForeignCode{}.size(), "code");
        if (bytes.size() == ForeignCode{}.size()) {
            std::ranges::copy(bytes, origin.code.emplace().begin());
        }
    }
    return origin;
}

} // namespace

Bytes encode(const OrderImported& body)
{
    CborWriter writer;
    writer.map(7);
    writer.field("at", body.placedAt.ms);
    writer.text("order").raw(encode(body.order));
    writer.field("import", body.import.uuid.bytes());
    writer.field("source", body.source);
    writer.field("payment", body.payment.uuid.bytes());
    writer.text("tickets").array(body.origins.size());
    for (const OrderImported::Origin& origin : body.origins) {
        writeOrigin(writer, origin);
    }
    writer.field("external", body.externalId);
    return writer.take();
}

Bytes encode(const ImportBegun& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("title", body.title);
    writer.field("import", body.import.uuid.bytes());
    writer.field("source", body.source);
    return writer.take();
}

Bytes encode(const ImportClosed& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("kept", body.kept);
    writer.field("import", body.import.uuid.bytes());
    writer.field("orders", body.orders);
    return writer.take();
}

Result<OrderImported> decodeOrderImported(const CborValue& body)
{
    FieldReader fields{kind::kOrderImported};
    auto order = decodeOrderPlaced(body["order"]);
    if (!order) {
        return std::move(order).error();
    }
    OrderImported imported{.import = fields.id<ImportId>(body["import"]),
                           .source = fields.text(body["source"], "source"),
                           .externalId = fields.text(body["external"], "external"),
                           .placedAt = Instant{body["at"].asInteger()},
                           .payment = fields.id<PaymentId>(body["payment"]),
                           .order = *std::move(order),
                           .origins = {}};
    for (const CborValue& each : body["tickets"].asArray()) {
        imported.origins.push_back(readOrigin(each, fields));
    }
    return fields.checked(std::move(imported));
}

Result<ImportBegun> decodeImportBegun(const CborValue& body)
{
    FieldReader fields{kind::kImportBegun};
    ImportBegun begun{.import = fields.id<ImportId>(body["import"]),
                      .source = fields.text(body["source"], "source"),
                      .title = body["title"].asText()};
    return fields.checked(std::move(begun));
}

Result<ImportClosed> decodeImportClosed(const CborValue& body)
{
    FieldReader fields{kind::kImportEnded};
    ImportClosed closed{.import = fields.id<ImportId>(body["import"]),
                        .orders = fields.integer(body["orders"], 0, INT64_MAX),
                        .kept = fields.integer(body["kept"], 0, INT64_MAX)};
    return fields.checked(closed);
}

PaymentTaken paymentOf(const OrderImported& imported)
{
    return {.payment = imported.payment,
            .order = imported.order.order,
            .method = PaymentMethod::Imported,
            .currency = imported.order.currency,
            .amount = imported.order.total(),
            .tendered = imported.order.total(),
            .reference = imported.source};
}

} // namespace foyer
