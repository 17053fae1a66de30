// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/bodies.h"

#include "core/domain/journal/cbor_fields.h"

namespace foyer {
namespace {

Bytes copied(ByteView view)
{
    return {view.begin(), view.end()};
}

} // namespace

Bytes encode(const ReplicaFounded& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("name", body.name);
    writer.field("series", body.series);
    writer.field("device_key", body.deviceKey);
    writer.field("authority_key", body.authorityKey);
    return writer.take();
}

Result<ReplicaFounded> decodeReplicaFounded(const CborValue& body)
{
    FieldReader fields{kind::kReplicaFounded};
    return fields.checked(ReplicaFounded{fields.text(body["name"], "name"),
                                         fields.text(body["series"], "series"),
                                         copied(body["device_key"].asBytes()),
                                         copied(body["authority_key"].asBytes())});
}

Bytes encode(const EpochOpened& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("lost", body.lost);
    writer.field("after", body.after);
    writer.field("reason", body.reason);
    writer.field("series", body.series);
    return writer.take();
}

Result<EpochOpened> decodeEpochOpened(const CborValue& body)
{
    FieldReader fields{kind::kEpochOpened};
    return fields.checked(EpochOpened{fields.integer(body["after"], 0, INT64_MAX),
                                      fields.integer(body["lost"], 0, INT64_MAX),
                                      body["reason"].asText(),
                                      fields.text(body["series"], "series")});
}

Bytes encode(const KeyCertified& body)
{
    CborWriter writer;
    writer.map(1);
    writer.field("certificate", body.certificate);
    return writer.take();
}

Result<KeyCertified> decodeKeyCertified(const CborValue& body)
{
    FieldReader fields{kind::kKeyCertified};
    fields.require(body["certificate"].isBytes(), "certificate");
    return fields.checked(KeyCertified{copied(body["certificate"].asBytes())});
}

Bytes encode(const TicketScanned& body)
{
    CborWriter writer;
    writer.map(4 + (body.codeHash.empty() ? 0U : 1U) + (body.note.empty() ? 0U : 1U));
    writer.field("gate", body.gate);
    if (!body.note.empty()) {
        writer.field("note", body.note);
    }
    writer.field("ticket", body.ticket.uuid.bytes());
    writer.field("outcome", body.outcome);
    if (!body.codeHash.empty()) {
        writer.field("code_hash", ByteView{body.codeHash});
    }
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Result<TicketScanned> decodeTicketScanned(const CborValue& body)
{
    FieldReader fields{kind::kTicketAdmitted};
    return fields.checked(TicketScanned{fields.id<TicketId>(body["ticket"]),
                                        fields.id<PerformanceId>(body["performance"]),
                                        body["gate"].asText(), body["outcome"].asText(),
                                        copied(body["code_hash"].asBytes()),
                                        body["note"].asText()});
}

Bytes encode(const AdmissionUndone& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("scan", body.scan.uuid.bytes());
    writer.field("reason", body.reason);
    writer.field("ticket", body.ticket.uuid.bytes());
    return writer.take();
}

Result<AdmissionUndone> decodeAdmissionUndone(const CborValue& body)
{
    FieldReader fields{kind::kAdmissionUndone};
    return fields.checked(AdmissionUndone{fields.id<TicketId>(body["ticket"]),
                                          fields.id<EntryId>(body["scan"]),
                                          body["reason"].asText()});
}

Bytes encode(const CustomerRecorded& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("sealed", body.sealed);
    writer.field("customer", body.customer.uuid.bytes());
    return writer.take();
}

Result<CustomerRecorded> decodeCustomerRecorded(const CborValue& body)
{
    FieldReader fields{kind::kCustomerRecorded};
    return fields.checked(CustomerRecorded{fields.id<CustomerId>(body["customer"]),
                                           copied(body["sealed"].asBytes())});
}

Bytes encode(const CustomerErased& body)
{
    CborWriter writer;
    writer.map(1);
    writer.field("customer", body.customer.uuid.bytes());
    return writer.take();
}

Result<CustomerErased> decodeCustomerErased(const CborValue& body)
{
    FieldReader fields{kind::kCustomerErased};
    return fields.checked(CustomerErased{fields.id<CustomerId>(body["customer"])});
}

} // namespace foyer
