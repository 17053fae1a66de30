// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/after_sale_entries.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>

namespace foyer {
namespace {

template <typename IdType>
void writeIds(CborWriter& writer, const char* key, const std::vector<IdType>& ids)
{
    writer.text(key).array(ids.size());
    for (const IdType id : ids) {
        writer.bytes(id.uuid.bytes());
    }
}

template <typename IdType>
std::vector<IdType> readIds(const CborValue& from, FieldReader& fields)
{
    std::vector<IdType> ids;
    for (const CborValue& id : from.asArray()) {
        ids.push_back(fields.id<IdType>(id));
    }
    return ids;
}

void writeCustomer(CborWriter& writer, const std::optional<CustomerId>& customer)
{
    writer.text("customer");
    customer ? writer.bytes(customer->uuid.bytes()) : writer.null();
}

std::optional<CustomerId> readCustomer(const CborValue& body, FieldReader& fields)
{
    return body["customer"].isNull() ? std::nullopt
                                     : std::optional{fields.id<CustomerId>(body["customer"])};
}

ShiftId readShift(const CborValue& body, FieldReader& fields)
{
    return body["shift"].isNull() ? ShiftId{} : fields.id<ShiftId>(body["shift"]);
}

void writeShift(CborWriter& writer, ShiftId shift)
{
    if (!shift.isNil()) {
        writer.field("shift", shift.uuid.bytes());
    }
}

// Keys are written in canonical order: by length, then by letters.
void write(CborWriter& writer, const TicketsReturned::Line& line)
{
    writer.map(10);
    writer.field("net", line.net);
    writer.field("tax", line.tax.uuid.bytes());
    writer.field("type", line.type.uuid.bytes());
    writer.text("voids").boolean(line.voids);
    writeIds(writer, "quotas", line.quotas);
    writer.field("ticket", line.ticket.uuid.bytes());
    writer.field("tax_name", line.taxName);
    writer.field("type_name", line.typeName);
    writer.field("tax_amount", line.taxAmount);
    writer.field("performance", line.performance.uuid.bytes());
}

TicketsReturned::Line readLine(const CborValue& from, FieldReader& fields)
{
    TicketsReturned::Line line;
    line.ticket = fields.id<TicketId>(from["ticket"]);
    line.performance = fields.id<PerformanceId>(from["performance"]);
    line.type = fields.id<TicketTypeId>(from["type"]);
    line.typeName = from["type_name"].asText();
    line.net = fields.amount(from["net"]);
    line.taxAmount = fields.amount(from["tax_amount"]);
    line.tax = fields.id<TaxId>(from["tax"]);
    line.taxName = from["tax_name"].asText();
    line.voids = from["voids"].asBool(true);
    line.quotas = readIds<QuotaId>(from["quotas"], fields);
    return line;
}

void write(CborWriter& writer, const TicketsReturned::FeeLine& line)
{
    writer.map(7);
    writer.field("fee", line.fee.uuid.bytes());
    writer.field("net", line.net);
    writer.field("tax", line.tax.uuid.bytes());
    writer.field("line", line.line);
    writer.field("text", line.text);
    writer.field("tax_name", line.taxName);
    writer.field("tax_amount", line.taxAmount);
}

TicketsReturned::FeeLine readFee(const CborValue& from, FieldReader& fields)
{
    TicketsReturned::FeeLine line;
    line.line = fields.integer(from["line"], 0, UINT32_MAX);
    line.fee = fields.id<FeeId>(from["fee"]);
    line.text = from["text"].asText();
    line.net = fields.amount(from["net"]);
    line.taxAmount = fields.amount(from["tax_amount"]);
    line.tax = fields.id<TaxId>(from["tax"]);
    line.taxName = from["tax_name"].asText();
    return line;
}

} // namespace

Bytes encode(const TicketsReturned& body)
{
    CborWriter writer;
    writer.map(body.shift.isNil() ? 7 : 8);
    writer.text("ends").boolean(body.endsOrder);
    writer.text("fees").array(body.fees.size());
    for (const auto& fee : body.fees) {
        write(writer, fee);
    }
    writer.text("lines").array(body.lines.size());
    for (const auto& line : body.lines) {
        write(writer, line);
    }
    writer.field("order", body.order.uuid.bytes());
    writeShift(writer, body.shift);
    writer.field("reason", body.reason);
    writer.field("purpose", body.purpose);
    writer.field("currency", body.currency.code());
    return writer.take();
}

Bytes encode(const OrderExtended& body)
{
    CborWriter writer;
    writer.map(body.shift.isNil() ? 5 : 6);
    writer.text("lines").raw(encodeLines(body.lines));
    writer.field("order", body.order.uuid.bytes());
    writeShift(writer, body.shift);
    writer.field("currency", body.currency.code());
    writeIds(writer, "replaces", body.replaces);
    writer.field("first_line", body.firstLine);
    return writer.take();
}

Bytes encode(const PaymentReturned& body)
{
    CborWriter writer;
    writer.map(7 + (body.shift.isNil() ? 0U : 1U) + (body.rounding == 0 ? 0U : 1U) +
               (body.subject.isNil() ? 0U : 1U));
    writer.field("of", body.of.uuid.bytes());
    writer.field("order", body.order.uuid.bytes());
    writeShift(writer, body.shift);
    writer.field("amount", body.amount);
    writer.field("method", paymentMethodName(body.method));
    writer.field("payment", body.payment.uuid.bytes());
    if (!body.subject.isNil()) {
        writer.field("subject", body.subject.bytes());
    }
    writer.field("currency", body.currency.code());
    if (body.rounding != 0) {
        writer.field("rounding", body.rounding);
    }
    writer.field("reference", body.reference);
    return writer.take();
}

Bytes encode(const OrderCustomerSet& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("order", body.order.uuid.bytes());
    writeCustomer(writer, body.customer);
    return writer.take();
}

Bytes encode(const PickupSplit& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("order", body.order.uuid.bytes());
    writeIds(writer, "tickets", body.tickets);
    writeCustomer(writer, body.customer);
    return writer.take();
}

Bytes encode(const DocumentPrinted& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("order", body.order.uuid.bytes());
    writeIds(writer, "tickets", body.tickets);
    writer.field("document", body.document);
    return writer.take();
}

Result<TicketsReturned> decodeTicketsReturned(const CborValue& body)
{
    FieldReader fields{kind::kTicketsReturned};
    TicketsReturned returned{.currency = fields.currency(body["currency"])};
    returned.order = fields.id<OrderId>(body["order"]);
    returned.purpose = fields.text(body["purpose"], "purpose");
    returned.reason = body["reason"].asText();
    returned.endsOrder = body["ends"].asBool();
    returned.shift = readShift(body, fields);
    for (const CborValue& line : body["lines"].asArray()) {
        returned.lines.push_back(readLine(line, fields));
    }
    for (const CborValue& fee : body["fees"].asArray()) {
        returned.fees.push_back(readFee(fee, fields));
    }
    return fields.checked(std::move(returned));
}

Result<OrderExtended> decodeOrderExtended(const CborValue& body)
{
    FieldReader fields{kind::kOrderExtended};
    OrderExtended extended{.currency = fields.currency(body["currency"])};
    extended.order = fields.id<OrderId>(body["order"]);
    extended.firstLine = fields.integer(body["first_line"], 0, UINT32_MAX);
    extended.lines = decodeLines(body["lines"], fields);
    extended.replaces = readIds<TicketId>(body["replaces"], fields);
    extended.shift = readShift(body, fields);
    fields.require(extended.replaces.size() == extended.lines.size(), "replaces");
    return fields.checked(std::move(extended));
}

Result<PaymentReturned> decodePaymentReturned(const CborValue& body)
{
    FieldReader fields{kind::kPaymentReturned};
    PaymentReturned returned{.currency = fields.currency(body["currency"])};
    returned.payment = fields.id<PaymentId>(body["payment"]);
    returned.of = fields.id<PaymentId>(body["of"]);
    returned.order = fields.id<OrderId>(body["order"]);
    const auto method = paymentMethodNamed(body["method"].asText());
    fields.require(method.has_value(), "method");
    returned.method = method.value_or(PaymentMethod::Cash);
    returned.amount = fields.amount(body["amount"]);
    returned.reference = body["reference"].asText();
    returned.shift = readShift(body, fields);
    if (!body["rounding"].isNull()) {
        returned.rounding = fields.amount(body["rounding"]);
    }
    if (!body["subject"].isNull()) {
        returned.subject = fields.uuid(body["subject"]);
    }
    return fields.checked(std::move(returned));
}

Result<OrderCustomerSet> decodeOrderCustomerSet(const CborValue& body)
{
    FieldReader fields{kind::kOrderCustomerSet};
    OrderCustomerSet set{fields.id<OrderId>(body["order"]), readCustomer(body, fields)};
    return fields.checked(set);
}

Result<PickupSplit> decodePickupSplit(const CborValue& body)
{
    FieldReader fields{kind::kPickupSplit};
    PickupSplit split{fields.id<OrderId>(body["order"]), readIds<TicketId>(body["tickets"], fields),
                      readCustomer(body, fields)};
    return fields.checked(std::move(split));
}

Result<DocumentPrinted> decodeDocumentPrinted(const CborValue& body)
{
    FieldReader fields{kind::kDocumentPrinted};
    DocumentPrinted printed{fields.id<OrderId>(body["order"]), body["document"].asText(),
                            readIds<TicketId>(body["tickets"], fields)};
    return fields.checked(std::move(printed));
}

} // namespace foyer
