// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mail/mail_entries.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {

Bytes encode(const MailAsked& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("what", mailKindName(body.what));
    writer.field("order", body.order.uuid.bytes());
    return writer.take();
}

Bytes encode(const BulletinAsked& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("text", body.text);
    writer.field("subject", body.subject);
    writer.field("bulletin", body.bulletin.bytes());
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Bytes encode(const MailEnded& body)
{
    CborWriter writer;
    writer.map(5);
    writer.field("mail", body.mail.bytes());
    writer.text("sent").boolean(body.isSent);
    writer.field("what", body.what);
    writer.field("order", body.order.uuid.bytes());
    writer.field("reason", body.reason);
    return writer.take();
}

Result<MailAsked> decodeMailAsked(const CborValue& body)
{
    FieldReader fields{kind::kMailAsked};
    const auto what = mailKindNamed(body["what"].asText());
    fields.require(what.has_value(), "what");
    return fields.checked(
        MailAsked{fields.id<OrderId>(body["order"]), what.value_or(MailKind::Receipt)});
}

Result<BulletinAsked> decodeBulletinAsked(const CborValue& body)
{
    FieldReader fields{kind::kBulletinAsked};
    return fields.checked(
        BulletinAsked{fields.uuid(body["bulletin"]), fields.id<PerformanceId>(body["performance"]),
                      fields.text(body["subject"], "subject"), fields.text(body["text"], "text")});
}

Result<MailEnded> decodeMailEnded(const CborValue& body)
{
    FieldReader fields{kind::kMailEnded};
    return fields.checked(MailEnded{fields.uuid(body["mail"]), fields.id<OrderId>(body["order"]),
                                    fields.text(body["what"], "what"), body["sent"].asBool(true),
                                    body["reason"].asText()});
}

} // namespace foyer
