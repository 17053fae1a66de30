// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/order_home.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {

Bytes encode(const OrderHomeGiven& body)
{
    CborWriter writer;
    writer.map(7);
    writer.field("order", body.order.uuid.bytes());
    writer.field("holder", body.holder.uuid.bytes());
    writer.field("serial", body.serial);
    writer.field("after_epoch", body.after.epoch);
    writer.field("after_replica", body.after.replica.uuid.bytes());
    writer.field("after_position", body.after.position);
    writer.field("after_sequence", body.after.sequence);
    return writer.take();
}

Bytes encode(const OrderHomeRecalled& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("grant", body.grant.uuid.bytes());
    writer.field("order", body.order.uuid.bytes());
    writer.field("holder", body.holder.uuid.bytes());
    return writer.take();
}

Bytes encode(const OrderHomeReturned& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("grant", body.grant.uuid.bytes());
    writer.field("order", body.order.uuid.bytes());
    return writer.take();
}

Result<OrderHomeGiven> decodeOrderHomeGiven(const CborValue& body)
{
    FieldReader fields{kind::kOrderHomeGiven};
    return fields.checked(OrderHomeGiven{fields.id<OrderId>(body["order"]),
                                         fields.id<ReplicaId>(body["holder"]),
                                         fields.integer(body["serial"], 1, INT64_MAX),
                                         {fields.id<ReplicaId>(body["after_replica"]),
                                          fields.integer(body["after_epoch"], 1, INT64_MAX),
                                          fields.integer(body["after_sequence"], 0, INT64_MAX),
                                          fields.integer(body["after_position"], 0, INT64_MAX)}});
}

Result<OrderHomeRecalled> decodeOrderHomeRecalled(const CborValue& body)
{
    FieldReader fields{kind::kOrderHomeRecalled};
    return fields.checked(OrderHomeRecalled{fields.id<OrderId>(body["order"]),
                                            fields.id<EntryId>(body["grant"]),
                                            fields.id<ReplicaId>(body["holder"])});
}

Result<OrderHomeReturned> decodeOrderHomeReturned(const CborValue& body)
{
    FieldReader fields{kind::kOrderHomeReturned};
    return fields.checked(
        OrderHomeReturned{fields.id<OrderId>(body["order"]), fields.id<EntryId>(body["grant"])});
}

} // namespace foyer
