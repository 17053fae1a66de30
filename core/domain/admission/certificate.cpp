// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/admission/certificate.h"

#include "core/domain/journal/cbor.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr const char* kPrefix = "foyer-certificate-1";
constexpr std::uint64_t kSignedItems = 8;

void writeFields(CborWriter& writer, const TicketKeyCertificate& certificate)
{
    writer.text(kPrefix)
        .bytes(certificate.authority)
        .bytes(certificate.counter.uuid.bytes())
        .text(certificate.counterName)
        .bytes(certificate.organizer.uuid.bytes())
        .bytes(certificate.ticketKey)
        .integer(certificate.validFrom.ms)
        .integer(certificate.validUntil.ms);
}

template <typename Array>
bool take(const CborValue& value, Array& out)
{
    const ByteView bytes = value.asBytes();
    if (bytes.size() != out.size()) {
        return false;
    }
    std::ranges::copy(bytes, out.begin());
    return true;
}

} // namespace

Bytes certificateMessage(const TicketKeyCertificate& certificate)
{
    CborWriter writer;
    writer.array(kSignedItems);
    writeFields(writer, certificate);
    return writer.take();
}

Bytes encodeCertificate(const TicketKeyCertificate& certificate)
{
    CborWriter writer;
    writer.array(kSignedItems + 1);
    writeFields(writer, certificate);
    writer.bytes(certificate.signature);
    return writer.take();
}

Result<TicketKeyCertificate> decodeCertificate(ByteView bytes)
{
    const Error bad = badInput("bad_certificate",
                               "This is not a counter's certificate. Fetch it "
                               "again from the counter or the server.");
    const auto value = decodeCbor(bytes);
    if (!value || value->asArray().size() != kSignedItems + 1) {
        return bad;
    }
    const auto& items = value->asArray();
    TicketKeyCertificate certificate;
    Uuid::Bytes counter{};
    Uuid::Bytes organizer{};
    if (items[0].asText() != kPrefix || !take(items[1], certificate.authority) ||
        !take(items[2], counter) || !items[3].isText() || !take(items[4], organizer) ||
        !take(items[5], certificate.ticketKey) || !items[6].isInteger() || !items[7].isInteger() ||
        !take(items[8], certificate.signature)) {
        return bad;
    }
    certificate.counter = ReplicaId{Uuid{counter}};
    certificate.counterName = items[3].asText();
    certificate.organizer = OrganizerId{Uuid{organizer}};
    certificate.validFrom = Instant{items[6].asInteger()};
    certificate.validUntil = Instant{items[7].asInteger()};
    if (certificate.validUntil < certificate.validFrom) {
        return bad;
    }
    return certificate;
}

} // namespace foyer
