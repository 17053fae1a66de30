// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/worth_entries.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {
namespace {

constexpr std::size_t kHashSize = 32;

template <typename IdType>
void writeId(CborWriter& writer, const char* key, IdType id)
{
    if (!id.isNil()) {
        writer.field(key, id.uuid.bytes());
    }
}

template <typename IdType>
IdType readId(const CborValue& value, FieldReader& fields)
{
    return value.isNull() ? IdType{} : fields.id<IdType>(value);
}

Bytes copyOf(ByteView bytes)
{
    return {bytes.begin(), bytes.end()};
}

template <typename IdType>
std::size_t known(IdType id)
{
    return id.isNil() ? 0 : 1;
}

} // namespace

// Keys are written in canonical order: by length, then by letters.
Bytes encode(const GiftCardIssued& body)
{
    CborWriter writer;
    writer.map(5 + known(body.order) + known(body.replaces));
    writer.field("card", body.card.uuid.bytes());
    writer.field("code", body.codeHash);
    writer.field("tail", body.tail);
    writeId(writer, "order", body.order);
    writer.field("worth", body.worth);
    writer.field("currency", body.currency.code());
    writeId(writer, "replaces", body.replaces);
    return writer.take();
}

Bytes encode(const GiftCardMoved& body)
{
    CborWriter writer;
    writer.map(6 + known(body.order));
    writer.field("card", body.card.uuid.bytes());
    writer.field("kind", giftMoveName(body.kind));
    writer.field("left", body.left);
    writer.field("note", body.note);
    writeId(writer, "order", body.order);
    writer.field("amount", body.amount);
    writer.field("currency", body.currency.code());
    return writer.take();
}

Bytes encode(const InvoiceIssued& body)
{
    CborWriter writer;
    writer.map(9 + known(body.cancels));
    writer.field("due", body.dueAt.ms);
    writer.field("order", body.order.uuid.bytes());
    writer.field("amount", body.amount);
    writer.field("number", body.number);
    writer.field("series", body.series);
    writeId(writer, "cancels", body.cancels);
    writer.field("invoice", body.invoice.uuid.bytes());
    writer.field("currency", body.currency.code());
    writer.field("customer", body.customer.uuid.bytes());
    writer.field("recipient", body.recipient);
    return writer.take();
}

Result<GiftCardIssued> decodeGiftCardIssued(const CborValue& body)
{
    FieldReader fields{kind::kGiftCardIssued};
    GiftCardIssued issued{.currency = fields.currency(body["currency"])};
    issued.card = fields.id<GiftCardId>(body["card"]);
    issued.order = readId<OrderId>(body["order"], fields);
    issued.replaces = readId<GiftCardId>(body["replaces"], fields);
    issued.worth = fields.amount(body["worth"]);
    issued.codeHash = copyOf(body["code"].asBytes());
    fields.require(issued.codeHash.size() == kHashSize, "code");
    issued.tail = fields.text(body["tail"], "tail");
    return fields.checked(std::move(issued));
}

Result<GiftCardMoved> decodeGiftCardMoved(const CborValue& body)
{
    FieldReader fields{kind::kGiftCardMoved};
    GiftCardMoved moved{.currency = fields.currency(body["currency"])};
    moved.card = fields.id<GiftCardId>(body["card"]);
    const auto kind = giftMoveNamed(body["kind"].asText());
    fields.require(kind.has_value(), "kind");
    moved.kind = kind.value_or(GiftMoveKind::Redeemed);
    moved.amount = fields.amount(body["amount"]);
    moved.left = fields.amount(body["left"]);
    moved.order = readId<OrderId>(body["order"], fields);
    moved.note = body["note"].asText();
    return fields.checked(std::move(moved));
}

Result<InvoiceIssued> decodeInvoiceIssued(const CborValue& body)
{
    FieldReader fields{kind::kInvoiceIssued};
    InvoiceIssued issued{.currency = fields.currency(body["currency"])};
    issued.invoice = fields.id<InvoiceId>(body["invoice"]);
    issued.order = fields.id<OrderId>(body["order"]);
    issued.customer = fields.id<CustomerId>(body["customer"]);
    issued.series = fields.text(body["series"], "series");
    issued.number = fields.integer(body["number"], 1, INT64_MAX);
    issued.amount = fields.amount(body["amount"]);
    issued.dueAt = Instant{fields.integer(body["due"], INT64_MIN, INT64_MAX)};
    issued.cancels = readId<InvoiceId>(body["cancels"], fields);
    issued.recipient = copyOf(body["recipient"].asBytes());
    return fields.checked(std::move(issued));
}

std::vector<LedgerLine> ledgerOf(const GiftCardIssued& issued)
{
    if (issued.replaces.isNil()) {
        return {};
    }
    return {{account::kGiftCards, issued.replaces.uuid, issued.currency, issued.worth},
            {account::kGiftCards, issued.card.uuid, issued.currency, -issued.worth}};
}

Bytes encode(const InvoiceRecipient& recipient)
{
    CborWriter writer;
    writer.map(4);
    writer.field("tax", recipient.taxNumber);
    writer.field("name", recipient.name);
    writer.field("address", recipient.address);
    writer.field("reference", recipient.reference);
    return writer.take();
}

InvoiceRecipient readRecipient(const CborValue& value)
{
    return {value["name"].asText(), value["address"].asText(), value["tax"].asText(),
            value["reference"].asText()};
}

} // namespace foyer
