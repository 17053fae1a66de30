// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/sync_messages.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry_codec.h"
#include "core/storage/compression.h"
#include "sync/protocol/entry_columns.h"

#include <algorithm>

namespace foyer {
namespace {

void writeEntries(CborWriter& writer, const std::vector<Entry>& entries, WireVersion version)
{
    if (version >= WireVersion::Columns) {
        writeColumns(writer, entries);
    } else {
        write(writer, entries);
    }
}

Result<std::vector<Entry>> readEntries(const CborValue& value, WireVersion version)
{
    return version >= WireVersion::Columns ? readColumns(value) : readEntryArray(value);
}

const CborValue& item(const CborValue& value, std::size_t index)
{
    static const CborValue kNothing;
    return index < value.asArray().size() ? value.asArray()[index] : kNothing;
}

/// A message as its CBOR; the bytes live as long as this.
class Unpacked {
public:
    static Result<Unpacked> of(ByteView bytes, WireVersion version, std::size_t fields)
    {
        auto text = unpacked(bytes, version);
        if (!text) {
            return std::move(text).error();
        }
        Unpacked message{*std::move(text)};
        auto value = decodeCbor(message.m_bytes);
        if (!value) {
            return std::move(value).error();
        }
        if (value->asArray().size() != fields) {
            return badInput("bad_message", "This message has other fields than it should.");
        }
        message.m_value = *std::move(value);
        return message;
    }
    const CborValue& operator[](std::size_t index) const { return item(m_value, index); }

private:
    explicit Unpacked(Bytes bytes) : m_bytes{std::move(bytes)} {}
    Bytes m_bytes;
    CborValue m_value;
};

std::array<std::uint8_t, 64> signatureIn(const CborValue& value, FieldReader& fields)
{
    std::array<std::uint8_t, 64> signature{};
    const ByteView bytes = value.asBytes();
    fields.require(bytes.size() == signature.size(), "signature");
    if (bytes.size() == signature.size()) {
        std::ranges::copy(bytes, signature.begin());
    }
    return signature;
}

} // namespace

Bytes packed(ByteView message, WireVersion version)
{
    return version == WireVersion::Plain ? Bytes{message.begin(), message.end()}
                                         : compressed(message);
}

Result<Bytes> unpacked(ByteView bytes, WireVersion version)
{
    if (version != WireVersion::Plain) {
        return decompressed(bytes, kMessageMax);
    }
    if (bytes.size() > kMessageMax) {
        return badInput("message_too_large",
                        "This message is larger than any that Foyer sends. It was not taken.");
    }
    return Bytes{bytes.begin(), bytes.end()};
}

Bytes encodePush(const EntryBatch& batch, WireVersion version)
{
    CborWriter writer;
    writer.array(3).bytes(batch.writer.uuid.bytes()).bytes(batch.signature);
    writeEntries(writer, batch.entries, version);
    return packed(writer.data(), version);
}

Result<EntryBatch> decodePush(ByteView bytes, WireVersion version)
{
    const auto message = Unpacked::of(bytes, version, 3);
    if (!message) {
        return message.error();
    }
    FieldReader fields{"push"};
    EntryBatch batch;
    batch.writer = fields.id<ReplicaId>((*message)[0]);
    batch.signature = signatureIn((*message)[1], fields);
    auto entries = readEntries((*message)[2], version);
    if (!entries) {
        return std::move(entries).error();
    }
    batch.entries = *std::move(entries);
    fields.require(!batch.entries.empty(), "entries");
    return fields.checked(std::move(batch));
}

Bytes encodePushAnswer(const IntakeAnswer& answer, WireVersion version)
{
    CborWriter writer;
    writer.array(6)
        .integer(static_cast<std::int64_t>(answer.outcome))
        .integer(answer.epoch)
        .integer(answer.sequence)
        .integer(answer.added)
        .bytes(answer.countersignature)
        .text(answer.sentence);
    return packed(writer.data(), version);
}

Result<IntakeAnswer> decodePushAnswer(ByteView bytes, WireVersion version)
{
    const auto message = Unpacked::of(bytes, version, 6);
    if (!message) {
        return message.error();
    }
    FieldReader fields{"push answer"};
    IntakeAnswer answer;
    answer.outcome = static_cast<IntakeAnswer::Outcome>(
        fields.integer((*message)[0], 0,
                       static_cast<std::int64_t>(IntakeAnswer::Outcome::WrongWriter)));
    answer.epoch = fields.integer((*message)[1], 1, INT64_MAX);
    answer.sequence = fields.integer((*message)[2], 0, INT64_MAX);
    answer.added = fields.integer((*message)[3], 0, INT64_MAX);
    answer.countersignature = signatureIn((*message)[4], fields);
    answer.sentence = (*message)[5].asText();
    return fields.checked(std::move(answer));
}

Bytes encodePullAnswer(const PullAnswer& answer, WireVersion version)
{
    CborWriter writer;
    writer.array(4)
        .integer(answer.page.upTo)
        .boolean(answer.page.isLast)
        .integer(answer.serverTime.ms);
    writeEntries(writer, answer.page.entries, version);
    return packed(writer.data(), version);
}

Result<PullAnswer> decodePullAnswer(ByteView bytes, WireVersion version)
{
    const auto message = Unpacked::of(bytes, version, 4);
    if (!message) {
        return message.error();
    }
    FieldReader fields{"pull answer"};
    PullAnswer answer;
    answer.page.upTo = fields.integer((*message)[0], 0, INT64_MAX);
    answer.page.isLast = (*message)[1].asBool(true);
    answer.serverTime = Instant{fields.integer((*message)[2], INT64_MIN, INT64_MAX)};
    auto entries = readEntries((*message)[3], version);
    if (!entries) {
        return std::move(entries).error();
    }
    answer.page.entries = *std::move(entries);
    return fields.checked(std::move(answer));
}

Bytes encodeReportDue(const std::optional<ReportDue>& due, WireVersion version)
{
    const ReportDue wanted = due.value_or(ReportDue{});
    CborWriter writer;
    writer.array(5)
        .boolean(due.has_value())
        .integer(wanted.after)
        .integer(wanted.epoch)
        .integer(wanted.sequence)
        .integer(wanted.life);
    return packed(writer.data(), version);
}

Result<std::optional<ReportDue>> decodeReportDue(ByteView bytes, WireVersion version)
{
    const auto message = Unpacked::of(bytes, version, 5);
    if (!message) {
        return message.error();
    }
    FieldReader fields{"report due"};
    const ReportDue due{fields.integer((*message)[1], 0, INT64_MAX),
                        fields.integer((*message)[2], 1, INT64_MAX),
                        fields.integer((*message)[3], 0, INT64_MAX),
                        fields.integer((*message)[4], 1, INT64_MAX)};
    return fields.checked((*message)[0].asBool(false) ? std::optional{due} : std::nullopt);
}

Bytes encodeReport(const ReplicaReport& report, WireVersion version)
{
    CborWriter writer;
    writer.array(7)
        .bytes(report.replica.uuid.bytes())
        .integer(report.epoch)
        .integer(report.sequence)
        .integer(report.upTo)
        .boolean(report.isLast)
        .integer(report.life);
    writeEntries(writer, report.entries, version);
    return packed(writer.data(), version);
}

Result<ReplicaReport> decodeReport(ByteView bytes, WireVersion version)
{
    const auto message = Unpacked::of(bytes, version, 7);
    if (!message) {
        return message.error();
    }
    FieldReader fields{"report"};
    ReplicaReport report;
    report.replica = fields.id<ReplicaId>((*message)[0]);
    report.epoch = fields.integer((*message)[1], 1, INT64_MAX);
    report.sequence = fields.integer((*message)[2], 0, INT64_MAX);
    report.upTo = fields.integer((*message)[3], 0, INT64_MAX);
    report.isLast = (*message)[4].asBool(false);
    report.life = fields.integer((*message)[5], 1, INT64_MAX);
    auto entries = readEntries((*message)[6], version);
    if (!entries) {
        return std::move(entries).error();
    }
    report.entries = *std::move(entries);
    return fields.checked(std::move(report));
}

} // namespace foyer
