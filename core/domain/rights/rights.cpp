// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/rights/rights.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {
namespace {

void write(CborWriter& writer, const std::vector<SeatRange>& seats)
{
    writer.text("seats").array(seats.size());
    for (const SeatRange& range : seats) {
        writer.array(2).integer(range.first).integer(range.last);
    }
}

std::vector<SeatRange> readSeats(const CborValue& body, FieldReader& fields)
{
    std::vector<SeatRange> seats;
    for (const CborValue& range : body["seats"].asArray()) {
        const auto& ends = range.asArray();
        fields.require(ends.size() == 2, "seats");
        if (ends.size() == 2) {
            const auto first = fields.integer(ends[0], 0, UINT32_MAX);
            seats.push_back({static_cast<SeatNumber>(first),
                             static_cast<SeatNumber>(fields.integer(ends[1], first, UINT32_MAX))});
        }
    }
    return seats;
}

} // namespace

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
    write(writer, body.seats);
    writer.field("holder", body.holder.uuid.bytes());
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Bytes encode(const SeatsReturned& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("lease", body.lease.uuid.bytes());
    write(writer, body.seats);
    writer.field("holder", body.holder.uuid.bytes());
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Bytes encode(const RightsRecalled& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("keep", body.keep);
    writer.field("holder", body.holder.uuid.bytes());
    writer.field("reason", body.reason);
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Bytes encode(const RecallAnswered& body)
{
    CborWriter writer;
    writer.map(1);
    writer.field("recall", body.recall.uuid.bytes());
    return writer.take();
}

Bytes encode(const ReplicaWrittenOff& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("epoch", body.epoch);
    writer.field("reason", body.reason);
    writer.field("replica", body.replica.uuid.bytes());
    writer.field("sequence", body.sequence);
    return writer.take();
}

Bytes encode(const AuthorityMoved& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("to", body.to.uuid.bytes());
    writer.field("key", body.key);
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
                      fields.id<ReplicaId>(body["holder"]), readSeats(body, fields)};
    return fields.checked(std::move(lease));
}

Result<SeatsReturned> decodeSeatsReturned(const CborValue& body)
{
    FieldReader fields{kind::kSeatsReturned};
    SeatsReturned returned{fields.id<PerformanceId>(body["performance"]),
                           fields.id<ReplicaId>(body["holder"]), fields.id<EntryId>(body["lease"]),
                           readSeats(body, fields)};
    return fields.checked(std::move(returned));
}

Result<RightsRecalled> decodeRightsRecalled(const CborValue& body)
{
    FieldReader fields{kind::kRightsRecalled};
    RightsRecalled recalled{fields.id<ReplicaId>(body["holder"]),
                            fields.id<PerformanceId>(body["performance"]),
                            fields.integer(body["keep"], 0, INT64_MAX), body["reason"].asText()};
    return fields.checked(std::move(recalled));
}

Result<RecallAnswered> decodeRecallAnswered(const CborValue& body)
{
    FieldReader fields{kind::kRecallAnswered};
    return fields.checked(RecallAnswered{fields.id<EntryId>(body["recall"])});
}

Result<ReplicaWrittenOff> decodeReplicaWrittenOff(const CborValue& body)
{
    FieldReader fields{kind::kReplicaWrittenOff};
    ReplicaWrittenOff off{fields.id<ReplicaId>(body["replica"]),
                          fields.integer(body["epoch"], 1, INT64_MAX),
                          fields.integer(body["sequence"], 0, INT64_MAX), body["reason"].asText()};
    return fields.checked(std::move(off));
}

Result<AuthorityMoved> decodeAuthorityMoved(const CborValue& body)
{
    FieldReader fields{kind::kAuthorityMoved};
    const ByteView key = body["key"].asBytes();
    fields.require(key.size() == 32, "key");
    return fields.checked(
        AuthorityMoved{fields.id<ReplicaId>(body["to"]), Bytes{key.begin(), key.end()}});
}

} // namespace foyer
