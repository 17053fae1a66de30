// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/sale_entries.h"

#include "core/domain/journal/cbor_fields.h"

namespace foyer {
namespace {

void write(CborWriter& writer, const std::vector<QuotaId>& quotas)
{
    writer.text("quotas").array(quotas.size());
    for (const QuotaId quota : quotas) {
        writer.bytes(quota.uuid.bytes());
    }
}

std::vector<QuotaId> readQuotas(const CborValue& from, FieldReader& fields)
{
    std::vector<QuotaId> quotas;
    for (const CborValue& quota : from["quotas"].asArray()) {
        quotas.push_back(fields.id<QuotaId>(quota));
    }
    return quotas;
}

/// Only where there is one: most entries of a house without shifts stay as short as they were.
void writeShift(CborWriter& writer, ShiftId shift)
{
    if (!shift.isNil()) {
        writer.field("shift", shift.uuid.bytes());
    }
}

ShiftId readShift(const CborValue& body, FieldReader& fields)
{
    return body["shift"].isNull() ? ShiftId{} : fields.id<ShiftId>(body["shift"]);
}

// Keys are written in canonical order: by length, then by letters. Short ones keep a sale small.
void write(CborWriter& writer, const OrderPlaced::Line& line)
{
    const bool isReduced = line.reduction.kind != Reduction::Kind::None;
    writer.map(isReduced ? 15 : 14);
    if (isReduced) {
        writer.text("cut").map(4);
        writer.field("kind", reductionName(line.reduction.kind));
        writer.field("text", line.reduction.text);
        writer.field("minor", line.reduction.minor);
        writer.field("subject", line.reduction.subject.bytes());
    }
    writer.field("net", line.net);
    writer.field("tax", line.tax.uuid.bytes());
    writer.text("seat");
    line.seat ? writer.integer(*line.seat) : writer.null();
    writer.field("type", line.type.uuid.bytes());
    writer.field("place", line.seatLabel);
    write(writer, line.quotas);
    writer.field("ticket", line.ticket.uuid.bytes());
    writer.field("category", line.category.uuid.bytes());
    writer.field("tax_name", line.taxName);
    writer.field("tax_rate", line.taxRateMilliPercent);
    writer.field("type_name", line.typeName);
    writer.field("tax_amount", line.taxAmount);
    writer.field("performance", line.performance.uuid.bytes());
    writer.field("category_name", line.categoryName);
}

OrderPlaced::Line readLine(const CborValue& from, FieldReader& fields)
{
    OrderPlaced::Line line;
    line.ticket = fields.id<TicketId>(from["ticket"]);
    line.performance = fields.id<PerformanceId>(from["performance"]);
    line.type = fields.id<TicketTypeId>(from["type"]);
    line.category = fields.id<CategoryId>(from["category"]);
    if (!from["seat"].isNull()) {
        line.seat = static_cast<SeatNumber>(fields.integer(from["seat"], 0, UINT32_MAX));
    }
    line.seatLabel = from["place"].asText();
    line.typeName = from["type_name"].asText();
    line.categoryName = from["category_name"].asText();
    line.net = fields.amount(from["net"]);
    line.taxAmount = fields.amount(from["tax_amount"]);
    line.tax = fields.id<TaxId>(from["tax"]);
    line.taxName = from["tax_name"].asText();
    line.taxRateMilliPercent = from["tax_rate"].asInteger();
    line.quotas = readQuotas(from, fields);
    if (const CborValue& cut = from["cut"]; !cut.isNull()) {
        // What a newer Foyer calls otherwise is still a discount.
        line.reduction = {reductionNamed(cut["kind"].asText()).value_or(Reduction::Kind::Discount),
                          fields.amount(cut["minor"]), cut["text"].asText(),
                          fields.uuid(cut["subject"])};
    }
    return line;
}

void write(CborWriter& writer, const OrderPlaced::FeeLine& line)
{
    writer.map(line.ticket.isNil() ? 8 : 9);
    writer.field("fee", line.fee.uuid.bytes());
    writer.field("net", line.net);
    writer.field("tax", line.tax.uuid.bytes());
    writer.field("text", line.text);
    if (!line.ticket.isNil()) {
        writer.field("ticket", line.ticket.uuid.bytes());
    }
    writer.field("tax_name", line.taxName);
    writer.field("tax_rate", line.taxRateMilliPercent);
    writer.field("tax_amount", line.taxAmount);
    writer.field("performance", line.performance.uuid.bytes());
}

OrderPlaced::FeeLine readFee(const CborValue& from, FieldReader& fields)
{
    OrderPlaced::FeeLine line;
    line.fee = fields.id<FeeId>(from["fee"]);
    line.performance = fields.id<PerformanceId>(from["performance"]);
    line.text = from["text"].asText();
    line.net = fields.amount(from["net"]);
    line.taxAmount = fields.amount(from["tax_amount"]);
    line.tax = fields.id<TaxId>(from["tax"]);
    line.taxName = from["tax_name"].asText();
    line.taxRateMilliPercent = from["tax_rate"].asInteger();
    if (!from["ticket"].isNull()) {
        line.ticket = fields.id<TicketId>(from["ticket"]);
    }
    return line;
}

/// Only where there are some, like a shift.
void writeGifts(CborWriter& writer, const std::vector<OrderPlaced::GiftLine>& cards)
{
    if (cards.empty()) {
        return;
    }
    writer.text("gifts").array(cards.size());
    for (const OrderPlaced::GiftLine& card : cards) {
        writer.map(3);
        writer.field("card", card.card.uuid.bytes());
        writer.field("tail", card.tail);
        writer.field("worth", card.worth);
    }
}

} // namespace

std::int64_t OrderPlaced::total() const
{
    std::int64_t total = 0;
    for (const Line& line : lines) {
        total += line.net + line.taxAmount;
    }
    for (const FeeLine& fee : fees) {
        total += fee.net + fee.taxAmount;
    }
    for (const GiftLine& card : giftCards) {
        total += card.worth;
    }
    return total;
}

Bytes encodeLines(const std::vector<OrderPlaced::Line>& lines)
{
    CborWriter writer;
    writer.array(lines.size());
    for (const auto& line : lines) {
        write(writer, line);
    }
    return writer.take();
}

std::vector<OrderPlaced::Line> decodeLines(const CborValue& lines, FieldReader& fields)
{
    std::vector<OrderPlaced::Line> read;
    for (const CborValue& line : lines.asArray()) {
        read.push_back(readLine(line, fields));
    }
    return read;
}

Bytes encode(const OrderPlaced& body)
{
    CborWriter writer;
    writer.map(8 + (body.shift.isNil() ? 0U : 1U) + (body.giftCards.empty() ? 0U : 1U));
    writer.field("code", body.code);
    writer.text("fees").array(body.fees.size());
    for (const auto& fee : body.fees) {
        write(writer, fee);
    }
    writeGifts(writer, body.giftCards);
    writer.text("lines").raw(encodeLines(body.lines));
    writer.field("order", body.order.uuid.bytes());
    writeShift(writer, body.shift);
    writer.field("number", body.number);
    writer.field("series", body.series);
    writer.field("currency", body.currency.code());
    writer.text("customer");
    body.customer ? writer.bytes(body.customer->uuid.bytes()) : writer.null();
    return writer.take();
}

Bytes encode(const PaymentTaken& body)
{
    CborWriter writer;
    writer.map(7 + (body.shift.isNil() ? 0U : 1U) + (body.rounding == 0 ? 0U : 1U) +
               (body.subject.isNil() ? 0U : 1U) + (body.settles.isNil() ? 0U : 1U) +
               (body.instead.isNil() ? 0U : 2U));
    writer.field("order", body.order.uuid.bytes());
    writeShift(writer, body.shift);
    writer.field("amount", body.amount);
    writer.field("method", paymentMethodName(body.method));
    if (!body.instead.isNil()) {
        writer.field("instead", body.instead.uuid.bytes());
    }
    writer.field("payment", body.payment.uuid.bytes());
    if (!body.settles.isNil()) {
        writer.field("settles", body.settles.bytes());
    }
    if (!body.subject.isNil()) {
        writer.field("subject", body.subject.bytes());
    }
    writer.field("currency", body.currency.code());
    if (body.rounding != 0) {
        writer.field("rounding", body.rounding);
    }
    writer.field("tendered", body.tendered);
    writer.field("reference", body.reference);
    if (!body.instead.isNil()) {
        writer.field("instead_of", paymentMethodName(body.insteadOf));
    }
    return writer.take();
}

Bytes encode(const OrderVoided& body)
{
    CborWriter writer;
    writer.map(body.shift.isNil() ? 5 : 7);
    writer.field("order", body.order.uuid.bytes());
    writeShift(writer, body.shift);
    writer.text("ledger").array(body.reversal.size());
    for (const LedgerLine& line : body.reversal) {
        writer.array(3).text(line.account).bytes(line.subject.bytes()).integer(line.amount);
    }
    writer.text("places").array(body.places.size());
    for (const OrderVoided::Place& place : body.places) {
        writer.map(3);
        write(writer, place.quotas);
        writer.field("ticket", place.ticket.uuid.bytes());
        writer.field("performance", place.performance.uuid.bytes());
    }
    writer.field("reason", body.reason);
    if (!body.shift.isNil()) {
        writer.text("figures").raw(encode(body.figures));
    }
    writer.field("currency", body.currency.code());
    return writer.take();
}

Result<OrderPlaced> decodeOrderPlaced(const CborValue& body)
{
    FieldReader fields{kind::kOrderPlaced};
    OrderPlaced order{.currency = fields.currency(body["currency"])};
    order.order = fields.id<OrderId>(body["order"]);
    order.code = fields.text(body["code"], "code");
    order.series = fields.text(body["series"], "series");
    order.number = fields.integer(body["number"], 1, INT64_MAX);
    if (!body["customer"].isNull()) {
        order.customer = fields.id<CustomerId>(body["customer"]);
    }
    order.shift = readShift(body, fields);
    for (const CborValue& card : body["gifts"].asArray()) {
        order.giftCards.push_back({fields.id<GiftCardId>(card["card"]), card["tail"].asText(),
                                   fields.amount(card["worth"])});
    }
    for (const CborValue& line : body["lines"].asArray()) {
        order.lines.push_back(readLine(line, fields));
    }
    for (const CborValue& fee : body["fees"].asArray()) {
        order.fees.push_back(readFee(fee, fields));
    }
    return fields.checked(std::move(order));
}

Result<PaymentTaken> decodePaymentTaken(const CborValue& body)
{
    FieldReader fields{kind::kPaymentTaken};
    PaymentTaken payment{.currency = fields.currency(body["currency"])};
    payment.payment = fields.id<PaymentId>(body["payment"]);
    payment.order = fields.id<OrderId>(body["order"]);
    const auto method = paymentMethodNamed(body["method"].asText());
    fields.require(method.has_value(), "method");
    payment.method = method.value_or(PaymentMethod::Cash);
    payment.amount = fields.amount(body["amount"]);
    payment.tendered = fields.amount(body["tendered"]);
    payment.reference = body["reference"].asText();
    payment.shift = readShift(body, fields);
    if (!body["settles"].isNull()) {
        payment.settles = fields.uuid(body["settles"]);
    }
    if (!body["subject"].isNull()) {
        payment.subject = fields.uuid(body["subject"]);
    }
    if (!body["rounding"].isNull()) {
        payment.rounding = fields.amount(body["rounding"]);
    }
    if (!body["instead"].isNull()) {
        payment.instead = fields.id<PaymentId>(body["instead"]);
        const auto replaced = paymentMethodNamed(body["instead_of"].asText());
        fields.require(replaced && isByProvider(*replaced), "instead_of");
        payment.insteadOf = replaced.value_or(PaymentMethod::Online);
    }
    return fields.checked(std::move(payment));
}

Result<OrderVoided> decodeOrderVoided(const CborValue& body)
{
    FieldReader fields{kind::kOrderVoided};
    OrderVoided voided{.currency = fields.currency(body["currency"])};
    voided.order = fields.id<OrderId>(body["order"]);
    voided.reason = body["reason"].asText();
    voided.shift = readShift(body, fields);
    voided.figures = readFigures(body["figures"]);
    for (const CborValue& place : body["places"].asArray()) {
        voided.places.push_back({fields.id<TicketId>(place["ticket"]),
                                 fields.id<PerformanceId>(place["performance"]),
                                 readQuotas(place, fields)});
    }
    for (const CborValue& line : body["ledger"].asArray()) {
        const auto& items = line.asArray();
        fields.require(items.size() == 3, "ledger");
        if (items.size() == 3) {
            voided.reversal.push_back({items[0].asText(), fields.uuid(items[1]), voided.currency,
                                       fields.amount(items[2])});
        }
    }
    return fields.checked(std::move(voided));
}

} // namespace foyer
