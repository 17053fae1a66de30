// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/rights/rights.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {

Bytes encode(const Allotment& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("quota", body.quota.uuid.bytes());
    writer.field("holder", body.holder.uuid.bytes());
    writer.field("rights", body.rights);
    return writer.take();
}

Bytes encode(const SeatsLeased& body)
{
    CborWriter writer;
    writer.map(3);
    writer.text("seats").array(body.seats.size());
    for (const SeatRange& range : body.seats) {
        writer.array(2).integer(range.first).integer(range.last);
    }
    writer.field("holder", body.holder.uuid.bytes());
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Result<Allotment> decodeAllotment(const CborValue& body)
{
    FieldReader fields{kind::kAllotmentGranted};
    Allotment allotment{fields.id<QuotaId>(body["quota"]), fields.id<ReplicaId>(body["holder"]),
                        fields.integer(body["rights"], 1, INT64_MAX)};
    return fields.checked(allotment);
}

Result<SeatsLeased> decodeSeatsLeased(const CborValue& body)
{
    FieldReader fields{kind::kSeatsLeased};
    SeatsLeased lease{fields.id<PerformanceId>(body["performance"]),
                      fields.id<ReplicaId>(body["holder"]),
                      {}};
    for (const CborValue& range : body["seats"].asArray()) {
        const auto& ends = range.asArray();
        fields.require(ends.size() == 2, "seats");
        if (ends.size() == 2) {
            const auto first = fields.integer(ends[0], 0, UINT32_MAX);
            lease.seats.push_back(
                {static_cast<SeatNumber>(first),
                 static_cast<SeatNumber>(fields.integer(ends[1], first, UINT32_MAX))});
        }
    }
    return fields.checked(std::move(lease));
}

} // namespace foyer
